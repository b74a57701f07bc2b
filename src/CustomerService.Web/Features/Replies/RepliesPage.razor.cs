using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Replies;

/// <summary>A canned reply as it is being edited.</summary>
public sealed class EditedReply(string id, bool isNew)
{
    public string Id => id;
    public bool IsNew => isNew;
    public string Shortcut { get; set; } = "";
    public string Ko { get; set; } = "";
    public string En { get; set; } = "";
}

/// <summary>Words that agents use again and again.</summary>
public sealed partial class RepliesPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<CannedReply>? _replies;
    private EditedReply? _edited;
    private CannedReply? _deleted;
    private CannedProblem _problem;
    private bool _isUnreadable;
    private string _search = "";
    private string _done = "";

    [Inject]
    private ICannedReplies Store { get; set; } = null!;

    [Inject]
    private CurrentMember Member { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<RepliesPage> Log { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private Task ReadAsync() => DoAsync(async () => _replies = await Store.ListAsync(_closed.Token));

    private bool IsFound(CannedReply reply) =>
        _edited?.Id == reply.Id || new[] { reply.Shortcut, reply.Text.Ko, reply.Text.En }.Any(t => t.Contains(_search.Trim(), StringComparison.CurrentCultureIgnoreCase));

    private void Add() => Begin(new(Guid.NewGuid().ToString("N"), isNew: true));

    private void Edit(CannedReply reply) => Begin(new(reply.Id, isNew: false) { Shortcut = reply.Shortcut, Ko = reply.Text.Ko, En = reply.Text.En });

    private void Begin(EditedReply edited) => (_edited, _problem, _deleted, _done) = (edited, CannedProblem.None, null, "");

    private void Leave() => _edited = null;

    private Task SaveAsync() => DoAsync(async () =>
    {
        if (_edited is not { } edited)
            return;
        var reply = new CannedReply(
            edited.Id, edited.Shortcut.Trim().TrimStart('/').ToLowerInvariant(), new LocalizedText(edited.Ko.Trim(), edited.En.Trim()), await Member.IdAsync(), Clock.GetUtcNow());
        _problem = await Store.SaveAsync(reply, _closed.Token);
        if (_problem != CannedProblem.None)
            return;
        (_edited, _done) = (null, L["Saved", reply.Shortcut]);
        _replies = await Store.ListAsync(_closed.Token);
    });

    private Task DeleteAsync(CannedReply reply) => DoAsync(async () =>
    {
        await Store.DeleteAsync(reply.Id, _closed.Token);
        (_deleted, _done) = (reply, "");
        _replies = await Store.ListAsync(_closed.Token);
    });

    private Task RestoreAsync() => DoAsync(async () =>
    {
        if (_deleted is { } deleted && await Store.SaveAsync(deleted, _closed.Token) == CannedProblem.None)
            _deleted = null;
        _replies = await Store.ListAsync(_closed.Token);
    });

    private async Task DoAsync(Func<Task> doAsync)
    {
        try
        {
            await doAsync();
            _isUnreadable = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RepliesLog.Failed(Log, exception);
            _isUnreadable = true;
        }
    }
}

internal static partial class RepliesLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Canned replies could not be read or written")]
    public static partial void Failed(ILogger logger, Exception exception);
}
