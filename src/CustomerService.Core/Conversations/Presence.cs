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
    private readonly Dictionary<string, SortedDictionary<string, Seen>> _agents = new(StringComparer.Ordinal);

    public Presence(TimeProvider time)
    {
        _time = time;
        _expiry = time.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public event Action<string>? Changed;

    public void Tell(string conversationId, string agentId, PresenceSign sign)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (!_agents.TryGetValue(conversationId, out var agents))
            {
                if (sign == PresenceSign.Leaves)
                    return;
                _agents[conversationId] = agents = new(StringComparer.Ordinal);
            }

            var wasThere = agents.TryGetValue(agentId, out var before);
            var isTyping = sign == PresenceSign.Types;
            if (sign == PresenceSign.Leaves)
                Remove(conversationId, agents, agentId);
            else
                agents[agentId] = new(now + LooksFor, isTyping ? now + TypesFor : before.TypesUntil);
            Plan(now);
            if (wasThere == (sign != PresenceSign.Leaves) && (!isTyping || before.TypesUntil is not null))
                return;
        }

        Changed?.Invoke(conversationId);
    }

    public IReadOnlyList<PresentAgent> Of(string conversationId)
    {
        lock (_gate)
            return _agents.TryGetValue(conversationId, out var agents) ? [.. agents.Select(a => new PresentAgent(a.Key, a.Value.TypesUntil is not null))] : [];
    }

    public void Dispose() => _expiry.Dispose();

    private void Expire()
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var (conversationId, agents) in _agents.ToList())
            {
                foreach (var (agentId, seen) in agents.ToList())
                {
                    if (seen.LooksUntil <= now)
                        Remove(conversationId, agents, agentId);
                    else if (seen.TypesUntil <= now)
                        agents[agentId] = seen with { TypesUntil = null };
                    else
                        continue;
                    changed.Add(conversationId);
                }
            }

            Plan(now);
        }

        foreach (var conversationId in changed)
            Changed?.Invoke(conversationId);
    }

    private void Remove(string conversationId, SortedDictionary<string, Seen> agents, string agentId)
    {
        agents.Remove(agentId);
        if (agents.Count == 0)
            _agents.Remove(conversationId);
    }

    /// <summary>Looks again when the next sign no longer holds.</summary>
    private void Plan(DateTimeOffset now)
    {
        var next = _agents.Values.SelectMany(a => a.Values).Select(s => s.TypesUntil ?? s.LooksUntil).Min(until => (DateTimeOffset?)until);
        _expiry.Change(next is { } due ? due - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="TypesUntil">Null for somebody who does not write. Never later than <paramref name="LooksUntil"/>.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(DateTimeOffset LooksUntil, DateTimeOffset? TypesUntil);
}
