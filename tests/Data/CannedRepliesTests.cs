using CustomerService.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Canned replies, on both databases.</summary>
public abstract class CannedRepliesTests(StoreFixture fixture)
{
    private ICannedReplies Replies => fixture.Services.GetRequiredService<ICannedReplies>();

    [Fact]
    public async Task Demo_store_brings_replies_that_can_be_used()
    {
        var replies = await Replies.ListAsync(default);

        Assert.Superset(new HashSet<string> { "hello", "check", "stock", "delivery", "return", "bye" }, replies.Select(r => r.Shortcut).ToHashSet());
        Assert.All(replies.Where(r => r.ChangedBy == "demo"), r => Assert.Equal(CannedReplyProblem.None, r.Problem()));
    }

    [Fact]
    public async Task Reply_is_listed_changed_and_deleted_at_once()
    {
        await Replies.ListAsync(default);
        var reply = Reply(" /Later ") with { Text = new(" 나중에 ", "") };

        Assert.Equal(CannedReplyProblem.None, await Replies.SaveAsync(reply, default));
        var kept = (await Replies.ListAsync(default)).Single(r => r.Id == reply.Id);
        Assert.Equal(reply with { Shortcut = "later", Text = new("나중에", "") }, kept);

        Assert.Equal(CannedReplyProblem.None, await Replies.SaveAsync(kept with { Shortcut = "나중", ChangedBy = "joon" }, default));
        Assert.Equal(("나중", "joon"), (await Replies.ListAsync(default)).Where(r => r.Id == reply.Id).Select(r => (r.Shortcut, r.ChangedBy)).Single());

        await Replies.DeleteAsync(reply.Id, default);
        Assert.DoesNotContain(await Replies.ListAsync(default), r => r.Id == reply.Id);
    }

    [Fact]
    public async Task Shortcut_belongs_to_one_reply()
    {
        var replies = Enumerable.Range(0, 8).Select(_ => Reply("once")).ToList();

        var problems = await Task.WhenAll(replies.Select(r => Replies.SaveAsync(r, default)));

        Assert.Single(problems, p => p == CannedReplyProblem.None);
        Assert.Equal(7, problems.Count(p => p == CannedReplyProblem.Taken));
        Assert.Single(await Replies.ListAsync(default), r => r.Shortcut == "once");
    }

    [Fact]
    public async Task Reply_that_cannot_be_used_is_not_kept()
    {
        var reply = Reply("two words");

        Assert.Equal(CannedReplyProblem.Shortcut, await Replies.SaveAsync(reply, default));
        Assert.DoesNotContain(await Replies.ListAsync(default), r => r.Id == reply.Id);
    }

    [Fact]
    public async Task What_another_program_wrote_shows_within_seconds()
    {
        await using var other = await StoreFixture.StartAsync(fixture.Options, fixture.Clock);
        await Replies.ListAsync(default);
        var reply = Reply("elsewhere");
        await other.GetRequiredService<ICannedReplies>().SaveAsync(reply, default);

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains(await Replies.ListAsync(default), r => r.Id == reply.Id);
    }

    private CannedReply Reply(string shortcut) => new(CannedReply.NewId(), shortcut, new("네", "Yes"), "minji", DateTimeOffset.FromUnixTimeMilliseconds(fixture.Clock.GetUtcNow().ToUnixTimeMilliseconds()));
}

public sealed class CannedRepliesOnSqliteTests(SqliteStore store) : CannedRepliesTests(store), IClassFixture<SqliteStore>;

public sealed class CannedRepliesOnPostgreSqlTests(PostgreSqlStore store) : CannedRepliesTests(store), IClassFixture<PostgreSqlStore>;
