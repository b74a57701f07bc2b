using CustomerService.Core.Search;
using CustomerService.Web.Features.Staff;

namespace CustomerService.Web.Features.Synonyms;

/// <summary>A group of synonyms as it is being written.</summary>
public sealed class SynonymInput
{
    /// <summary>Null for one that is new.</summary>
    public string? Id { get; init; }

    /// <summary>The words, separated by commas or lines.</summary>
    public string Words { get; set; } = "";

    public IReadOnlyList<string> Split() => Words.Split([',', '，', '、', '=', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The synonyms on their page, and what is done with them. Knows nothing of how it is drawn.</summary>
public sealed class SynonymList(ISynonyms store, CurrentMember member, TimeProvider clock, ILogger<SynonymList> log)
{
    private IReadOnlyList<SynonymGroup> _all = [];

    /// <summary>What is looked for in the words.</summary>
    public string Search { get; set; } = "";

    /// <summary>Null when none is being written.</summary>
    public SynonymInput? Input { get; private set; }

    /// <summary>The text of what went wrong, by its name in the resources.</summary>
    public string? Problem { get; private set; }

    /// <summary>The text of what was done, by its name in the resources.</summary>
    public string? Done { get; private set; }

    /// <summary>The one that was worked on last.</summary>
    public string? LastId { get; private set; }

    public bool IsRead { get; private set; }

    public bool IsEmpty => _all.Count == 0;

    public IReadOnlyList<SynonymGroup> Shown => Search.Trim() is { Length: > 0 } text ? [.. _all.Where(g => g.Has(text))] : _all;

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            (_all, IsRead, Problem) = (await store.ListAsync(cancellationToken), true, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.SynonymsUnreadable(exception);
            Problem = "Unreadable";
        }
    }

    public void Add() => Write(new());

    public void Edit(SynonymGroup group) => Write(new() { Id = group.Id, Words = string.Join(", ", group.Words) });

    public void Cancel() => (LastId, Input, Problem) = (Input?.Id, null, null);

    public Task SaveAsync(CancellationToken cancellationToken) => Input is not { } input ? Task.CompletedTask : DoAsync("Saved", async () =>
    {
        var group = new SynonymGroup(input.Id ?? SynonymGroup.NewId(), input.Split(), await member.IdAsync(), clock.GetUtcNow());
        var problem = await store.SaveAsync(group, cancellationToken);
        if (problem != SynonymProblem.None)
            return $"Problem_{problem}";
        (LastId, Input) = (group.Id, null);
        return null;
    }, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => DoAsync("Deleted", async () =>
    {
        await store.DeleteAsync(id, cancellationToken);
        return null;
    }, cancellationToken);

    private void Write(SynonymInput input) => (Input, Problem, Done) = (input, null, null);

    private async Task DoAsync(string done, Func<Task<string?>> doAsync, CancellationToken cancellationToken)
    {
        (Problem, Done) = (null, null);
        try
        {
            Problem = await doAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.SynonymsNotWritten(exception);
            Problem = "NotWritten";
        }

        if (Problem is not null)
            return;
        Done = done;
        await ReadAsync(cancellationToken);
    }
}
