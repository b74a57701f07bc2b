using System.Security.Claims;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using CustomerService.Web.Features.Conversations.Context;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class ThreadPresenceTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly InMemoryConversations _store;
    private readonly OpenThread _thread;
    private readonly Presence _presence;
    private readonly PendingReplies _pending;
    private readonly ThreadDesk _desk;
    private readonly ThreadPresence _here;

    public ThreadPresenceTests()
    {
        _store = new(_clock, _feed);
        _presence = new(_clock);
        _pending = new(_store, _feed, _clock, NullLogger<PendingReplies>.Instance);
        var answers = new InMemoryAnswerStore();
        var running = new OwnAnswers(new AnswerRuns(new ScriptedAnswers(answers), _clock, NullLogger<AnswerRuns>.Instance));
        _thread = new(_store, _store, _store, answers, new(_store, _feed, running), _clock, NullLogger<OpenThread>.Instance);
        _desk = new(_thread, new(_store, _feed, running, _pending, _clock), _feed, new CurrentMember(new SignedIn("minji")), NullLogger<ThreadDesk>.Instance);
        _here = new(_presence, _thread, _desk, _store, _clock, NullLogger<ThreadPresence>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _here.Dispose();
        await _thread.DisposeAsync();
        _presence.Dispose();
        _pending.Dispose();
    }

    [Fact]
    public async Task Agent_is_there_as_long_as_the_thread_is_open()
    {
        var (first, second) = (_store.Begin(), _store.Begin());
        await OpenAsync(first.Id);
        await _here.OpenAsync();
        Assert.Equal([new("minji", false)], _presence.Of(first.Id));

        // Longer than one sign holds.
        for (var i = 0; i < 4; i++)
            _clock.Advance(Presence.SayEvery);
        Assert.Equal([new("minji", false)], _presence.Of(first.Id));

        await OpenAsync(second.Id);
        Assert.Empty(_presence.Of(first.Id));
        Assert.Equal([new("minji", false)], _presence.Of(second.Id));

        _here.Close();
        Assert.Empty(_presence.Of(second.Id));
    }

    [Fact]
    public async Task Agent_whose_connection_is_lost_does_not_look_until_it_is_back()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);
        await _here.OpenAsync();

        _here.Connect(false);
        Assert.Empty(_presence.Of(thread.Id));
        _here.Connect(true);
        Assert.Equal([new("minji", false)], _presence.Of(thread.Id));
    }

    [Fact]
    public async Task Colleagues_are_shown_and_the_agent_is_not()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);
        await _here.OpenAsync();
        var changes = 0;
        _here.Changed += () => changes++;

        _presence.Tell(Conversation.NewId(), "joon", "page", PresenceSign.Looks);
        Assert.Equal((0, 0), (changes, _here.Others.Count));
        _presence.Tell(thread.Id, "joon", "page", PresenceSign.Types);

        Assert.Equal(1, changes);
        Assert.Equal([new("joon", true)], _here.Others);
    }

    [Fact]
    public async Task Agent_who_writes_to_the_customer_is_said_to_and_only_who_has_the_thread_does()
    {
        var thread = _store.Begin(owner: ConversationOwner.Agent);
        await OpenAsync(thread.Id);
        await _here.OpenAsync();
        _desk.Type();
        Assert.Equal([new("minji", false)], _presence.Of(thread.Id));

        _store.Write(thread.Id, c => c with { AgentId = "minji" });
        await Eventually.TrueAsync(() => _desk.IsMine);
        _desk.Type();

        Assert.Equal([new("minji", true)], _presence.Of(thread.Id));
    }

    [Fact]
    public async Task Tag_that_is_none_is_told_and_one_that_is_stands_in_the_thread()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);
        await _desk.OpenAsync();

        await _desk.TagAsync(new string('가', Tags.MaxLength + 1), true, CancellationToken.None);
        Assert.Equal("NotTagged", _desk.Problem);
        await _desk.TagAsync(" #VIP ", true, CancellationToken.None);

        Assert.Null(_desk.Problem);
        await Eventually.TrueAsync(() => _thread.Conversation!.Tags == "vip");
        await _desk.ReadTagsAsync(CancellationToken.None);
        Assert.Equal(["vip"], _desk.KnownTags);
    }

    [Fact]
    public async Task Snooze_and_its_end_stand_in_the_thread()
    {
        var thread = _store.Begin();
        await OpenAsync(thread.Id);
        await _desk.OpenAsync();
        var until = _clock.GetUtcNow().AddHours(1);

        await _desk.SnoozeAsync(until, CancellationToken.None);
        await Eventually.TrueAsync(() => _thread.Conversation!.SnoozedUntil == until);
        await _desk.SnoozeAsync(null, CancellationToken.None);
        await Eventually.TrueAsync(() => _thread.Conversation!.SnoozedUntil is null);
    }

    private Task OpenAsync(string id) => _thread.OpenAsync(id, live: true, CancellationToken.None);

    private sealed class SignedIn(string id) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], "test"))));
    }
}
