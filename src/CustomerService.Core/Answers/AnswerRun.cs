using System.Diagnostics.CodeAnalysis;

namespace CustomerService.Core.Answers;

/// <summary>One answer in the making. It owns its pipeline and its events, so that the answer outlives the connection that asked.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or a wait handle holds nothing to dispose.")]
public sealed class AnswerRun
{
    private readonly CancellationTokenSource _stop = new();

    internal AnswerRun(CustomerQuery query) => Query = query;

    public CustomerQuery Query { get; }
    public string Id => Query.AnswerId;
    public AnswerEvents Events { get; } = new();
    public bool IsFinished => Events.IsFinished;

    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Ends the work; what is written so far is kept, and followers are told <see cref="AnswerEvent.Completed"/> as always. Harmless when finished.</summary>
    public Task StopAsync() => _stop.CancelAsync();

    /// <inheritdoc cref="AnswerEvents.FollowAsync"/>
    public IAsyncEnumerable<NumberedEvent> FollowAsync(int from, CancellationToken cancellationToken) => Events.FollowAsync(from, cancellationToken);

    internal void Append(AnswerEvent next) => Events.Append([next], last: next is AnswerEvent.Completed or AnswerEvent.Failed);
}
