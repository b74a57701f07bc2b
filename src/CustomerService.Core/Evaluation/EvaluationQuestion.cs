using CustomerService.Core.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>A question whose answer is known.</summary>
/// <param name="ProductId">Null where the question names its product itself or is about the shop.</param>
/// <param name="Question">1 to 2,000 characters.</param>
/// <param name="Answer">The reference; empty where there is none.</param>
/// <param name="Kind">Such as <c>policy</c>; null where the file tells none, so that the question's own words decide.</param>
/// <param name="Answerable">False when the shop's data does not hold the answer, so that the right one is not to give any.</param>
public sealed record EvaluationQuestion(string? ProductId, string Question, string Answer, string? Kind, Language Language, bool Answerable)
{
    /// <summary>What says that a question of another run is the same.</summary>
    public (string?, string) Key => (ProductId, Question);
}

/// <summary>Who writes the answers that are measured.</summary>
public enum EvaluationWriter
{
    Embedded,
    Model,
}
