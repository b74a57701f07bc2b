using System.Text;
using CustomerService.Core.Documents;

namespace CustomerService.Data.Documents.Reading;

/// <summary>Reads the words out of files, which are hostile until proven otherwise: sizes and pages are bounded, and nothing in them is carried out.</summary>
internal static class DocumentReader
{
    // Enough for the longest manuals; what a small file expands to beyond that is no text.
    private const int MaxCharacters = 5_000_000;

    static DocumentReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static DocumentReading Read(string fileName, ReadOnlyMemory<byte> content)
    {
        if (content.Length > DocumentReading.MaxBytes)
            return DocumentReading.Unreadable(DocumentProblem.TooLarge);
        if (FormatOf(fileName, content.Span) is not { } format)
            return DocumentReading.Unreadable(DocumentProblem.UnknownFormat);
        try
        {
            var (title, pages) = format switch
            {
                DocumentFormat.Pdf => PdfText.Read(content),
                DocumentFormat.Html => HtmlText.Read(Decoded(content.Span)),
                DocumentFormat.Markdown => MarkdownText.Read(Decoded(content.Span)),
                _ => (null, Decoded(content.Span).Split('\f')),
            };
            if (pages.Sum(p => (long)p.Length) > MaxCharacters)
                return DocumentReading.Unreadable(DocumentProblem.TooLarge);
            return pages.Any(p => p.Any(char.IsLetterOrDigit))
                ? new(format, Named(title, fileName), [.. pages.Select(Clean)])
                : DocumentReading.Unreadable(DocumentProblem.NoText);
        }
        catch (UnreadableDocumentException e)
        {
            return DocumentReading.Unreadable(e.Problem);
        }
    }

    private static DocumentFormat? FormatOf(string fileName, ReadOnlySpan<byte> content) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".pdf" => DocumentFormat.Pdf,
        _ when content.StartsWith("%PDF-"u8) => DocumentFormat.Pdf,
        ".md" or ".markdown" => DocumentFormat.Markdown,
        ".html" or ".htm" => DocumentFormat.Html,
        ".txt" or ".text" => DocumentFormat.Text,
        _ => null,
    };

    /// <summary>Unicode by its mark, else UTF-8, else the Korean code page 949.</summary>
    private static string Decoded(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(content[2..]);
        if (content is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        // Spaces and line ends of UTF-16 hold zeros, on one side; other texts hold none.
        if (content.Contains((byte)0))
            return (content.IndexOf((byte)0) % 2 == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(content);
        if (content is [0xEF, 0xBB, 0xBF, ..])
            content = content[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(949).GetString(content);
        }
    }

    private static string Named(string? title, string fileName)
    {
        var words = string.Join(' ', (title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var name = words.Any(char.IsLetterOrDigit) ? words : Path.GetFileNameWithoutExtension(fileName);
        if (name.Length <= DocumentReading.MaxTitle)
            return name;
        return name[..(char.IsHighSurrogate(name[DocumentReading.MaxTitle - 1]) ? DocumentReading.MaxTitle - 1 : DocumentReading.MaxTitle)];
    }

    /// <summary>Without control characters, which no database takes.</summary>
    private static string Clean(string text) => text.Any(IsControl) ? string.Concat(text.Select(c => IsControl(c) ? ' ' : c)) : text;

    private static bool IsControl(char c) => char.IsControl(c) && c != '\n';
}

/// <summary>Thrown by the readers of single formats.</summary>
internal sealed class UnreadableDocumentException(DocumentProblem problem, Exception? cause = null) : Exception($"The document cannot be read: {problem}.", cause)
{
    public DocumentProblem Problem { get; } = problem;
}
