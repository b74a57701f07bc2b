using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Customers' conversations as they change, and one of them.</summary>
public sealed partial class ConversationsPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private string? _openId;

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

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Heed;
        await _closed.CancelAsync();
        await Inbox.CloseAsync();
        await Thread.LeaveAsync();
        _closed.Dispose();
    }

    protected override void OnInitialized() => Thread.Changed += Heed;

    protected override async Task OnParametersSetAsync()
    {
        var member = await Member.IdAsync();
        await Task.WhenAll(
            Inbox.OpenAsync(Address.Filter(member), RendererInfo.IsInteractive, _closed.Token), Thread.OpenAsync(Id, RendererInfo.IsInteractive, _closed.Token));
    }

    // What happens in the thread is drawn by those who show it.
    private void Heed()
    {
        if (Thread.Conversation?.Id is var id && id != _openId)
        {
            _openId = id;
            Redraw();
        }
    }
}
