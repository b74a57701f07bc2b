using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Models;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class ConversationStoreTests(StoreFixture fixture)
{
    private const string Here = "node-1";
    private int _sent;

    private IConversationStore Store => fixture.Services.GetRequiredService<IConversationStore>();

    [Fact]
    public async Task Started_thread_is_the_visitors_open_one_until_it_is_closed()
    {
        var older = await StartAsync();
        var thread = await StartAsync(older.Visitor, older.StartedAt.AddMinutes(1));

        Assert.Equal(thread, await Store.FindAsync(thread.Id, default));
        Assert.Equal(thread, await Store.FindOpenAsync(thread.Visitor, default));
        await Store.HandOnAsync(thread.Id, ConversationOwner.Closed, ConversationNote.Closed, null, null, default);
        Assert.Equal(older, await Store.FindOpenAsync(thread.Visitor, default));
        Assert.Null(await Store.FindOpenAsync(Visitor.Key(Visitor.NewSecret()), default));
    }

    [Fact]
    public async Task Message_to_the_assistant_begins_its_answer_in_the_same_write()
    {
        var thread = await StartAsync();

        var accepted = await Store.AcceptAsync(Incoming(thread, "재고 있나요?") with { ProductId = "E002" }, default);

        Assert.True(accepted!.IsNew);
        Assert.Equal((2L, 2, "E002"), (accepted.Conversation.Version, accepted.Conversation.LastSequence, accepted.Conversation.ProductId));
        var all = await ReadAsync(thread);
        Assert.Equal([accepted.Message, accepted.Answer!], all.Messages);
        Assert.Equal((1, MessageAuthor.Customer, "재고 있나요?"), (all.Messages[0].Sequence, all.Messages[0].Author, all.Messages[0].Text));
        Assert.Equal((2, MessageAuthor.Assistant, AnswerState.Running, 1), (all.Messages[1].Sequence, all.Messages[1].Author, all.Messages[1].AnswerState, all.Messages[1].Question));
    }

    [Fact]
    public async Task Message_sent_ten_times_at_once_is_accepted_once()
    {
        var thread = await StartAsync();
        var message = Incoming(thread, "방수 되나요?");

        var accepted = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Store.AcceptAsync(message with { AnswerId = $"A{Guid.NewGuid():N}" }, default)));

        Assert.Single(accepted, a => a!.IsNew);
        Assert.Single(accepted.Select(a => a!.Message).Distinct());
        Assert.Single(accepted.Select(a => a!.Answer).Distinct());
        Assert.Equal(2, (await ReadAsync(thread)).Messages.Count);
    }

    [Fact]
    public async Task Two_programs_that_write_into_the_same_threads_leave_no_gap_and_double_nothing()
    {
        await using var other = await StoreFixture.StartAsync(fixture.Options, fixture.Clock);
        IConversationStore[] stores = [Store, other.GetRequiredService<IConversationStore>()];
        var threads = new[] { await StartAsync(), await StartAsync(), await StartAsync() };
        var messages = Enumerable.Range(0, 60).Select(i => Incoming(threads[i % 3], $"{i}")).ToList();

        // Both send all of it, in opposite orders, so that each locks what the other wants next.
        await Task.WhenAll(stores.Select((store, i) => Task.WhenAll((i == 0 ? messages : messages.AsEnumerable().Reverse()).Select(m => store.AcceptAsync(m, default))))).InTime();

        foreach (var thread in threads)
        {
            var all = await ReadAsync(thread);
            Assert.Equal(Enumerable.Range(1, 40), all.Messages.Select(m => m.Sequence));
            Assert.Equal(20, all.Messages.Select(m => m.ClientId).OfType<string>().Distinct().Count());
            Assert.Equal((40, 21L), (all.Conversation.LastSequence, all.Conversation.Version));
        }
    }

    [Theory]
    [InlineData(ConversationOwner.Waiting)]
    [InlineData(ConversationOwner.Agent)]
    public async Task Message_to_a_person_begins_no_answer(ConversationOwner owner)
    {
        var thread = await StartAsync();
        await Store.HandOnAsync(thread.Id, owner, null, null, null, default);

        var accepted = await Store.AcceptAsync(Incoming(thread, "안녕하세요"), default);

        Assert.Null(accepted!.Answer);
        Assert.Equal(owner, accepted.Conversation.Owner);
    }

    [Fact]
    public async Task Message_to_a_closed_thread_opens_it_for_the_assistant()
    {
        var thread = await StartAsync();
        await Store.HandOnAsync(thread.Id, ConversationOwner.Closed, ConversationNote.Closed, null, null, default);

        var accepted = await Store.AcceptAsync(Incoming(thread, "하나 더요"), default);

        Assert.Equal((ConversationOwner.Assistant, 3), (accepted!.Conversation.Owner, accepted.Message.Sequence));
        Assert.Equal(
            [ConversationNote.Closed, ConversationNote.Reopened, null, null],
            (await ReadAsync(thread)).Messages.Select(m => m.Note));
        Assert.Equal(3, accepted.Answer!.Question);
    }

    [Fact]
    public async Task Changes_since_a_version_are_what_is_new_has_changed_or_is_running()
    {
        var thread = await StartAsync();
        var first = await Store.AcceptAsync(Incoming(thread, "하나"), default);
        var second = await Store.AcceptAsync(Incoming(thread, "둘"), default);
        await Store.EndAnswerAsync(thread.Id, first!.Answer!.AnswerId!, AnswerState.Completed, "답", default);

        var changes = await Store.ReadAsync(thread.Id, second!.Conversation.Version, default);

        Assert.Equal([(2, "답", AnswerState.Completed), (4, "", AnswerState.Running)], changes!.Messages.Select(m => (m.Sequence, m.Text, m.AnswerState!.Value)));
        Assert.Equal(4, Assert.Single((await Store.ReadAsync(thread.Id, changes.Conversation.Version, default))!.Messages).Sequence);
    }

    [Fact]
    public async Task First_ending_of_an_answer_counts()
    {
        var thread = await StartAsync();
        var accepted = await Store.AcceptAsync(Incoming(thread, "하나"), default);

        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Interrupted, "처음 \0 것", default);
        await Store.EndAnswerAsync(thread.Id, accepted.Answer.AnswerId!, AnswerState.Completed, "다른 것", default);

        var all = await ReadAsync(thread);
        Assert.Equal((AnswerState.Interrupted, "처음 \uFFFD 것"), (all.Messages[1].AnswerState, all.Messages[1].Text));
        Assert.Equal(3, all.Conversation.Version);
    }

    [Fact]
    public async Task Handing_on_from_an_old_version_changes_nothing()
    {
        var thread = await StartAsync();
        var mine = await Store.HandOnAsync(thread.Id, ConversationOwner.Agent, null, null, thread.Version, default);

        var theirs = await Store.HandOnAsync(thread.Id, ConversationOwner.Closed, ConversationNote.Closed, null, thread.Version, default);

        Assert.Equal(ConversationOwner.Agent, mine!.Owner);
        Assert.Equal(mine, theirs);
        Assert.Empty((await ReadAsync(thread)).Messages);
    }

    [Fact]
    public async Task Answer_is_begun_again_once_the_other_has_ended()
    {
        var thread = await StartAsync();
        var accepted = await Store.AcceptAsync(Incoming(thread, "하나"), default);
        Assert.Null(await Store.AnswerAgainAsync(thread.Id, 2, "A-again", Here, default));
        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Failed, "", default);

        var again = await Store.AnswerAgainAsync(thread.Id, 2, "A-again", Here, default);

        Assert.Equal((accepted.Message, 3, 1, "A-again"), (again!.Message, again.Answer!.Sequence, again.Answer.Question, again.Answer.AnswerId));
        Assert.Null(await Store.AnswerAgainAsync(thread.Id, 1, "A-x", Here, default));
    }

    [Fact]
    public async Task Answers_of_a_program_that_is_gone_end_as_their_record_says_or_as_interrupted()
    {
        var (gone, done, alive) = (await StartAsync(), await StartAsync(), await StartAsync());
        await Store.AcceptAsync(Incoming(gone, "하나") with { Node = "node-gone" }, default);
        var query = CustomerQuery.Create("둘", null, null, "ko", null, Surface.Widget).Query!;
        await Store.AcceptAsync(Incoming(done, "둘") with { Node = "node-gone", AnswerId = query.AnswerId }, default);
        await fixture.Answers.BeginAsync(query, fixture.Clock.GetUtcNow(), default);
        await fixture.Answers.FinishAsync(new Answer(
            query.AnswerId, query.Question, null, null, query.Language, query.Surface, AnswerState.Completed, "다 쓴 답", Authorship.Embedded,
            [], [], TokenUsage.None, new(null, null, TimeSpan.Zero), fixture.Clock.GetUtcNow()), default);
        await Store.AcceptAsync(Incoming(alive, "셋"), default);

        var threads = await Store.EndOrphanedAnswersAsync(["node-gone"], default);

        Assert.Equal(new[] { gone.Id, done.Id }.Order(), threads.Order());
        Assert.Equal((AnswerState.Interrupted, ""), Ending(await ReadAsync(gone)));
        Assert.Equal((AnswerState.Completed, "다 쓴 답"), Ending(await ReadAsync(done)));
        Assert.Equal((AnswerState.Running, ""), Ending(await ReadAsync(alive)));

        static (AnswerState?, string) Ending(ConversationChanges all) => (all.Messages[1].AnswerState, all.Messages[1].Text);
    }

    [Fact]
    public async Task Opinions_are_kept_and_can_be_taken_back()
    {
        var thread = await StartAsync();
        var accepted = await Store.AcceptAsync(Incoming(thread, "하나"), default);
        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Completed, "답", default);

        Assert.True(await Store.RateAnswerAsync(thread.Id, 2, Thumb.Down, default));
        Assert.Equal(Thumb.Down, (await ReadAsync(thread)).Messages[1].Thumb);
        Assert.True(await Store.RateAnswerAsync(thread.Id, 2, null, default));
        Assert.Null((await ReadAsync(thread)).Messages[1].Thumb);
        Assert.False(await Store.RateAnswerAsync(thread.Id, 1, Thumb.Up, default));
        Assert.True(await Store.RateAsync(thread.Id, 5, default));
        Assert.Equal(5, (await Store.FindAsync(thread.Id, default))!.Rating);
        Assert.False(await Store.RateAsync("C-none", 5, default));
    }

    private IncomingMessage Incoming(Conversation thread, string text) => new(thread.Id, $"m-{Interlocked.Increment(ref _sent)}", text, $"A{Guid.NewGuid():N}", Here, null);

    private async Task<ConversationChanges> ReadAsync(Conversation thread) => (await Store.ReadAsync(thread.Id, 0, default))!;

    private async Task<Conversation> StartAsync(string? visitor = null, DateTimeOffset? at = null)
    {
        var now = at ?? fixture.Clock.GetUtcNow();
        var thread = new Conversation(Conversation.NewId(), visitor ?? Visitor.Key(Visitor.NewSecret()), null, Language.Korean, "E001", ConversationOwner.Assistant, 1, 0, now, now, null);
        await Store.StartAsync(thread, default);
        return thread;
    }
}

public sealed class ConversationStoreOnSqliteTests(SqliteStore store) : ConversationStoreTests(store), IClassFixture<SqliteStore>;

public sealed class ConversationStoreOnPostgreSqlTests(PostgreSqlStore store) : ConversationStoreTests(store), IClassFixture<PostgreSqlStore>;
