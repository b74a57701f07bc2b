using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Web.Hub;

/// <summary>How a browser comes in, for the first time or again.</summary>
/// <param name="Visitor">The secret that the browser keeps; null for somebody new.</param>
/// <param name="ConversationId">The thread that it shows; null for the visitor's open one.</param>
/// <param name="Language">The page's language, which notes are worded in; answers follow the question's.</param>
/// <param name="Identity">Who the shop says the customer is.</param>
public sealed record OpenRequest(string? Visitor, string? ConversationId, string? Language, string? ProductId, IdentityClaim? Identity);

/// <param name="Hash">The shop's signature; see <see cref="CustomerTokens"/>.</param>
public sealed record IdentityClaim(string? Id, string? Hash);

/// <param name="Visitor">The secret to keep.</param>
/// <param name="Version">0 while nothing was written into the thread.</param>
/// <param name="Identified">Whether the signature holds; null when none was given.</param>
public sealed record OpenReply(string Visitor, string ConversationId, long Version, bool? Identified);

public sealed record ProductView(string Id, LocalizedText Name);

/// <param name="ClientId">The sender's own id of the message: sent again, it is the same message.</param>
public sealed record SendRequest(string ClientId, string Text, string? ProductId);

/// <summary>The message's place in the thread, or why it was not accepted.</summary>
public sealed record SendReply(int? Sequence, long? Version, ChatProblem? Problem);

/// <param name="Code"><c>empty</c>, <c>tooLong</c>, <c>controlCharacters</c>, <c>malformed</c> or <c>tooMany</c>.</param>
/// <param name="Limit">Characters allowed, with <c>tooLong</c>.</param>
/// <param name="RetryAfter">Seconds, with <c>tooMany</c>.</param>
public sealed record ChatProblem(string Code, int? Limit = null, int? RetryAfter = null);

/// <param name="Since">The version that is known; 0 for all.</param>
/// <param name="Progress">By answer, the number of the next event that is wanted.</param>
public sealed record FollowRequest(long Since, IReadOnlyDictionary<string, int>? Progress);

/// <summary>One step of a thread: <see cref="Conversation"/> with all that changed, one event of a running answer, or who is writing right now.</summary>
/// <param name="Number">The event's number within its answer.</param>
public sealed record ChatUpdate(
    ConversationView? Conversation = null,
    IReadOnlyList<MessageView>? Messages = null,
    int? Sequence = null,
    string? AnswerId = null,
    int? Number = null,
    LookupKind? Looking = null,
    LookupMessage? Lookup = null,
    string? Text = null,
    Citation? Citation = null,
    AnswerSource? Author = null,
    MessageAuthor? Typing = null)
{
    /// <param name="staff">What members of staff are called, by id.</param>
    /// <returns>Null for an event that is none of the customer's business.</returns>
    public static ChatUpdate? Of(ConversationUpdate update, IReadOnlyDictionary<string, string> staff) => update switch
    {
        ConversationUpdate.Changed changed => new(ConversationView.Of(changed.Changes.Conversation), [.. changed.Changes.Messages.Select(m => MessageView.Of(m, staff))]),
        ConversationUpdate.Progress(var sequence, var answerId, var language, var (number, next)) => next switch
        {
            AnswerEvent.LookupStarted started => new(Sequence: sequence, AnswerId: answerId, Number: number, Looking: started.Kind),
            AnswerEvent.LookupFinished finished => new(Sequence: sequence, AnswerId: answerId, Number: number, Lookup: ForCustomers.Lookup(finished.Result, language)),
            AnswerEvent.TextDelta delta => new(Sequence: sequence, AnswerId: answerId, Number: number, Text: delta.Text),
            AnswerEvent.CitationAdded added => new(Sequence: sequence, AnswerId: answerId, Number: number, Citation: added.Citation),
            AnswerEvent.Authored authored => new(Sequence: sequence, AnswerId: answerId, Number: number, Author: authored.By.Source),
            _ => null,
        },
        ConversationUpdate.Typing(MessageAuthor.Agent and var author) => new(Typing: author),
        _ => null,
    };
}

/// <summary>A thread as its customer sees it.</summary>
public sealed record ConversationView(string Id, long Version, ConversationOwner Owner, int? Rating)
{
    public static ConversationView Of(Conversation conversation) => new(conversation.Id, conversation.Version, conversation.Owner, conversation.Rating);
}

/// <summary>A message as the customer sees it.</summary>
/// <param name="State">Of the assistant's answer.</param>
/// <param name="Agent">What the agent is called who wrote it, or of whom a note tells.</param>
/// <param name="Reason">Why the assistant handed over.</param>
public sealed record MessageView(
    int Sequence, MessageAuthor Author, string Text, DateTimeOffset SentAt, string? ClientId, string? AnswerId, AnswerState? State, ConversationNote? Note, Thumb? Thumb,
    string? Agent, HandoffReason? Reason)
{
    public static MessageView Of(ConversationMessage m, IReadOnlyDictionary<string, string> staff) => new(m.Sequence, m.Author, m.Text, m.SentAt, m.ClientId, m.AnswerId, m.AnswerState, m.Note, m.Thumb,
        m.AgentId is { } agent ? staff.GetValueOrDefault(agent) : null, m.Reason);
}

/// <summary>What an answer rests on, and who wrote it.</summary>
public sealed record EvidenceView(string AnswerId, AnswerSource Author, IReadOnlyList<LookupMessage> Lookups, IReadOnlyList<Citation> Citations)
{
    public static EvidenceView Of(Answer answer) =>
        new(answer.Id, answer.Source, [.. answer.Lookups.Select(l => ForCustomers.Lookup(l, answer.Language))], answer.Citations);
}

/// <summary>Results without what is the shop's own business: which models were tried, what they cost, and which reviews were left out as hostile.</summary>
internal static class ForCustomers
{
    public static LookupMessage Lookup(LookupResult result, Language language) => LookupMessage.Of(
        result is LookupResult.Found { Data: var data } found ? found with { Data = Cleared(data) } : result, language);

    private static LookupData Cleared(LookupData data) => data switch
    {
        ReviewData reviews => reviews with { Analysis = reviews.Analysis with { Author = Cleared(reviews.Analysis.Author), Used = TokenUsage.None, Reported = [] } },
        RecommendationData { Words: { } words } recommendation => recommendation with { Words = words with { Author = Cleared(words.Author) } },
        _ => data,
    };

    private static Authorship Cleared(Authorship author) => new(author.Source, null);
}
