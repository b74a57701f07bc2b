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
    private (string Words, string? From)? _toWrite;

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ThreadDesk Desk { get; set; } = null!;

    [Inject]
    private ThreadDraft Draft { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private bool CanWrite => _isNote || Desk.IsMine;

    /// <summary>Called by the browser.</summary>
    /// <param name="id">The browser's own id of the words.</param>
    /// <param name="from">The suggestion that they were made of; null for the agent's own.</param>
    [JSInvokable]
    public async Task<bool> SendAsync(string id, string text, bool isNote, string? from)
    {
        if (isNote)
            return await Desk.NoteAsync(id, text, CancellationToken.None);
        if (!await Desk.ReplyAsync(id, text, CancellationToken.None))
            return false;
        if (from is not null)
            await Draft.SentAsync(from, text);
        return true;
    }

    /// <summary>Called by the browser, now and then, while words to the customer are being written.</summary>
    [JSInvokable]
    public void Type() => Desk.Type();

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Redraw;
        Desk.Changed -= Redraw;
        Desk.TakenBack -= WriteAgain;
        Desk.Inserted -= Write;
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
        Desk.Inserted += Write;
        await Desk.OpenAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_started != (_isNote, CanWrite))
            await StartAsync();
        if (_script is not { } script || _toWrite is not var (words, from))
            return;
        _toWrite = null;
        await script.InvokeVoidAsync("write", words, from);
    }

    private async Task StartAsync()
    {
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

    private Task<string> ReadAsync() => _script is { } script ? script.InvokeAsync<string>("read").AsTask() : Task.FromResult("");

    private async Task ReplaceAsync(string words, string others)
    {
        if (_script is { } script)
            await script.InvokeVoidAsync("replace", words, others);
    }

    private void WriteAgain(string words) => Write(words, Draft.TakeBack(words));

    private void Write(string words, string? from) => _ = InvokeAsync(() =>
    {
        (_isNote, _toWrite) = (false, (words, from));
        StateHasChanged();
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
