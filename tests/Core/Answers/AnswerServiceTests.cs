using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Answers;

public sealed class AnswerServiceTests
{
    private readonly Pipeline _pipeline = new();

    [Fact]
    public async Task Events_come_in_the_order_of_the_work()
    {
        _pipeline.Composer.Write(new AnswerPart.Author(new(AnswerSource.Model, "m-1")), new AnswerPart.Cite(Pipeline.Citation), new AnswerPart.Text("재고가 있습니다[1].")).End();
        _pipeline.Gates[LookupKind.ReviewAnalysis].Close();
        var query = Build.Query(productId: "E001", customerId: "C1");
        var answering = AnswerAsync(query);
        await _pipeline.Gates[LookupKind.ReviewAnalysis].Arrived.InTime();
        _pipeline.Spending.Add(query.AnswerId, new(10, 20, 0.5m));
        _pipeline.Gates[LookupKind.ReviewAnalysis].Open();

        var events = await answering;

        Assert.All(events[..4], e => Assert.IsType<AnswerEvent.LookupStarted>(e));
        Assert.Equal(Enum.GetValues<LookupKind>(), events[..4].Cast<AnswerEvent.LookupStarted>().Select(e => e.Kind));
        Assert.All(events[4..8], e => Assert.IsType<AnswerEvent.LookupFinished>(e));
        Assert.Equal(new AnswerEvent.Authored(new(AnswerSource.Model, "m-1")), events[8]);
        Assert.Equal(new AnswerEvent.CitationAdded(Pipeline.Citation), events[9]);
        Assert.Equal(new AnswerEvent.TextDelta("재고가 있습니다[1]."), events[10]);
        var answer = Assert.IsType<AnswerEvent.Completed>(events[11]).Answer;
        Assert.Equal(12, events.Count);
        Assert.Equal((AnswerState.Completed, "재고가 있습니다[1].", AnswerSource.Model, "m-1", "E001", "C1"),
            (answer.State, answer.Text, answer.Source, answer.Model, answer.ProductId, answer.CustomerId));
        Assert.Equal(Pipeline.Citation, Assert.Single(answer.Citations));
        Assert.Equal(new TokenUsage(10, 20, 0.5m), answer.Usage);
        Assert.Same(answer, Assert.Single(_pipeline.Store.Finished));
    }

    [Fact]
    public async Task Model_that_breaks_off_leaves_an_interrupted_answer_with_its_text_and_what_was_held_back()
    {
        var held = new HeldBack("150개 있습니다.", "150개", HoldReason.Figure);
        _pipeline.Composer.Write(new AnswerPart.Author(new(AnswerSource.Model, "m-1")), new AnswerPart.Text("재고가"), new AnswerPart.Held(held),
            new AnswerPart.BrokeOff(ModelFault.IdleTimeout)).End();

        var events = await AnswerAsync(Build.Query(productId: "E001"));

        Assert.Equal(new AnswerEvent.WordsHeld(held), events[^2]);
        var answer = Assert.IsType<AnswerEvent.Completed>(events[^1]).Answer;
        Assert.Equal((AnswerState.Interrupted, "재고가", ModelFault.IdleTimeout), (answer.State, answer.Text, answer.Fault));
        Assert.Equal([held], answer.HeldBack);
        Assert.Same(answer, Assert.Single(_pipeline.Store.Finished));
    }

    [Fact]
    public async Task Nothing_is_told_before_the_question_is_stored()
    {
        _pipeline.Composer.End();
        _pipeline.Store.BeforeBegin.Close();
        await using var events = _pipeline.Service.AnswerAsync(Build.Query(), CancellationToken.None).GetAsyncEnumerator();

        var first = events.MoveNextAsync().AsTask();
        await _pipeline.Store.BeforeBegin.Arrived.InTime();

        Assert.False(first.IsCompleted);
        _pipeline.Store.BeforeBegin.Open();
        Assert.True(await first.InTime());
        Assert.Single(_pipeline.Store.Begun);
    }

    [Fact]
    public async Task The_whole_answer_is_told_only_once_it_is_stored()
    {
        _pipeline.Composer.Write("글").End();
        _pipeline.Store.BeforeFinish.Close();
        var run = _pipeline.Runs.Start(Build.Query());

        await _pipeline.Store.BeforeFinish.Arrived.InTime();

        Assert.False(run.IsFinished);
        _pipeline.Store.BeforeFinish.Open();
        await Eventually.TrueAsync(() => run.IsFinished);
    }

    [Theory]
    [InlineData("E999", null, InputField.ProductId)]
    [InlineData(null, "C999", InputField.CustomerId)]
    public async Task Unknown_product_or_customer_is_refused_with_its_field_and_nothing_is_stored(string? product, string? customer, InputField field)
    {
        var events = await AnswerAsync(Build.Query(productId: product, customerId: customer));

        var failed = Assert.IsType<AnswerEvent.Failed>(Assert.Single(events));
        Assert.Equal(AnswerFailure.InvalidInput, failed.Code);
        Assert.Equal(new InputProblem(field, InputProblemCode.Unknown), Assert.Single(failed.Problems));
        Assert.Empty(_pipeline.Store.Begun);
        Assert.Empty(_pipeline.Store.Finished);
    }

    [Fact]
    public async Task Unknown_product_and_customer_are_told_together()
    {
        var events = await AnswerAsync(Build.Query(productId: "E999", customerId: "C999"));

        Assert.Equal([InputField.ProductId, InputField.CustomerId], Assert.IsType<AnswerEvent.Failed>(Assert.Single(events)).Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task A_store_that_cannot_take_the_question_is_storage_unavailable()
    {
        _pipeline.Store.BeforeBegin.Break();

        AssertStorageUnavailable(Assert.Single(await AnswerAsync(Build.Query())));
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_is_storage_unavailable()
    {
        _pipeline.Shop.Down = new IOException("no such file");

        AssertStorageUnavailable(Assert.Single(await AnswerAsync(Build.Query(productId: "E001"))));
        Assert.Empty(_pipeline.Store.Begun);
    }

    [Fact]
    public async Task A_store_that_cannot_take_the_answer_is_storage_unavailable_and_not_an_answer()
    {
        _pipeline.Composer.Write("글").End();
        _pipeline.Store.BeforeFinish.Break();

        var events = await AnswerAsync(Build.Query());

        AssertStorageUnavailable(events[^1]);
        Assert.DoesNotContain(events, e => e is AnswerEvent.Completed);
    }

    [Fact]
    public async Task A_composer_that_throws_fails_the_answer_and_keeps_the_text_so_far()
    {
        _pipeline.Composer.Write("여기까지").End(new IOException("secret"));

        var events = await AnswerAsync(Build.Query());

        var failed = Assert.IsType<AnswerEvent.Failed>(events[^1]);
        Assert.Equal(AnswerFailure.Internal, failed.Code);
        var kept = Assert.Single(_pipeline.Store.Finished);
        Assert.Equal((AnswerState.Failed, "여기까지", 4), (kept.State, kept.Text, kept.Lookups.Count));
    }

    [Fact]
    public async Task A_failed_lookup_reaches_the_composer_as_failed_beside_the_others()
    {
        _pipeline.Gates[LookupKind.StockCheck].Close();
        _pipeline.Gates[LookupKind.StockCheck].Break();
        _pipeline.Composer.Write("글").End();

        var events = await AnswerAsync(Build.Query());

        Assert.Equal(AnswerState.Completed, Assert.IsType<AnswerEvent.Completed>(events[^1]).Answer.State);
        Assert.Equal([LookupState.Empty, LookupState.Empty, LookupState.Failed, LookupState.Empty], _pipeline.Composer.Evidence!.Select(r => r.State));
    }

    [Fact]
    public async Task Stop_in_the_middle_keeps_text_and_citations()
    {
        using var stop = new CancellationTokenSource();
        _pipeline.Composer.Write(new AnswerPart.Cite(Pipeline.Citation)).Write("앞부분[1]");
        var told = new List<AnswerEvent>();

        await foreach (var next in _pipeline.Service.AnswerAsync(Build.Query(), stop.Token))
        {
            told.Add(next);
            if (next is AnswerEvent.TextDelta)
                await stop.CancelAsync();
        }

        var answer = Assert.IsType<AnswerEvent.Completed>(told[^1]).Answer;
        Assert.Equal((AnswerState.Stopped, "앞부분[1]"), (answer.State, answer.Text));
        Assert.Equal(Pipeline.Citation, Assert.Single(answer.Citations));
        Assert.Equal(4, answer.Lookups.Count);
        Assert.Same(answer, Assert.Single(_pipeline.Store.Finished));
    }

    [Fact]
    public async Task Stop_during_the_lookups_keeps_those_that_ended_and_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        _pipeline.Gates[LookupKind.ReviewAnalysis].Close();
        _pipeline.Composer.Write("never");
        var finished = 0;
        var told = new List<AnswerEvent>();

        await foreach (var next in _pipeline.Service.AnswerAsync(Build.Query(), stop.Token))
        {
            told.Add(next);
            if (next is AnswerEvent.LookupFinished && ++finished == 3)
                await stop.CancelAsync();
        }

        var answer = Assert.IsType<AnswerEvent.Completed>(told[^1]).Answer;
        Assert.Equal((AnswerState.Stopped, "", 3), (answer.State, answer.Text, answer.Lookups.Count));
        Assert.Null(answer.Timings.Lookups);
        Assert.Null(answer.Timings.FirstToken);
        Assert.Null(_pipeline.Composer.Evidence);
        Assert.Same(answer, Assert.Single(_pipeline.Store.Finished));
    }

    [Fact]
    public async Task Times_are_counted_from_the_moment_of_the_question()
    {
        _pipeline.Gates.CloseLookups();
        var run = _pipeline.Runs.Start(Build.Query());
        await Task.WhenAll(Enum.GetValues<LookupKind>().Select(k => _pipeline.Gates[k].Arrived)).InTime();
        _pipeline.Clock.Advance(TimeSpan.FromMilliseconds(250));
        _pipeline.Gates.OpenAll();
        await Eventually.TrueAsync(() => _pipeline.Composer.Evidence is not null);
        _pipeline.Clock.Advance(TimeSpan.FromMilliseconds(100));
        _pipeline.Composer.Write("글");
        await run.FollowAsync(0, default).FirstAsync(e => e.Event is AnswerEvent.TextDelta).AsTask().InTime();
        _pipeline.Clock.Advance(TimeSpan.FromMilliseconds(50));
        _pipeline.Composer.End();

        await Eventually.TrueAsync(() => run.IsFinished);

        var kept = Assert.Single(_pipeline.Store.Finished);
        Assert.Equal(new AnswerTimings(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(350), TimeSpan.FromMilliseconds(400)), kept.Timings);
        Assert.Equal(Build.Wednesday, kept.AskedAt);
    }

    private Task<List<AnswerEvent>> AnswerAsync(CustomerQuery query) =>
        Pipeline.EventsAsync(_pipeline.Service.AnswerAsync(query, CancellationToken.None));

    private static void AssertStorageUnavailable(AnswerEvent told) =>
        Assert.Equal(AnswerFailure.StorageUnavailable, Assert.IsType<AnswerEvent.Failed>(told).Code);
}
