using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Threads with answers that the test writes word by word, on a real database.</summary>
public sealed class ConversationServiceTests : IClassFixture<SqliteStore>
{
    private static readonly IReadOnlyDictionary<string, int> FromTheStart = new Dictionary<string, int>();

    private readonly SqliteStore _fixture;
    private readonly WordByWord _assistant = new();
    private readonly ConversationFeed _feed = new();
    private readonly ConversationService _service;
    private readonly ConversationFollower _follower;
    private readonly IConversationStore _store;

    public ConversationServiceTests(SqliteStore fixture)
    {
        _fixture = fixture;
        _store = fixture.Services.GetRequiredService<IConversationStore>();
        var runs = new AnswerRuns(_assistant, TimeProvider.System, NullLogger<AnswerRuns>.Instance);
        _service = new(_store, _feed, runs, new OwnAnswers(runs), fixture.Answers, new EvidenceRule(new QuestionReader(), new ShopOptions()), new("here"), TimeProvider.System, NullLogger<ConversationService>.Instance);
        _follower = new(_store, _feed, new OwnAnswers(runs));
    }

    [Fact]
    public async Task Question_is_answered_in_the_thread_and_every_follower_sees_it_grow()
    {
        var thread = await StartAsync();
        var early = FollowUntilEndedAsync(thread, 2, 0, FromTheStart);
        await SendAsync(thread, "m1", "재고 있나요?");
        _assistant.Say("네, ");
        var lateSees = new TaskCompletionSource();
        var late = FollowUntilEndedAsync(thread, 2, 0, FromTheStart, lateSees);
        await lateSees.Task.InTime();
        _assistant.Say("있습니다.");
        _assistant.End();

        foreach (var seen in await Task.WhenAll(early, late).InTime())
        {
            Assert.Equal("네, 있습니다.", seen.Progress);
            Assert.Equal(("네, 있습니다.", AnswerState.Completed), (seen.Messages[2].Text, seen.Messages[2].AnswerState));
        }
    }

    [Fact]
    public async Task Follower_who_was_away_gets_the_rest_of_a_half_streamed_answer_once()
    {
        var thread = await StartAsync();
        var accepted = await SendAsync(thread, "m1", "재고 있나요?");
        _assistant.Say("하나 ");
        int next;
        await using (var first = Progress(thread, 0, FromTheStart).GetAsyncEnumerator())
        {
            Assert.True(await first.MoveNextAsync().AsTask().InTime());
            Assert.Equal("하나 ", Assert.IsType<AnswerEvent.TextDelta>(first.Current.Event.Event).Text);
            next = first.Current.Event.Number + 1;
        }

        _assistant.Say("둘 ");
        await using (var rest = Progress(thread, accepted.Conversation.Version, new Dictionary<string, int> { [accepted.Answer!.AnswerId!] = next }).GetAsyncEnumerator())
        {
            Assert.True(await rest.MoveNextAsync().AsTask().InTime());
            Assert.Equal((next, new AnswerEvent.TextDelta("둘 ")), (rest.Current.Event.Number, rest.Current.Event.Event));
            _assistant.Say("셋");
            Assert.True(await rest.MoveNextAsync().AsTask().InTime());
            Assert.Equal((next + 1, new AnswerEvent.TextDelta("셋")), (rest.Current.Event.Number, rest.Current.Event.Event));
        }

        _assistant.End();
        Assert.Equal("하나 둘 셋", (await FollowUntilEndedAsync(thread, 2, 0, FromTheStart).InTime()).Messages[2].Text);
    }

    [Fact]
    public async Task Message_sent_again_is_answered_once()
    {
        var thread = await StartAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(thread, "m1", "재고 있나요?")));

        _assistant.End();
        await FollowUntilEndedAsync(thread, 2, 0, FromTheStart).InTime();

        Assert.Single(sent, a => a.IsNew);
        Assert.Equal(1, _assistant.Asked);
        Assert.Equal(2, (await _store.ReadAsync(thread.Id, 0, default))!.Messages.Count);
    }

    [Fact]
    public async Task Answer_that_is_stopped_keeps_what_there_is()
    {
        var thread = await StartAsync();
        var accepted = await SendAsync(thread, "m1", "재고 있나요?");
        _assistant.Say("네, 서울에 ");
        await using (var progress = Progress(thread, 0, FromTheStart).GetAsyncEnumerator())
            Assert.True(await progress.MoveNextAsync().AsTask().InTime());

        await _service.StopAsync(accepted.Conversation, default);

        var seen = await FollowUntilEndedAsync(thread, 2, 0, FromTheStart).InTime();
        Assert.Equal(("네, 서울에 ", AnswerState.Stopped), (seen.Messages[2].Text, seen.Messages[2].AnswerState));
    }

    [Fact]
    public async Task Question_is_answered_again_when_its_answer_failed()
    {
        var thread = await StartAsync();
        await SendAsync(thread, "m1", "재고 있나요?");
        _assistant.Fail();
        Assert.Equal(AnswerState.Failed, (await FollowUntilEndedAsync(thread, 2, 0, FromTheStart).InTime()).Messages[2].AnswerState);

        _assistant.Restart();
        Assert.True(await _service.AnswerAgainAsync(thread, 2, default));
        _assistant.Say("네.");
        _assistant.End();

        Assert.Equal("네.", (await FollowUntilEndedAsync(thread, 3, 0, FromTheStart).InTime()).Messages[3].Text);
    }

    [Fact]
    public async Task Customer_who_asks_for_a_person_twice_waits_once_and_gets_no_more_answers()
    {
        var thread = await StartAsync();
        await Task.WhenAll(_service.AskForPersonAsync(thread, default), _service.AskForPersonAsync(thread, default));
        var accepted = await SendAsync(thread, "m1", "재고 있나요?");

        Assert.Null(accepted.Answer);
        Assert.Equal(ConversationOwner.Waiting, accepted.Conversation.Owner);
        Assert.Single((await _store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Note == ConversationNote.PersonWanted);
    }

    [Fact]
    public async Task Customer_who_goes_back_at_the_moment_in_which_the_thread_changes_goes_back()
    {
        var thread = await StartAsync();
        await _service.AskForPersonAsync(thread, default);
        var seen = (await _store.FindAsync(thread.Id, default))!;
        await SendAsync(thread, "m1", "주문을 바꾸고 싶어요");

        await _service.BackToAssistantAsync(seen, default);

        Assert.Equal(ConversationOwner.Assistant, (await _store.FindAsync(thread.Id, default))!.Owner);
    }

    [Fact]
    public async Task Customer_in_the_hands_of_an_agent_stays_there()
    {
        var thread = await StartAsync();
        await _store.HandOnAsync(thread.Id, ConversationOwner.Agent, null, null, null, default);

        await _service.AskForPersonAsync(thread, default);
        await _service.BackToAssistantAsync(thread with { Owner = ConversationOwner.Waiting }, default);

        Assert.Equal(ConversationOwner.Agent, (await _store.FindAsync(thread.Id, default))!.Owner);
    }

    [Theory]
    [InlineData("", InputProblemCode.Empty)]
    [InlineData("a\u0007", InputProblemCode.ControlCharacters)]
    public async Task Message_that_cannot_be_accepted_is_refused_with_its_reason(string text, InputProblemCode code)
    {
        var thread = await StartAsync();

        var result = await _service.SendAsync(thread, "m1", text, null, default);

        Assert.Null(result.Accepted);
        Assert.Equal(code, Assert.Single(result.Problems).Code);
        Assert.Empty((await _store.ReadAsync(thread.Id, 0, default))!.Messages);
    }

    [Fact]
    public async Task Follower_who_leaves_is_forgotten()
    {
        var thread = await StartAsync();
        using var leaving = new CancellationTokenSource();
        var following = Progress(thread, 0, FromTheStart, leaving.Token).GetAsyncEnumerator(default);
        var next = following.MoveNextAsync().AsTask();
        await Eventually.TrueAsync(() => _feed.Followed == 1);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.InTime());
        await following.DisposeAsync();
        Assert.Equal(0, _feed.Followed);
    }

    private Task<Conversation> StartAsync() => _service.StartAsync(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, null, default);

    private async Task<AcceptedMessage> SendAsync(Conversation thread, string clientId, string text) =>
        (await _service.SendAsync(thread, clientId, text, null, default)).Accepted!;

    private async IAsyncEnumerable<ConversationUpdate.Progress> Progress(
        Conversation thread, long since, IReadOnlyDictionary<string, int> progress, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _follower.FollowAsync(thread.Id, since, progress, forCustomer: true, cancellationToken))
        {
            if (update is ConversationUpdate.Progress next)
                yield return next;
        }
    }

    private async Task<(Dictionary<int, ConversationMessage> Messages, string Progress)> FollowUntilEndedAsync(
        Conversation thread, int sequence, long since, IReadOnlyDictionary<string, int> progress, TaskCompletionSource? seesText = null)
    {
        var (messages, text) = (new Dictionary<int, ConversationMessage>(), "");
        await foreach (var update in _follower.FollowAsync(thread.Id, since, progress, forCustomer: true, CancellationToken.None))
        {
            if (update is ConversationUpdate.Progress { Event.Event: AnswerEvent.TextDelta delta })
            {
                text += delta.Text;
                seesText?.TrySetResult();
            }

            foreach (var message in (update as ConversationUpdate.Changed)?.Changes.Messages ?? [])
                messages[message.Sequence] = message;
            if (messages.GetValueOrDefault(sequence)?.AnswerState is not (null or AnswerState.Running))
                break;
        }

        return (messages, text);
    }

    /// <summary>Answers with what the test says.</summary>
    private sealed class WordByWord : IAnswerService
    {
        private Channel<string?> _words = Channel.CreateUnbounded<string?>();
        private int _asked;

        public int Asked => _asked;

        public void Say(string words) => _words.Writer.TryWrite(words);

        public void End() => _words.Writer.Complete();

        public void Fail() => _words.Writer.TryWrite(null);

        public void Restart() => _words = Channel.CreateUnbounded<string?>();

        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            var (text, state) = ("", AnswerState.Completed);
            var words = _words.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);
            while (true)
            {
                try
                {
                    if (!await words.MoveNextAsync())
                        break;
                }
                catch (OperationCanceledException)
                {
                    state = AnswerState.Stopped;
                    break;
                }

                if (words.Current is null)
                {
                    yield return new AnswerEvent.Failed(AnswerFailure.Internal, []);
                    yield break;
                }

                text += words.Current;
                yield return new AnswerEvent.TextDelta(words.Current);
            }

            yield return new AnswerEvent.Completed(new Answer(
                query.AnswerId, query.Question, null, null, query.Language, query.Surface, state, text, Authorship.Embedded, [], [], TokenUsage.None,
                new(null, null, TimeSpan.Zero), DateTimeOffset.UnixEpoch));
        }
    }
}
