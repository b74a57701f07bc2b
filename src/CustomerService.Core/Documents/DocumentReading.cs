namespace CustomerService.Core.Documents;

/// <summary>Why a file cannot be read as a document.</summary>
public enum DocumentProblem
{
    /// <summary>Neither PDF, Markdown, HTML nor text.</summary>
    UnknownFormat,
    /// <summary>More than <see cref="DocumentReading.MaxBytes"/>, or far more when unpacked.</summary>
    TooLarge,
    Damaged,
    /// <summary>It opens only with a password.</summary>
    Encrypted,
    /// <summary>There are no words in it, as in scanned pages.</summary>
    NoText,
}

/// <summary>What stands in a file: either text or a problem.</summary>
/// <param name="Title">The first heading or what the file calls itself, else the file's name; at most 200 characters.</param>
/// <param name="Pages">The text of each page, in order; headings as in Markdown.</param>
public sealed record DocumentReading(DocumentFormat Format, string Title, IReadOnlyList<string> Pages, DocumentProblem? Problem = null)
{
    /// <summary>Bytes of a file: 20 MiB.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>Characters of a title.</summary>
    public const int MaxTitle = 200;

    public static DocumentReading Unreadable(DocumentProblem problem) => new(DocumentFormat.Text, "", [], problem);
}

/// <summary>Takes documents in: reads, cuts and stores them.</summary>
public interface IDocumentIntake
{
    /// <param name="fileName">Its ending tells the format; folders before the name are left out.</param>
    /// <param name="title">Null takes the one that stands in the file.</param>
    Task<DocumentOutcome> TakeAsync(string fileName, ReadOnlyMemory<byte> content, DocumentBinding binding, string? title, CancellationToken cancellationToken);
}

/// <summary>What became of a file.</summary>
/// <param name="Document">Null when it could not be read.</param>
/// <param name="Changed">False when the same file was there already.</param>
public sealed record DocumentOutcome(Document? Document, bool Changed, DocumentProblem? Problem);
