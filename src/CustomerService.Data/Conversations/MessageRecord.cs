using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Triage;

namespace CustomerService.Data.Conversations;

internal sealed class MessageRecord
{
    public required string ConversationId { get; init; }
    public required int Sequence { get; init; }
    public required long Version { get; init; }
    public required MessageAuthor Author { get; init; }
    public string Text { get; init; } = "";
    public required DateTimeOffset SentAt { get; init; }
    public string? ClientId { get; init; }
    public string? AnswerId { get; init; }
    public AnswerState? AnswerState { get; init; }
    public int? Question { get; init; }
    public ConversationNote? Note { get; init; }
    public Thumb? Thumb { get; init; }
    /// <summary>The program that writes the answer.</summary>
    public string? Node { get; init; }
    public string? AgentId { get; init; }
    public HandoffReason? Reason { get; init; }

    public static MessageRecord Of(string conversationId, ConversationMessage m) => new()
    {
        ConversationId = conversationId,
        Sequence = m.Sequence,
        Version = m.Version,
        Author = m.Author,
        Text = m.Text,
        SentAt = m.SentAt,
        ClientId = m.ClientId,
        AnswerId = m.AnswerId,
        AnswerState = m.AnswerState,
        Question = m.Question,
        Note = m.Note,
        Thumb = m.Thumb,
        Node = m.Node,
        AgentId = m.AgentId,
        Reason = m.Reason,
    };

    public ConversationMessage ToMessage() => new(Sequence, Version, Author, Text, SentAt, ClientId, AnswerId, AnswerState, Question, Note, Thumb, Node, AgentId, Reason);
}
