using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Tells of customers' new words in one's own conversations and in those that nobody has, if the agent wants it.</summary>
public sealed partial class InboxNotifier : IAsyncDisposable
{
    private ElementReference _button;
    private DotNetObjectReference<InboxNotifier>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private bool _isOn, _isRefused;

    [Inject]
    private Inbox Inbox { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

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
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("end");
                await _script.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }

        _self?.Dispose();
    }

    protected override void OnInitialized() => Inbox.Told += Tell;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/notify.js"]}");
        _script = await _module.InvokeAsync<IJSObjectReference>("start", _button, _self);
    }

    private void Tell(InboxWave wave)
    {
        if (!_isOn || Inbox.Filter is not { } filter || wave.Changes.Where(c => IsTold(c, filter.AgentId)).ToList() is not { Count: > 0 } told)
            return;
        // One of many at once is enough.
        var newest = told[0].Now;
        _ = InOwnLanguageAsync(async () =>
        {
            if (_script is not null)
                await _script.InvokeVoidAsync("tell", newest.Id, T["NotifyText"].Value, L.Name(newest.Summary.Conversation), Open.To(newest.Id), newest.Id == Open.ConversationId);
        });
    }
}
