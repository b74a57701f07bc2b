using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace CustomerService.Cli.Batch;

/// <summary>The summary, for people or for programs.</summary>
internal static class BatchReport
{
    public static void Write(BatchSummary summary, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(summary, BatchFormat.Indented.BatchSummary));
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Add("Succeeded", $"{summary.Succeeded:N0}");
        Add("Failed", summary.Failed == 0 ? "0" : $"{summary.Failed:N0}: {string.Join(", ", summary.Errors.Select(e => $"{e.Key} {e.Value:N0}"))}");
        if (summary.Skipped > 0)
            Add("Skipped", $"{summary.Skipped:N0}, finished earlier");
        if (summary.Left > 0)
            Add("Left", $"{summary.Left:N0}; the same command goes on there");
        Add("Elapsed", TimeSpan.FromMilliseconds(summary.ElapsedMs).ToString(@"hh\:mm\:ss\.f", CultureInfo.InvariantCulture));
        if (summary is { AverageMs: { } average, P95Ms: { } p95 })
            Add("Each", $"average {average:N0} ms, p95 {p95:N0} ms");
        Add("Tokens", $"{summary.PromptTokens:N0} in, {summary.CompletionTokens:N0} out{(summary.Estimated ? ", partly estimated" : "")}");
        Add("Money", Prices.Words(summary.Cost, summary.Unpriced));
        Add("Results", summary.Results);
        Terminal.Output.Write(grid);

        void Add(string name, string value) => grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(value).Overflow(Overflow.Fold));
    }
}
