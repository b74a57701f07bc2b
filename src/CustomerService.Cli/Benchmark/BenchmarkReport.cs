using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;
using Spectre.Console;

namespace CustomerService.Cli.Benchmark;

internal static class BenchmarkReport
{
    private const int ChartWidth = 80;

    public static void Write(IReadOnlyList<ModelFigures> figures, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures, BenchmarkFormat.Indented.IReadOnlyListModelFigures));
            return;
        }

        Terminal.Output.Write(Table(figures));
        if (figures.Any(f => f.Estimated))
            Terminal.Output.WriteLine("* estimated: the endpoint sends no usage");
        Chart("Whole call, p50 in ms", figures, f => f.Times.TotalMs);
        Chart("First token, p50 in ms", figures, f => f.Times.FirstTokenMs);
        Chart("Tokens a second, p50", figures, f => f.Times.TokensPerSecond);
    }

    private static Table Table(IReadOnlyList<ModelFigures> figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Model").NoWrap());
        foreach (var name in new[] { "Calls", "First ms", "Whole ms", "p95 ms", "Tokens/s", "Price/call" })
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        table.AddColumn("Errors");
        foreach (var f in figures)
        {
            table.AddRow(
                new Text(f.Model), new Text($"{f.Succeeded + f.Failed:N0}"), new Text(Ms(f.Times.FirstTokenMs)), new Text(Ms(f.Times.TotalMs)), new Text(Ms(f.Times.P95TotalMs)),
                new Text(f.Times.TokensPerSecond is { } tps ? tps.ToString("N1", CultureInfo.InvariantCulture) + (f.Estimated ? "*" : "") : "–"),
                new Text(f.Succeeded == 0 ? "–" : Prices.Words(f.CostPerCall)),
                new Text(f.Failed == 0 ? "none" : string.Join(", ", f.Errors.Select(e => $"{e.Key} {e.Value:N0}")), new Style(f.Failed == 0 ? Color.Grey : Color.Red)));
        }

        return table;
    }

    private static void Chart(string title, IReadOnlyList<ModelFigures> figures, Func<ModelFigures, double?> value)
    {
        var measured = figures.Where(f => value(f) is not null).ToList();
        if (measured.Count == 0)
            return;
        var chart = new BarChart().Width(ChartWidth).Label(title).LeftAlignLabel();
        foreach (var f in measured)
            chart.AddItem(Markup.Escape(f.Model), value(f)!.Value, Color.SteelBlue1);
        Terminal.Output.Write(chart);
        Terminal.Output.WriteLine();
    }

    private static string Ms(double? ms) => ms is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : "–";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ModelFigures>))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;

internal static class BenchmarkFormat
{
    public static BenchmarkJson Indented { get; } = new(new JsonSerializerOptions(BenchmarkJson.Default.Options) { Encoder = AnswerJson.Encoder });
}
