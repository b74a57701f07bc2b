using CustomerService.Core.Conversations;
using CustomerService.Web.Features.Staff;

namespace CustomerService.Web.Features.Replies;

/// <summary>A canned reply as it is being written.</summary>
public sealed class ReplyInput
{
    /// <summary>Null for one that is new.</summary>
    public string? Id { get; init; }
    public string Shortcut { get; set; } = "";
    public string Ko { get; set; } = "";
    public string En { get; set; } = "";
}

/// <summary>The canned replies on their page, and what is done with them. Knows nothing of how it is drawn.</summary>
public sealed class ReplyList(ICannedReplies store, CurrentMember member, TimeProvider clock, ILogger<ReplyList> log)
{
    private IReadOnlyList<CannedReply> _all = [];

    /// <summary>What is looked for in shortcuts and texts.</summary>
    public string Search { get; set; } = "";

    /// <summary>Null when none is being written.</summary>
    public ReplyInput? Input { get; private set; }

    /// <summary>The text of what went wrong, by its name in the resources.</summary>
    public string? Problem { get; private set; }

    /// <summary>The text of what was done, by its name in the resources.</summary>
    public string? Done { get; private set; }

    /// <summary>The one that was worked on last.</summary>
    public string? LastId { get; private set; }

    public bool IsRead { get; private set; }

    public bool IsEmpty => _all.Count == 0;

    public IReadOnlyList<CannedReply> Shown => Search.Trim().TrimStart('/') is { Length: > 0 } words ? [.. _all.Where(r => r.Has(words))] : _all;

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            (_all, IsRead, Problem) = (await store.ListAsync(cancellationToken), true, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.RepliesUnreadable(exception);
            Problem = "Unreadable";
        }
    }

    public void Add() => Write(new());

    public void Edit(CannedReply reply) => Write(new() { Id = reply.Id, Shortcut = reply.Shortcut, Ko = reply.Text.Ko, En = reply.Text.En });

    public void Cancel() => (LastId, Input, Problem) = (Input?.Id, null, null);

    public Task SaveAsync(CancellationToken cancellationToken) => Input is not { } input ? Task.CompletedTask : DoAsync("Saved", async () =>
    {
        var reply = new CannedReply(input.Id ?? CannedReply.NewId(), input.Shortcut, new(input.Ko, input.En), await member.IdAsync(), clock.GetUtcNow());
        var problem = await store.SaveAsync(reply, cancellationToken);
        if (problem != CannedReplyProblem.None)
            return $"Problem_{problem}";
        (LastId, Input) = (reply.Id, null);
        return null;
    }, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => DoAsync("Deleted", async () =>
    {
        await store.DeleteAsync(id, cancellationToken);
        return null;
    }, cancellationToken);

    private void Write(ReplyInput input) => (Input, Problem, Done) = (input, null, null);

    private async Task DoAsync(string done, Func<Task<string?>> doAsync, CancellationToken cancellationToken)
    {
        (Problem, Done) = (null, null);
        try
        {
            Problem = await doAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReplyNotWritten(exception);
            Problem = "NotWritten";
        }

        if (Problem is not null)
            return;
        Done = done;
        await ReadAsync(cancellationToken);
    }
}
