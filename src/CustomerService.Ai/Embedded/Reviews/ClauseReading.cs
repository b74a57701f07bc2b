namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>What a clause says of one aspect; 0 where its words decide nothing.</summary>
internal readonly record struct AspectScore(string Aspect, double Score);

/// <summary>What a clause says: its score in all, and of each aspect that it speaks of.</summary>
internal sealed class ClauseReading
{
    public double Score { get; private set; }

    /// <summary>Whether any opinion word stood in it.</summary>
    public bool HasOpinion { get; private set; }

    public List<AspectScore> Aspects { get; } = [];

    public void Say(string? aspect, double score)
    {
        if (aspect is null)
            return;
        var index = Aspects.FindIndex(a => a.Aspect == aspect);
        if (index < 0)
            Aspects.Add(new(aspect, score));
        else
            Aspects[index] = new(aspect, Aspects[index].Score + score);
    }

    public void Add(double score)
    {
        Score += score;
        HasOpinion = true;
    }
}
