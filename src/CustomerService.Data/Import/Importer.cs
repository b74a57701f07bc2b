using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Import;
using CustomerService.Data.Documents.Reading;
using CustomerService.Data.Import.Reading;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

/// <summary>
/// Reads a file twice: once to know it as a whole, once to bring its rows in. A batch, its bad rows and the count of rows that are done
/// are one transaction, so that an import that breaks off anywhere goes on where it was.
/// </summary>
internal sealed class Importer(IDbContextFactory<SupportDbContext> contexts, ShopOptions shop, TimeProvider clock) : IImporter
{
    // Any number of ours: imports take turns, batch by batch.
    private const long Turn = 6_021_871;
    // Mapped pages would count as the program's memory.
    private const string WithoutMapping = "PRAGMA mmap_size = 0;";

    public async Task<ImportPreview> LookAsync(string path, ImportChoices choices, CancellationToken cancellationToken)
    {
        var currency = choices.Currency ?? shop.Currency;
        var survey = await Task.Run(() => Survey.Of(path, choices, currency, cancellationToken), cancellationToken);
        ImportRun? unfinished = null;
        if (survey.Problem is null)
        {
            var hash = await Survey.HashAsync(path, cancellationToken);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var last = await context.ImportRuns.AsNoTracking().Where(r => r.FileHash == hash).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);
            unfinished = last?.ToRun() is { CanGoOn: true } run ? run : null;
        }

        return new(survey.Problem, survey.Encoding, survey.Headers, survey.Mapping, survey.Rows, survey.First, survey.Scale, currency, survey.TellsCurrency, unfinished);
    }

    public async Task<DryRun> TryAsync(string path, ImportChoices choices, Action<ImportCounts> progress, CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(path, choices, cancellationToken);
        var (counts, bad) = (ImportCounts.None, new List<BadRow>());
        using var file = ImportFile.Open(path);
        var reader = new BatchReader(file, SinkOf(survey, choices, clock.GetUtcNow()), 0);
        while (await Task.Run(() => reader.Next(cancellationToken), cancellationToken) is { } batch)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var outcome = await reader.Sink.ApplyAsync(context, isDry: true, cancellationToken);
            var wrong = batch.With(outcome);
            counts += wrong.Counts;
            bad.AddRange(wrong.Bad.Select(b => new BadRow(b.Row.Line, b.Row.Cells, b.Problem)));
            progress(counts);
            if (bad.Count > IImporter.MostBadRows)
                break;
        }

        return new(counts, bad);
    }

    public async Task<ImportRun?> RunAsync(string path, string fileName, string by, ImportChoices choices, string? goOnWith, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(path, choices, cancellationToken);
        var run = await StartAsync(path, fileName, by, choices, survey, goOnWith, cancellationToken);
        if (run is null)
            return null;
        progress(run.ToRun());
        try
        {
            using var file = ImportFile.Open(path);
            var reader = new BatchReader(file, SinkOf(survey, choices, run.StartedAt), run.Rows);
            while (await Task.Run(() => reader.Next(cancellationToken), cancellationToken) is { } batch)
            {
                if (!await WriteAsync(run, reader.Sink, batch, cancellationToken))
                    return null;
                progress(run.ToRun());
                if (run.State == ImportState.TooManyBad)
                    return run.ToRun();
            }

            return await EndAsync(run, ImportState.Finished);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await EndAsync(run, ImportState.Stopped);
        }
        catch
        {
            await EndAsync(run, ImportState.Broken);
            throw;
        }
    }

    private async Task<Survey> SurveyAsync(string path, ImportChoices choices, CancellationToken cancellationToken)
    {
        var survey = await Task.Run(() => Survey.Of(path, choices, choices.Currency ?? shop.Currency, cancellationToken), cancellationToken);
        return survey.Problem is { } problem ? throw new ImportFileException(problem) : survey;
    }

    private async Task<ImportRunRecord?> StartAsync(string path, string fileName, string by, ImportChoices choices, Survey survey, string? goOnWith, CancellationToken cancellationToken)
    {
        var hash = await Survey.HashAsync(path, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (goOnWith is not null)
        {
            var known = await context.ImportRuns.FirstOrDefaultAsync(r => r.Id == goOnWith && r.FileHash == hash, cancellationToken);
            if (known?.ToRun().CanGoOn != true)
                return null;
            (known.State, known.UpdatedAt) = (ImportState.Running, clock.GetUtcNow());
            await context.SaveChangesAsync(cancellationToken);
            return known;
        }

        var now = clock.GetUtcNow();
        var name = Path.GetFileName(fileName);
        var run = new ImportRunRecord
        {
            Id = Guid.CreateVersion7(now).ToString("N"), FileName = name.Length <= ImportRunRecord.MaxName ? name : name[^ImportRunRecord.MaxName..], FileHash = hash, Kind = survey.Mapping!.Kind,
            Dialect = survey.Mapping.Dialect, State = ImportState.Running, StartedBy = by, StartedAt = now, UpdatedAt = now, Total = survey.Rows,
            Headers = JsonSerializer.Serialize(survey.Headers), Choices = JsonSerializer.Serialize(choices),
        };
        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <returns>False when the import is gone on with elsewhere.</returns>
    private async Task<bool> WriteAsync(ImportRunRecord run, RowSink sink, Batch batch, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync(WithoutMapping, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", cancellationToken);
        if (await context.ImportRuns.Where(r => r.Id == run.Id).Select(r => r.Rows).SingleAsync(cancellationToken) != run.Rows)
            return false;
        var (counts, bad) = batch.With(await sink.ApplyAsync(context, isDry: false, cancellationToken));
        context.ChangeTracker.Clear();
        context.ImportBadRows.AddRange(bad.Select(b => new ImportBadRowRecord
        {
            RunId = run.Id, Row = b.Number, Line = b.Row.Line, Fault = b.Problem.Fault, Column = b.Problem.Column, Value = b.Problem.Value, Cells = JsonSerializer.Serialize(b.Row.Cells),
        }));
        context.Attach(run);
        (run.Counts, run.UpdatedAt) = (run.Counts + counts, clock.GetUtcNow());
        if (run.Bad > IImporter.MostBadRows)
            run.State = ImportState.TooManyBad;
        await context.SaveChangesAsync(cancellationToken);
        // Whoever cancels from here on stops the next batch.
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task<ImportRun> EndAsync(ImportRunRecord run, ImportState state)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var kept = await context.ImportRuns.SingleAsync(r => r.Id == run.Id, CancellationToken.None);
        (kept.State, kept.UpdatedAt) = (state, clock.GetUtcNow());
        await context.SaveChangesAsync(CancellationToken.None);
        return kept.ToRun();
    }

    private RowSink SinkOf(Survey survey, ImportChoices choices, DateTimeOffset at)
    {
        var mapping = survey.Mapping!;
        var settings = new ImportSettings(choices.Currency ?? shop.Currency, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone), choices.WarehouseId?.ToUpperInvariant(), at);
        var reader = new RowReader(mapping, survey.Headers, settings, survey.Scale);
        return mapping.Kind switch
        {
            ImportKind.Products => new ProductSink(new ProductReader(mapping, survey.Headers, settings, survey.Products, Plain), settings, mapping.Dialect, Header(ImportField.ParentId)),
            ImportKind.Reviews => new ReviewSink(reader, Header(ImportField.ProductId), Header(ImportField.ReviewId)),
            ImportKind.Stock => new StockSink(reader, settings, mapping.Columns.ContainsKey(ImportField.Sku) ? Header(ImportField.Sku) : Header(ImportField.ProductId)),
            _ => new CustomerSink(reader),
        };

        string Header(ImportField field) => mapping.Columns.TryGetValue(field, out var column) ? survey.Headers[column] : "";
    }

    /// <summary>Some shop systems write line breaks as two characters.</summary>
    private static string Plain(string text)
    {
        var lines = text.Replace("\\n", "\n", StringComparison.Ordinal);
        if (!lines.AsSpan().ContainsAny('<', '&'))
            return lines;
        return string.Join('\n', HtmlText.Read(lines.Replace("\n", "<br>", StringComparison.Ordinal)).Pages[0].Split('\n').Select(l => l.TrimStart('#').Trim()));
    }
}
