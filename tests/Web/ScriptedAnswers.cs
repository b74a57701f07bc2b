using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;

namespace CustomerService.Web.Tests;

/// <summary>A pipeline whose events a test tells one by one. Stopping completes it with what was told, as the real one does.</summary>
public sealed class ScriptedAnswers(InMemoryAnswerStore store) : IAnswerService
{
    private readonly ConcurrentQueue<CustomerQuery> _queries = new();
    private readonly Channel<AnswerEvent> _script = Channel.CreateUnbounded<AnswerEvent>();

    /// <summary>Every question that was asked.</summary>
    public IReadOnlyCollection<CustomerQuery> Queries => _queries;

    public void Tell(params IReadOnlyList<AnswerEvent> events)
    {
        foreach (var next in events)
            _script.Writer.TryWrite(next);
    }

    /// <summary>Everything at once: the four lookups, the text and the end.</summary>
    public void TellAll(CustomerQuery query) => Tell(
    [
        .. Found.All.Select(r => new AnswerEvent.LookupFinished(r)), .. Found.Citations.Select(c => new AnswerEvent.CitationAdded(c)),
        new AnswerEvent.TextDelta(Found.Text), new AnswerEvent.Completed(Found.Answer(query)),
    ]);

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _queries.Enqueue(query);
        await store.BeginAsync(query, DateTimeOffset.UnixEpoch, CancellationToken.None);
        var text = "";
        AnswerEvent? next = null;
        while (next is not (AnswerEvent.Completed or AnswerEvent.Failed))
        {
            next = await NextAsync(query, text, cancellationToken);
            if (next is AnswerEvent.TextDelta delta)
                text += delta.Text;
            if (next is AnswerEvent.Completed completed)
                await store.FinishAsync(completed.Answer, CancellationToken.None);
            yield return next;
        }
    }

    private async Task<AnswerEvent> NextAsync(CustomerQuery query, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await _script.Reader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new AnswerEvent.Completed(Found.Answer(query, AnswerState.Stopped, text) with { Lookups = [] });
        }
    }
}
