using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;

namespace CustomerService.Cli.Batch;

internal enum BatchState
{
    Succeeded,
    /// <summary>Tried again when the batch is started again.</summary>
    Failed,
}

/// <param name="Code">Such as <c>rateLimited</c>.</param>
internal sealed record BatchError(string Code, string Message);

/// <summary>A line of the results file. An item that failed before has several lines; the last one counts.</summary>
/// <param name="Model">Who wrote it; null for the embedded assistant.</param>
/// <param name="AnswerId">Of a question, under which it is stored.</param>
/// <param name="Ms">Milliseconds, without waiting in the queue.</param>
internal sealed record BatchResult(
    int Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    string Fingerprint,
    BatchState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    string? Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AnswerId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UsageMessage? Usage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Ms,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BatchError? Error)
{
    /// <summary>How every line begins.</summary>
    public const string Beginning = "{\"line\":";

    public static BatchResult Succeeded(BatchItem item, string text, string? model, TokenUsage usage, TimeSpan took, string? answerId = null) => new(
        item.Line, item.Id, item.Fingerprint, BatchState.Succeeded, text, model, answerId,
        new(usage.PromptTokens, usage.CompletionTokens, usage.Cost, usage.Estimated), Math.Round(took.TotalMilliseconds, 1), null);

    public static BatchResult Failed(BatchItem item, string? model, BatchError error, string? answerId = null) =>
        new(item.Line, item.Id, item.Fingerprint, BatchState.Failed, null, model, answerId, null, null, error);
}

/// <summary>The part of a line that tells what was done.</summary>
internal sealed record FinishedLine(int? Line, string? Id, string? Fingerprint, BatchState? State);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(CamelCaseEnums)])]
[JsonSerializable(typeof(BatchResult))]
[JsonSerializable(typeof(FinishedLine))]
[JsonSerializable(typeof(BatchSummary))]
internal sealed partial class BatchResultJson : JsonSerializerContext;

internal static class BatchFormat
{
    public static BatchResultJson Compact { get; } = new(new JsonSerializerOptions(BatchResultJson.Default.Options) { Encoder = AnswerJson.Encoder });
    public static BatchResultJson Indented { get; } = new(new JsonSerializerOptions(BatchResultJson.Default.Options) { Encoder = AnswerJson.Encoder, WriteIndented = true });
}
