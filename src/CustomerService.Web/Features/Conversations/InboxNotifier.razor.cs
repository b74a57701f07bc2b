using CustomerService.Core.Conversations;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Tells of customers' new words in one's own conversations and in those that nobody has, if the agent wants it.</summary>
public sealed partial class InboxNotifier : IAsyncDisposable
{
    private readonly PageScript _script = new();
    private ElementReference _button;
    private DotNetObjectReference<InboxNotifier>? _self;
    private bool _isOn, _isRefused;

    [Inject]
    private Inbox Inbox { get; set; } = null!;

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

    [Parameter, EditorRequired]
    public required ConversationsAddress Open { get; set; }

    /// <summary>Which changes are told of: those by which a customer has written to this agent, or to whoever is free.</summary>
    public static bool IsTold(InboxChange change, string agentId)
    {
        var (thread, before) = (change.Now.Summary.Conversation, change.Before?.Conversation);
        return change.Now.Summary.LastAuthor == MessageAuthor.Customer && thread.SnoozedUntil is null && thread.LastSequence > (before?.LastSequence ?? 0)
            && (thread.Owner == ConversationOwner.Waiting || (thread.Owner == ConversationOwner.Agent && thread.AgentId == agentId));
    }

    /// <summary>Called by the browser.</summary>
    /// <param name="isRefused">Whether it wants notifications, and the browser does not allow them.</param>
    [JSInvokable]
    public void Set(bool isOn, bool isRefused)
    {
        (_isOn, _isRefused) = (isOn, isRefused);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Inbox.Told -= Tell;
        await _script.DisposeAsync();
        _self?.Dispose();
    }

    protected override void OnInitialized() => Inbox.Told += Tell;

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.StartAsync(Page, Assets["js/notify.js"], _button, _self = DotNetObjectReference.Create(this)) : Task.CompletedTask;

    private void Tell(InboxWave wave)
    {
        if (!_isOn || Inbox.Filter is not { } filter || wave.Changes.Where(c => IsTold(c, filter.AgentId)).ToList() is not { Count: > 0 } told)
            return;
        // One of many at once is enough.
        var newest = told[0].Now;
        _ = InOwnLanguageAsync(() =>
            _script.TellAsync("tell", newest.Id, T["NotifyText"].Value, L.Name(newest.Summary.Conversation), Open.To(newest.Id), newest.Id == Open.ConversationId));
    }
}
