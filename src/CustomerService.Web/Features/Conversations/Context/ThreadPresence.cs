using System.Collections.Immutable;
using CustomerService.Core.Conversations;
using CustomerService.Data.Staff;

namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>Which colleagues have the open thread open, too. Tells them, as long as the page is connected, of the agent who looks.</summary>
public sealed class ThreadPresence(IPresence presence, OpenThread thread, ThreadDesk desk, IStaffNames names, TimeProvider clock, ILogger<ThreadPresence> log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _page = Guid.NewGuid().ToString("N");
    private string? _id;
    private ITimer? _saying;
    private bool _isOpen;
    private bool _isAway;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>The colleagues, by id.</summary>
    public IReadOnlyList<PresentAgent> Others => _id is { } id ? [.. presence.Of(id).Where(p => p.AgentId != desk.AgentId)] : [];

    /// <summary>What colleagues are called, by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = ImmutableDictionary<string, string>.Empty;

    public async Task OpenAsync()
    {
        await desk.OpenAsync();
        if (_isOpen)
            return;
        _isOpen = true;
        thread.Changed += Follow;
        desk.Typed += Type;
        presence.Changed += Hear;
        Follow();
    }

    public void Close()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        thread.Changed -= Follow;
        desk.Typed -= Type;
        presence.Changed -= Hear;
        Look(null);
    }

    /// <summary>Says whether the browser can be reached.</summary>
    public void Connect(bool isConnected)
    {
        _isAway = !isConnected;
        if (_isOpen)
            Follow();
    }

    public void Dispose() => Close();

    private void Follow() => Look(_isAway ? null : thread.Conversation?.Id);

    private void Look(string? id)
    {
        lock (_gate)
        {
            if (id == _id)
                return;
            _saying?.Dispose();
            _saying = null;
            Tell(PresenceSign.Leaves);
            _id = id;
            Tell(PresenceSign.Looks);
            if (id is not null)
                _saying = clock.CreateTimer(_ => Tell(PresenceSign.Looks), null, Presence.SayEvery, Presence.SayEvery);
        }

        _ = ShowAsync();
    }

    private void Type() => Tell(PresenceSign.Types);

    private void Tell(PresenceSign sign)
    {
        if (_id is { } id && desk.AgentId is { } agent)
            presence.Tell(id, agent, _page, sign);
    }

    private void Hear(string conversationId)
    {
        if (conversationId == _id)
            _ = ShowAsync();
    }

    private async Task ShowAsync()
    {
        try
        {
            if (Others.FirstOrDefault(p => !Names.ContainsKey(p.AgentId)) is { } unknown)
                Names = await names.ReadAsync(unknown.AgentId, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            log.ReadFailed("the names of colleagues", exception);
        }

        Changed?.Invoke();
    }
}
