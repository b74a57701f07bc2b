namespace CustomerService.Data.Conversations;

/// <summary>The tokens by which a thread is found: of its messages, its customer and its product.</summary>
internal sealed class ThreadTextRecord
{
    /// <summary>By which the full-text index knows it.</summary>
    public long Id { get; init; }
    public required string ConversationId { get; init; }
    /// <summary>Each once, between spaces.</summary>
    public required string Tokens { get; set; }
}
