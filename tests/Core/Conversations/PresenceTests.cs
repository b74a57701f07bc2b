using CustomerService.Core.Conversations;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Conversations;

public sealed class PresenceTests : IDisposable
{
    private const string Thread = "C1";
    private const string Page = "P1";
    private const string Other = "P2";

    private readonly ManualTimeProvider _clock = new();
    private readonly Presence _presence;
    private readonly List<string> _changed = [];

    public PresenceTests()
    {
        _presence = new(_clock);
        _presence.Changed += _changed.Add;
    }

    public void Dispose() => _presence.Dispose();

    [Fact]
    public void Who_looks_is_there_until_they_leave()
    {
        _presence.Tell(Thread, "mina", Page, PresenceSign.Looks);
        _presence.Tell(Thread, "joon", Page, PresenceSign.Looks);
        _presence.Tell("C2", "mina", Page, PresenceSign.Looks);
        Assert.Equal([new("joon", false), new("mina", false)], _presence.Of(Thread));

        _presence.Tell(Thread, "joon", Page, PresenceSign.Leaves);

        Assert.Equal([new("mina", false)], _presence.Of(Thread));
        Assert.Equal([new("mina", false)], _presence.Of("C2"));
        Assert.Equal([Thread, Thread, "C2", Thread], _changed);
    }

    [Fact]
    public void Who_looks_is_gone_when_no_more_is_heard_of_them()
    {
        _presence.Tell(Thread, "mina", Page, PresenceSign.Looks);
        _presence.Tell(Thread, "joon", Page, PresenceSign.Looks);
        _clock.Advance(Presence.SayEvery);
        _presence.Tell(Thread, "mina", Page, PresenceSign.Looks);
        Assert.Equal(2, _changed.Count);

        _clock.Advance(Presence.LooksFor - Presence.SayEvery);

        Assert.Equal([new("mina", false)], _presence.Of(Thread));
        Assert.Equal(3, _changed.Count);
        _clock.Advance(Presence.SayEvery);
        Assert.Empty(_presence.Of(Thread));
        Assert.Equal(4, _changed.Count);
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public void Who_types_is_taken_to_write_for_some_seconds_and_goes_on_looking()
    {
        _presence.Tell(Thread, "mina", Page, PresenceSign.Types);
        Assert.Equal([new("mina", true)], _presence.Of(Thread));

        _clock.Advance(Presence.TypesFor / 2);
        _presence.Tell(Thread, "mina", Page, PresenceSign.Types);
        _presence.Tell(Thread, "mina", Page, PresenceSign.Looks);
        _clock.Advance(Presence.TypesFor / 2);
        Assert.Equal([new("mina", true)], _presence.Of(Thread));
        Assert.Single(_changed);

        _clock.Advance(Presence.TypesFor / 2);
        Assert.Equal([new("mina", false)], _presence.Of(Thread));
        Assert.Equal(2, _changed.Count);
    }

    [Fact]
    public void Who_was_not_there_does_not_leave()
    {
        _presence.Tell(Thread, "mina", Page, PresenceSign.Leaves);
        _presence.Tell(Thread, "joon", Page, PresenceSign.Looks);
        _presence.Tell(Thread, "mina", Page, PresenceSign.Leaves);

        Assert.Equal([Thread], _changed);
    }

    [Fact]
    public void Who_closes_one_of_two_pages_looks_on_with_the_other()
    {
        _presence.Tell(Thread, "mina", Page, PresenceSign.Looks);
        _presence.Tell(Thread, "mina", Other, PresenceSign.Types);
        Assert.Equal([new("mina", true)], _presence.Of(Thread));

        _presence.Tell(Thread, "mina", Other, PresenceSign.Leaves);
        Assert.Equal([new("mina", false)], _presence.Of(Thread));
        Assert.Equal(3, _changed.Count);

        _presence.Tell(Thread, "mina", Page, PresenceSign.Leaves);
        Assert.Empty(_presence.Of(Thread));
    }
}
