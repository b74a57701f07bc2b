using CustomerService.Web.Components;
using CustomerService.Web.Features.Replies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Where agents write. The words belong to the browser, which keeps them until they are accepted.</summary>
public sealed partial class Composer : Redrawn, IAsyncDisposable
{
    private readonly PageScript _script = new();
    private ElementReference _form;
    private DotNetObjectReference<Composer>? _self;

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ThreadDesk Desk { get; set; } = null!;

    [Inject]
    private ThreadDraft Draft { get; set; } = null!;

    [Inject]
    private CannedOffers Offers { get; set; } = null!;

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

    /// <summary>What is written here belongs to this one, whichever is opened meanwhile.</summary>
    [Parameter, EditorRequired]
    public required string ConversationId { get; set; }

    /// <summary>Called by the browser.</summary>
    /// <param name="id">The browser's own id of the words.</param>
    /// <param name="from">The suggestion that they were made of; null for the agent's own.</param>
    [JSInvokable]
    public async Task<bool> SendAsync(string id, string text, bool isNote, string? from)
    {
        if (Thread.Id != ConversationId || !await (isNote ? Desk.NoteAsync(id, text, CancellationToken.None) : Desk.ReplyAsync(id, text, CancellationToken.None)))
            return false;
        if (!isNote && from is not null)
            await Draft.SentAsync(from, text);
        return true;
    }

    /// <summary>Called by the browser, now and then, while words to the customer are being written.</summary>
    [JSInvokable]
    public void Type() => Desk.Type();

    /// <summary>Called by the browser when a slash and these words were typed.</summary>
    [JSInvokable]
    public Task<IReadOnlyList<CannedOffer>> FindRepliesAsync(string words) => Offers.FindAsync(words, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Thread.Changed -= Redraw;
        Desk.Changed -= Redraw;
        Desk.TakenBack -= WriteAgain;
        Desk.Inserted -= Write;
        await _script.DisposeAsync();
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
        if (!firstRender)
            return;
        await Desk.OpenAsync();
        await _script.StartAsync(Page, Assets["js/composer.js"], _form, _self = DotNetObjectReference.Create(this), $"draft:{Desk.AgentId}:{ConversationId}");
    }

    // The browser's script sends; without it nothing leaves the page.
    private static void Nothing()
    {
    }

    private async Task<string> ReadAsync() => await _script.AskAsync<string>("read") ?? "";

    private Task ReplaceAsync(string words, string others) => _script.TellAsync("replace", words, others);

    private void WriteAgain(string words) => Write(words, Draft.TakeBack(words));

    private void Write(string words, string? from) => _ = InvokeAsync(() => _script.TellAsync("write", words, from));
}
