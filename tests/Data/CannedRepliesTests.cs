using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Canned replies on both databases.</summary>
public abstract class CannedRepliesTests(StoreFixture fixture)
{
    private ICannedReplies Replies => fixture.Services.GetRequiredService<ICannedReplies>();

    [Fact]
    public async Task Saved_reply_is_listed_changed_and_deleted()
    {
        var reply = New("greeting-" + Guid.NewGuid().ToString("N")[..8]);
        Assert.Equal(CannedProblem.None, await Replies.SaveAsync(reply, default));
        Assert.Equal(CannedProblem.None, await Replies.SaveAsync(reply with { Text = new("안녕하세요", "Good day") }, default));
        Assert.Equal(new("안녕하세요", "Good day"), Assert.Single(await Replies.ListAsync(default), r => r.Id == reply.Id).Text);

        await Replies.DeleteAsync(reply.Id, default);
        Assert.DoesNotContain(await Replies.ListAsync(default), r => r.Id == reply.Id);
    }

    [Fact]
    public async Task Of_many_who_take_a_shortcut_at_once_one_gets_it()
    {
        var shortcut = "race-" + Guid.NewGuid().ToString("N")[..8];
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Replies.SaveAsync(New(shortcut), default))));

        Assert.Single(results, CannedProblem.None);
        Assert.Equal(5, results.Count(r => r == CannedProblem.Taken));
        Assert.Single(await Replies.ListAsync(default), r => r.Shortcut == shortcut);
    }

    [Fact]
    public async Task Wrong_reply_is_not_written() =>
        Assert.Equal(CannedProblem.Shortcut, await Replies.SaveAsync(New("Not A Shortcut"), default));

    private CannedReply New(string shortcut) => new(Guid.NewGuid().ToString("N"), shortcut, new LocalizedText("안녕하세요", "Hello"), "joon", fixture.Clock.GetUtcNow());
}

public sealed class SqliteCannedRepliesTests(SqliteStore fixture) : CannedRepliesTests(fixture), IClassFixture<SqliteStore>;

public sealed class PostgreSqlCannedRepliesTests(PostgreSqlStore fixture) : CannedRepliesTests(fixture), IClassFixture<PostgreSqlStore>;
