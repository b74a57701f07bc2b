using System.ComponentModel;
using System.Globalization;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Data;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Benchmarks.Desk;

/// <summary>What agents wait for where there are very many conversations: lists, counts, search and opening, in both databases; and many agents on a server with each.</summary>
internal static class DeskBenchmark
{
    private const string Name = "desk";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        await using (var database = TestDatabase.New(StorageProvider.Sqlite))
            figures.AddRange(await MeasureAsync("SQLite", database, effort, cancellationToken));
        if (!HasPostgreSql())
            return figures;
        await using (var database = TestDatabase.New(StorageProvider.PostgreSql))
            figures.AddRange(await MeasureAsync("PostgreSQL", database, effort, cancellationToken));
        return figures;
    }

    private static bool HasPostgreSql()
    {
        try
        {
            return PostgreSqlServer.ConnectionString.Length > 0;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            Effort.Tell($"desk: no PostgreSQL ({e.Message}), so that is not measured");
            return false;
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(string where, TestDatabase database, Effort effort, CancellationToken cancellationToken)
    {
        var size = effort.Quick ? new LargeDeskSize(20_000, 200_000) : new LargeDeskSize();
        Effort.Tell($"desk: making {size.Conversations:N0} conversations with {size.Messages:N0} messages in {where}");
        Team team;
        IReadOnlyList<Caller> callers;
        IReadOnlyList<Figure> figures;
        await using (var shop = await Shop.OpenDemoAsync(database.Options, cancellationToken))
        {
            team = await Team.EnterAsync(shop.Services);
            await LargeDesk.FillAsync(database.Options, size, team.Ids, TimeProvider.System.GetUtcNow(), cancellationToken);
            figures = await new Measurement(where, shop.Services, team.Ids[0], size, effort).RunAsync(cancellationToken);
            callers = await AgentsBenchmark.EnterAsync(shop.Services, team, cancellationToken);
        }

        return [.. figures, .. await AgentsBenchmark.RunAsync(where, database.Options, team, callers, effort, cancellationToken)];
    }

    /// <param name="agent">Who looks.</param>
    private sealed class Measurement(string where, IServiceProvider services, string agent, LargeDeskSize size, Effort effort)
    {
        private const int Rounds = 200;
        private const int WarmUpRounds = 5;
        private const int PageSize = 50;
        // As far as the page counts: views and what is found, and how long a list is.
        private const int MaxCounted = 1_000;
        private const int MaxListed = 1_000_000;
        private const int Seed = 20261123;
        private static readonly Limit Listing = new(Bound.AtMost, 100);
        private static readonly Limit Searching = new(Bound.AtMost, 200);
        private static readonly Limit Opening = new(Bound.AtMost, 150);

        private readonly IDeskStore _desk = services.GetRequiredService<IDeskStore>();
        private readonly IConversationStore _threads = services.GetRequiredService<IConversationStore>();
#pragma warning disable CA5394 // Seeded, so that figures of two runs can be compared.
        private readonly Random _random = new(Seed);
        private readonly List<Figure> _figures = [];

        public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
        {
            foreach (var view in Enum.GetValues<InboxView>())
                await MeasureAsync($"first page of {view}", Listing, () => ListAsync(Of(view), 0, cancellationToken));
            await MeasureAsync("a page anywhere in Everyone", Listing, () => ListAsync(Of(InboxView.Everyone), _random.NextDouble(), cancellationToken));
            await MeasureAsync("a page of Everyone with filters, and its count", Listing, () => WithCountAsync(Narrowed(), MaxListed, cancellationToken));
            await MeasureAsync("counts of all views", Listing, () => Lists.CountAllAsync(_desk, agent, MaxCounted, cancellationToken));
            foreach (var (kind, words) in new[] { ("frequent", LargeDesk.FrequentWords), ("rare", LargeDesk.RareWords) })
            {
                await SearchAsync($"search for a {kind} word", () => Any(words), cancellationToken);
                await SearchAsync($"search for two words, one {kind}", () => $"{Any(words)} {Any(LargeDesk.FrequentWords)}", cancellationToken);
            }

            await SearchAsync("search for an order number", () => _random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture), cancellationToken);
            await SearchAsync("search for a customer", () => $"D{_random.Next(size.Customers).ToString("00000", CultureInfo.InvariantCulture)}", cancellationToken);
            await OpenAsync(cancellationToken);
            return _figures;
        }

        private async Task OpenAsync(CancellationToken cancellationToken)
        {
            var ids = new List<string>();
            for (var i = 0; i < 10; i++)
                ids.AddRange((await ListAsync(Of(InboxView.Everyone), _random.NextDouble(), cancellationToken)).Select(s => s.Conversation.Id));
            await MeasureAsync("opening a conversation", Opening, async () =>
            {
                var id = Any(ids);
                if (await _threads.ReadAsync(id, 0, cancellationToken) is not { Messages.Count: > 0 })
                    throw new InvalidOperationException($"The conversation {id} is empty.");
                await _desk.ReadAsync(id, 0, cancellationToken);
            });
        }

        private async Task SearchAsync(string what, Func<string> words, CancellationToken cancellationToken)
        {
            if (Lists.Search(Of(InboxView.Everyone), "") is not { })
            {
                Effort.Tell($"desk: {what} is not there yet");
                return;
            }

            await MeasureAsync(what, Searching, () => WithCountAsync(Lists.Search(Of(InboxView.Everyone), words())!, MaxCounted, cancellationToken));
        }

        /// <summary>Two or three conditions at once, of those that agents choose.</summary>
        private InboxFilter Narrowed()
        {
            var filter = Of(InboxView.Everyone) with { Topic = Any(Enum.GetValues<Topic>()), Mood = Any(Enum.GetValues<Mood>()) };
            return _random.Next(3) switch
            {
                0 => filter with { Language = Any(Enum.GetValues<Language>()) },
                1 => Lists.Tagged(filter, Any(LargeDesk.Tags)) ?? filter,
                _ => filter,
            };
        }

        private async Task WithCountAsync(InboxFilter filter, int upTo, CancellationToken cancellationToken)
        {
            await ListAsync(filter, 0, cancellationToken);
            await (Lists.CountAsync(_desk, filter, upTo, cancellationToken) ?? Task.CompletedTask);
        }

        private Task<IReadOnlyList<ConversationSummary>> ListAsync(InboxFilter filter, double share, CancellationToken cancellationToken) =>
            Lists.PageAsync(_desk, size, filter, (int)(share * size.Conversations * LargeDesk.OpenShare), PageSize, cancellationToken);

        private InboxFilter Of(InboxView view) => new(view, agent);

        private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
#pragma warning restore CA5394

        private async Task MeasureAsync(string what, Limit limit, Func<Task> work)
        {
            Effort.Tell($"desk: {where}, {what}");
            var samples = new Samples();
            for (var round = -WarmUpRounds; round < effort.Rounds(Rounds); round++)
                await (round < 0 ? work() : samples.TimeAsync(work));
            _figures.Add(new(Name, $"{where}, {what}, p50", samples.Median, "ms"));
            _figures.Add(new(Name, $"{where}, {what}, p95", samples.Percentile(95), "ms", limit));
        }
    }
}
