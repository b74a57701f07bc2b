using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerService.Web.Hub;

/// <summary>
/// Checks what a shop signs for a customer who has signed in there: <c>EXPIRY.SIGNATURE</c>, with the expiry in Unix seconds and the
/// HMAC-SHA256 of <c>ID.EXPIRY</c> in hexadecimal.
/// </summary>
internal sealed class CustomerTokens(WidgetOptions options, TimeProvider time)
{
    private const int MaxIdLength = 64;
    private const int MaxExpiryLength = 12;

    private readonly byte[]? _secret = options.IdentitySecret is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : null;

    public bool IsValid(string? id, string? token)
    {
        if (_secret is null || id is not { Length: > 0 and <= MaxIdLength } || token?.IndexOf('.', StringComparison.Ordinal) is not (> 0 and <= MaxExpiryLength and var dot))
            return false;
        var expiry = token[..dot];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isHex = Convert.FromHexString(token.AsSpan(dot + 1), given, out _, out var written) == System.Buffers.OperationStatus.Done && written == given.Length;
        var isRight = CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{id}.{expiry}")), given);
        return isHex && isRight && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && time.GetUtcNow().ToUnixTimeSeconds() < seconds;
    }
}
