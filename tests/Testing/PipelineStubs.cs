using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Testing;

/// <summary>Reads every question as told.</summary>
public sealed class ReaderStub(QuestionReading reading) : IQuestionReader
{
    public QuestionReading Reading { get; set; } = reading;

    public QuestionReading Read(string question, Language language, IReadOnlyList<Category> categories, string currency) => Reading with { Language = language };
}

/// <summary>A lookup that does as told; at first it looks and finds nothing.</summary>
public sealed class LookupStub(LookupKind kind) : ILookup
{
    public LookupKind Kind => kind;

    public Func<CancellationToken, Task<LookupFinding>> Work { get; set; } = _ => Task.FromResult(LookupFinding.None(EmptyReason.NoMatch));

    public Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken) => Work(cancellationToken);
}

/// <summary>A composer whose parts the test hands out one by one.</summary>
public sealed class ComposerStub : IAnswerComposer
{
    private readonly Channel<AnswerPart> _parts = Channel.CreateUnbounded<AnswerPart>();

    /// <summary>What it was given to write from.</summary>
    public IReadOnlyList<LookupResult>? Evidence { get; private set; }

    public ComposerStub Write(params AnswerPart[] parts)
    {
        foreach (var part in parts)
            _parts.Writer.TryWrite(part);
        return this;
    }

    public ComposerStub Write(string text) => Write(new AnswerPart.Text(text));

    public void End(Exception? broken = null) => _parts.Writer.Complete(broken);

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(
        ResolvedQuery query, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Evidence = evidence;
        await foreach (var part in _parts.Reader.ReadAllAsync(cancellationToken))
            yield return part;
    }
}

/// <summary>Writes about a recommendation what the test gives it; nothing at first.</summary>
public sealed class WriterStub : IRecommendationWriter
{
    public RecommendationWords? Words { get; set; }

    public Task<RecommendationWords?> WriteAsync(ResolvedQuery query, RecommendationData data, CancellationToken cancellationToken) => Task.FromResult(Words);
}

/// <summary>Keeps answers in memory.</summary>
public sealed class AnswerStoreStub : IAnswerStore
{
    private readonly Lock _lock = new();
    private readonly List<string> _begun = [];
    private readonly List<Answer> _finished = [];

    /// <summary>Where a question waits before it is kept.</summary>
    public Gate BeforeBegin { get; } = new();

    public Gate BeforeFinish { get; } = new();

    public IReadOnlyList<string> Begun
    {
        get
        {
            lock (_lock)
                return [.. _begun];
        }
    }

    public IReadOnlyList<Answer> Finished
    {
        get
        {
            lock (_lock)
                return [.. _finished];
        }
    }

    public async Task BeginAsync(CustomerQuery query, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        await BeforeBegin.PassAsync(cancellationToken);
        lock (_lock)
            _begun.Add(query.AnswerId);
    }

    public async Task FinishAsync(Answer answer, CancellationToken cancellationToken)
    {
        await BeforeFinish.PassAsync(cancellationToken);
        lock (_lock)
            _finished.Add(answer);
    }

    public Task<Answer?> FindAsync(string answerId, CancellationToken cancellationToken) => Task.FromResult(Finished.FirstOrDefault(a => a.Id == answerId));

    public Task<IReadOnlyList<Answer>> FindAsync(IReadOnlyCollection<string> answerIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Answer>>([.. Finished.Where(a => answerIds.Contains(a.Id))]);

    public Task<IReadOnlyList<AnswerSummary>> RecentAsync(Surface surface, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AnswerSummary>>(
            [.. Finished.Where(a => a.Surface == surface).Take(limit).Select(a => new AnswerSummary(a.Id, a.Question, a.ProductId, a.CustomerId, a.State, a.AskedAt))]);

    public Task<int> MarkInterruptedAsync(IReadOnlyCollection<string> gone, CancellationToken cancellationToken) => Task.FromResult(0);
}

/// <summary>Waiting on conditions, with a limit that only a broken test reaches.</summary>
public static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
                throw new TimeoutException($"never became true: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
                throw new TimeoutException($"never became true: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>The result, or a failure rather than a test that hangs.</summary>
    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task InTime(this Task task) => task.WaitAsync(Limit);
}
