using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Data.Tests;

/// <summary>A takeover is a fence, wherever the assistant's sentence is.</summary>
public sealed class TakeoverTests : IClassFixture<SqliteStore>
{
    private const int Races = 1_000;
    private const int AtOnce = 20;
    private const int MostHeard = 60;
    // More than can be said until anybody takes over.
    private const int Endless = 100_000;

    private static readonly IReadOnlyDictionary<string, int> FromTheStart = new Dictionary<string, int>();

    private readonly ITestOutputHelper _output;
    private readonly ConversationService _service;
    private readonly ConversationFollower _follower;
    private readonly AgentDesk _desk;
    private readonly IConversationStore _store;
    private readonly AnswerRuns _runs;

    public TakeoverTests(SqliteStore fixture, ITestOutputHelper output)
    {
        _output = output;
        var feed = new ConversationFeed();
        var desk = fixture.Services.GetRequiredService<IDeskStore>();
        _store = fixture.Services.GetRequiredService<IConversationStore>();
        _runs = new AnswerRuns(new Talker(), TimeProvider.System, NullLogger<AnswerRuns>.Instance);
        var running = new OwnAnswers(_runs);
        _service = new(
            _store, feed, _runs, running, fixture.Answers, new(new QuestionReader(), new()), new("here"), TimeProvider.System, NullLogger<ConversationService>.Instance);
        _follower = new(_store, feed, running);
        _desk = new(desk, feed, running, new(desk, feed, TimeProvider.System, NullLogger<PendingReplies>.Instance), TimeProvider.System);
    }

    [Fact]
    public async Task Not_one_character_of_the_assistant_passes_a_takeover_in_a_thousand_races()
    {
        var cut = 0;
        for (var race = 0; race < Races; race += AtOnce)
            cut += (await Task.WhenAll(Enumerable.Range(race, AtOnce).Select(RaceAsync)).InTime()).Count(wasCut => wasCut);
        _output.WriteLine($"{cut} of {Races} answers were cut off in mid-sentence");
        Assert.InRange(cut, Races / 2, Races);
    }

    [Fact]
    public async Task Answer_that_was_accepted_but_not_begun_is_never_heard()
    {
        var query = CustomerQuery.Create("1", null, null, null, null, Surface.Widget).Query!;
        Assert.Equal(new AnswerEnding(AnswerState.Stopped, ""), _runs.Fence(query.AnswerId));

        var run = _runs.Start(query);

        Assert.False(run.MayReach(0));
        await foreach (var _ in run.FollowAsync(0, CancellationToken.None))
        {
        }

        Assert.Equal(new AnswerEnding(AnswerState.Stopped, ""), run.End(new(AnswerState.Completed, "네.")));
    }

    [Fact]
    public async Task Answer_that_has_ended_before_the_takeover_stays_whole()
    {
        var run = _runs.Start(CustomerQuery.Create("1", null, null, null, null, Surface.Widget).Query!);
        Assert.Equal("네.", run.End(new(AnswerState.Completed, "네.")).Text);

        Assert.Equal(new AnswerEnding(AnswerState.Completed, "네."), run.Fence());
        await run.StopAsync();
    }

    /// <summary>A customer follows an answer; at a moment of its own an agent takes over.</summary>
    /// <returns>Whether the answer was cut off while words of it had reached the customer.</returns>
    private async Task<bool> RaceAsync(int race)
    {
        var random = new Random(race);
        var thread = await _service.StartAsync(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, null, default);
        var seen = new Seen();
        using var left = new CancellationTokenSource();
        var following = FollowAsync(thread, seen, left.Token);
        var until = random.Next(MostHeard);
        var words = race % 3 == 0 ? until + random.Next(MostHeard) : Endless;
        await _service.SendAsync(thread, "m1", $"{words}", null, default);
        await Eventually.TrueAsync(() => seen.Pieces >= until || seen.HasEnded);

        var taken = await _desk.HandOverAsync(thread.Id, new(ConversationOwner.Agent, "minji", "minji"), default);

        Assert.True(taken.IsDone);
        await following.InTime();
        var answer = (await _store.ReadAsync(thread.Id, 0, default))!.Messages.Single(m => m.AnswerId is not null);
        var wasCut = answer.AnswerState == AnswerState.Stopped;
        Assert.True(wasCut || answer.AnswerState == AnswerState.Completed);
        // What the thread keeps is what the customer had: had more come through, it would be longer here; had less, shorter.
        if (wasCut)
            Assert.Equal(answer.Text, seen.Text);
        else
            Assert.StartsWith(seen.Text, answer.Text);
        Assert.Equal(answer.Text, seen.Final);
        return wasCut && answer.Text.Length > 0;
    }

    private async Task FollowAsync(Conversation thread, Seen seen, CancellationToken cancellationToken)
    {
        var isTaken = false;
        await foreach (var update in _follower.FollowAsync(thread.Id, 0, FromTheStart, forCustomer: true, cancellationToken))
        {
            if (update is ConversationUpdate.Progress { Event.Event: AnswerEvent.TextDelta delta })
            {
                Assert.False(isTaken);
                seen.Add(delta.Text);
            }
            else if (update is ConversationUpdate.Changed { Changes: var changes })
            {
                foreach (var message in changes.Messages.Where(m => m.AnswerState is not (null or AnswerState.Running)))
                    seen.Final = message.Text;
                isTaken |= changes.Messages.Any(m => m.Note == ConversationNote.AgentJoined);
                if (isTaken)
                    return;
            }
        }
    }

    private sealed class Seen
    {
        private readonly StringBuilder _text = new();
        private volatile int _pieces;
        private volatile string? _final;

        public int Pieces => _pieces;
        public string Text => _text.ToString();
        public bool HasEnded => _final is not null;
        public string? Final { get => _final; set => _final = value; }

        public void Add(string words)
        {
            _text.Append(words);
            _pieces++;
        }
    }

    /// <summary>Says as many words as it is asked for, in single events.</summary>
    private sealed class Talker : IAnswerService
    {
        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var text = new StringBuilder();
            var words = int.Parse(query.Question, CultureInfo.InvariantCulture);
            for (var i = 0; i < words && !cancellationToken.IsCancellationRequested; i++)
            {
                await Task.Yield();
                var word = $"낱말{i} ";
                text.Append(word);
                yield return new AnswerEvent.TextDelta(word);
                // An event that is no text makes the words before it go out at once.
                yield return new AnswerEvent.Authored(Authorship.Embedded);
            }

            var state = cancellationToken.IsCancellationRequested ? AnswerState.Stopped : AnswerState.Completed;
            yield return new AnswerEvent.Completed(new Answer(
                query.AnswerId, query.Question, null, null, query.Language, query.Surface, state, text.ToString(), Authorship.Embedded, [], [], TokenUsage.None,
                new(null, null, TimeSpan.Zero), DateTimeOffset.UnixEpoch));
        }
    }
}
