namespace CustomerService.Cli.Benchmark;

/// <summary>Times of several calls; null where none succeeded.</summary>
/// <param name="TokensPerSecond">Completion tokens by the whole time of the call.</param>
internal sealed record CallTimes(double? FirstTokenMs, double? TotalMs, double? P95TotalMs, double? TokensPerSecond)
{
    /// <summary>p50 each, unless the name says otherwise.</summary>
    public static CallTimes Of(IReadOnlyList<BenchmarkCall> succeeded) => new(
        Percentile(succeeded.Select(c => c.FirstToken?.TotalMilliseconds), 50),
        Percentile(succeeded.Select(c => (double?)c.Total.TotalMilliseconds), 50),
        Percentile(succeeded.Select(c => (double?)c.Total.TotalMilliseconds), 95),
        Percentile(succeeded.Where(c => c.Total > TimeSpan.Zero).Select(c => (double?)(c.Usage.CompletionTokens / c.Total.TotalSeconds)), 50));

    private static double? Percentile(IEnumerable<double?> values, double percent) =>
        Times.Percentile([.. values.OfType<double>().Order()], percent) is { } found ? Math.Round(found, 1) : null;
}

/// <summary>One prompt, over all rounds.</summary>
internal sealed record PromptFigures(string Prompt, int Succeeded, int Failed, CallTimes Times)
{
    public static PromptFigures Of(string prompt, IReadOnlyList<BenchmarkCall> calls)
    {
        var succeeded = calls.Where(c => c.Fault is null).ToList();
        return new(prompt, succeeded.Count, calls.Count - succeeded.Count, CallTimes.Of(succeeded));
    }
}

/// <summary>One model, over all prompts and rounds.</summary>
/// <param name="Errors">How often each fault came.</param>
/// <param name="Estimated">Whether tokens are estimates, because the endpoint sent no usage.</param>
/// <param name="CostPerCall">US dollars on average; null when the price is unknown or no call succeeded.</param>
internal sealed record ModelFigures(
    string Model, int Succeeded, int Failed, IReadOnlyDictionary<string, int> Errors, CallTimes Times, long PromptTokens, long CompletionTokens, bool Estimated,
    decimal? CostPerCall, IReadOnlyList<PromptFigures> Prompts)
{
    public static ModelFigures Of(string model, IReadOnlyList<BenchmarkCall> calls, IReadOnlyList<PromptFigures> prompts)
    {
        var succeeded = calls.Where(c => c.Fault is null).ToList();
        return new(
            model, succeeded.Count, calls.Count - succeeded.Count,
            calls.Where(c => c.Fault is not null).GroupBy(c => FaultWords.Code(c.Fault!.Value)).ToDictionary(g => g.Key, g => g.Count()),
            CallTimes.Of(succeeded), succeeded.Sum(c => (long)c.Usage.PromptTokens), succeeded.Sum(c => (long)c.Usage.CompletionTokens), succeeded.Any(c => c.Usage.Estimated),
            succeeded.Count == 0 || succeeded.Any(c => c.Usage.Cost is null) ? null : succeeded.Average(c => c.Usage.Cost!.Value), prompts);
    }
}
