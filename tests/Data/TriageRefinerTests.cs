using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>What a model reads of conversations beside the rules, on both databases.</summary>
public abstract class TriageRefinerTests(StoreFixture fixture)
{
    private static readonly TriageResult Read = new(Topic.Return, Mood.Unhappy, Urgency.Low, Language.English, "Wants to send back\u0007 the earphones, call 010-1234-5678");

    private int _sent;

    private IConversationStore Store => fixture.Services.GetRequiredService<IConversationStore>();

    private IDeskStore Desk => fixture.Services.GetRequiredService<IDeskStore>();

    [Fact]
    public async Task Refined_triage_is_kept_but_for_what_an_agent_has_put_right()
    {
        var thread = await StartAsync("How does this work?");
        await Desk.CorrectAsync(thread.Id, Read with { Topic = Topic.Complaint, Summary = "Mine" }, TriageFields.Topic | TriageFields.Summary, default);

        Assert.True(await Desk.RefineTriageAsync(thread.Id, 2, Read, default));

        Assert.Equal(Read with { Topic = Topic.Complaint, Summary = "Mine" }, (await Store.FindAsync(thread.Id, default))!.Triage);
    }

    [Fact]
    public async Task Triage_of_an_older_state_is_not_kept()
    {
        var thread = await StartAsync("How does this work?");
        await SayAsync(thread, "Never mind.");
        var known = (await Store.FindAsync(thread.Id, default))!.Triage;

        Assert.False(await Desk.RefineTriageAsync(thread.Id, 2, Read, default));

        Assert.Equal(known, (await Store.FindAsync(thread.Id, default))!.Triage);
    }

    [Fact]
    public async Task Model_reads_after_the_rules_and_its_summary_is_one_clean_line()
    {
        var thread = await StartAsync("How does this work?");
        var model = new ToldTriage { Says = Read };
        using var refiner = await RunAsync(model);

        refiner.Queue(thread.Id);

        await Eventually.TrueAsync(async () => (await Store.FindAsync(thread.Id, default))!.Triage!.Topic == Topic.Return);
        Assert.Equal("Wants to send back the earphones, call •••", (await Store.FindAsync(thread.Id, default))!.Triage!.Summary);
        await refiner.StopAsync(default);
    }

    [Fact]
    public async Task Newest_message_wins_and_one_conversation_is_read_once_at_a_time()
    {
        var thread = await StartAsync("One");
        var gate = new TaskCompletionSource();
        var model = new ToldTriage { Says = Read, Gate = gate.Task };
        using var refiner = await RunAsync(model);
        refiner.Queue(thread.Id);
        await Eventually.TrueAsync(() => model.Heard.Count == 1);

        await SayAsync(thread, "Two");
        refiner.Queue(thread.Id);
        await SayAsync(thread, "Three");
        refiner.Queue(thread.Id);
        gate.SetResult();

        await Eventually.TrueAsync(async () => (await Store.FindAsync(thread.Id, default))!.Triage!.Topic == Topic.Return);
        Assert.Equal([["One"], ["One", "Two", "Three"]], model.Heard);
        await refiner.StopAsync(default);
    }

    [Fact]
    public async Task Model_does_not_make_a_danger_less_urgent()
    {
        var thread = await StartAsync("The charger is on fire!", HandoffReason.Health);
        using var refiner = await RunAsync(new ToldTriage { Says = Read });

        refiner.Queue(thread.Id);

        await Eventually.TrueAsync(async () => (await Store.FindAsync(thread.Id, default))!.Triage!.Topic == Topic.Return);
        var now = (await Store.FindAsync(thread.Id, default))!;
        Assert.Equal((Urgency.High, HandoffReason.Health, ConversationOwner.Waiting), (now.Triage!.Urgency, now.Handoff!.Value, now.Owner));
        await refiner.StopAsync(default);
    }

    private async Task<TriageRefiner> RunAsync(ITriage model)
    {
        var refiner = new TriageRefiner(Store, Desk, new ConversationFeed(), NullLogger<TriageRefiner>.Instance, model);
        await refiner.StartAsync(default);
        return refiner;
    }

    private async Task<Conversation> StartAsync(string text, HandoffReason? handoff = null)
    {
        var now = fixture.Clock.GetUtcNow();
        var thread = new Conversation(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.English, null, ConversationOwner.Assistant, 1, 0, now, now, null);
        await Store.StartAsync(thread, default);
        await SayAsync(thread, text, handoff);
        return thread;
    }

    private Task<AcceptedMessage?> SayAsync(Conversation thread, string text, HandoffReason? handoff = null) => Store.AcceptAsync(
        new(thread.Id, $"m{++_sent}", text, $"A{Guid.NewGuid():N}", "here", null) { Triage = TriageReader.Read([text], Language.English, null), Handoff = handoff }, default);

    private sealed class ToldTriage : ITriage
    {
        public required TriageResult Says { get; init; }
        public Task? Gate { get; init; }
        public List<IReadOnlyList<string>> Heard { get; } = [];

        public async Task<TriageResult?> ReadAsync(string conversationId, IReadOnlyList<string> messages, Language language, CancellationToken cancellationToken)
        {
            Heard.Add(messages);
            if (Gate is not null)
                await Gate.WaitAsync(cancellationToken);
            return Says;
        }
    }
}

public sealed class TriageRefinerOnSqlite(SqliteStore fixture) : TriageRefinerTests(fixture), IClassFixture<SqliteStore>;

public sealed class TriageRefinerOnPostgreSql(PostgreSqlStore fixture) : TriageRefinerTests(fixture), IClassFixture<PostgreSqlStore>;
