using System.Diagnostics;
using CustomerService.Benchmarks.Widget;
using CustomerService.Core.Conversations;
using CustomerService.Data;

namespace CustomerService.Benchmarks.Desk;

/// <summary>
/// Two hundred agents on one server with very many conversations: how long a customer's message takes to every screen that must show it, and what an agent's page costs.
/// Most customers write to a person, so that the assistant's answers do not decide what is measured.
/// </summary>
internal static class AgentsBenchmark
{
    private const string Name = "desk";
    private const int Held = 60;
    private const int Waiting = 30;
    private const int Assisted = 10;
    private const int Callers = Held + Waiting + Assisted;
    // Agents by what they look at: a conversation of theirs, those that nobody has, and all; of the latter some at one that the assistant has.
    private const int LookAtUnassigned = 70;
    private const int WarmUp = 20;
    private const int MessagesPerSecond = 20;
    private const int AtOnce = 8;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Writes the customers into the database on which the server will run.</summary>
    public static async Task<IReadOnlyList<Caller>> EnterAsync(IServiceProvider services, Team team, CancellationToken cancellationToken)
    {
        var callers = new List<Caller>();
        for (var i = 0; i < Callers; i++)
        {
            var owner = i < Held ? ConversationOwner.Agent : i < Held + Waiting ? ConversationOwner.Waiting : ConversationOwner.Assistant;
            callers.Add(await Caller.EnterAsync(services, owner, owner == ConversationOwner.Agent ? team.Ids[i] : null, cancellationToken));
        }

        return callers;
    }

    /// <param name="where">What the database is called.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(
        string where, StorageOptions storage, Team team, IReadOnlyList<Caller> callers, Effort effort, CancellationToken cancellationToken)
    {
        await using var web = await WebProgram.StartAsync(new Dictionary<string, string>
        {
            ["Storage__Provider"] = storage.Provider.ToString(),
            ["Storage__ConnectionString"] = storage.ConnectionString,
            // All callers share one address here, which no limit is meant for.
            ["Widget__MessagesPerMinuteAndAddress"] = "1000000",
            ["Widget__MessagesPerMinute"] = "10000",
        }, cancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = AtOnce }, disposeHandler: true) { BaseAddress = web.Address };
        Effort.Tell($"desk: {where}, {Team.Size} agents sign in");
        var cookies = await team.SignInAsync(client, cancellationToken);
        var customers = new WidgetConnection[callers.Count];
        for (var i = 0; i < callers.Count; i++)
            customers[i] = await callers[i].ConnectAsync(web.Address, cancellationToken);
        try
        {
            Effort.Tell("desk: warming up");
            var count = MessagesPerSecond * (effort.Quick ? 15 : 60);
            var warm = await OpenAsync(client, cookies, callers, Enumerable.Range(0, Team.Size / WarmUp).Select(i => i * WarmUp), 0, cancellationToken);
            await TalkAsync(customers, null, count / 4, cancellationToken);
            await CloseAsync(warm);
            await Task.Delay(Settling, TimeProvider.System, cancellationToken);

            return await MeasureAsync(where, web, client, cookies, callers, customers, count, cancellationToken);
        }
        finally
        {
            foreach (var customer in customers)
                await customer.DisposeAsync();
            if (web.Output.Trim() is { Length: > 0 } warnings)
                Effort.Tell($"desk: the web program wrote\n{warnings}");
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        string where, WebProgram web, HttpClient client, IReadOnlyList<string> cookies, IReadOnlyList<Caller> callers, IReadOnlyList<WidgetConnection> customers, int count,
        CancellationToken cancellationToken)
    {
        var (empty, started) = (web.WorkingSet, Stopwatch.GetTimestamp());
        var circuits = await OpenAsync(client, cookies, callers, Enumerable.Range(0, Team.Size), count, cancellationToken);
        using var pings = new CancellationTokenSource();
        var pinging = PingAsync(circuits, pings.Token);
        var opened = Stopwatch.GetElapsedTime(started);
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        var each = (web.WorkingSet - empty) / 1048576d / circuits.Count;
        Effort.Tell($"desk: {circuits.Count} pages open after {opened.TotalSeconds:0.0} s, {each:0.00} MiB each");

        var (before, ownBefore, drawn) = (web.ProcessorTime, Environment.CpuUsage.TotalTime, circuits.Sum(c => c.Drawings));
        started = Stopwatch.GetTimestamp();
        var sent = await TalkAsync(customers, circuits, count, cancellationToken);
        var (processor, elapsed, drawings) = (web.ProcessorTime - before, Stopwatch.GetElapsedTime(started), circuits.Sum(c => c.Drawings) - drawn);
        var own = Environment.CpuUsage.TotalTime - ownBefore;
        var (lists, threads, lost) = Delivered(circuits, sent);
        var all = new Samples();
        all.Add(lists);
        all.Add(threads);
        var ended = circuits.Where(c => c.Problem is not null).ToList();
        foreach (var problem in ended.Select(c => c.Problem).Distinct(StringComparer.Ordinal))
            Effort.Tell($"desk: a page ended: {problem}");
        await pings.CancelAsync();
        await pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync(circuits);

        var name = $"{where}, {Team.Size} agents, {MessagesPerSecond} messages a second";
        return
        [
            new(Name, $"{name}: to a screen, p50", all.Median, "ms"),
            new(Name, $"{name}: to a screen, p99", all.Percentile(99), "ms", new(Bound.AtMost, 250)),
            new(Name, $"{name}: to the open conversation, p50", threads.Median, "ms"),
            new(Name, $"{name}: to the open conversation, p99", threads.Percentile(99), "ms"),
            new(Name, $"{name}: to a list, p50", lists.Median, "ms"),
            new(Name, $"{name}: to a list, p99", lists.Percentile(99), "ms"),
            new(Name, $"{name}: screens that a message did not get to", lost, "", new(Bound.AtMost, 0)),
            new(Name, $"{name}: pages that ended", ended.Count, "", new(Bound.AtMost, 0)),
            new(Name, $"{name}: drawings of all pages, a message", (double)drawings / count, ""),
            new(Name, $"{name}: server's processor time a message", processor.TotalMilliseconds / count, "ms"),
            new(Name, $"{name}: pages' and customers' processor time a message", own.TotalMilliseconds / count, "ms"),
            new(Name, $"{name}: cores that the server had", processor / elapsed, ""),
            new(Name, $"{where}, an agent's page with a list or a conversation, server's memory", each, "MiB"),
        ];
    }

    private static async Task<IReadOnlyList<Circuit>> OpenAsync(
        HttpClient client, IReadOnlyList<string> cookies, IReadOnlyList<Caller> callers, IEnumerable<int> agents, int marks, CancellationToken cancellationToken)
    {
        var wanted = agents.ToList();
        var circuits = new Circuit[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => circuits[i] = await Circuit.OpenAsync(client, cookies[wanted[i]], PathOf(wanted[i], callers), marks, token));
        return circuits;
    }

    private static string PathOf(int agent, IReadOnlyList<Caller> callers) => agent switch
    {
        < Held => $"/conversations/{callers[agent].ConversationId}?view=mine",
        < Held + LookAtUnassigned => "/conversations?view=unassigned",
        < Held + LookAtUnassigned + Assisted => $"/conversations/{callers[agent - LookAtUnassigned + Waiting].ConversationId}",
        _ => "/conversations",
    };

    /// <summary>Whether an agent's list shows a customer's message. What the assistant answers at once may be gone from lists before they are read.</summary>
    private static bool Lists(int agent, int caller) => caller switch
    {
        < Held => agent >= Held + LookAtUnassigned,
        < Held + Waiting => agent >= Held,
        _ => false,
    };

    /// <summary>Whether an agent has a customer's conversation open.</summary>
    private static bool Opens(int agent, int caller) => caller < Held ? agent == caller : caller >= Held + Waiting && agent == caller - Waiting + LookAtUnassigned;

    private static async Task CloseAsync(IReadOnlyList<Circuit> circuits)
    {
        foreach (var circuit in circuits)
            await circuit.DisposeAsync();
    }

    private static async Task PingAsync(IReadOnlyList<Circuit> circuits, CancellationToken cancellationToken)
    {
        // Spread, as those of real pages are.
        using var timer = new PeriodicTimer(KeepAlive / circuits.Count);
        for (var next = 0; await timer.WaitForNextTickAsync(cancellationToken); next++)
        {
            if (circuits[next % circuits.Count] is { Problem: null } circuit)
                await circuit.PingAsync(cancellationToken);
        }
    }

    /// <summary>Sends at a steady rate, whatever is still on its way; by mark, when each was sent.</summary>
    /// <param name="circuits">Which have seen all before it ends, or not in time; null for not waiting.</param>
    private static async Task<IReadOnlyList<long>> TalkAsync(
        IReadOnlyList<WidgetConnection> customers, IReadOnlyList<Circuit>? circuits, int count, CancellationToken cancellationToken)
    {
        var sent = new List<long>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1d / MessagesPerSecond));
        var started = Stopwatch.GetTimestamp();
        while (sent.Count < count && await timer.WaitForNextTickAsync(cancellationToken))
        {
            for (var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * MessagesPerSecond)); sent.Count < due;)
            {
                var mark = sent.Count;
                sent.Add(Stopwatch.GetTimestamp());
                await customers[CallerOf(mark)].SendAsync(
                    $"m{Guid.NewGuid():N}", $"{(circuits is null ? "" : Circuit.Mark(mark))} {Questions.Demo[mark % Questions.Demo.Count].Question}", cancellationToken);
            }
        }

        for (var waited = Stopwatch.GetTimestamp(); circuits is not null && Stopwatch.GetElapsedTime(waited) < Patience && Delivered(circuits, sent).Lost > 0;)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        return sent;
    }

    /// <summary>Who sends a message: by turns, one of ten to the assistant.</summary>
    private static int CallerOf(int mark) => mark * 37 % Callers;

    private static (Samples Lists, Samples Threads, int Lost) Delivered(IReadOnlyList<Circuit> circuits, IReadOnlyList<long> sent)
    {
        var (lists, threads, lost) = (new Samples(), new Samples(), 0);
        for (var mark = 0; mark < sent.Count; mark++)
        {
            var caller = CallerOf(mark);
            for (var agent = 0; agent < circuits.Count; agent++)
            {
                var opens = Opens(agent, caller);
                if (!opens && !Lists(agent, caller))
                    continue;
                if ((opens ? circuits[agent].SeenAt(mark) : ListedAt(circuits[agent], mark, sent.Count)) is { } at)
                    (opens ? threads : lists).Add(Stopwatch.GetElapsedTime(sent[mark], at).TotalMilliseconds);
                else
                    lost++;
            }
        }

        return (lists, threads, lost);
    }

    /// <summary>When a row showed a message, or the next one of the same customer, which then stands in its place.</summary>
    private static long? ListedAt(Circuit circuit, int mark, int count)
    {
        for (; mark < count; mark += Callers)
        {
            if (circuit.SeenAt(mark) is { } at)
                return at;
        }

        return null;
    }
}
