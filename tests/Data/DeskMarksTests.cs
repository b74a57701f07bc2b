using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Tags, snoozing and earlier threads, on both databases.</summary>
public abstract class DeskMarksTests(StoreFixture fixture)
{
    private int _sent;

    private IConversationStore Store => fixture.Services.GetRequiredService<IConversationStore>();

    private IDeskStore Desk => fixture.Services.GetRequiredService<IDeskStore>();

    [Fact]
    public async Task Tags_are_kept_in_order_once_and_taken_away()
    {
        var thread = await AskedAsync();
        foreach (var tag in new[] { "vip", "반품", "vip" })
            Assert.True(await Desk.TagAsync(thread.Id, tag, true, default));
        Assert.Equal(["vip", "반품"], Tags.Of((await FindAsync(thread)).Tags));

        Assert.True(await Desk.TagAsync(thread.Id, "vip", false, default));
        Assert.True(await Desk.TagAsync(thread.Id, "vip", false, default));

        Assert.Equal(["반품"], Tags.Of((await FindAsync(thread)).Tags));
        Assert.False(await Desk.TagAsync(Conversation.NewId(), "vip", true, default));
    }

    [Fact]
    public async Task Tag_for_which_there_is_no_place_is_refused()
    {
        var thread = await AskedAsync();
        for (var i = 0; i < Tags.MaxCount; i++)
            Assert.True(await Desk.TagAsync(thread.Id, $"tag {i}", true, default));

        Assert.False(await Desk.TagAsync(thread.Id, "one more", true, default));
        Assert.True(await Desk.TagAsync(thread.Id, "tag 0", true, default));
        Assert.Equal(Tags.MaxCount, Tags.Of((await FindAsync(thread)).Tags).Count);
    }

    [Fact]
    public async Task Known_tags_are_the_most_frequent_first()
    {
        var (first, second) = (await AskedAsync(), await AskedAsync());
        await Desk.TagAsync(first.Id, "rare", true, default);
        foreach (var thread in new[] { first, second })
            await Desk.TagAsync(thread.Id, "frequent", true, default);

        var known = (await Desk.ListTagsAsync(100, default)).ToList();

        Assert.InRange(known.IndexOf("frequent"), 0, known.IndexOf("rare") - 1);
        Assert.Single(await Desk.ListTagsAsync(1, default));
    }

    [Fact]
    public async Task Snoozed_thread_wakes_when_its_time_has_come_and_not_before()
    {
        var (thread, until) = (await AskedAsync(), Now.AddHours(1));
        var version = (await FindAsync(thread)).Version;
        Assert.True(await Desk.SnoozeAsync(thread.Id, until, default));
        Assert.Equal((until, version + 1), ((await FindAsync(thread)).SnoozedUntil, (await FindAsync(thread)).Version));

        var (woken, next) = await Desk.WakeDueAsync(default);
        Assert.DoesNotContain(thread.Id, woken);
        Assert.Equal(until, next);

        fixture.Clock.Advance(TimeSpan.FromHours(1));
        (woken, next) = await Desk.WakeDueAsync(default);
        Assert.Contains(thread.Id, woken);
        Assert.Null(next);
        Assert.Null((await FindAsync(thread)).SnoozedUntil);
        Assert.Empty((await Desk.WakeDueAsync(default)).Woken);
    }

    [Fact]
    public async Task Message_of_the_customer_ends_a_snooze()
    {
        var thread = await AskedAsync();
        await Desk.SnoozeAsync(thread.Id, Now.AddHours(1), default);

        await SayAsync(thread, "아직인가요?");

        Assert.Null((await FindAsync(thread)).SnoozedUntil);
    }

    [Fact]
    public async Task Closed_thread_is_not_snoozed_and_closing_ends_a_snooze()
    {
        var thread = await AskedAsync();
        await Desk.SnoozeAsync(thread.Id, Now.AddHours(1), default);
        await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Closed, null, "mina"), new Dictionary<string, AnswerEnding>(), default);
        Assert.Null((await FindAsync(thread)).SnoozedUntil);

        Assert.True(await Desk.SnoozeAsync(thread.Id, Now.AddHours(1), default));

        Assert.Null((await FindAsync(thread)).SnoozedUntil);
    }

    [Fact]
    public async Task Earlier_threads_are_those_of_the_same_visitor_or_customer_the_newest_first()
    {
        var (visitor, customer) = (Visitor.Key(Visitor.NewSecret()), $"C{Guid.NewGuid():N}");
        var first = await AskedAsync(visitor);
        await AskedAsync();
        var claimed = await AskedAsync(Visitor.KeyOfCustomer(customer), customer);
        await StartAsync(visitor, null);
        var open = await AskedAsync(visitor);

        Assert.Equal([first.Id], await ListAsync(null, 10));
        Assert.Equal([claimed.Id, first.Id], await ListAsync(customer, 10));
        Assert.Equal([claimed.Id], await ListAsync(customer, 1));
        var listed = (await Desk.ListEarlierAsync(visitor, null, open.Id, 10, default))[0];
        Assert.Equal((MessageAuthor.Assistant, "네."), (listed.LastAuthor, listed.LastText));

        async Task<IEnumerable<string>> ListAsync(string? customerId, int limit) =>
            (await Desk.ListEarlierAsync(visitor, customerId, open.Id, limit, default)).Select(s => s.Conversation.Id);
    }

    private DateTimeOffset Now => fixture.Clock.GetUtcNow();

    private async Task<Conversation> FindAsync(Conversation thread) => (await Store.FindAsync(thread.Id, default))!;

    private Task<AcceptedMessage?> SayAsync(Conversation thread, string text) =>
        Store.AcceptAsync(new(thread.Id, $"m{++_sent}", text, "A" + Guid.CreateVersion7().ToString("N"), "here", null), default);

    private async Task<Conversation> AskedAsync(string? visitor = null, string? customerId = null)
    {
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        var thread = await StartAsync(visitor ?? Visitor.Key(Visitor.NewSecret()), customerId);
        var accepted = await SayAsync(thread, "재고 있나요?");
        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Completed, "네.", default);
        return thread;
    }

    private async Task<Conversation> StartAsync(string visitor, string? customerId)
    {
        var thread = new Conversation(Conversation.NewId(), visitor, customerId, Language.Korean, "E001", ConversationOwner.Assistant, 1, 0, Now, Now, null);
        await Store.StartAsync(thread, default);
        return thread;
    }
}

public sealed class DeskMarksOnSqliteTests(SqliteStore store) : DeskMarksTests(store), IClassFixture<SqliteStore>;

public sealed class DeskMarksOnPostgreSqlTests(PostgreSqlStore store) : DeskMarksTests(store), IClassFixture<PostgreSqlStore>;
