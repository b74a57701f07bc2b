using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class OpenThreadTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly InMemoryAnswerStore _answers = new();
    private readonly InMemoryConversations _store;
    private readonly ScriptedAnswers _pipeline;
    private readonly AnswerRuns _runs;
    private readonly OpenThread _thread;

    public OpenThreadTests()
    {
        _store = new(_clock, _feed);
        _pipeline = new(_answers);
        // Words are gathered for some milliseconds, which nobody turns forward here.
        _runs = new(_pipeline, TimeProvider.System, NullLogger<AnswerRuns>.Instance);
        _thread = new(_store, _store, _store, _answers, new(_store, _feed, new OwnAnswers(_runs)), _clock, NullLogger<OpenThread>.Instance);
    }

    public async ValueTask DisposeAsync() => await _thread.DisposeAsync();

    [Fact]
    public async Task Opened_thread_shows_its_messages_with_the_evidence_of_all_answers_in_one_reading()
    {
        var thread = _store.Begin();
        var queries = Enumerable.Range(0, 3).Select(_ => Query()).ToList();
        foreach (var query in queries)
        {
            await _answers.FinishAsync(Found.Answer(query), default);
            _store.Write(thread, Ended(query.AnswerId, Found.Text), new ConversationMessage(0, 0, MessageAuthor.Customer, "And?", _clock.GetUtcNow()));
        }

        await OpenAsync(thread.Id);

        Assert.Equal(7, _thread.Messages.Count);
        Assert.All(queries, (query, i) => Assert.Equal((query.AnswerId, 4, 3), (
            _thread.Messages[1 + 2 * i].Answer!.Id, _thread.Messages[1 + 2 * i].Answer!.Lookups.Count, _thread.Messages[1 + 2 * i].Answer!.Citations.Count)));
        Assert.Equal(1, _answers.Batches);
        Assert.Null(_thread.Arrived);
    }

    [Fact]
    public async Task Answer_grows_word_by_word_and_leaves_the_other_messages_the_same_objects()
    {
        var (thread, query) = await AskAsync();
        await OpenAsync(thread.Id);
        var question = _thread.Messages[0];
        Assert.True(_thread.Messages[1].Answer!.IsGrowing);

        _pipeline.Tell(new AnswerEvent.LookupFinished(Found.All[2]), new AnswerEvent.TextDelta("127 in "), new AnswerEvent.TextDelta("Seoul."));
        await UntilAsync(() => _thread.Messages[1].Answer!.Text == "127 in Seoul.");

        Assert.Same(Found.All[2], _thread.Messages[1].Answer!.Lookup(LookupKind.StockCheck));
        Assert.Same(question, _thread.Messages[0]);
        Assert.Null(_thread.Arrived);

        await EndAsync(thread, query);
        await UntilAsync(() => _thread.Messages[1].Answer is { IsGrowing: false, Whole: not null });
        Assert.Equal(Found.Text, _thread.Messages[1].Answer!.Text);
        // What has been drawn already stays the same object, so that it is not drawn again.
        Assert.Same(Found.All[2], _thread.Messages[1].Answer!.Lookup(LookupKind.StockCheck));
        Assert.Equal(2, _thread.Arrived!.Message.Sequence);
    }

    [Fact]
    public async Task Who_opens_in_the_middle_sees_what_was_written_so_far_and_the_rest()
    {
        var (thread, query) = await AskAsync();
        _pipeline.Tell(new AnswerEvent.TextDelta("127 in "));
        await OpenAsync(thread.Id);
        await UntilAsync(() => _thread.Messages[1].Answer!.Text == "127 in ");

        await EndAsync(thread, query);

        await UntilAsync(() => _thread.Messages[1].Answer is { IsGrowing: false, Whole: not null });
        Assert.Equal(Found.Text, _thread.Messages[1].Answer!.Text);
    }

    [Fact]
    public async Task New_message_arrives_and_a_thumb_keeps_the_evidence_without_another_reading()
    {
        var thread = _store.Begin();
        var query = Query();
        await _answers.FinishAsync(Found.Answer(query), default);
        _store.Write(thread, Ended(query.AnswerId, Found.Text));
        await OpenAsync(thread.Id);

        _store.Write(thread, Ended(query.AnswerId, Found.Text) with { Sequence = 2, Thumb = Thumb.Down });
        _store.Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, "Thanks", _clock.GetUtcNow()));

        await UntilAsync(() => _thread.Messages.Count == 3);
        Assert.Equal((Thumb.Down, 4), (_thread.Messages[1].Message.Thumb, _thread.Messages[1].Answer!.Lookups.Count));
        Assert.Equal("Thanks", _thread.Arrived!.Message.Text);
        Assert.Equal(1, _answers.Batches);
    }

    [Fact]
    public async Task Customer_who_writes_is_shown_for_some_seconds_or_until_the_message_comes()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);

        _feed.PublishTyping(thread.Id, MessageAuthor.Agent);
        _feed.PublishTyping(thread.Id, MessageAuthor.Customer);
        await UntilAsync(() => _thread.IsCustomerTyping);
        _clock.Advance(OpenThread.TypingFor);
        await UntilAsync(() => !_thread.IsCustomerTyping);

        _feed.PublishTyping(thread.Id, MessageAuthor.Customer);
        await UntilAsync(() => _thread.IsCustomerTyping);
        _store.Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, "Hello", _clock.GetUtcNow()));
        await UntilAsync(() => !_thread.IsCustomerTyping);
        Assert.Equal(2, _thread.Messages.Count);
    }

    [Theory]
    [InlineData("C00000000000000000000000000000000")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("../usage")]
    public async Task Address_without_a_thread_is_told_as_missing(string id)
    {
        await OpenAsync(id);

        Assert.Equal(ThreadProblem.Missing, _thread.Problem);
        Assert.Null(_thread.Conversation);
    }

    [Fact]
    public async Task Unreadable_thread_is_told_and_read_again_on_request()
    {
        var thread = _store.Begin();
        _store.IsDown = true;
        await OpenAsync(thread.Id);
        Assert.Equal(ThreadProblem.Unreadable, _thread.Problem);

        _store.IsDown = false;
        await _thread.ReadAgainAsync(CancellationToken.None);

        Assert.Equal((ThreadProblem.None, 1), (_thread.Problem, _thread.Messages.Count));
    }

    [Fact]
    public async Task Thread_that_broke_off_is_followed_again_and_misses_nothing()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);
        _store.IsDown = true;
        _store.Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, "Hello?", _clock.GetUtcNow()));
        await UntilAsync(() => _thread.IsLost);
        Assert.Single(_thread.Messages);

        _store.IsDown = false;
        await _clock.FireAsync(OpenThread.RetryAfter);

        await UntilAsync(() => !_thread.IsLost);
        Assert.Equal(["Is it in stock?", "Hello?"], _thread.Messages.Select(m => m.Message.Text));
    }

    [Fact]
    public async Task Evidence_that_cannot_be_read_is_told_and_the_words_are_there()
    {
        var thread = _store.Begin();
        _store.Write(thread, Ended(Query().AnswerId, Found.Text));
        _answers.IsDown = true;

        await OpenAsync(thread.Id);

        Assert.True(_thread.Messages[1].LacksEvidence);
        Assert.Equal(Found.Text, _thread.Messages[1].Answer!.Text);
    }

    [Fact]
    public async Task Next_thread_takes_the_place_of_the_one_before()
    {
        var (first, second) = (_store.Begin("first"), _store.Begin("second"));
        await OpenAsync(first.Id);
        await OpenAsync(second.Id);
        Assert.Equal("second", Assert.Single(_thread.Messages).Message.Text);

        _store.Write(first, new ConversationMessage(0, 0, MessageAuthor.Customer, "not here", _clock.GetUtcNow()));
        await OpenAsync(null);

        Assert.Null(_thread.Conversation);
        Assert.Empty(_thread.Messages);
        Assert.Equal(0, _feed.Followed);
    }

    private async Task<(Conversation Thread, CustomerQuery Query)> AskAsync()
    {
        var query = Query();
        var thread = _store.Begin();
        thread = _store.Write(thread, InMemoryConversations.Beginning(query.AnswerId, _clock.GetUtcNow()));
        _runs.Start(query);
        await UntilAsync(() => _pipeline.Queries.Count > 0);
        return (thread, query);
    }

    /// <summary>As the service does: the run ends, then its end is written into the thread.</summary>
    private async Task EndAsync(Conversation thread, CustomerQuery query)
    {
        _pipeline.Tell(new AnswerEvent.Completed(Found.Answer(query)));
        await foreach (var _ in _runs.Find(query.AnswerId)!.FollowAsync(0, default))
        {
            // Until its last event.
        }

        _store.Write(thread, Ended(query.AnswerId, Found.Text) with { Sequence = 2 });
    }

    private ConversationMessage Ended(string answerId, string text) =>
        InMemoryConversations.Beginning(answerId, _clock.GetUtcNow()) with { Text = text, AnswerState = AnswerState.Completed };

    private static CustomerQuery Query() => CustomerQuery.Create("Is it in stock?", "E001", null, null, null, Surface.Widget).Query!;

    private Task OpenAsync(string? id) => _thread.OpenAsync(id, live: true, CancellationToken.None);

    private static Task UntilAsync(Func<bool> condition) => Eventually.TrueAsync(condition);
}
