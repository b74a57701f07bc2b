namespace CustomerService.Data.Documents;

internal sealed class PassageRecord
{
    public required string DocumentId { get; init; }
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required int Page { get; init; }
    public required string Chapter { get; init; }
    public required string Heading { get; init; }
    public required string Text { get; init; }
}
