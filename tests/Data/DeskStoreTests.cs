using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>What agents do, on both databases.</summary>
public abstract class DeskStoreTests(StoreFixture fixture)
{
    private const string Here = "here";
    private const string Minji = "minji";
    private const string Joon = "joon";
    private static readonly IReadOnlyDictionary<string, AnswerEnding> NothingFenced = new Dictionary<string, AnswerEnding>();

    private int _sent;

    private IConversationStore Store => fixture.Services.GetRequiredService<IConversationStore>();

    private IDeskStore Desk => fixture.Services.GetRequiredService<IDeskStore>();

    [Fact]
    public async Task Threads_are_listed_by_their_last_change_with_the_newest_words()
    {
        var (first, second, _) = (await StartAsync(), await StartAsync(), await StartAsync());
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await Store.AcceptAsync(Incoming(second, new string('가', 200)), default);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var accepted = await Store.AcceptAsync(Incoming(first, "첫째"), default);
        await Store.EndAnswerAsync(first.Id, accepted!.Answer!.AnswerId!, AnswerState.Completed, "답\n둘째 줄", default);

        var listed = await Desk.ListAsync(new(InboxView.Everyone, Minji), 0, 2, default);

        Assert.Equal([first.Id, second.Id], listed.Select(l => l.Conversation.Id));
        Assert.Equal((MessageAuthor.Assistant, "답 둘째 줄", false), (listed[0].LastAuthor, listed[0].LastText, listed[0].IsAnswering));
        Assert.Equal((MessageAuthor.Customer, new string('가', 159) + "…", true), (listed[1].LastAuthor, listed[1].LastText, listed[1].IsAnswering));
        Assert.Equal(await Store.FindAsync(first.Id, default), listed[0].Conversation);
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_thread_of_their_owner_once_though_times_are_the_same()
    {
        // Later than whatever the other tests wrote, and none of them waits for a person from here on.
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        var since = fixture.Clock.GetUtcNow();
        var before = await CountAsync();
        var threads = new List<string>();
        for (var i = 0; i < 14; i++)
        {
            if (i % 5 == 0)
                fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            var thread = await StartAsync();
            await Store.AcceptAsync(Incoming(thread, "?"), default);
            if (i % 2 == 0)
                await Store.HandOnAsync(thread.Id, ConversationOwner.Waiting, null, null, null, default);
            threads.Add(thread.Id);
        }

        var changed = await Desk.ListChangedAsync(since, 50, default);
        Assert.Equal(threads.Order(), changed.Select(c => c.Conversation.Id).Order());
        Assert.Equal(changed.OrderByDescending(c => c.Place, ConversationPlace.Order).ToList(), changed);
        Assert.Equal(changed.Take(5), await Desk.ListChangedAsync(since, 5, default));
        Assert.Empty(await Desk.ListChangedAsync(since.AddMinutes(1), 50, default));
        foreach (var filter in new[] { InboxView.Everyone, InboxView.Unassigned, InboxView.Waiting }.Select(v => new InboxFilter(v, Minji)))
        {
            var read = new List<ConversationSummary>();
            while (read.Count < changed.Count(IsListed))
                read.AddRange(await Desk.ListAsync(filter, read.Count, 3, default));
            Assert.Equal(changed.Where(IsListed), read.Take(changed.Count(IsListed)));

            bool IsListed(ConversationSummary c) => filter.Holds(c.Conversation, fixture.Clock.GetUtcNow());
        }

        var after = await CountAsync();
        Assert.Equal((7, 14, 0), (
            after[InboxView.Unassigned] - before[InboxView.Unassigned], after[InboxView.Everyone] - before[InboxView.Everyone], after[InboxView.Closed] - before[InboxView.Closed]));
        Assert.Equal(3, await Desk.CountAsync(new(InboxView.Unassigned, Minji), 3, default));
    }

    [Fact]
    public async Task Thread_without_a_message_is_neither_listed_nor_counted()
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        var before = await CountAsync();
        await StartAsync();

        Assert.Equal(before, await CountAsync());
        Assert.Empty(await Desk.ListChangedAsync(fixture.Clock.GetUtcNow(), 10, default));
    }

    [Fact]
    public async Task Conversation_is_in_the_views_that_its_state_says()
    {
        var thread = await AskedAsync();
        Assert.Equal([InboxView.Everyone], await ViewsAsync(thread));
        await Store.HandOnAsync(thread.Id, ConversationOwner.Waiting, ConversationNote.PersonWanted, HandoffReason.Asked, null, default);
        Assert.Equal([InboxView.Unassigned, InboxView.Everyone, InboxView.Waiting], await ViewsAsync(thread));
        await TakeOverAsync(thread, Minji);
        Assert.Equal([InboxView.Mine, InboxView.Everyone, InboxView.Waiting], await ViewsAsync(thread));
        await ReplyAsync(thread, Minji, "r1");
        Assert.Equal([InboxView.Mine, InboxView.Everyone], await ViewsAsync(thread));
        await Store.AcceptAsync(Incoming(thread, "네?"), default);
        Assert.Equal([InboxView.Mine, InboxView.Everyone, InboxView.Waiting], await ViewsAsync(thread));
        await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Closed, null, Minji), NothingFenced, default);
        Assert.Equal([InboxView.Closed], await ViewsAsync(thread));
        Assert.Equal(Minji, (await FindAsync(thread)).AgentId);
    }

    [Fact]
    public async Task Two_agents_who_grab_the_same_conversation_do_not_both_have_it()
    {
        for (var i = 0; i < 10; i++)
        {
            var thread = await AskedAsync();

            var results = await Task.WhenAll(TakeOverAsync(thread, Minji), TakeOverAsync(thread, Joon));

            var winner = Assert.Single(results, r => r.IsDone).Conversation!.AgentId;
            Assert.Equal(winner, Assert.Single(results, r => !r.IsDone).Conversation!.AgentId);
            Assert.Single((await Store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Note == ConversationNote.AgentJoined);
        }
    }

    [Fact]
    public async Task Colleague_loses_a_conversation_only_to_who_names_them()
    {
        var thread = await AskedAsync();
        await TakeOverAsync(thread, Minji);

        Assert.False((await TakeOverAsync(thread, Joon)).IsDone);
        Assert.False((await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Assistant, null, Joon), NothingFenced, default)).IsDone);
        Assert.True((await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Agent, Joon, Joon, HeldBy: Minji), NothingFenced, default)).IsDone);
        Assert.Equal(Joon, (await FindAsync(thread)).AgentId);
    }

    [Fact]
    public async Task Answer_in_the_making_holds_up_a_takeover_until_it_is_fenced()
    {
        var thread = await StartAsync();
        var answer = (await Store.AcceptAsync(Incoming(thread, "재고 있나요?"), default))!.Answer!;

        var refused = await TakeOverAsync(thread, Minji);
        Assert.Equal(answer.AnswerId, Assert.Single(refused.Unfenced).AnswerId);
        Assert.Equal(ConversationOwner.Assistant, (await FindAsync(thread)).Owner);

        var fenced = new Dictionary<string, AnswerEnding> { [answer.AnswerId!] = new(AnswerState.Stopped, "네, 서울") };
        Assert.True((await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Agent, Minji, Minji), fenced, default)).IsDone);
        await Store.EndAnswerAsync(thread.Id, answer.AnswerId!, AnswerState.Completed, "네, 서울에 있습니다.", default);

        var messages = (await Store.ReadAsync(thread.Id, 0, default))!.Messages;
        Assert.Equal((AnswerState.Stopped, "네, 서울"), (messages[1].AnswerState!.Value, messages[1].Text));
        Assert.Equal((ConversationNote.AgentJoined, Minji), (messages[2].Note!.Value, messages[2].AgentId));
        Assert.NotNull((await FindAsync(thread)).WaitingSince);
    }

    [Fact]
    public async Task Message_that_a_rule_hands_over_waits_for_a_person_and_gets_no_answer()
    {
        var thread = await StartAsync();

        var accepted = (await Store.AcceptAsync(Incoming(thread, "소송하겠습니다") with { Handoff = HandoffReason.Legal }, default))!;

        Assert.Null(accepted.Answer);
        Assert.Equal((ConversationOwner.Waiting, HandoffReason.Legal), (accepted.Conversation.Owner, accepted.Conversation.Handoff!.Value));
        var note = (await Store.ReadAsync(thread.Id, 0, default))!.Messages[1];
        Assert.Equal((ConversationNote.HandedOver, HandoffReason.Legal), (note.Note!.Value, note.Reason!.Value));
        Assert.Equal(fixture.Clock.GetUtcNow(), accepted.Conversation.WaitingSince);
    }

    [Fact]
    public async Task Reply_goes_out_once_when_it_is_due_whoever_sends_it()
    {
        var thread = await AskedAsync();
        await TakeOverAsync(thread, Minji);
        Assert.True(await QueueAsync(thread, Minji, "r1"));
        Assert.True(await QueueAsync(thread, Minji, "r1"));
        await Desk.SendDueAsync(default);
        Assert.Single((await Desk.ReadAsync(thread.Id, 0, default)).Pending);
        Assert.DoesNotContain((await Store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Author == MessageAuthor.Agent);

        fixture.Clock.Advance(AgentDesk.UndoFor);
        await using var other = await StoreFixture.StartAsync(fixture.Options, fixture.Clock);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? Desk : other.GetRequiredService<IDeskStore>()).SendDueAsync(default)));

        var sent = Assert.Single((await Store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Author == MessageAuthor.Agent);
        Assert.Equal(("r1", Minji), (sent.ClientId, sent.AgentId));
        Assert.True(await QueueAsync(thread, Minji, "r1"));
        Assert.Empty((await Desk.ReadAsync(thread.Id, 0, default)).Pending);
    }

    [Fact]
    public async Task Reply_can_be_taken_back_until_it_has_gone_out()
    {
        var thread = await AskedAsync();
        await TakeOverAsync(thread, Minji);
        await QueueAsync(thread, Minji, "r1");

        Assert.Null(await Desk.WithdrawReplyAsync(thread.Id, "r1", Joon, default));
        Assert.Equal("r1 text", (await Desk.WithdrawReplyAsync(thread.Id, "r1", Minji, default))?.Text);
        Assert.Null(await Desk.WithdrawReplyAsync(thread.Id, "r1", Minji, default));
        await ReplyAsync(thread, Minji, "r2");
        Assert.Null(await Desk.WithdrawReplyAsync(thread.Id, "r2", Minji, default));
        Assert.Equal("r2 text", Assert.Single((await Store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Author == MessageAuthor.Agent).Text);
    }

    [Fact]
    public async Task Reply_that_still_waits_goes_out_before_hands_are_changed()
    {
        var thread = await AskedAsync();
        await TakeOverAsync(thread, Minji);
        await QueueAsync(thread, Minji, "r1");

        await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Assistant, null, Minji), NothingFenced, default);

        var last = (await Store.ReadAsync(thread.Id, 0, default))!.Messages.TakeLast(2).ToList();
        Assert.Equal("r1 text", last[0].Text);
        Assert.Equal(ConversationNote.AssistantBack, last[1].Note);
    }

    [Fact]
    public async Task Reply_of_somebody_who_does_not_have_the_conversation_is_refused()
    {
        var thread = await AskedAsync();
        Assert.False(await QueueAsync(thread, Minji, "r1"));
        await TakeOverAsync(thread, Minji);
        Assert.False(await QueueAsync(thread, Joon, "r2"));
        Assert.Empty((await Desk.ReadAsync(thread.Id, 0, default)).Pending);
    }

    [Fact]
    public async Task Note_is_kept_once_and_stands_in_no_customers_thread()
    {
        var thread = await AskedAsync();
        for (var i = 0; i < 2; i++)
            Assert.True(await Desk.AddNoteAsync(thread.Id, "n1", Minji, "단골 고객", default));
        Assert.False(await Desk.AddNoteAsync(Conversation.NewId(), "n1", Minji, "?", default));

        var note = Assert.Single((await Desk.ReadAsync(thread.Id, 0, default)).Entries);
        Assert.Equal((StaffEntryKind.Note, Minji, "단골 고객"), (note.Kind, note.AgentId, note.Text));
        Assert.Empty((await Desk.ReadAsync(thread.Id, note.Version, default)).Entries);
        Assert.DoesNotContain((await Store.ReadAsync(thread.Id, 0, default))!.Messages, m => m.Text.Contains("단골"));
    }

    [Fact]
    public async Task Correction_stays_though_later_messages_read_otherwise()
    {
        var thread = await StartAsync();
        var read = new TriageResult(Topic.Product, Mood.Neutral, Urgency.Normal, Language.Korean, "재고");
        await Store.AcceptAsync(Incoming(thread, "재고 있나요?") with { Triage = read }, default);

        await Desk.CorrectAsync(thread.Id, read with { Topic = Topic.Complaint, Mood = Mood.Angry }, TriageFields.Topic, default);
        await Store.AcceptAsync(Incoming(thread, "네?") with { Triage = read with { Mood = Mood.Unhappy, Summary = "네?" } }, default);

        Assert.Equal(new TriageResult(Topic.Complaint, Mood.Unhappy, Urgency.Normal, Language.Korean, "네?"), (await FindAsync(thread)).Triage);
    }

    private Task<HandoverResult> TakeOverAsync(Conversation thread, string agent) =>
        Desk.HandOverAsync(thread.Id, new(ConversationOwner.Agent, agent, agent), NothingFenced, default);

    private Task<bool> QueueAsync(Conversation thread, string agent, string clientId) =>
        Desk.QueueReplyAsync(new(thread.Id, clientId, agent, $"{clientId} text", fixture.Clock.GetUtcNow() + AgentDesk.UndoFor), default);

    private async Task ReplyAsync(Conversation thread, string agent, string clientId)
    {
        await QueueAsync(thread, agent, clientId);
        fixture.Clock.Advance(AgentDesk.UndoFor);
        await Desk.SendDueAsync(default);
    }

    private async Task<IReadOnlyDictionary<InboxView, int>> CountAsync()
    {
        var counts = new Dictionary<InboxView, int>();
        foreach (var view in Enum.GetValues<InboxView>())
            counts[view] = await Desk.CountAsync(new(view, Minji), 1_000, default);
        var all = await Desk.CountAllAsync(1_000, default);
        Assert.All(counts, c => Assert.Equal(c.Value, all.Of(c.Key, Minji)));
        return counts;
    }

    private async Task<IReadOnlyList<InboxView>> ViewsAsync(Conversation thread)
    {
        var views = new List<InboxView>();
        foreach (var view in Enum.GetValues<InboxView>())
        {
            var isListed = (await Desk.ListAsync(new(view, Minji), 0, 1_000, default)).Any(s => s.Conversation.Id == thread.Id);
            Assert.Equal(isListed, new InboxFilter(view, Minji).Holds(await FindAsync(thread), fixture.Clock.GetUtcNow()));
            if (isListed)
                views.Add(view);
        }

        return views;
    }

    private async Task<Conversation> FindAsync(Conversation thread) => (await Store.FindAsync(thread.Id, default))!;

    private IncomingMessage Incoming(Conversation thread, string text) => new(thread.Id, $"m-{Interlocked.Increment(ref _sent)}", text, $"A{Guid.NewGuid():N}", Here, null);

    /// <summary>A thread with a question that was answered.</summary>
    private async Task<Conversation> AskedAsync()
    {
        var thread = await StartAsync();
        var accepted = await Store.AcceptAsync(Incoming(thread, "재고 있나요?"), default);
        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Completed, "네.", default);
        return thread;
    }

    private async Task<Conversation> StartAsync()
    {
        var now = fixture.Clock.GetUtcNow();
        var thread = new Conversation(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, "E001", ConversationOwner.Assistant, 1, 0, now, now, null);
        await Store.StartAsync(thread, default);
        return thread;
    }
}

public sealed class DeskStoreOnSqliteTests(SqliteStore store) : DeskStoreTests(store), IClassFixture<SqliteStore>;

public sealed class DeskStoreOnPostgreSqlTests(PostgreSqlStore store) : DeskStoreTests(store), IClassFixture<PostgreSqlStore>;
