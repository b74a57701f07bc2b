using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Web.Components.Answers;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>One message of a thread; drawn again only when it has changed.</summary>
public sealed partial class MessageView
{
    private ThreadMessage? _drawn;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    [Parameter, EditorRequired]
    public required ThreadMessage Shown { get; set; }

    /// <summary>Whose message it is.</summary>
    [Parameter, EditorRequired]
    public required Conversation Conversation { get; set; }

    /// <summary>What members of staff are called, by id.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Staff { get; set; }

    private string Author => Shown.Message.Author == MessageAuthor.Agent ? L.Agent(Staff, Shown.Message.AgentId) : L.Name(Conversation, Shown.Message.Author);

    private string Instant => Shown.Message.SentAt.ToString("O", CultureInfo.InvariantCulture);

    private string Time => Shop.TimeOf(Shown.Message.SentAt).ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override bool ShouldRender() => !ReferenceEquals(_drawn, Shown);

    protected override void OnAfterRender(bool firstRender) => _drawn = Shown;

    private string Note(ConversationNote note) => Shown.Message switch
    {
        { Reason: { } reason } => L["Note_HandedOverFor", L[$"Reason_{reason}"]],
        { AgentId: { } agent } => L[$"Note_{note}By", L.Agent(Staff, agent)],
        _ => L[$"Note_{note}"],
    };

    private string EvidenceAddress(Citation citation) =>
        $"{new ConversationsAddress(Conversation.Id, ConversationsAddress.FirstView)}#{LookupCard.IdOf(citation.Kind, Shown.Message.AnswerId)}";
}
