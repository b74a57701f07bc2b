using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;

namespace CustomerService.Core.Evaluation;

/// <summary>A file of questions, asked once: a record that a later run can be compared with.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Name">Of the file.</param>
/// <param name="By">Who started it; empty on the command line.</param>
/// <param name="Cases">In the file's order, those of one writer after those of another.</param>
public sealed record EvaluationRun(string Id, string Name, DateTimeOffset StartedAt, string By, IReadOnlyList<EvaluationCase> Cases)
{
    [JsonIgnore]
    public IReadOnlyList<EvaluationWriter> Writers => [.. Cases.Select(c => c.Writer).Distinct()];

    /// <summary>The questions again, as they were asked.</summary>
    [JsonIgnore]
    public IReadOnlyList<EvaluationQuestion> Questions =>
        [.. Of(Writers is [var first, ..] ? first : default).Select(c => new EvaluationQuestion(c.ProductId, c.Question, c.Reference, c.Kind, c.Language, c.Answerable))];

    public IEnumerable<EvaluationCase> Of(EvaluationWriter writer) => Cases.Where(c => c.Writer == writer);

    public EvaluationFigures Figures(EvaluationWriter writer) => EvaluationFigures.Of(Of(writer));

    public string ToJson() => JsonSerializer.Serialize(this, EvaluationFormat.Json.EvaluationRun);

    /// <returns>Null when the text is not such a record.</returns>
    public static EvaluationRun? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, EvaluationFormat.Json.EvaluationRun) is { Cases: not null, Name: not null } run ? run : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(CamelCaseEnums)], RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EvaluationRun))]
[JsonSerializable(typeof(EvaluationFigures))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

internal static class EvaluationFormat
{
    public static EvaluationJson Json { get; } = new(new JsonSerializerOptions(EvaluationJson.Default.Options) { Encoder = AnswerJson.Encoder });
}
