using CustomerService.Core.Answers;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Customers' conversations as they change, and one of them.</summary>
public sealed partial class ConversationsPage : IAsyncDisposable
{
    // As much as one listens to; the whole stands in the thread.
    private const int MaxAnnounced = 300;

    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private Inbox Inbox { get; set; } = null!;

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private CurrentMember Member { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Topic { get; set; }

    [SupplyParameterFromQuery]
    public string? Mood { get; set; }

    [SupplyParameterFromQuery]
    public string? Language { get; set; }

    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    [SupplyParameterFromQuery]
    public string? Product { get; set; }

    [SupplyParameterFromQuery]
    public string? Waiting { get; set; }

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    private ConversationsAddress Address => ConversationsAddress.Of(Id, name => name switch
    {
        "view" => View,
        "topic" => Topic,
        "mood" => Mood,
        "language" => Language,
        "tag" => Tag,
        "product" => Product,
        "waiting" => Waiting,
        _ => Search,
    });

    private string PageName => Thread.Conversation is { } open ? L["PageOf", L.Name(open)] : L["Title"];

    // A message is told when it is there, an answer when it has ended: words that still grow would be read out again and again.
    private string Announcement => Thread is { Arrived: { } arrived, Conversation: { } conversation }
        ? L[arrived.Message.AnswerState == AnswerState.Failed ? "Announce_Failed" : "Announce", L.Name(conversation, arrived.Message.Author), Beginning(arrived.Message.Text)]
        : "";

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Redraw;
        await _closed.CancelAsync();
        await Inbox.CloseAsync();
        await Thread.LeaveAsync();
        _closed.Dispose();
    }

    protected override void OnInitialized() => Thread.Changed += Redraw;

    protected override async Task OnParametersSetAsync()
    {
        var member = await Member.IdAsync();
        await Task.WhenAll(
            Inbox.OpenAsync(Address.Filter(member), RendererInfo.IsInteractive, _closed.Token), Thread.OpenAsync(Id, RendererInfo.IsInteractive, _closed.Token));
    }

    private static string Beginning(string text) => text.Length <= MaxAnnounced ? text : text[..MaxAnnounced] + "…";
}
