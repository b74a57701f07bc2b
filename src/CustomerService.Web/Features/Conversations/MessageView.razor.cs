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

    private string Instant => Shown.Message.SentAt.ToString("O", CultureInfo.InvariantCulture);

    private string Time => Shop.TimeOf(Shown.Message.SentAt).ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override bool ShouldRender() => !ReferenceEquals(_drawn, Shown);

    protected override void OnAfterRender(bool firstRender) => _drawn = Shown;

    private string EvidenceAddress(Citation citation) =>
        $"{new ConversationsAddress(Conversation.Id, ConversationsAddress.FirstView)}#{LookupCard.IdOf(citation.Kind, Shown.Message.AnswerId)}";
}
