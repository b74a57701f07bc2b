namespace CustomerService.PolarityTrainer;

/// <summary>A review as the model sees it, and whether it praises.</summary>
internal sealed record LabelledReview(string Text, bool Praises);

/// <summary>The tab-separated file of labelled reviews: label (1 praises, 0 complains), rating, text.</summary>
internal static class LabelledReviews
{
    /// <summary>One line in ten is never learnt from.</summary>
    public const int HeldOutEvery = 10;

    public static (List<LabelledReview> Learnt, List<LabelledReview> HeldOut) Read(string path)
    {
        var learnt = new List<LabelledReview>();
        var heldOut = new List<LabelledReview>();
        var line = 0;
        foreach (var row in File.ReadLines(path).Skip(1))
        {
            var columns = row.Split('\t', 3);
            if (columns.Length == 3 && columns[2].Length > 0)
                (line % HeldOutEvery == 0 ? heldOut : learnt).Add(new(columns[2].ToLowerInvariant(), columns[0] == "1"));
            line++;
        }

        return (learnt, heldOut);
    }
}
