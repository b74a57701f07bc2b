using CustomerService.Web.Components;
using CustomerService.Web.Features.Replies;
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
    private bool _isMine;
    private (string Words, string? From)? _toWrite;

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ThreadDesk Desk { get; set; } = null!;

    [Inject]
    private ThreadDraft Draft { get; set; } = null!;

    [Inject]
    private ReplyTexts Replies { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

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

    /// <summary>Called by the browser: canned replies that fit what stands after the slash, in the customer's language and filled in.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<FilledReply>> FindRepliesAsync(string typed) =>
        Thread.Conversation is { } conversation && Desk.AgentId is { } agent ? await Replies.FindAsync(typed, conversation, agent, CancellationToken.None) : [];

    /// <summary>Called by the browser, now and then, while words to the customer are being written.</summary>
    [JSInvokable]
    public void Type() => Desk.Type();

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Redraw;
        Desk.Changed -= Redraw;
        Desk.TakenBack -= WriteAgain;
        Desk.Inserted -= Write;
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
        if (_self is null && Desk.AgentId is not null && Thread.Id is { } id)
            await StartAsync(id);
        if (_script is not { } script)
            return;
        if (_isMine != Desk.IsMine)
        {
            _isMine = Desk.IsMine;
            await script.InvokeVoidAsync("restore");
        }

        if (_toWrite is not var (words, from))
            return;
        _toWrite = null;
        await script.InvokeVoidAsync("write", words, from);
    }

    private async Task StartAsync(string id)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/composer.js"]}");
        // The page may have gone on to another conversation meanwhile; then there is no form any more.
        _script = await _module.InvokeAsync<IJSObjectReference?>("start", _form, _self, $"draft:{Desk.AgentId}:{id}");
    }

    // The browser's script sends; without it nothing leaves the page.
    private static void Nothing()
    {
    }

    private Task<string> ReadAsync() => _script is { } script ? script.InvokeAsync<string>("read").AsTask() : Task.FromResult("");

    private async Task ReplaceAsync(string words, string others)
    {
        if (_script is { } script)
            await script.InvokeVoidAsync("replace", words, others);
    }

    private void WriteAgain(string words) => Write(words, Draft.TakeBack(words));

    private void Write(string words, string? from) => _ = InvokeAsync(() =>
    {
        _toWrite = (words, from);
        StateHasChanged();
    });
}
