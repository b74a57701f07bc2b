using CustomerService.Core.Search;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>The shop's synonyms, on both databases.</summary>
public abstract class SynonymsTests(StoreFixture fixture)
{
    private ISynonyms Synonyms => fixture.Services.GetRequiredService<ISynonyms>();

    [Fact]
    public async Task Group_is_used_changed_and_deleted_at_once()
    {
        Assert.Empty(await fixture.Catalog.SearchAsync("blarghphone", 5, default));
        var group = Group(" Blarghphone ", "소닉웨이브  스튜디오", "blarghphone");

        Assert.Equal(SynonymProblem.None, await Synonyms.SaveAsync(group, default));
        var kept = (await Synonyms.ListAsync(default)).Single(g => g.Id == group.Id);
        Assert.Equal(["Blarghphone", "소닉웨이브 스튜디오"], kept.Words);
        Assert.Equal("E009", (await fixture.Catalog.SearchAsync("Is the blarghphone any good?", 5, default))[0].ProductId);

        Assert.Equal(SynonymProblem.None, await Synonyms.SaveAsync(kept with { Words = ["blarghphone", "humidifier"], ChangedBy = "joon" }, default));
        Assert.Equal("joon", (await Synonyms.ListAsync(default)).Single(g => g.Id == group.Id).ChangedBy);
        Assert.Equal("E046", (await fixture.Catalog.SearchAsync("blarghphone", 5, default))[0].ProductId);

        await Synonyms.DeleteAsync(group.Id, default);
        Assert.DoesNotContain(await Synonyms.ListAsync(default), g => g.Id == group.Id);
        Assert.Empty(await fixture.Catalog.SearchAsync("blarghphone", 5, default));
    }

    [Fact]
    public async Task Word_itself_ranks_before_its_synonym()
    {
        var group = Group("가습기", "키보드");
        await Synonyms.SaveAsync(group, default);

        var hits = await fixture.Catalog.SearchAsync("가습기", 10, default);

        await Synonyms.DeleteAsync(group.Id, default);
        Assert.Equal("E046", hits[0].ProductId);
        Assert.Contains(hits.Skip(1), h => h.CategoryId == "keyboards");
    }

    [Fact]
    public async Task Group_that_cannot_be_used_is_not_kept()
    {
        var group = Group("alone", "Alone");

        Assert.Equal(SynonymProblem.TooFew, await Synonyms.SaveAsync(group, default));
        Assert.DoesNotContain(await Synonyms.ListAsync(default), g => g.Id == group.Id);
    }

    [Fact]
    public async Task What_another_program_wrote_is_used_within_a_minute()
    {
        await using var other = await StoreFixture.StartAsync(fixture.Options, fixture.Clock);
        Assert.Empty((await Synonyms.BookAsync(default)).Of("elsewhere"));
        await other.GetRequiredService<ISynonyms>().SaveAsync(Group("elsewhere", "anderswo"), default);

        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["anderswo"], (await Synonyms.BookAsync(default)).Of("elsewhere"));
    }

    private SynonymGroup Group(params string[] words) => new(SynonymGroup.NewId(), words, "minji", fixture.Clock.GetUtcNow());
}

public sealed class SynonymsOnSqliteTests(SqliteStore store) : SynonymsTests(store), IClassFixture<SqliteStore>;

public sealed class SynonymsOnPostgreSqlTests(PostgreSqlStore store) : SynonymsTests(store), IClassFixture<PostgreSqlStore>;
