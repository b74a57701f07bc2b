using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CustomerService.Core.Import;

/// <summary>Numbers and codes as the catalogue writes them: upper case, 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
public static class Identifier
{
    private const int Longest = 64;
    private const int HashLength = 12;
    private static readonly SearchValues<char> Kept = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>A shop's number or code. One with other letters, such as a Korean handle, gets a stable name of those that can be kept and a hash.</summary>
    /// <returns>Null where it is none: empty, with spaces or control characters.</returns>
    public static string? Of(string text)
    {
        if (text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExcept(Kept))
            return text.ToUpperInvariant();
        if (text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return null;
        var upper = text.ToUpperInvariant();
        return Named(upper, upper);
    }

    /// <summary>An id for something that has only a name.</summary>
    public static string OfName(string name)
    {
        var folded = string.Join('-', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return folded.Length is > 0 and <= Longest && !folded.AsSpan().ContainsAnyExcept(Kept) ? folded : Named(folded, folded).ToLowerInvariant();
    }

    /// <summary>A stable id of what has no number of its own.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static string Named(string text, string whole)
    {
        var kept = string.Concat(text.Select(c => Kept.Contains(c) ? c : '-')).Trim('-');
        return $"{kept[..Math.Min(kept.Length, Longest - HashLength - 1)]}-{Hash(whole)[..HashLength]}".TrimStart('-');
    }
}
