using System.Security.Cryptography;
using System.Text;

namespace CustomerService.Cli.Batch;

internal enum BatchKind
{
    /// <summary>Each goes to a model as it is.</summary>
    Prompts,
    /// <summary>Each goes the whole way of a customer's question.</summary>
    Questions,
}

/// <summary>One prompt or question of the file.</summary>
/// <param name="Line">From 1, blank lines counted.</param>
/// <param name="Id">Null where the file gives none.</param>
/// <param name="Fingerprint">Changes with all that its result depends on.</param>
internal sealed record BatchItem(int Line, string? Id, string Text, string? ProductId, string? CustomerId, string Fingerprint)
{
    private const int FingerprintLength = 16;

    public static string FingerprintOf(BatchKind kind, string? model, string text, string? productId, string? customerId) => Convert
        .ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', kind, model, text, productId, customerId))))[..FingerprintLength];

    /// <summary>What says that two are the same work: the id or else the line, and the fingerprint.</summary>
    public static string KeyOf(string? id, int line, string fingerprint) => $"{(id is null ? $"line {line}" : $"id {id}")} {fingerprint}";

    public string Key => KeyOf(Id, Line, Fingerprint);
}
