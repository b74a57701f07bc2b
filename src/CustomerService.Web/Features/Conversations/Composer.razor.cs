using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Where agents write. The words belong to the browser, which keeps them until they are accepted.</summary>
public sealed partial class Composer : Redrawn, IAsyncDisposable
{
    private ElementReference _form;
    private DotNetObjectReference<Composer>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private (bool IsNote, bool CanWrite)? _started;
    private bool _isNote;

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ThreadDesk Desk { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private bool CanWrite => _isNote || Desk.IsMine;

    /// <summary>Called by the browser.</summary>
    /// <param name="id">The browser's own id of the words.</param>
    [JSInvokable]
    public Task<bool> SendAsync(string id, string text, bool isNote) =>
        isNote ? Desk.NoteAsync(id, text, CancellationToken.None) : Desk.ReplyAsync(id, text, CancellationToken.None);

    /// <summary>Called by the browser, now and then, while words to the customer are being written.</summary>
    [JSInvokable]
    public void Type() => Desk.Type();

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Redraw;
        Desk.Changed -= Redraw;
        Desk.TakenBack -= WriteAgain;
        await EndAsync();
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }

        _self?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Thread.Changed += Redraw;
        Desk.Changed += Redraw;
        Desk.TakenBack += WriteAgain;
        await Desk.OpenAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_started == (_isNote, CanWrite))
            return;
        _started = (_isNote, CanWrite);
        await EndAsync();
        if (!CanWrite || Thread.Id is not { } id)
            return;
        _module ??= await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/composer.js"]}");
        _self ??= DotNetObjectReference.Create(this);
        _script = await _module.InvokeAsync<IJSObjectReference>("start", _form, _self, $"draft:{Desk.AgentId}:{id}", _isNote);
    }

    // The browser's script sends; without it nothing leaves the page.
    private static void Nothing()
    {
    }

    private void Choose(bool isNote) => _isNote = isNote;

    private void WriteAgain(string words) => _ = InvokeAsync(async () =>
    {
        _isNote = false;
        StateHasChanged();
        if (_script is not null)
            await _script.InvokeVoidAsync("write", words);
    });

    private async Task EndAsync()
    {
        if (_script is not { } script)
            return;
        _script = null;
        try
        {
            await script.InvokeVoidAsync("end");
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
