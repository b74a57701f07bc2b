using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerService.Core.Text;

namespace CustomerService.Core.Documents;

/// <summary>How a passage is named as evidence, to readers, and as an address.</summary>
public static class DocumentPlace
{
    private const string Prefix = "document:";

    /// <summary><c>document:{documentId}#{number}</c></summary>
    public static string EvidenceId(string documentId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{documentId}#{number}");

    /// <summary>The title with the page.</summary>
    public static string Label(string title, int page, Language language) => language.Choose($"{title} {page}쪽", $"{title}, p. {page}");

    /// <summary>Where the document can be read, opened at the passage; false for evidence that is no document.</summary>
    public static bool TryGetAddress(string evidenceId, [NotNullWhen(true)] out string? address)
    {
        address = evidenceId.StartsWith(Prefix, StringComparison.Ordinal) && evidenceId.Split('#') is [var document, var number]
            ? $"/documents/{document[Prefix.Length..]}?passage={number}#p-{number}"
            : null;
        return address is not null;
    }
}
