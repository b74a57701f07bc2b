namespace CustomerService.Benchmarks;

internal enum Bound
{
    AtMost,
    AtLeast,
}

/// <summary>What is asked of a figure, in the figure's unit.</summary>
internal sealed record Limit(Bound Bound, double Value);

/// <summary>One measured number.</summary>
/// <param name="Limit">Null for a number that is only told.</param>
internal sealed record Figure(string Benchmark, string Name, double Value, string Unit, Limit? Limit = null)
{
    /// <summary>The measured number in proportion to the limit; null without one, or when it is 0.</summary>
    public double? Ratio => Limit is { Value: > 0 } limit ? Value / limit.Value : null;

    public bool IsMet => Limit switch
    {
        null => true,
        { Bound: Bound.AtMost } limit => Value <= limit.Value,
        var limit => Value >= limit.Value,
    };
}

/// <summary>How much is measured.</summary>
/// <param name="Database">Where the large shop is kept; null for nowhere.</param>
/// <param name="Peers">A folder in which <c>npm install openai</c> was run; null for none.</param>
internal sealed record Effort(bool Quick, string? Database, string? Peers)
{
    private const int LeastRounds = 3;

    public int Rounds(int full) => Quick ? Math.Max(LeastRounds, full / 10) : full;

    /// <summary>Tells what goes on, beside the figures.</summary>
    public static void Tell(string what) => Console.Error.WriteLine(what);
}
