using CustomerService.Ai.Gateway;
using CustomerService.Core.Models;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class RequestQueueTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Never_more_requests_are_open_than_the_limit_allows()
    {
        using var queue = Queue(concurrent: 10);
        var (open, peak, gate) = (0, 0, new Lock());
        var work = Enumerable.Range(0, 1_000).Select(i => Task.Run(async () =>
        {
            using var place = await queue.EnterAsync($"C{i % 70}", isBatch: i % 5 == 0, 10, CancellationToken.None);
            lock (gate)
                peak = Math.Max(peak, ++open);
            await Task.Yield();
            lock (gate)
                open--;
        }));

        await Task.WhenAll(work).InTime();

        Assert.InRange(peak, 1, 10);
        Assert.Equal((0, 0, 0), (queue.Status().Open, queue.Status().WaitingCustomers, queue.Status().WaitingBatch));
    }

    [Fact]
    public async Task Callers_take_turns_however_many_requests_one_of_them_has()
    {
        using var queue = Queue(concurrent: 1);
        var order = new List<string>();
        var first = await queue.EnterAsync("busy", false, 1, CancellationToken.None);
        var waiting = new[] { "busy", "busy", "busy", "a", "b", "a" }.Select(caller => EnterAsync(queue, caller, false, order)).ToList();

        first.Dispose();
        await Task.WhenAll(waiting).InTime();

        Assert.Equal(["busy", "a", "b", "busy", "a", "busy"], order);
    }

    [Fact]
    public async Task Waiting_customer_goes_before_batches()
    {
        using var queue = Queue(concurrent: 1);
        var order = new List<string>();
        var first = await queue.EnterAsync("x", false, 1, CancellationToken.None);
        var waiting = new List<Task> { EnterAsync(queue, "batch-1", true, order), EnterAsync(queue, "batch-2", true, order), EnterAsync(queue, "customer", false, order) };

        Assert.Equal((1, 2), (queue.Status().WaitingCustomers, queue.Status().WaitingBatch));
        first.Dispose();
        await Task.WhenAll(waiting).InTime();

        Assert.Equal(["customer", "batch-1", "batch-2"], order);
    }

    [Fact]
    public async Task One_too_many_is_told_at_once()
    {
        using var queue = Queue(concurrent: 1, waiting: 1);
        using var first = await queue.EnterAsync("a", false, 1, CancellationToken.None);
        var second = queue.EnterAsync("b", false, 1, CancellationToken.None).AsTask();

        var refused = await Assert.ThrowsAsync<ModelCallException>(() => queue.EnterAsync("c", false, 1, CancellationToken.None).AsTask());

        Assert.Equal(ModelFault.QueueFull, refused.Fault);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Requests_beyond_the_minutes_limit_wait_for_the_clock()
    {
        using var queue = Queue(concurrent: 100, requests: 60);
        for (var i = 0; i < 60; i++)
            (await queue.EnterAsync("a", false, 1, CancellationToken.None)).Dispose();

        var late = queue.EnterAsync("a", false, 1, CancellationToken.None).AsTask();
        Assert.False(late.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(late.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        using var place = await late.InTime();

        Assert.InRange(place.Waited, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task Tokens_are_reckoned_before_and_corrected_after()
    {
        using var queue = Queue(concurrent: 100, tokens: 1_000);
        using (var place = await queue.EnterAsync("a", false, 800, CancellationToken.None))
        {
            Assert.Equal(200, queue.Status().TokensLeft);
            place.Used = 300;
        }

        Assert.Equal(700, queue.Status().TokensLeft);
        using (var place = await queue.EnterAsync("a", false, 700, CancellationToken.None))
            place.Used = 1_700;
        Assert.Equal(-1_000, queue.Status().TokensLeft);

        var late = queue.EnterAsync("a", false, 500, CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(89));
        Assert.False(late.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await late.InTime()).Dispose();
    }

    [Fact]
    public async Task Request_larger_than_a_minutes_tokens_goes_when_the_minute_is_full()
    {
        using var queue = Queue(concurrent: 1, tokens: 1_000);

        (await queue.EnterAsync("a", false, 5_000, CancellationToken.None).AsTask().InTime()).Dispose();

        Assert.Equal(-4_000, queue.Status().TokensLeft);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        using var queue = Queue(concurrent: 1);
        var first = await queue.EnterAsync("a", false, 1, CancellationToken.None);
        using var givenUp = new CancellationTokenSource();
        var second = queue.EnterAsync("b", false, 1, givenUp.Token).AsTask();
        var third = queue.EnterAsync("c", false, 1, CancellationToken.None).AsTask();

        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.InTime());
        Assert.Equal(1, queue.Status().WaitingCustomers);
        first.Dispose();

        (await third.InTime()).Dispose();
        Assert.Equal(0, queue.Status().Open);
    }

    [Fact]
    public async Task Giving_up_and_getting_a_turn_at_the_same_moment_loses_no_place()
    {
        using var queue = Queue(concurrent: 1);
        for (var i = 0; i < 300; i++)
        {
            var first = await queue.EnterAsync("a", false, 1, CancellationToken.None);
            using var givenUp = new CancellationTokenSource();
            var second = queue.EnterAsync("b", false, 1, givenUp.Token).AsTask();
            await Task.WhenAll(Task.Run(first.Dispose), Task.Run(givenUp.Cancel)).InTime();
            try
            {
                (await second.InTime()).Dispose();
            }
            catch (OperationCanceledException)
            {
            }
        }

        Assert.Equal((0, 0), (queue.Status().Open, queue.Status().WaitingCustomers));
    }

    [Fact]
    public async Task Longest_wait_is_told()
    {
        using var queue = Queue(concurrent: 1);
        using var first = await queue.EnterAsync("a", false, 1, CancellationToken.None);
        var second = queue.EnterAsync("b", false, 1, CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(TimeSpan.FromSeconds(7), queue.Status().LongestWait);
        Assert.False(second.IsCompleted);
    }

    private RequestQueue Queue(int concurrent = 1, int waiting = 5_000, int requests = 1_000_000, int tokens = 1_000_000_000) =>
        new(new() { MaxConcurrentRequests = concurrent, MaxWaitingRequests = waiting, RequestsPerMinute = requests, TokensPerMinute = tokens }, _clock);

    private static async Task EnterAsync(RequestQueue queue, string caller, bool isBatch, List<string> order)
    {
        using var place = await queue.EnterAsync(caller, isBatch, 1, CancellationToken.None);
        lock (order)
            order.Add(caller);
    }
}
