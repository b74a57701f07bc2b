using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>The customer and the product beside one conversation. Where there is no room it opens over it; what nobody sees is not read.</summary>
public sealed partial class ContextPanel : IAsyncDisposable
{
    private readonly PageScript _script = new();
    private ElementReference _panel;
    private DotNetObjectReference<ContextPanel>? _self;
    private bool _isClosed;

    /// <summary>Where the list is.</summary>
    [Parameter, EditorRequired]
    public required ConversationsAddress List { get; set; }

    [Inject]
    private ThreadContext Context { get; set; } = null!;

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

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
        await _script.DisposeAsync();
        _self?.Dispose();
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _script.StartAsync(Page, Assets["js/context.js"], _panel, _self = DotNetObjectReference.Create(this)) : Task.CompletedTask;
}
