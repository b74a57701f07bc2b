using CustomerService.Core.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CustomerService.Web.Features.Documents;

/// <summary>Documents as customers read them: what is quoted can be looked up. Open to everybody who has the address, which cannot be guessed.</summary>
public static class DocumentEndpoints
{
    public const string Path = "/documents";

    public static void MapDocuments(this WebApplication app)
    {
        var documents = app.MapGroup(Path).ExcludeFromDescription().AllowAnonymous();
        documents.MapGet("/{id}", ReadAsync);
        documents.MapGet("/{id}/file", FileAsync);
    }

    private static async Task<Results<RazorComponentResult<ReadingPage>, NotFound>> ReadAsync(string id, int? passage, IDocumentStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } document
            ? new RazorComponentResult<ReadingPage>(new { Document = document, Passages = await store.PassagesAsync(id, cancellationToken), Wanted = passage })
            : TypedResults.NotFound();

    /// <summary>The file itself. Only a PDF is shown by the browser; what could hold a script is downloaded.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(string id, HttpContext context, IDocumentStore store, CancellationToken cancellationToken)
    {
        if (await store.FileAsync(id, cancellationToken) is not { } file)
            return TypedResults.NotFound();
        var isShown = file.Format == DocumentFormat.Pdf;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(file.Content, isShown ? "application/pdf" : "application/octet-stream");
    }
}
