using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>The customer and the product beside one conversation. Where there is no room it opens over it; what nobody sees is not read.</summary>
public sealed partial class ContextPanel : IAsyncDisposable
{
    private ElementReference _panel;
    private DotNetObjectReference<ContextPanel>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private bool _isClosed;

    /// <summary>Where the list is.</summary>
    [Parameter, EditorRequired]
    public required ConversationsAddress List { get; set; }

    [Inject]
    private ThreadContext Context { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>Called by the browser, once, when the panel is first seen.</summary>
    [JSInvokable]
    public void Show()
    {
        if (!_isClosed)
            Context.Show(true);
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        Context.Show(false);
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/context.js"]}");
        _self = DotNetObjectReference.Create(this);
        _script = await _module.InvokeAsync<IJSObjectReference>("start", _panel, _self);
    }
}
