using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Data.Conversations;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>What the agents' list finds, on both databases.</summary>
public abstract class InboxListTests(StoreFixture fixture)
{
    private const string Minji = "minji";

    private int _sent;

    private IConversationStore Store => fixture.Services.GetRequiredService<IConversationStore>();

    private IDeskStore Desk => fixture.Services.GetRequiredService<IDeskStore>();

    [Theory]
    [InlineData("환불은")]
    [InlineData("이어폰이")]
    [InlineData("이어폰 환불")]
    [InlineData("블루투스이어폰에서는")]
    [InlineData("refun")]
    [InlineData("Refunds")]
    [InlineData("환불 refund")]
    public async Task Thread_is_found_by_words_of_its_messages_whatever_their_particles(string words)
    {
        var mark = Mark();
        var thread = await SaidAsync($"{mark} 블루투스이어폰을 환불받고 싶어요", "A refund takes three days");
        await SaidAsync($"{mark} 배송이 늦어요");

        Assert.Equal([thread.Id], await SearchAsync($"{mark} {words}"));
    }

    [Fact]
    public async Task Thread_is_found_by_its_customers_number_and_name_and_its_products_names_in_both_languages()
    {
        var mark = Mark();
        var customer = (await fixture.Customers.SearchAsync("", 1, default)).Single();
        var product = (await fixture.Catalog.FindAsync(["E001"], default)).Single().Product;
        var (theirs, other) = (await SaidAsync($"{mark} 안녕하세요"), await SaidAsync($"{mark} 안녕하세요"));
        Assert.Equal([theirs.Id, other.Id], (await SearchAsync($"{mark} 안녕")).Order());

        await Store.ClaimAsync(theirs.Id, theirs.Visitor, customer.Id, default);
        await Store.AcceptAsync(Incoming(theirs, "이거요") with { ProductId = product.Id }, default);

        foreach (var words in new[] { customer.Id, customer.Name, product.Name.Ko, product.Name.En, product.Id })
            Assert.Equal([theirs.Id], await SearchAsync($"{mark} {words}"));
    }

    [Fact]
    public async Task Ended_answers_and_agents_replies_are_found_and_notes_are_not()
    {
        var mark = Mark();
        var thread = await StartAsync();
        var accepted = await Store.AcceptAsync(Incoming(thread, mark), default);
        Assert.Empty(await SearchAsync($"{mark} 서울창고"));
        await Store.EndAnswerAsync(thread.Id, accepted!.Answer!.AnswerId!, AnswerState.Completed, "서울창고에 있습니다", default);
        await Desk.HandOverAsync(thread.Id, new(ConversationOwner.Agent, Minji, Minji), new Dictionary<string, AnswerEnding>(), default);
        await Desk.QueueReplyAsync(new(thread.Id, "r1", Minji, "부산에서 보냈어요", fixture.Clock.GetUtcNow()), default);
        await Desk.SendDueAsync(default);
        await Desk.AddNoteAsync(thread.Id, "n1", Minji, "단골손님", default);

        Assert.Equal([thread.Id], await SearchAsync($"{mark} 서울창고"));
        Assert.Equal([thread.Id], await SearchAsync($"{mark} 부산에서"));
        Assert.Empty(await SearchAsync($"{mark} 단골손님"));
    }

    [Fact]
    public async Task Words_of_nothing_but_signs_find_nothing_and_hostile_words_do_no_harm()
    {
        await SaidAsync("안녕하세요 OR AND NOT");
        foreach (var words in new[] { "", "!!! ' \" --", "*", "(", "%" })
            Assert.Empty(await SearchAsync(words));
        foreach (var words in new[] { "\" OR 1=1 --", "a' & !b | (c:*", "NEAR(x y)", "\ud800 x", new string('x', 5_000), string.Concat(Enumerable.Repeat("가나다 ", 2_000)) })
            await SearchAsync(words);
        Assert.NotEmpty(await SearchAsync("or NOT 안녕"));
    }

    [Fact]
    public async Task Thread_with_a_novel_keeps_a_bounded_number_of_tokens()
    {
        var mark = Mark();
        var thread = await SaidAsync(mark);
        for (var i = 0; i < 6; i++)
            await Store.AcceptAsync(Incoming(thread, string.Join(' ', Enumerable.Range(0, 700).Select(n => $"w{i}x{n}"))), default);
        await Store.AcceptAsync(Incoming(thread, new string('z', 4_000)), default);

        await using var context = fixture.NewContext();
        Assert.Equal(3_000, (await context.ThreadTexts.SingleAsync(t => t.ConversationId == thread.Id)).Tokens.Split(' ').Length);
        Assert.Equal([thread.Id], await SearchAsync($"{mark} w0x699"));
    }

    [Fact]
    public async Task Frequent_words_are_found_in_the_same_order_on_every_page()
    {
        var mark = Mark();
        var rare = await SaidAsync($"{mark} 희귀단어");
        await using (var context = fixture.NewContext())
            await ManyAsync(context, mark, ThreadSearch.Frequent + 50);
        var all = await SearchAsync(mark, limit: 10_000);

        Assert.Equal(ThreadSearch.Frequent + 51, all.Count);
        Assert.Equal(all.Skip(4_020).Take(10), (await Desk.ListAsync(Sought(mark), 4_020, 10, default)).Select(s => s.Conversation.Id));
        Assert.Equal(ThreadSearch.Frequent + 51, await Desk.CountAsync(Sought(mark), 10_000, default));
        Assert.Equal(1_000, await Desk.CountAsync(Sought(mark), 1_000, default));
        Assert.Equal([rare.Id], await SearchAsync($"{mark} 희귀단어"));
    }

    [Fact]
    public async Task Filters_decide_as_the_database_does()
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        var threads = new List<Conversation>();
        for (var i = 0; i < 24; i++)
        {
            var thread = await StartAsync(i % 2 == 0 ? Language.Korean : Language.English, i % 3 == 0 ? "E002" : "E001");
            await Store.AcceptAsync(Incoming(thread, "?") with { Triage = new((Topic)(i % 4), (Mood)(i % 4), Urgency.Normal, Language.Korean, "") }, default);
            if (i % 5 == 0)
                await Desk.TagAsync(thread.Id, "vip", true, default);
            if (i % 4 == 1)
                await Desk.TagAsync(thread.Id, "vip 2", true, default);
            if (i % 2 == 1)
                await Store.HandOnAsync(thread.Id, ConversationOwner.Waiting, null, null, null, default);
            if (i % 7 == 0)
                await Desk.SnoozeAsync(thread.Id, fixture.Clock.GetUtcNow().AddDays(1), default);
            fixture.Clock.Advance(TimeSpan.FromMinutes(1));
            threads.Add(thread);
        }

        var now = fixture.Clock.GetUtcNow();
        var ids = threads.ConvertAll(t => t.Id).ToHashSet();
        var states = (await Task.WhenAll(threads.Select(t => Store.FindAsync(t.Id, default)))).OfType<Conversation>().ToList();
        var tried = 0;
        foreach (var view in Enum.GetValues<InboxView>())
        {
            InboxFilter all = new(view, Minji);
            InboxFilter[] filters =
            [
                all, all with { Tag = "vip" }, all with { ProductId = "E002" }, all with { WaitingFor = 5 }, all with { WaitingFor = 15, Tag = "vip 2" },
                all with { Topic = (Topic)1 }, all with { Mood = (Mood)2, Language = Language.Korean }, all with { Tag = "none" },
            ];
            foreach (var filter in filters)
            {
                var listed = (await Desk.ListAsync(filter, 0, 10_000, default)).Select(s => s.Conversation.Id).Where(ids.Contains).Order().ToList();
                Assert.Equal(states.Where(s => filter.Holds(s, now)).Select(s => s.Id).Order(), listed);
                tried += listed.Count;
            }
        }

        Assert.InRange(tried, 100, 1_000);
    }

    [Fact]
    public async Task Threads_from_before_the_search_are_found_after_a_start()
    {
        await using var database = TestDatabase.New(fixture.Provider);
        await using (var before = await StoreFixture.StartAsync(database.Options, fixture.Clock))
        {
            await using var context = await before.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
            await ManyAsync(context, "오래된대화", 1_100);
            await context.ThreadTexts.Where(t => t.Id % 7 != 0).ExecuteDeleteAsync();
        }

        await using var after = await StoreFixture.StartAsync(database.Options, fixture.Clock);

        var desk = after.GetRequiredService<IDeskStore>();
        Assert.Equal(1_100, await desk.CountAsync(Sought("오래된대화가"), 10_000, default));
        await after.GetRequiredService<IConversationStore>().AcceptAsync(Incoming((await desk.ListAsync(Sought("오래된"), 700, 1, default)).Single().Conversation, "새단어"), default);
        Assert.Equal(1, await desk.CountAsync(Sought("오래된대화 새단어"), 10_000, default));
    }

    /// <summary>Threads as an import would write them.</summary>
    private static async Task ManyAsync(SupportDbContext context, string text, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = DateTimeOffset.UnixEpoch.AddDays(10_000).AddSeconds(i / 3);
            var thread = new Conversation(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, null, ConversationOwner.Assistant, 1, 1, at, at, null);
            context.Add(ConversationRecord.Of(thread, MessageAuthor.Customer, text));
            context.Add(MessageRecord.Of(thread.Id, new(1, 1, MessageAuthor.Customer, text, at)));
            context.Add(new ThreadTextRecord { ConversationId = thread.Id, Tokens = string.Join(' ', Core.Search.SearchText.Tokens(text)) });
        }

        await context.SaveChangesAsync();
    }

    private static InboxFilter Sought(string words) => new(InboxView.Everyone, Minji) { Search = words };

    private async Task<IReadOnlyList<string>> SearchAsync(string words, int limit = 50) =>
        [.. (await Desk.ListAsync(Sought(words), 0, limit, default)).Select(s => s.Conversation.Id)];

    /// <summary>A word that no other test writes.</summary>
    private static string Mark() => $"m{Guid.NewGuid():N}";

    private IncomingMessage Incoming(Conversation thread, string text) =>
        new(thread.Id, $"m-{Interlocked.Increment(ref _sent)}", text, $"A{Guid.NewGuid():N}", "here", null);

    private async Task<Conversation> SaidAsync(params IEnumerable<string> texts)
    {
        var thread = await StartAsync();
        foreach (var text in texts)
            await Store.AcceptAsync(Incoming(thread, text), default);
        return thread;
    }

    private async Task<Conversation> StartAsync(Language language = Language.Korean, string? productId = null)
    {
        var now = fixture.Clock.GetUtcNow();
        var thread = new Conversation(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, language, productId, ConversationOwner.Assistant, 1, 0, now, now, null);
        await Store.StartAsync(thread, default);
        return thread;
    }
}

public sealed class InboxListOnSqliteTests(SqliteStore store) : InboxListTests(store), IClassFixture<SqliteStore>;

public sealed class InboxListOnPostgreSqlTests(PostgreSqlStore store) : InboxListTests(store), IClassFixture<PostgreSqlStore>;
