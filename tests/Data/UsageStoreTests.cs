using System.Data.Common;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Data.Usage;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class UsageStoreTests(StoreFixture store)
{
    private const decimal Nano = 0.000_000_001m;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Noon of the shop's 2026-11-18.</summary>
    private static readonly DateTimeOffset _noon = new(2026, 11, 18, 3, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task Call_comes_back_as_it_was_recorded()
    {
        var answer = NewId();
        var call = Call(_noon) with
        {
            AnswerId = answer,
            ConversationId = "C-1",
            Attempt = 2,
            Outcome = ModelOutcome.Interrupted,
            Fault = ModelFault.IdleTimeout,
            PromptTokens = 1_200,
            CompletionTokens = 340,
            Estimated = true,
            Cost = 0.012_345_678m,
            Waited = TimeSpan.FromMilliseconds(1.5),
            FirstToken = TimeSpan.FromMilliseconds(420.25),
            Total = TimeSpan.FromMilliseconds(2_100),
        };
        var bare = Call(_noon.AddSeconds(1)) with { AnswerId = answer, Cost = null, FirstToken = null };

        await RecordAsync(store.Usage, bare, call);

        Assert.Equal([call, bare], await store.Usage.CallsOfAsync(answer, CancellationToken.None));
        Assert.Empty(await store.Usage.CallsOfAsync("A-none", CancellationToken.None));
    }

    [Fact]
    public async Task Call_recorded_twice_counts_once()
    {
        var call = Call(_noon) with { AnswerId = NewId() };

        await RecordAsync(store.Usage, call, call with { PromptTokens = 7 });

        Assert.Equal([call], await store.Usage.CallsOfAsync(call.AnswerId, CancellationToken.None));
    }

    [Fact]
    public async Task Calls_belong_to_the_days_of_the_shop()
    {
        // Seoul's midnight is 15:00 in UTC.
        var midnight = new DateTimeOffset(2025, 1, 9, 15, 0, 0, TimeSpan.Zero);
        await RecordAsync(
            store.Usage,
            Call(midnight.AddMilliseconds(-1)) with { Cost = 1 * Nano },
            Call(midnight) with { Cost = 20 * Nano },
            Call(midnight.AddHours(30)) with { Cost = 300 * Nano },
            Call(midnight) with { Cost = null },
            Call(midnight) with { Cost = 4_000 * Nano, Outcome = ModelOutcome.Reused });

        Assert.Equal(20 * Nano, await SpentAsync(10, 10));
        Assert.Equal(321 * Nano, await SpentAsync(9, 11));
        Assert.Equal(0m, await SpentAsync(12, 31));

        Task<decimal> SpentAsync(int from, int to) => store.Usage.SpentAsync(new(2025, 1, from), new(2025, 1, to), CancellationToken.None);
    }

    [Fact]
    public async Task Usage_is_told_by_day_model_and_purpose()
    {
        var day = new DateOnly(2025, 2, 3);
        var at = new DateTimeOffset(2025, 2, 3, 3, 0, 0, TimeSpan.Zero);
        await RecordAsync(
            store.Usage,
            Call(at) with { PromptTokens = 100, CompletionTokens = 10, Cost = 0.5m },
            Call(at) with { PromptTokens = 200, CompletionTokens = 20, Cost = 0.25m, Estimated = true, Outcome = ModelOutcome.Stopped },
            Call(at) with { Cost = null, Outcome = ModelOutcome.Failed, Fault = ModelFault.ServerError },
            Call(at) with { Cost = 0m, Outcome = ModelOutcome.Interrupted, Fault = ModelFault.IdleTimeout },
            Call(at) with { PromptTokens = 1_000, CompletionTokens = 50, Cost = 0.125m, Estimated = true, Outcome = ModelOutcome.Reused },
            Call(at) with { Cost = null, Outcome = ModelOutcome.Reused },
            Call(at) with { Purpose = ModelPurpose.ReviewAnalysis, PromptTokens = 3_000_000, Cost = 2m },
            Call(at.AddDays(1)) with { Model = "large", PromptTokens = 1 },
            Call(at.AddDays(-1)) with { Model = "before" });

        var rows = await store.Usage.ReadAsync(day, day.AddDays(1), CancellationToken.None);

        Assert.Equal(
            [
                new(day, "small", ModelPurpose.Answer, 4, 2, 300, 30, 0.75m, 1, 1, 2, 1_050, 0.125m),
                new(day, "small", ModelPurpose.ReviewAnalysis, 1, 0, 3_000_000, 0, 2m, 0, 0, 0, 0, 0m),
                new(day.AddDays(1), "large", ModelPurpose.Answer, 1, 0, 1, 0, 0m, 0, 0, 0, 0, 0m),
            ],
            rows);
    }

    [Fact]
    public async Task Sums_are_larger_than_an_int_and_exact()
    {
        var at = new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);
        await RecordAsync(store.Usage, [.. Enumerable.Range(0, 30).Select(_ => Call(at) with { PromptTokens = 100_000_000, Cost = 123.456_789_012m })]);

        var row = Assert.Single(await store.Usage.ReadAsync(new(2025, 3, 3), new(2025, 3, 3), CancellationToken.None));
        Assert.Equal((3_000_000_000L, 30 * 123.456_789_012m), (row.PromptTokens, row.Cost));
    }

    [Fact]
    public async Task Text_that_a_database_may_refuse_is_recorded()
    {
        var answer = NewId();
        await RecordAsync(store.Usage, Call(_noon) with { AnswerId = answer, Model = "a\0b\ud800", Cost = decimal.MaxValue });

        var call = Assert.Single(await store.Usage.CallsOfAsync(answer, CancellationToken.None));
        Assert.Equal("a\uFFFDb\uFFFD", call.Model);
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        var answer = NewId();

        await Parallel.ForEachAsync(Enumerable.Range(0, 5_000), (_, _) =>
        {
            store.Usage.Record(Call(_noon) with { AnswerId = answer });
            return ValueTask.CompletedTask;
        });
        await store.Usage.FlushAsync(CancellationToken.None);

        await using var context = store.NewContext();
        Assert.Equal(5_000, await context.ModelCalls.CountAsync(c => c.AnswerId == answer));
    }

    [Fact]
    public async Task Disposing_writes_what_was_recorded()
    {
        await using var database = TestDatabase.New(store.Provider);
        var services = await StoreFixture.StartAsync(database.Options, store.Clock);
        var usage = services.GetRequiredService<IUsageStore>();
        for (var i = 0; i < 1_000; i++)
            usage.Record(Call(_noon) with { AnswerId = "A-1" });

        await services.DisposeAsync();
        usage.Record(Call(_noon) with { AnswerId = "A-1" });
        await usage.FlushAsync(CancellationToken.None);

        await using var again = await StoreFixture.StartAsync(database.Options, store.Clock);
        Assert.Equal(1_000, (await again.GetRequiredService<IUsageStore>().CallsOfAsync("A-1", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Calls_are_kept_until_the_database_takes_them()
    {
        await using var database = TestDatabase.New(store.Provider);
        var clock = new ManualTimeProvider();
        await using var services = await StoreFixture.StartAsync(database.Options, clock);
        var usage = services.GetRequiredService<IUsageStore>();
        await ExecuteAsync(services, "ALTER TABLE \"ModelCalls\" RENAME TO \"Away\"");

        usage.Record(Call(_noon) with { AnswerId = "A-1" });
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Eventually.TrueAsync(() => clock.PendingTimers > 0);
            usage.Record(Call(_noon.AddSeconds(attempt)) with { AnswerId = "A-1" });
            if (attempt == 2)
                await ExecuteAsync(services, "ALTER TABLE \"Away\" RENAME TO \"ModelCalls\"");
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        await usage.FlushAsync(CancellationToken.None).WaitAsync(_patience);
        Assert.Equal(4, (await usage.CallsOfAsync("A-1", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Refused_calls_leave_answers_alone_and_do_not_hold_the_end_up()
    {
        await using var database = TestDatabase.New(store.Provider);
        var clock = new ManualTimeProvider();
        var services = await StoreFixture.StartAsync(database.Options, clock);
        var usage = services.GetRequiredService<IUsageStore>();
        await ExecuteAsync(services, "DROP TABLE \"ModelCalls\"");
        usage.Record(Call(_noon));
        // From now on nothing is taken from those that wait.
        await Eventually.TrueAsync(() => clock.PendingTimers > 0);
        for (var i = 0; i < UsageStore.MaxWaiting + 10_000; i++)
            usage.Record(Call(_noon));

        var query = CustomerQuery.Create("재고 있나요?", "E001", null, "ko", null, Surface.Page).Query!;
        await StoreFixture.AnswersOf(services).BeginAsync(query, _noon, CancellationToken.None).WaitAsync(_patience);
        Assert.NotNull(await StoreFixture.AnswersOf(services).FindAsync(query.AnswerId, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => usage.FlushAsync(CancellationToken.None).WaitAsync(_patience));

        await services.DisposeAsync().AsTask().WaitAsync(_patience);
    }

    [Fact]
    public async Task Waiting_for_calls_that_are_lost_fails()
    {
        await using var database = TestDatabase.New(store.Provider);
        var services = await StoreFixture.StartAsync(database.Options, new ManualTimeProvider());
        var usage = services.GetRequiredService<IUsageStore>();
        await ExecuteAsync(services, "DROP TABLE \"ModelCalls\"");
        usage.Record(Call(_noon));
        var flush = usage.FlushAsync(CancellationToken.None);

        await services.DisposeAsync().AsTask().WaitAsync(_patience);

        await Assert.ThrowsAnyAsync<DbException>(() => flush);
    }

    private static ModelCall Call(DateTimeOffset at) => new(
        NewId(), at, "small", ModelPurpose.Answer, null, null, 1, ModelOutcome.Succeeded, null, 0, 0, false, 0m, TimeSpan.Zero, null, TimeSpan.Zero);

    private static string NewId() => Guid.CreateVersion7().ToString("N");

    private static async Task RecordAsync(IUsageStore usage, params ModelCall[] calls)
    {
        foreach (var call in calls)
            usage.Record(call);
        await usage.FlushAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(IServiceProvider services, string sql)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}

public sealed class UsageStoreOnSqliteTests(SqliteStore store) : UsageStoreTests(store), IClassFixture<SqliteStore>;

public sealed class UsageStoreOnPostgreSqlTests(PostgreSqlStore store) : UsageStoreTests(store), IClassFixture<PostgreSqlStore>;
