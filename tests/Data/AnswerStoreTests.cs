using System.Data.Common;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class AnswerStoreTests(StoreFixture store)
{
    protected static readonly DateTimeOffset AskedAt = new(2026, 11, 18, 1, 2, 3, 456, TimeSpan.Zero);

    [Fact]
    public async Task Answer_comes_back_as_it_was_stored()
    {
        var query = Query("이 이어폰 장점과 단점이 뭐예요?");
        var answer = Ended(query) with
        {
            Text = "장점은 **음질**입니다 [1].\n- \"좋아요\" <b>&",
            Lookups =
            [
                new LookupResult.Found(LookupKind.ProductInfo, TimeSpan.FromMilliseconds(1.5), new ProductInfoData(
                    new("E001", new("소닉웨이브 프로 48", "SonicWave Pro 48"), "SonicWave", "earphones", new("이어폰", "Earphones"), ProductStatus.Active,
                        new Money(189_000, "KRW"), null, null, 4.5, 20),
                    new("설명", "Text"), [new("battery_hours", new("배터리", "Battery"), new("48시간", "48 h"), 48, true)], ["gps"], [])),
                new LookupResult.Found(LookupKind.StockCheck, TimeSpan.FromMilliseconds(2), new StockData("E001", ProductStatus.Active, 127, false,
                    [new("SEOUL", new("서울", "Seoul"), 127, true, new(2026, 11, 18), new(15, 0), AskedAt, [new(5, new(2026, 11, 20), false)])])),
                new LookupResult.Empty(LookupKind.ReviewAnalysis, TimeSpan.FromMilliseconds(3), EmptyReason.NoReviews),
                new LookupResult.TimedOut(LookupKind.Recommendation, TimeSpan.FromSeconds(8)),
                new LookupResult.Failed(LookupKind.Recommendation, TimeSpan.FromSeconds(1)),
                new LookupResult.Found(LookupKind.ReviewAnalysis, TimeSpan.Zero, new ReviewData("E001", new ReviewAnalysis(3, 3, 4.5, [0, 0, 0, 1, 2],
                    [new("sound", 2, 1, new("R-1", "음질이 훌륭해용", 5, Language.Korean, "yj", AskedAt), null)], ["한 줄"]))),
            ],
            Citations = [new(1, LookupKind.ReviewAnalysis, "review:R-1", "리뷰", "음질이 훌륭해용")],
            Usage = new(10, 20, 0.00123m, Estimated: true),
            Author = new(AnswerSource.Model, "m-1", ModelTier.Complex, "comparison", "answer-1-3fa9c2d1", [new("m-2", ModelFault.BreakerOpen)]),
            HeldBack = [new("150개 있습니다.", "150개", HoldReason.Figure)],
            Fault = ModelFault.IdleTimeout,
            Timings = new(TimeSpan.FromMilliseconds(12.5), null, TimeSpan.FromMilliseconds(20)),
        };

        await store.Answers.BeginAsync(query, AskedAt, CancellationToken.None);
        await store.Answers.FinishAsync(answer, CancellationToken.None);

        Assert.Equivalent(answer, await store.Answers.FindAsync(answer.Id, CancellationToken.None), strict: true);
        var found = await store.Answers.FindAsync([answer.Id, "A-none", "not an id\0"], CancellationToken.None);
        Assert.Equivalent(answer, Assert.Single(found), strict: true);
    }

    [Fact]
    public async Task Begun_answer_is_running()
    {
        var query = Query("재고 있나요?");
        await store.Answers.BeginAsync(query, AskedAt, CancellationToken.None);

        var answer = await store.Answers.FindAsync(query.AnswerId, CancellationToken.None);
        Assert.Equal((AnswerState.Running, "재고 있나요?", AskedAt, "E001"), (answer!.State, answer.Question, answer.AskedAt, answer.ProductId));
    }

    [Fact]
    public async Task Only_the_first_beginning_and_the_first_ending_count()
    {
        var query = Query("얼마예요?");
        await store.Answers.BeginAsync(query, AskedAt, CancellationToken.None);
        await store.Answers.BeginAsync(query, AskedAt.AddHours(1), CancellationToken.None);
        await store.Answers.FinishAsync(Ended(query) with { Text = "first" }, CancellationToken.None);
        await store.Answers.FinishAsync(Ended(query) with { Text = "second", State = AnswerState.Failed }, CancellationToken.None);
        await store.Answers.BeginAsync(query, AskedAt, CancellationToken.None);

        var answer = await store.Answers.FindAsync(query.AnswerId, CancellationToken.None);
        Assert.Equal(("first", AnswerState.Completed, AskedAt), (answer!.Text, answer.State, answer.AskedAt));
    }

    [Fact]
    public async Task Unknown_answer_is_not_found()
    {
        Assert.Null(await store.Answers.FindAsync("A-none", CancellationToken.None));
        Assert.Null(await store.Answers.FindAsync("' OR 1=1 --", CancellationToken.None));
    }

    [Fact]
    public async Task Text_that_a_database_may_refuse_is_stored()
    {
        var query = Query("?");
        await store.Answers.FinishAsync(Ended(query) with { Text = "a\0b \ud800 c😀" }, CancellationToken.None);

        Assert.Equal("a\uFFFDb \uFFFD c😀", (await store.Answers.FindAsync(query.AnswerId, CancellationToken.None))!.Text);
    }

    [Fact]
    public async Task Recent_answers_of_a_surface_come_newest_first()
    {
        var queries = Enumerable.Range(0, 5).Select(_ => Query("최근?", Surface.Widget)).ToList();
        for (var i = 0; i < queries.Count; i++)
            await store.Answers.BeginAsync(queries[i], AskedAt.AddYears(1).AddMinutes(i), CancellationToken.None);
        await store.Answers.BeginAsync(Query("다른 곳"), AskedAt.AddYears(2), CancellationToken.None);

        var recent = await store.Answers.RecentAsync(Surface.Widget, 3, CancellationToken.None);

        Assert.Equal(queries.AsEnumerable().Reverse().Take(3).Select(q => q.AnswerId), recent.Select(a => a.Id));
    }

    [Fact]
    public async Task Running_answers_of_a_dead_program_are_marked_and_others_are_not()
    {
        await using var database = TestDatabase.New(store.Provider);
        await using var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        var answers = StoreFixture.AnswersOf(services);
        var node = services.GetRequiredService<NodeName>().Value;
        var (running, elsewhere, done) = (Query("1"), Query("2", Surface.CommandLine), Query("3"));
        foreach (var query in (CustomerQuery[])[running, elsewhere, done])
            await answers.BeginAsync(query, AskedAt, CancellationToken.None);
        await answers.FinishAsync(Ended(done), CancellationToken.None);

        Assert.Equal(0, await answers.MarkInterruptedAsync(["another"], CancellationToken.None));
        Assert.Equal(1, await answers.MarkInterruptedAsync([node, "another"], CancellationToken.None));

        Assert.Equal(AnswerState.Interrupted, (await answers.FindAsync(running.AnswerId, CancellationToken.None))!.State);
        Assert.Equal(AnswerState.Running, (await answers.FindAsync(elsewhere.AnswerId, CancellationToken.None))!.State);
        Assert.Equal(AnswerState.Completed, (await answers.FindAsync(done.AnswerId, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        var queries = Enumerable.Range(0, 640).Select(i => Query($"질문 {i}")).ToList();

        await Parallel.ForEachAsync(queries, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (query, token) =>
        {
            await store.Answers.BeginAsync(query, AskedAt, token);
            await store.Answers.FinishAsync(Ended(query) with { Text = query.Question }, token);
        });

        await using var context = store.NewContext();
        var ids = queries.Select(q => q.AnswerId).ToList();
        var stored = await context.Answers.Where(a => ids.Contains(a.Id)).ToListAsync();
        Assert.Equal(640, stored.Count);
        Assert.All(stored, a => Assert.Equal((AnswerState.Completed, a.Question), (a.State, a.Text)));
    }

    [Fact]
    public async Task Row_that_the_database_refuses_fails_its_caller_only()
    {
        await using var context = store.NewContext();
        await context.Database.ExecuteSqlRawAsync("CREATE UNIQUE INDEX \"Test_Refused\" ON \"Answers\" (\"Question\") WHERE \"Question\" = 'refused'");
        await store.Answers.BeginAsync(Query("refused"), AskedAt, CancellationToken.None);
        var queries = Enumerable.Range(0, 120).Select(i => Query(i % 20 == 7 ? "refused" : $"fine {i}")).ToList();

        var writes = queries.Select(q => store.Answers.BeginAsync(q, AskedAt, CancellationToken.None)).ToList();
        await Task.WhenAll(writes.Select(w => w.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.All(queries.Zip(writes), pair => Assert.Equal(pair.First.Question == "refused", pair.Second.IsFaulted));
        await Assert.ThrowsAnyAsync<DbException>(() => writes[7]);
        var fine = queries.Where(q => q.Question != "refused").Select(q => q.AnswerId).ToList();
        Assert.Equal(fine.Count, await context.Answers.CountAsync(a => fine.Contains(a.Id)));
    }

    [Fact]
    public async Task Write_that_returned_is_seen_by_other_programs()
    {
        await using var database = TestDatabase.New(store.Provider);
        var abandoned = await StoreFixture.StartAsync(database.Options, store.Clock);
        var query = Query("지워지나요?");
        await StoreFixture.AnswersOf(abandoned).BeginAsync(query, AskedAt, CancellationToken.None);

        await using var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        Assert.NotNull(await StoreFixture.AnswersOf(services).FindAsync(query.AnswerId, CancellationToken.None));
        await abandoned.DisposeAsync();
    }

    [Fact]
    public async Task Disposing_writes_what_waits_and_then_refuses()
    {
        await using var database = TestDatabase.New(store.Provider);
        var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        var answers = StoreFixture.AnswersOf(services);
        var queries = Enumerable.Range(0, 50).Select(i => Query($"{i}")).ToList();
        var writes = queries.Select(q => answers.BeginAsync(q, AskedAt, CancellationToken.None)).ToList();

        await services.DisposeAsync();

        await Task.WhenAll(writes);
        await Assert.ThrowsAnyAsync<Exception>(() => answers.BeginAsync(Query("late"), AskedAt, CancellationToken.None));
    }

    protected static CustomerQuery Query(string question, Surface surface = Surface.Page) =>
        CustomerQuery.Create(question, "E001", "C12345", "ko", null, surface).Query!;

    private static Answer Ended(CustomerQuery query) => new(
        query.AnswerId, query.Question, query.ProductId, query.CustomerId, query.Language, query.Surface, AnswerState.Completed, "답변", Authorship.Embedded,
        [], [], TokenUsage.None, new(null, null, TimeSpan.FromMilliseconds(5)), AskedAt);
}

public sealed class AnswerStoreOnSqliteTests(SqliteStore store) : AnswerStoreTests(store), IClassFixture<SqliteStore>
{
    [Fact]
    public async Task Write_that_returned_is_in_the_files_of_a_program_that_crashes()
    {
        // While a connection is open, no other one is the last to close, which would fold the log into the file.
        await using var context = store.NewContext();
        await context.Database.OpenConnectionAsync();
        var queries = Enumerable.Range(0, 100).Select(i => Query($"충돌 {i}")).ToList();
        await Task.WhenAll(queries.Select(q => store.Answers.BeginAsync(q, AskedAt, CancellationToken.None)));

        // What a crash leaves: the file and its write-ahead log as they are at this moment, without the shared memory.
        await using var copy = TestDatabase.New(StorageProvider.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(copy.Options.Location)!);
        File.Copy(store.Options.Location, copy.Options.Location);
        File.Copy(store.Options.Location + "-wal", copy.Options.Location + "-wal");
        await using var recovered = await StoreFixture.StartAsync(copy.Options, store.Clock);

        foreach (var query in queries)
            Assert.Equal(query.Question, (await StoreFixture.AnswersOf(recovered).FindAsync(query.AnswerId, CancellationToken.None))?.Question);
    }
}

public sealed class AnswerStoreOnPostgreSqlTests(PostgreSqlStore store) : AnswerStoreTests(store), IClassFixture<PostgreSqlStore>;
