using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;
using CustomerService.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Core.Tests.Answers;

public sealed class AnswerRunsTests
{
    private static readonly AnswerEvent End = new AnswerEvent.Failed(AnswerFailure.Internal, []);

    private readonly Pipeline _pipeline = new();

    [Fact]
    public async Task Followers_and_one_who_comes_late_read_the_same_numbered_events()
    {
        var run = _pipeline.Runs.Start(Build.Query());
        var first = All(run);
        var second = All(run);
        _pipeline.Composer.Write("하나").Write("둘").End();

        var told = await first.InTime();

        Assert.Equal(Enumerable.Range(0, told.Count), told.Select(e => e.Number));
        Assert.Equal(told, await second.InTime());
        Assert.Equal(told, await All(run).InTime());
        Assert.Equal(told.Skip(5), await All(run, from: 5).InTime());
        Assert.IsType<AnswerEvent.Completed>(told[^1].Event);
    }

    [Fact]
    public async Task A_run_outlives_its_follower()
    {
        var run = _pipeline.Runs.Start(Build.Query());
        using var gone = new CancellationTokenSource();
        var follower = All(run, 0, gone.Token);
        _pipeline.Composer.Write("앞 ");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => follower.InTime());

        _pipeline.Composer.Write("뒤").End();

        await Eventually.TrueAsync(() => run.IsFinished);
        var kept = Assert.Single(_pipeline.Store.Finished);
        Assert.Equal((AnswerState.Completed, "앞 뒤"), (kept.State, kept.Text));
    }

    [Fact]
    public async Task Stop_ends_the_work_and_tells_what_was_written()
    {
        var run = _pipeline.Runs.Start(Build.Query());
        _pipeline.Composer.Write("앞부분");
        await run.FollowAsync(0, default).FirstAsync(e => e.Event is AnswerEvent.TextDelta).AsTask().InTime();

        await run.StopAsync();

        var answer = Assert.IsType<AnswerEvent.Completed>((await All(run).InTime())[^1].Event).Answer;
        Assert.Equal((AnswerState.Stopped, "앞부분"), (answer.State, answer.Text));
        await run.StopAsync();
    }

    [Fact]
    public async Task Stopping_the_host_stores_what_runs()
    {
        _pipeline.Runs.Start(Build.Query());
        _pipeline.Composer.Write("앞부분");
        await Eventually.TrueAsync(() => _pipeline.Composer.Evidence is not null);
        var waiting = _pipeline.Runs.Start(Build.Query());

        await ((IHostedService)_pipeline.Runs).StopAsync(CancellationToken.None).InTime();

        Assert.True(waiting.IsFinished);
        Assert.Equal(2, _pipeline.Store.Finished.Count);
        Assert.All(_pipeline.Store.Finished, a => Assert.Equal(AnswerState.Stopped, a.State));
    }

    [Fact]
    public async Task The_first_words_go_out_at_once_and_those_that_follow_closely_are_gathered()
    {
        var (clock, events, run, _) = Scripted();
        await using var told = run.FollowAsync(0, default).GetAsyncEnumerator();

        events.TryWrite(new AnswerEvent.TextDelta("a"));
        Assert.Equal("a", await NextTextAsync(told));

        events.TryWrite(new AnswerEvent.TextDelta("b"));
        await Eventually.TrueAsync(() => clock.PendingTimers == 1);
        events.TryWrite(new AnswerEvent.TextDelta("c"));
        events.TryWrite(new AnswerEvent.CitationAdded(Pipeline.Citation));
        Assert.True(await told.MoveNextAsync().AsTask().InTime());
        Assert.IsType<AnswerEvent.CitationAdded>(told.Current.Event);
        clock.Advance(AnswerRuns.Gathering - TimeSpan.FromMilliseconds(1));
        var next = NextTextAsync(told);
        Assert.False(next.IsCompleted);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("bc", await next);
        events.TryWrite(End);
    }

    [Fact]
    public async Task Words_that_come_slowly_are_not_held_back()
    {
        var (clock, events, run, _) = Scripted();
        await using var told = run.FollowAsync(0, default).GetAsyncEnumerator();

        foreach (var word in new[] { "a", "b", "c" })
        {
            events.TryWrite(new AnswerEvent.TextDelta(word));
            Assert.Equal(word, await NextTextAsync(told));
            clock.Advance(AnswerRuns.Gathering);
        }

        events.TryWrite(End);
    }

    [Fact]
    public async Task The_end_does_not_wait_for_gathering()
    {
        var (_, events, run, _) = Scripted();
        events.TryWrite(new AnswerEvent.TextDelta("a"));
        events.TryWrite(new AnswerEvent.TextDelta("b"));
        events.TryWrite(new AnswerEvent.CitationAdded(Pipeline.Citation));
        events.TryWrite(new AnswerEvent.TextDelta("c"));
        events.TryWrite(End);

        var told = (await All(run).InTime()).Select(e => e.Event).ToList();

        Assert.Equal("abc", string.Concat(told.OfType<AnswerEvent.TextDelta>().Select(d => d.Text)));
        Assert.Equal(End, told[^1]);
    }

    [Fact]
    public async Task A_pipeline_that_breaks_fails_the_run_and_not_its_followers()
    {
        var (_, events, run, _) = Scripted();

        events.TryComplete(new IOException("secret"));

        Assert.Equal(AnswerFailure.Internal, Assert.IsType<AnswerEvent.Failed>((await All(run).InTime())[^1].Event).Code);
    }

    [Fact]
    public async Task A_finished_run_is_found_for_two_minutes_and_then_no_more()
    {
        var (clock, events, run, runs) = Scripted();
        Assert.Same(run, runs.Find(run.Id));
        Assert.Null(runs.Find("A0"));
        events.TryWrite(End);
        events.TryComplete();
        await Eventually.TrueAsync(() => clock.PendingTimers == 1);

        clock.Advance(AnswerRuns.Kept - TimeSpan.FromSeconds(1));
        Assert.Same(run, runs.Find(run.Id));

        clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => runs.Find(run.Id) is null);
    }

    [Fact]
    public async Task Only_the_newest_finished_runs_are_kept()
    {
        var service = new ScriptedService();
        var runs = new AnswerRuns(service, new ManualTimeProvider(), NullLogger<AnswerRuns>.Instance);
        service.Events.Writer.TryComplete();
        var first = runs.Start(Build.Query());
        await Eventually.TrueAsync(() => first.IsFinished);

        var later = Enumerable.Range(0, AnswerRuns.MostKept).Select(_ => runs.Start(Build.Query())).ToList();
        await Eventually.TrueAsync(() => later.TrueForAll(r => r.IsFinished) && runs.Find(first.Id) is null);

        Assert.Same(later[^1], runs.Find(later[^1].Id));
    }

    [Fact]
    public async Task A_running_run_is_never_forgotten()
    {
        var (clock, events, run, runs) = Scripted();

        clock.Advance(AnswerRuns.Kept * 10);

        Assert.Same(run, runs.Find(run.Id));
        events.TryWrite(End);
        await Eventually.TrueAsync(() => run.IsFinished);
    }

    private static (ManualTimeProvider Clock, ChannelWriter<AnswerEvent> Events, AnswerRun Run, AnswerRuns Runs) Scripted()
    {
        var clock = new ManualTimeProvider();
        var service = new ScriptedService();
        var runs = new AnswerRuns(service, clock, NullLogger<AnswerRuns>.Instance);
        return (clock, service.Events.Writer, runs.Start(Build.Query()), runs);
    }

    private static async Task<List<NumberedEvent>> All(AnswerRun run, int from = 0, CancellationToken cancellationToken = default) =>
        await run.FollowAsync(from, cancellationToken).ToListAsync(cancellationToken);

    private static async Task<string> NextTextAsync(IAsyncEnumerator<NumberedEvent> told)
    {
        Assert.True(await told.MoveNextAsync().AsTask().InTime());
        return Assert.IsType<AnswerEvent.TextDelta>(told.Current.Event).Text;
    }

    private sealed class ScriptedService : IAnswerService
    {
        public Channel<AnswerEvent> Events { get; } = Channel.CreateUnbounded<AnswerEvent>();

        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var next in Events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return next;
                if (next is AnswerEvent.Failed)
                    yield break;
            }
        }
    }
}
