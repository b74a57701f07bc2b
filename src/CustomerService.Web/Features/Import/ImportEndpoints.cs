using System.Text;
using CustomerService.Core.Import;
using CustomerService.Data.Staff;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CustomerService.Web.Features.Import;

public static class ImportEndpoints
{
    public const string Path = "/import";

    public static void MapImport(this WebApplication app) => app
        .MapGet($"{Path}/{{id}}/bad-rows.csv", BadRowsAsync).ExcludeFromDescription().RequireAuthorization(policy => policy.RequireRole(nameof(StaffRole.Administrator)));

    private static async Task<Results<PushStreamHttpResult, NotFound>> BadRowsAsync(string id, HttpContext context, IImportStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } run)
            return TypedResults.NotFound();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(System.IO.Path.ChangeExtension(run.FileName, ".errors.csv"));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        var language = System.Globalization.CultureInfo.CurrentUICulture.Language;
        return TypedResults.Stream(async output =>
        {
            await using var writer = new StreamWriter(output, new UTF8Encoding(true));
            await BadRowFile.WriteAsync(writer, await store.HeadersAsync(id, cancellationToken), store.BadRowsAsync(id, cancellationToken), run.FileName, language, cancellationToken);
        }, "text/csv; charset=utf-8");
    }
}
