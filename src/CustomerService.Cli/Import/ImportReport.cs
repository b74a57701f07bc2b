using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Spectre.Console;

namespace CustomerService.Cli.Import;

/// <param name="BadRows">The first of them, in words.</param>
/// <param name="Errors">The file with all of them; null where there are none, or nothing was written.</param>
internal sealed record ImportResult(string File, string Kind, bool DryRun, string State, ImportCounts Counts, IReadOnlyList<string> BadRows, string? Errors);

internal static class ImportReport
{
    public const int MostBad = 10;
    private const int LongestCell = 40;

    /// <summary>What was recognised.</summary>
    public static void Tell(string name, ImportPreview preview)
    {
        var mapping = preview.Mapping!;
        Terminal.Output.WriteLine($"{name}: {preview.Rows:N0} rows, {mapping.Kind}{(mapping.Dialect == ImportDialect.Own ? "" : $" of {mapping.Dialect}")}, {preview.Encoding}");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Field").AddColumn("Column").AddColumn("First row");
        foreach (var (field, column) in mapping.Columns.OrderBy(c => c.Value))
            table.AddRow(new Text(field.ToString()), new Text(preview.Headers[column]), new Text(preview.First.Count > 0 ? Cut(preview.First[0].Cells[column]) : ""));
        Terminal.Output.Write(table);
        if (mapping.Unused.Count > 0)
            Terminal.Output.WriteLine($"Not used: {string.Join(", ", mapping.Unused)}");
        if (mapping.Columns.ContainsKey(ImportField.Price) && !preview.TellsCurrency)
            Terminal.Output.WriteLine($"The file names no currency: prices are taken to be in {preview.Currency} (--currency).");
        if (mapping.Kind == ImportKind.Reviews)
            Terminal.Output.WriteLine($"Ratings are of {preview.Scale} points (--scale).");
    }

    /// <summary>What became of it.</summary>
    public static void Tell(ImportResult result)
    {
        var c = result.Counts;
        Terminal.Output.WriteLine($"{result.File}: {(result.DryRun ? "would be " : "")}{c.Added:N0} added, {c.Changed:N0} changed, {c.Unchanged:N0} unchanged, {c.Skipped:N0} skipped, {c.Bad:N0} bad.");
        foreach (var bad in result.BadRows)
            Terminal.Output.Write(new Text($"  {bad}\n", new Style(Color.Red)));
        if (result.Errors is not null)
            Terminal.Output.WriteLine($"The bad rows, to correct and import: {result.Errors}");
        if (End(result.State) is { } end)
            Terminal.Error.WriteLine(end);
    }

    public static void TellJson(IReadOnlyList<ImportResult> results) => Console.WriteLine(JsonSerializer.Serialize(results, ImportFormat.Indented.IReadOnlyListImportResult));

    public static string Words(BadRow bad) =>
        $"line {bad.Line}{(bad.Problem.Column.Length > 0 ? $", {bad.Problem.Column}" : "")}: {bad.Problem.In(Language.English)}{(bad.Problem.Value.Length > 0 ? $" ({Cut(bad.Problem.Value)})" : "")}";

    private static string? End(string state) => state switch
    {
        nameof(ImportState.Finished) => null,
        nameof(ImportState.Stopped) => "Stopped; --resume goes on from here.",
        nameof(ImportState.TooManyBad) => $"More than {IImporter.MostBadRows:N0} rows are bad, so the columns are probably not what they seem. What is good is in.",
        _ => "An import of this file goes on elsewhere.",
    };

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestCell ? line : $"{line[..LongestCell]}…";
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ImportResult>))]
internal sealed partial class ImportJson : JsonSerializerContext;

internal static class ImportFormat
{
    public static ImportJson Indented { get; } = new(new JsonSerializerOptions(ImportJson.Default.Options) { Encoder = AnswerJson.Encoder });
}
