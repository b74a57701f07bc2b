namespace CustomerService.Data.Evaluation;

internal sealed class EvaluationRunRecord
{
    public const int MaxName = 200;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required string StartedBy { get; init; }
    public required int Questions { get; init; }
    /// <summary>The whole run.</summary>
    public required string Json { get; init; }
}
