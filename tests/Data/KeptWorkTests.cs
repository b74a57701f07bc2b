using CustomerService.Core.Usage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class KeptWorkTests(StoreFixture store)
{
    private readonly string _subject = "reviews:" + Guid.CreateVersion7().ToString("N");

    [Fact]
    public async Task Result_comes_back_as_it_was_kept()
    {
        var result = new KeptResult("{\"text\":\"음질이 좋아요 😀\"}", "small", 1_200, 340, 0.000_123_456m);
        var unpriced = result with { Cost = null };

        await KeepAsync("as-kept", result);
        await KeepAsync("unpriced", unpriced);

        Assert.Equal(result, await FindAsync("as-kept"));
        Assert.Equal(unpriced, await FindAsync("unpriced"));
        Assert.Null(await FindAsync("never-kept"));
    }

    [Fact]
    public async Task Result_under_the_same_key_is_replaced()
    {
        await KeepAsync("same", Result("first"));
        await KeepAsync("same", Result("second") with { Model = "large" });

        Assert.Equal(Result("second") with { Model = "large" }, await FindAsync("same"));
    }

    [Fact]
    public async Task Latest_result_replaces_older_ones_about_the_same()
    {
        await KeepAsync("old", Result("old"));
        await KeepAsync("older", Result("older"));
        await store.KeptWork.KeepAsync("elsewhere" + _subject, "reviews:elsewhere", isLatest: false, Result("elsewhere"), CancellationToken.None);

        await KeepAsync("new", Result("new"), isLatest: true);

        Assert.Null(await FindAsync("old"));
        Assert.Null(await FindAsync("older"));
        Assert.Equal("new", (await FindAsync("new"))?.Value);
        Assert.Equal("elsewhere", (await FindAsync("elsewhere"))?.Value);
    }

    [Fact]
    public async Task Results_of_one_subject_stand_side_by_side_unless_one_is_the_latest()
    {
        await KeepAsync("one", Result("one"));
        await KeepAsync("two", Result("two"));

        Assert.Equal("one", (await FindAsync("one"))?.Value);
    }

    [Fact]
    public async Task Result_is_forgotten_after_ninety_days()
    {
        await KeepAsync("aged", Result("aged"));
        store.Clock.Advance(TimeSpan.FromDays(1));
        await KeepAsync("a-day-younger", Result("young"));
        store.Clock.Advance(TimeSpan.FromDays(89.5));
        await KeepAsync("today", Result("today"));

        Assert.Null(await FindAsync("aged"));
        Assert.NotNull(await FindAsync("a-day-younger"));
    }

    [Fact]
    public async Task Too_long_key_is_refused_before_the_database_is_asked()
    {
        await KeepAsync("", Result("a long key"), key: new string('k', 128));
        await Assert.ThrowsAsync<ArgumentException>(() => KeepAsync("", Result(""), key: new string('k', 129)));
    }

    [Fact]
    public async Task Many_keepers_of_the_same_leave_one_result()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 50), async (i, _) => await KeepAsync($"racing-{i % 5}", Result($"{i}"), isLatest: true));

        await using var context = store.NewContext();
        Assert.Equal(1, await context.KeptResults.CountAsync(k => k.Subject == _subject));
    }

    private static KeptResult Result(string value) => new(value, "small", 10, 20, 0.5m);

    private Task KeepAsync(string name, KeptResult result, bool isLatest = false, string? key = null) =>
        store.KeptWork.KeepAsync(key ?? name + _subject, _subject, isLatest, result, CancellationToken.None);

    private Task<KeptResult?> FindAsync(string name) => store.KeptWork.FindAsync(name + _subject, CancellationToken.None);
}

public sealed class KeptWorkOnSqliteTests(SqliteStore store) : KeptWorkTests(store), IClassFixture<SqliteStore>;

public sealed class KeptWorkOnPostgreSqlTests(PostgreSqlStore store) : KeptWorkTests(store), IClassFixture<PostgreSqlStore>;
