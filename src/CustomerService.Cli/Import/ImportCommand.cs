using System.CommandLine;
using System.Text;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CustomerService.Cli.Import;

/// <summary><c>import</c>: files of products, stock, reviews and customers into the catalogue.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo[]> Files = new("files") { Arity = ArgumentArity.OneOrMore, Description = "CSV, TSV, JSON lines or a Google Merchant feed (XML); UTF-8, UTF-16 or CP949. Products are taken first, whatever the order." };
    private static readonly Option<string[]> Map = new("--map", "-m") { Description = "Field=header: which column holds what, where that was not recognised, such as ProductId=\"Item no.\"; Field= for none.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Currency = new("--currency") { Description = "What amounts without a currency are in (ISO 4217); Shop:Currency if not given." };
    private static readonly Option<string> Warehouse = new("--warehouse") { Description = "Where pieces lie of which the file names no warehouse; the shop's only one, or MAIN, if not given." };
    private static readonly Option<int?> Scale = new("--scale") { Description = "Points of the best rating: 5, 10 or 100; found in the file if not given." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do everything but write." };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with an import of the same file that was stopped or broke off." };
    private static readonly Option<FileInfo> Errors = new("--errors") { Description = "Where bad rows are written, to be corrected and imported; beside the file, as NAME.errors.csv, if not given. For one file." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print what became of the files as JSON." };

    public static Command Create()
    {
        Files.AcceptExistingOnly();
        Scale.AcceptOnlyFromAmong("5", "10", "100");
        var command = new Command("import", "Brings products, stock, reviews and customers into the catalogue. Ends with 1 when a row is bad.") { Files, Map, Currency, Warehouse, Scale, DryRun, Resume, Errors, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(Files)!;
        if (Choices(parsed) is not { } choices)
            return ExitCode.WrongUse;
        if (parsed.GetValue(Errors) is not null && files.Length > 1)
            return Refuse("--errors is for one file.");
        using var host = await Services.StartAsync(cancellationToken).ConfigureAwait(false);
        var (importer, store) = (host.Services.GetRequiredService<IImporter>(), host.Services.GetRequiredService<IImportStore>());
        var looked = new List<(FileInfo File, ImportPreview Preview)>();
        foreach (var file in files)
            looked.Add((file, await importer.LookAsync(file.FullName, choices, cancellationToken).ConfigureAwait(false)));
        foreach (var (file, preview) in looked.Where(l => l.Preview.Problem is not null))
            await Console.Error.WriteLineAsync($"{file.Name}: {preview.Problem!.In(Language.English)}").ConfigureAwait(false);
        if (looked.Exists(l => l.Preview.Problem is not null))
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return Refuse("Nothing was imported.");
        }

        var results = new List<ImportResult>();
        foreach (var (file, preview) in looked.OrderBy(l => l.Preview.Mapping!.Kind))
        {
            if (!parsed.GetValue(Json))
                ImportReport.Tell(file.Name, preview);
            if (preview.Unfinished is { } unfinished && !parsed.GetValue(Resume) && !parsed.GetValue(DryRun))
                Terminal.Error.WriteLine($"An import of this file stopped after {unfinished.Counts.Rows:N0} rows; --resume goes on from there. Beginning anew is safe: what is in already stays.");
            var result = parsed.GetValue(DryRun)
                ? await TryAsync(importer, file, preview, choices, cancellationToken).ConfigureAwait(false)
                : await RunAsync(importer, store, file, preview, choices, parsed.GetValue(Resume), parsed.GetValue(Errors), cancellationToken).ConfigureAwait(false);
            results.Add(result);
            if (!parsed.GetValue(Json))
                ImportReport.Tell(result);
            if (result.State is not nameof(ImportState.Finished))
                break;
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        if (parsed.GetValue(Json))
            ImportReport.TellJson(results);
        return results.TrueForAll(r => r is { State: nameof(ImportState.Finished), Counts.Bad: 0 }) && results.Count == files.Length ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<ImportResult> TryAsync(IImporter importer, FileInfo file, ImportPreview preview, ImportChoices choices, CancellationToken cancellationToken)
    {
        DryRun? dry = null;
        await ImportProgress.RunAsync(preview.Rows, 0, async done => dry = await importer.TryAsync(file.FullName, choices, c => done(c.Rows), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return new(file.Name, preview.Mapping!.Kind.ToString(), true, nameof(ImportState.Finished), dry!.Counts, [.. dry.Bad.Take(ImportReport.MostBad).Select(b => ImportReport.Words(b))], null);
    }

    private static async Task<ImportResult> RunAsync(
        IImporter importer, IImportStore store, FileInfo file, ImportPreview preview, ImportChoices choices, bool resume, FileInfo? errors, CancellationToken cancellationToken)
    {
        var goOnWith = resume ? preview.Unfinished : null;
        ImportRun? run = null;
        await ImportProgress.RunAsync(preview.Rows, goOnWith?.Counts.Rows ?? 0, async done =>
            run = await importer.RunAsync(file.FullName, file.Name, "", choices, goOnWith?.Id, r => done(r.Counts.Rows), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (run is null)
            return new(file.Name, preview.Mapping!.Kind.ToString(), false, "GoesOnElsewhere", ImportCounts.None, [], null);
        var (told, written) = (new List<string>(), (string?)null);
        if (run.Counts.Bad > 0)
        {
            await foreach (var bad in store.BadRowsAsync(run.Id, CancellationToken.None).Take(ImportReport.MostBad).ConfigureAwait(false))
                told.Add(ImportReport.Words(bad));
            written = errors?.FullName ?? Path.ChangeExtension(file.FullName, ".errors.csv");
            await using var output = new StreamWriter(written, append: false, new UTF8Encoding(true));
            await BadRowFile.WriteAsync(output, await store.HeadersAsync(run.Id, CancellationToken.None).ConfigureAwait(false), store.BadRowsAsync(run.Id, CancellationToken.None), file.Name, Language.English, CancellationToken.None).ConfigureAwait(false);
        }

        return new(file.Name, run.Kind.ToString(), false, run.State.ToString(), run.Counts, told, written);
    }

    private static ImportChoices? Choices(ParseResult parsed)
    {
        var columns = new Dictionary<ImportField, string?>();
        foreach (var pair in parsed.GetValue(Map) ?? [])
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || !Enum.TryParse<ImportField>(parts[0], ignoreCase: true, out var field) || !Enum.IsDefined(field))
            {
                Refuse($"--map {pair}: write Field=header; fields are {string.Join(", ", Enum.GetNames<ImportField>())}.");
                return null;
            }

            columns[field] = parts[1].Length > 0 ? parts[1] : null;
        }

        var (currency, warehouse) = (parsed.GetValue(Currency)?.ToUpperInvariant(), parsed.GetValue(Warehouse));
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetter)))
        {
            Refuse("--currency must be three letters, such as KRW.");
            return null;
        }

        if (warehouse is not null && Identifier.Of(warehouse) is null)
        {
            Refuse("--warehouse must be a short name without spaces, such as SEOUL.");
            return null;
        }

        return new(columns, currency, warehouse, parsed.GetValue(Scale));
    }

    private static int Refuse(string line)
    {
        Console.Error.WriteLine(line);
        return ExitCode.WrongUse;
    }
}
