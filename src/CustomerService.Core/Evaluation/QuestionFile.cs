using System.Text.Json;
using CustomerService.Core.Answers;

namespace CustomerService.Core.Evaluation;

/// <summary>
/// Reads questions with reference answers: a JSON array, JSON lines, or CSV with a header. Fields are <c>productId</c> (a number or a text), <c>question</c>,
/// <c>answer</c>, and if wanted <c>kind</c>, <c>language</c> (ko or en) and <c>answerable</c>; others are not heeded.
/// </summary>
public static class QuestionFile
{
    public const int MaxQuestions = 5_000;
    public const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxAnswer = 4_000;
    private const int MaxKind = 40;
    private const int MostProblemsTold = 20;

    /// <returns>The questions, or what is wrong with the file, at most 20 lines.</returns>
    public static (IReadOnlyList<EvaluationQuestion> Questions, IReadOnlyList<string> Problems) Read(string text)
    {
        try
        {
            var (questions, problems, place) = (new List<EvaluationQuestion>(), new List<string>(), 0);
            foreach (var fields in RecordFile.Read(text))
            {
                place++;
                if (questions.Count == MaxQuestions)
                    return ([], [$"The file has more than {MaxQuestions:N0} questions."]);
                var (question, problem) = Question(fields);
                if (question is not null)
                    questions.Add(question);
                else if (problems.Count < MostProblemsTold)
                    problems.Add($"Question {place}: {problem}.");
            }

            return problems.Count > 0 ? ([], problems) : questions.Count == 0 ? ([], ["The file holds no question."]) : (questions, []);
        }
        catch (JsonException e)
        {
            return ([], [RecordFile.Words(e)]);
        }
    }

    private static (EvaluationQuestion? Question, string? Problem) Question(IReadOnlyDictionary<string, string> fields)
    {
        string Field(string name) => fields.GetValueOrDefault(name, "");
        var (answer, kind, told) = (Field("answer"), Field("kind"), Field("answerable"));
        var (query, problems) = CustomerQuery.Create(Field("question"), Field("productId"), null, Field("language"), null, Surface.CommandLine);
        if (query is null)
            return (null, string.Join(", ", problems.Select(Words)));
        if (answer.Length > MaxAnswer)
            return (null, $"\"answer\" has more than {MaxAnswer:N0} characters");
        if (kind.Length > MaxKind)
            return (null, $"\"kind\" has more than {MaxKind} characters");
        if (told.Length > 0 && Yes(told) is null)
            return (null, "\"answerable\" is neither true nor false");
        var answerable = Yes(told) ?? answer.Length > 0;
        return (new(query.ProductId, query.Question, answer, kind.Length > 0 ? kind : null, query.Language, answerable), null);
    }

    private static bool? Yes(string told) => told.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" => true,
        "FALSE" or "0" or "NO" => false,
        _ => null,
    };

    private static string Words(InputProblem problem) => (problem.Field, problem.Code) switch
    {
        (InputField.Language, _) => "\"language\" is neither ko nor en",
        (InputField.ProductId, _) => "\"productId\" is not 1 to 64 letters, digits, '-', '_' or '.'",
        (_, InputProblemCode.Empty) => "it has no \"question\"",
        (_, InputProblemCode.TooLong) => $"\"question\" has more than {problem.Limit:N0} characters",
        _ => "\"question\" holds control characters",
    };
}
