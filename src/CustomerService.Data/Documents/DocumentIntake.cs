using CustomerService.Core.Documents;
using CustomerService.Data.Documents.Reading;
using Microsoft.Extensions.Logging;

namespace CustomerService.Data.Documents;

internal sealed partial class DocumentIntake(IDocumentStore documents, ILogger<DocumentIntake> logger) : IDocumentIntake
{
    public async Task<DocumentOutcome> TakeAsync(string fileName, ReadOnlyMemory<byte> content, DocumentBinding binding, string? title, CancellationToken cancellationToken)
    {
        // A minute's work for a long PDF.
        var (document, problem) = await Task.Run(() => Read(fileName, content, binding, title), cancellationToken);
        if (document is null)
        {
            CouldNotRead(logger, problem!.Value, content.Length);
            return new(null, false, problem);
        }

        var (stored, changed) = await documents.StoreAsync(document, cancellationToken);
        return new(stored, changed, null);
    }

    internal static (NewDocument? Document, DocumentProblem? Problem) Read(string fileName, ReadOnlyMemory<byte> content, DocumentBinding binding, string? title = null)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.Length > DocumentRecord.MaxName)
            name = name[^DocumentRecord.MaxName..];
        var reading = DocumentReader.Read(name, content);
        if (reading.Problem is { } problem)
            return (null, problem);
        var passages = PassageCutter.Cut(reading.Pages);
        return passages.Count == 0
            ? (null, DocumentProblem.NoText)
            : (new(string.IsNullOrWhiteSpace(title) ? reading.Title : title.Trim(), name, reading.Format, binding, reading.Pages.Count, passages, content), null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A document of {Bytes} bytes could not be read: {Problem}")]
    private static partial void CouldNotRead(ILogger logger, DocumentProblem problem, int bytes);
}
