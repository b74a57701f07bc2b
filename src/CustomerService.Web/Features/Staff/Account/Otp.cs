namespace CustomerService.Web.Features.Staff.Account;

/// <summary>An authenticator key as apps and people read it.</summary>
internal static class Otp
{
    private const string Issuer = "CustomerService";
    private const int Group = 4;

    /// <summary>What the QR code says (Google Authenticator's Key URI Format).</summary>
    public static string Address(string email, string key) => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Issuer}&digits=6";

    public static string Readable(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(Group).Select(letters => new string(letters)));
}
