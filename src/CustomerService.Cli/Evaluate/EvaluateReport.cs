using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Text;
using Spectre.Console;

namespace CustomerService.Cli.Evaluate;

/// <summary>Figures of one group of questions.</summary>
internal sealed record GroupFigures(string Writer, string Group, EvaluationFigures Figures);

/// <param name="Missed">Thresholds that were not reached.</param>
internal sealed record EvaluationSummary(string Name, DateTimeOffset StartedAt, IReadOnlyList<GroupFigures> Figures, IReadOnlyList<GroupFigures> Before, IReadOnlyList<string> Missed);

internal static class EvaluateReport
{
    private const int MostCases = 10;
    private const int ChartWidth = 80;
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(EvaluationRun run, EvaluationRun? before, IReadOnlyList<string> missed, bool json)
    {
        var groups = run.Writers.SelectMany(w => Groups(run, w)).ToList();
        if (json)
        {
            IReadOnlyList<GroupFigures> earlier = before is null ? [] : [.. before.Writers.Select(w => new GroupFigures(Name(w), "all", before.Figures(w)))];
            Console.WriteLine(JsonSerializer.Serialize(new(run.Name, run.StartedAt, groups, earlier, missed), EvaluateFormat.Indented.EvaluationSummary));
            return;
        }

        Terminal.Output.Write(Table(groups));
        foreach (var writer in run.Writers)
        {
            Chart(writer, run.Figures(writer));
            if (before is not null)
                Compare(run, before, writer);
        }

        Worst(run);
    }

    private static IEnumerable<GroupFigures> Groups(EvaluationRun run, EvaluationWriter writer)
    {
        var cases = run.Of(writer).ToList();
        yield return new(Name(writer), "all", EvaluationFigures.Of(cases));
        foreach (var language in cases.GroupBy(c => c.Language).OrderBy(g => g.Key))
            yield return new(Name(writer), language.Key.Code(), EvaluationFigures.Of(language));
        foreach (var kind in cases.GroupBy(c => c.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            yield return new(Name(writer), kind.Key, EvaluationFigures.Of(kind));
    }

    private static Table Table(IReadOnlyList<GroupFigures> groups)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("").Padding(0, 0, 0, 0).NoWrap());
        var metrics = EvaluationMetric.All.Where(m => m.Name != "written-recall" && groups.Any(g => m.Of(g.Figures) is not null)).ToList();
        var isPaid = groups.Any(g => g.Figures.Cost is > 0);
        foreach (var name in (string[])["Asked", "Written", .. metrics.Select(Header), .. isPaid ? ["US$"] : Array.Empty<string>()])
            table.AddColumn(new TableColumn(name).RightAligned().Padding(1, 0, 0, 0).NoWrap());
        foreach (var (writer, group, f) in groups)
        {
            table.AddRow(
            [
                new Text(group == "all" ? writer : $"  {group}", group == "all" ? new Style(decoration: Decoration.Bold) : Quiet), Cell($"{f.Questions:N0}"), Cell($"{f.InDocuments:N0}"),
                .. metrics.Select(m => Cell(m.IsShare ? m.Of(f)?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–" : Told(m, m.Of(f)))), .. isPaid ? [Cell(f.Cost is { } cost ? cost.ToString("0.00##", CultureInfo.InvariantCulture) : "–")] : Array.Empty<Text>(),
            ]);
        }

        return table;

        static Text Cell(string text) => new(text);
        static string Header(EvaluationMetric metric) => metric.Name switch { "citations" => "cited", "supported" => "figures", "language" => "lang", _ => metric.Name };
    }

    private static void Chart(EvaluationWriter writer, EvaluationFigures figures)
    {
        var chart = new BarChart().Width(ChartWidth).Label(Name(writer)).LeftAlignLabel().WithMaxValue(1);
        foreach (var metric in EvaluationMetric.All.Where(m => m.IsShare && m.Of(figures) is not null))
            chart.AddItem(metric.Name, Math.Round(metric.Of(figures)!.Value, 3), Color.SteelBlue1);
        Terminal.Output.Write(chart);
        Terminal.Output.WriteLine();
    }

    private static void Compare(EvaluationRun run, EvaluationRun before, EvaluationWriter writer)
    {
        if (EvaluationComparison.Of(run, before, writer) is not { } comparison)
        {
            Terminal.Output.WriteLine($"The earlier run has no answers of {Name(writer)}.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).Title($"{Name(writer)}: since {before.StartedAt:yyyy-MM-dd HH:mm} UTC").AddColumn("");
        foreach (var name in new[] { "Before", "Now", "Change" })
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (var metric in EvaluationMetric.All)
        {
            if (metric.Of(comparison.Now) is not { } now || metric.Of(comparison.Before) is not { } then)
                continue;
            var (change, isNews) = (now - then, Math.Abs(now - then) >= (metric.IsShare ? 0.0005 : 1));
            table.AddRow(
                new Text(metric.Name), new Text(Told(metric, then)), new Text(Told(metric, now)),
                new Text((change > 0 ? "+" : "") + Told(metric, change), !isNews ? Quiet : new Style(change > 0 == metric.IsShare ? Color.Green : Color.Red)));
        }

        Terminal.Output.Write(table);
        Terminal.Output.WriteLine($"{comparison.Common:N0} questions in both: {comparison.Better.Count:N0} better, {comparison.Worse.Count:N0} worse.");
        foreach (var changed in comparison.Worse.Take(MostCases))
            Terminal.Output.Write(new Text($"  worse by {-changed.Change:0.00}: {changed.Now.Question}\n", new Style(Color.Red)));
        foreach (var changed in comparison.Better.Take(MostCases))
            Terminal.Output.Write(new Text($"  better by {changed.Change:0.00}: {changed.Now.Question}\n", new Style(Color.Green)));
    }

    private static void Worst(EvaluationRun run)
    {
        var worst = run.Cases.Where(c => c.Verdict != EvaluationVerdict.Fine).OrderBy(c => c.Score).ToList();
        if (worst.Count == 0)
            return;
        Terminal.Output.WriteLine($"{worst.Count:N0} of {run.Cases.Count:N0} are not fine: {string.Join(", ", worst.CountBy(c => c.Verdict).OrderByDescending(v => v.Value).Select(v => $"{Words(v.Key)} {v.Value:N0}"))}. The worst:");
        foreach (var c in worst.Take(MostCases))
        {
            Terminal.Output.Write(new Text($"  {(c.ProductId is { } id ? id + ": " : "")}{c.Question}\n"));
            var what = c.Failure ?? (c.Unsupported.Count > 0 ? $"{Words(c.Verdict)}: {string.Join(", ", c.Unsupported)}" : Words(c.Verdict));
            Terminal.Output.Write(new Text($"    {what}{(c.Reference.Length > 0 ? $"; expected: {c.Reference}" : "")}\n", Quiet));
        }
    }

    private static string Words(EvaluationVerdict verdict) => verdict switch
    {
        EvaluationVerdict.Failed => "failed",
        EvaluationVerdict.NotWritten => "written nowhere",
        EvaluationVerdict.NotFound => "written but not found",
        EvaluationVerdict.NotSaid => "found but not said",
        EvaluationVerdict.AnsweredAnyway => "answered though unanswerable",
        EvaluationVerdict.Unsupported => "without support",
        EvaluationVerdict.WrongCitation => "wrong citation",
        EvaluationVerdict.WrongLanguage => "wrong language",
        _ => "fine",
    };

    private static string Name(EvaluationWriter writer) => writer == EvaluationWriter.Embedded ? "embedded" : "model";

    private static string Told(EvaluationMetric metric, double? value) => value is { } known ? known.ToString(metric.IsShare ? "0.000" : "N0", CultureInfo.InvariantCulture) : "–";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(EvaluationSummary))]
internal sealed partial class EvaluateJson : JsonSerializerContext;

internal static class EvaluateFormat
{
    public static EvaluateJson Indented { get; } = new(new JsonSerializerOptions(EvaluateJson.Default.Options) { Encoder = AnswerJson.Encoder });
}
