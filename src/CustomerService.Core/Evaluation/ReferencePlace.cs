using CustomerService.Core.Documents;

namespace CustomerService.Core.Evaluation;

/// <summary>Whether a reference answer stands in a passage. The one definition by which retrieval is measured.</summary>
public static class ReferencePlace
{
    /// <summary>The part of the reference's tokens that the best passage must hold for the question to count as answered by the documents.</summary>
    public const double MinRecall = 0.6;

    /// <summary>A passage that holds this part of what the best one holds is as good.</summary>
    public const double AsGood = 0.9;

    /// <summary>Which part of the reference's tokens stand in the passage or its heading: 0 to 1.</summary>
    public static double Recall(string reference, Passage passage) => AnswerTokens.Recall($"{passage.Heading} {passage.Text}", reference);

    /// <param name="best">The recall of the best passage there is.</param>
    public static bool IsWritten(double best) => best >= MinRecall;

    /// <summary>Whether the passage holds the reference as well as the best one does.</summary>
    /// <param name="best">The recall of the best passage there is.</param>
    public static bool Holds(string reference, Passage passage, double best) => Recall(reference, passage) >= AsGood * best;
}
