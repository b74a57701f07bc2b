using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Data.Nodes;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>Several programs on one PostgreSQL.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private static readonly IReadOnlyDictionary<string, int> FromTheStart = new Dictionary<string, int>();
    private static readonly AnswerEvent Product = new AnswerEvent.LookupFinished(new LookupResult.Found(
        LookupKind.ProductInfo, TimeSpan.FromMilliseconds(1.5), new ProductInfoData(
            new("E001", new("소닉웨이브", "SonicWave"), "SonicWave", "earphones", new("이어폰", "Earphones"), ProductStatus.Active, new Money(189_000, "KRW"), null, null, 4.5, 20),
            // Longer than NOTIFY takes at once, in letters of one to four bytes.
            new(string.Concat(Enumerable.Repeat("설명 a é 😀\n", 3_000)), "Text"), [], ["gps"], [])));

    private readonly TestDatabase _database = TestDatabase.New(StorageProvider.PostgreSql);
    private Node _a = null!;
    private Node _b = null!;

    public async Task InitializeAsync() => (_a, _b) = (await Node.JoinAsync(_database.Options), await Node.JoinAsync(_database.Options));

    public async Task DisposeAsync()
    {
        foreach (var node in (Node[])[_a, _b])
        {
            if (!node.IsGone)
                await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Changed_thread_is_signalled_on_every_node()
    {
        using var here = _a.Feed.Subscribe("C1");
        using var there = _b.Feed.Subscribe("C1");
        using var all = _b.Feed.SubscribeToAll();
        using var other = _b.Feed.Subscribe("C2");

        _a.Feed.Publish("C1");

        await Task.WhenAll(here.WaitAsync(default), there.WaitAsync(default), all.WaitAsync(default)).InTime();
        Assert.False(other.WaitAsync(default).IsCompleted);
    }

    [Fact]
    public async Task Who_is_typing_is_signalled_on_every_node_to_those_who_follow_the_thread()
    {
        using var here = _a.Feed.Subscribe("C1");
        using var there = _b.Feed.Subscribe("C1");
        using var all = _b.Feed.SubscribeToAll();

        _a.Feed.PublishTyping("C1", MessageAuthor.Agent);

        Assert.All(await Task.WhenAll(here.WaitAsync(default), there.WaitAsync(default)).InTime(), signal => Assert.Equal(new(false, MessageAuthor.Agent), signal));
        Assert.False(all.WaitAsync(default).IsCompleted);
    }

    [Fact]
    public async Task Who_looks_and_who_writes_is_known_on_every_node()
    {
        _a.Presence.Tell("C1", "mina", "page", PresenceSign.Looks);
        _b.Presence.Tell("C1", "joon", "page", PresenceSign.Types);
        await AreThereAsync(new("joon", true), new("mina", false));

        _a.Presence.Tell("C1", "mina", "page", PresenceSign.Leaves);
        await AreThereAsync(new PresentAgent("joon", true));

        Task AreThereAsync(params PresentAgent[] expected) => Eventually.TrueAsync(() => _a.Presence.Of("C1").SequenceEqual(expected) && _b.Presence.Of("C1").SequenceEqual(expected));
    }

    [Fact]
    public async Task Many_signals_at_once_all_arrive()
    {
        var ids = Enumerable.Range(0, 2_000).Select(_ => Conversation.NewId()).ToList();
        var waiting = ids.Select(id => _b.Feed.Subscribe(id).WaitAsync(default)).ToList();

        foreach (var id in ids.Concat(ids))
            _a.Feed.Publish(id);

        await Task.WhenAll(waiting).InTime();
    }

    [Fact]
    public async Task Answer_is_followed_alike_on_the_node_that_writes_it_and_on_another()
    {
        var thread = await _a.AskAsync();
        var following = new[] { FollowAsync(_a, thread), FollowAsync(_b, thread), FollowAsync(_b, thread) };
        _a.Assistant.Tell(new AnswerEvent.LookupStarted(LookupKind.ProductInfo));
        _a.Assistant.Tell(Product);
        _a.Assistant.Say("네, ");
        var late = FollowAsync(_b, thread);
        _a.Assistant.Tell(new AnswerEvent.CitationAdded(new(1, LookupKind.ProductInfo, "product:E001", "제품", "인용")));
        foreach (var word in "재고가 \u0000있습니다 😀.".Split(' '))
            _a.Assistant.Say(word);
        // Whoever comes after the end is told the end alone.
        await Eventually.TrueAsync(() => Volatile.Read(ref _following) == 4);
        _a.Assistant.End();

        var seen = await Task.WhenAll([.. following, late]).InTime();

        Assert.Equal("네, 재고가\0있습니다😀.", seen[0].Text);
        Assert.Contains("\"minor\":189000", seen[0].Events, StringComparison.OrdinalIgnoreCase);
        Assert.All(seen, other => Assert.Equal(seen[0], other));
        Assert.Equal(AnswerState.Completed, seen[0].State);
    }

    [Fact]
    public async Task Follower_on_another_node_goes_on_from_the_event_that_it_knows()
    {
        var thread = await _a.AskAsync();
        var answerId = (await _a.Store.ReadAsync(thread.Id, 0, default))!.Messages[1].AnswerId!;
        foreach (var word in (string[])["하나", "둘", "셋"])
        {
            _a.Assistant.Say(word);
            _a.Assistant.Tell(new AnswerEvent.Authored(Core.Models.Authorship.Embedded));
        }

        var following = FollowAsync(_b, thread, new Dictionary<string, int> { [answerId] = 3 });
        await Eventually.TrueAsync(() => _seen.EndsWith('셋'));
        _a.Assistant.End();

        var seen = await following.InTime();
        Assert.DoesNotContain("하나", seen.Text, StringComparison.Ordinal);
        Assert.EndsWith("셋", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_that_are_told_twice_are_seen_once()
    {
        var thread = await _a.AskAsync();
        var answerId = (await _a.Store.ReadAsync(thread.Id, 0, default))!.Messages[1].AnswerId!;
        var following = FollowAsync(_b, thread);
        foreach (var word in (string[])["하나 ", "둘 ", "셋 "])
        {
            _a.Assistant.Say(word);
            for (var i = 0; i < 5; i++)
                _b.Sender.Send(_a.Name, new NodeMessage.Wanted(_b.Name, answerId, 0, ForCustomer: true));
            await Eventually.TrueAsync(() => _seen.EndsWith(word, StringComparison.Ordinal));
        }

        _a.Assistant.End();

        Assert.Equal("하나 둘 셋 ", (await following.InTime()).Text);
    }

    [Fact]
    public async Task Nothing_is_missed_when_the_server_ends_the_connections()
    {
        var thread = await _a.AskAsync();
        using var quiet = _b.Feed.Subscribe("C-quiet");
        var following = FollowAsync(_b, thread);
        _a.Assistant.Say("처음 ");
        await Eventually.TrueAsync(() => _seen.Contains("처음", StringComparison.Ordinal));
        await Task.WhenAll(_a.CutOffAsync(), _b.CutOffAsync());
        _a.Assistant.Say("중간 ");
        // What may have been missed counts as signalled.
        await quiet.WaitAsync(default).InTime();
        await Eventually.TrueAsync(() => _seen == "처음 중간 ");
        _a.Assistant.Say("끝");
        _a.Assistant.End();

        Assert.Equal("처음 중간 끝", (await following.InTime()).Text);
    }

    [Fact]
    public async Task Stop_reaches_the_node_that_writes()
    {
        var thread = await _a.AskAsync();
        var following = FollowAsync(_b, thread);
        _a.Assistant.Say("처음");
        await Eventually.TrueAsync(() => _seen == "처음");

        await _b.Service.StopAsync(thread, default);

        Assert.Equal(("처음", AnswerState.Stopped), ((await following.InTime()).Text, (await following).State));
    }

    [Fact]
    public async Task Answers_of_a_node_that_is_gone_are_ended_at_the_second_look()
    {
        var (lost, kept) = (await _a.AskAsync(), await _b.AskAsync());
        var query = CustomerQuery.Create("?", null, null, "ko", null, Surface.Page).Query!;
        await _a.Answers.BeginAsync(query, DateTimeOffset.UnixEpoch, default);
        var following = FollowAsync(_b, lost);
        _a.Assistant.Say("처음");
        await Eventually.TrueAsync(() => _seen == "처음");
        await _b.Orphans.EndAsync(default);
        await _a.DieAsync();

        await _b.Orphans.EndAsync(default);
        Assert.False(following.IsCompleted);
        await _b.Orphans.EndAsync(default);

        Assert.Equal(AnswerState.Interrupted, (await following.InTime()).State);
        Assert.Equal(AnswerState.Interrupted, (await _b.Answers.FindAsync(query.AnswerId, default))!.State);
        Assert.Equal(AnswerState.Running, (await _b.Store.ReadAsync(kept.Id, 0, default))!.Messages[1].AnswerState);
    }

    [Fact]
    public async Task Node_that_lost_its_connection_for_a_moment_keeps_its_answers()
    {
        var thread = await _a.AskAsync();
        using var heard = _a.Feed.SubscribeToAll();
        for (var i = 0; i < 3; i++)
        {
            await _a.CutOffAsync();
            await _b.Orphans.EndAsync(default);
            await heard.WaitAsync(default).InTime();
            await _b.Orphans.EndAsync(default);
        }

        Assert.Equal(AnswerState.Running, (await _b.Store.ReadAsync(thread.Id, 0, default))!.Messages[1].AnswerState);
    }

    private string _seen = "";
    private int _following;

    private async Task<(string Events, string Text, AnswerState State)> FollowAsync(Node node, Conversation thread, IReadOnlyDictionary<string, int>? progress = null)
    {
        var (events, text) = (new List<string>(), "");
        await foreach (var update in node.Follower.FollowAsync(thread.Id, 0, progress ?? FromTheStart, forCustomer: true, CancellationToken.None))
        {
            if (update is ConversationUpdate.Progress told)
            {
                if (events.Count == 0)
                    Interlocked.Increment(ref _following);
                events.Add($"{told.Sequence} {told.Language} {told.Event.Number} {JsonSerializer.Serialize(told.Event.Event, JsonSerializerOptions.Web)}");
                text += (told.Event.Event as AnswerEvent.TextDelta)?.Text;
                _seen = text;
            }

            if (update is ConversationUpdate.Changed { Changes.Messages: var messages } && messages.FirstOrDefault(m => m.AnswerId is not null) is { AnswerState: not AnswerState.Running } ended)
                return (string.Join('\n', events), text, ended.AnswerState!.Value);
        }

        throw new InvalidOperationException("Following ended.");
    }
}
