using System.Runtime.InteropServices;

namespace CustomerService.Core.Conversations;

/// <summary>Presence within one program.</summary>
public sealed class Presence : IPresence, IDisposable
{
    /// <summary>How often who looks says so.</summary>
    public static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);

    /// <summary>After this time without a word somebody no longer looks; it outlasts a sign that was lost.</summary>
    public static readonly TimeSpan LooksFor = TimeSpan.FromSeconds(25);

    /// <summary>How long after the last sign of it somebody is taken to be writing.</summary>
    public static readonly TimeSpan TypesFor = TimeSpan.FromSeconds(6);

    private readonly TimeProvider _time;
    private readonly ITimer _expiry;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<(string Agent, string Page), Seen>> _pages = new(StringComparer.Ordinal);

    public Presence(TimeProvider time)
    {
        _time = time;
        _expiry = time.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public event Action<string>? Changed;

    public void Tell(string conversationId, string agentId, string page, PresenceSign sign)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var before = Of(conversationId);
            if (!_pages.TryGetValue(conversationId, out var pages))
                _pages[conversationId] = pages = [];
            if (sign == PresenceSign.Leaves)
                pages.Remove((agentId, page));
            else
                pages[(agentId, page)] = new(now + LooksFor, sign == PresenceSign.Types ? now + TypesFor : pages.GetValueOrDefault((agentId, page)).TypesUntil);
            if (pages.Count == 0)
                _pages.Remove(conversationId);
            Plan(now);
            if (before.SequenceEqual(Of(conversationId)))
                return;
        }

        Changed?.Invoke(conversationId);
    }

    public IReadOnlyList<PresentAgent> Of(string conversationId)
    {
        lock (_gate)
        {
            return _pages.TryGetValue(conversationId, out var pages)
                ? [.. pages.GroupBy(p => p.Key.Agent, (agent, own) => new PresentAgent(agent, own.Any(p => p.Value.TypesUntil is not null))).OrderBy(p => p.AgentId, StringComparer.Ordinal)]
                : [];
        }
    }

    public void Dispose() => _expiry.Dispose();

    private void Expire()
    {
        var changed = new List<string>();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var (conversationId, pages) in _pages.ToList())
            {
                var before = Of(conversationId);
                foreach (var (page, seen) in pages.ToList())
                {
                    if (seen.LooksUntil <= now)
                        pages.Remove(page);
                    else if (seen.TypesUntil <= now)
                        pages[page] = seen with { TypesUntil = null };
                }

                if (pages.Count == 0)
                    _pages.Remove(conversationId);
                if (!before.SequenceEqual(Of(conversationId)))
                    changed.Add(conversationId);
            }

            Plan(now);
        }

        foreach (var conversationId in changed)
            Changed?.Invoke(conversationId);
    }

    /// <summary>Looks again when the next sign no longer holds.</summary>
    private void Plan(DateTimeOffset now)
    {
        var next = _pages.Values.SelectMany(p => p.Values).Select(s => s.TypesUntil ?? s.LooksUntil).Min(until => (DateTimeOffset?)until);
        _expiry.Change(next is { } due ? due - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="TypesUntil">Null for somebody who does not write. Never later than <paramref name="LooksUntil"/>.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(DateTimeOffset LooksUntil, DateTimeOffset? TypesUntil);
}
