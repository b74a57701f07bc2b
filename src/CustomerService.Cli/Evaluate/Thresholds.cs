using System.CommandLine;
using System.Globalization;
using CustomerService.Core.Evaluation;

namespace CustomerService.Cli.Evaluate;

/// <summary>For each figure the least or most that it may be: <c>--min-hit3 0.85</c>, <c>--max-p95 500</c>.</summary>
internal static class Thresholds
{
    private static readonly List<(EvaluationMetric Metric, Option<double?> Option)> All = [.. EvaluationMetric.All.Select(m => (m, Create(m)))];

    public static IEnumerable<Option<double?>> Options => All.Select(t => t.Option);

    /// <summary>What is not reached, a line each. What was not measured is not reached.</summary>
    public static IEnumerable<string> Missed(ParseResult parsed, EvaluationRun run)
    {
        foreach (var writer in run.Writers)
        {
            var figures = run.Figures(writer);
            foreach (var (metric, option) in All)
            {
                if (parsed.GetValue(option) is not { } bound)
                    continue;
                var value = metric.Of(figures);
                if (value is null)
                    yield return $"{writer}: {metric.Name} could not be measured, so {option.Name} {Told(bound)} is not reached.";
                else if (metric.IsShare ? value < bound : value > bound)
                    yield return $"{writer}: {metric.Name} is {Told(value.Value)}, {option.Name} {Told(bound)} is not reached.";
            }
        }
    }

    private static Option<double?> Create(EvaluationMetric metric)
    {
        var option = new Option<double?>($"--{(metric.IsShare ? "min" : "max")}-{metric.Name}") { Description = metric.IsShare ? "Threshold, 0 to 1." : "Threshold in milliseconds." };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (result.GetValue(option) is not { } bound || bound < 0 || (metric.IsShare && bound > 1)))
                result.AddError($"{option.Name} must be {(metric.IsShare ? "0 to 1" : "0 or more")}.");
        });
        return option;
    }

    private static string Told(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
