namespace CustomerService.Data.Catalog;

internal static class Identifiers
{
    /// <summary>Whether a row can have this id at all. PostgreSQL fails on text with NUL or unpaired surrogates instead of finding nothing.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
