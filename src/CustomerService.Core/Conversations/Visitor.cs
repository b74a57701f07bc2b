using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CustomerService.Core.Conversations;

/// <summary>
/// Somebody who has not shown who they are. A browser keeps a secret; here only its hash is known, so that what is stored lets
/// nobody into a conversation.
/// </summary>
public static class Visitor
{
    /// <summary>Letters of a secret: 256 bits in hexadecimal.</summary>
    public const int SecretLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string NewSecret() => RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);

    public static bool IsWellFormed(string? secret) => secret is { Length: SecretLength } && IsHex(secret);

    internal static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);

    /// <summary>The key of a customer who has shown who they are: the same at every browser, and never that of a secret.</summary>
    public static string KeyOfCustomer(string customerId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("customer:" + customerId)));

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public static string Key(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
