using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Data.Nodes;
using CustomerService.Data.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CustomerService.Data.Tests;

/// <summary>One of several programs on a database, whose answers the test writes.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly StorageOptions _options;

    private Node(StorageOptions options)
    {
        _options = options;
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new ShopOptions())
            .AddSingleton<IAnswerRuns>(new AnswerRuns(Assistant, TimeProvider.System, NullLogger<AnswerRuns>.Instance))
            .AddSingleton<ConversationFollower>()
            .AddSingleton(new EvidenceRule(new QuestionReader(), new ShopOptions()))
            .AddSingleton<ConversationService>()
            .AddSingleton<OrphanedAnswers>()
            .AddData(options, new DemoOptions { Enabled = false })
            .BuildServiceProvider();
    }

    public ToldAssistant Assistant { get; } = new();
    public string Name => _services.GetRequiredService<NodeName>().Value;
    public INodes Nodes => _services.GetRequiredService<INodes>();
    public NodeListener Listener => _services.GetRequiredService<NodeListener>();
    public NodeSender Sender => _services.GetRequiredService<NodeSender>();
    public IConversationFeed Feed => _services.GetRequiredService<IConversationFeed>();
    public IPresence Presence => _services.GetRequiredService<IPresence>();
    public IConversationStore Store => _services.GetRequiredService<IConversationStore>();
    public IAnswerStore Answers => _services.GetRequiredService<IAnswerStore>();
    public IRunningAnswers Running => _services.GetRequiredService<IRunningAnswers>();
    public ConversationFollower Follower => _services.GetRequiredService<ConversationFollower>();
    public ConversationService Service => _services.GetRequiredService<ConversationService>();
    public OrphanedAnswers Orphans => _services.GetRequiredService<OrphanedAnswers>();

    public static async Task<Node> JoinAsync(StorageOptions options)
    {
        var node = new Node(options);
        await node._services.GetRequiredService<IStorageStart>().RunAsync(CancellationToken.None);
        await node.Nodes.JoinAsync(CancellationToken.None);
        _ = (node.Feed, node.Running, node.Presence);
        return node;
    }

    /// <summary>A new thread with a question to which this node writes the answer.</summary>
    public async Task<Conversation> AskAsync()
    {
        var thread = await Service.StartAsync(Conversation.NewId(), Visitor.Key(Visitor.NewSecret()), null, Language.Korean, null, default);
        await Service.SendAsync(thread, "m1", "재고 있나요?", null, default);
        return thread;
    }

    /// <summary>Ends the connection on which this node hears, from the server's side.</summary>
    public async Task CutOffAsync()
    {
        if (await CountLocksAsync("pg_terminate_backend(pid)") != 1)
            throw new InvalidOperationException("The node was not connected.");
    }

    public bool IsGone { get; private set; }

    /// <summary>Takes everything away from this node by which others hear of it; what it was writing stays as it is.</summary>
    public async Task DieAsync()
    {
        IsGone = true;
        await Sender.DisposeAsync();
        await Listener.DisposeAsync();
        // The server lets the lock go a moment after the connection.
        while (await CountLocksAsync("pid") > 0)
        {
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<long> CountLocksAsync(string what)
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT count({what}) FROM pg_locks WHERE locktype = 'advisory' AND (classid::bigint << 32) | objid::bigint = hashtextextended($1, 0)", connection)
        {
            Parameters = { new() { Value = Name } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>Tells the events that the test gives it.</summary>
internal sealed class ToldAssistant : IAnswerService
{
    private readonly Channel<AnswerEvent> _events = Channel.CreateUnbounded<AnswerEvent>();

    public void Tell(AnswerEvent next) => _events.Writer.TryWrite(next);

    public void Say(string text) => Tell(new AnswerEvent.TextDelta(text));

    public void End() => _events.Writer.Complete();

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, state) = ("", AnswerState.Completed);
        while (true)
        {
            try
            {
                if (!await _events.Reader.WaitToReadAsync(cancellationToken))
                    break;
            }
            catch (OperationCanceledException)
            {
                state = AnswerState.Stopped;
                break;
            }

            while (_events.Reader.TryRead(out var next))
            {
                text += (next as AnswerEvent.TextDelta)?.Text;
                yield return next;
            }
        }

        yield return new AnswerEvent.Completed(new Answer(
            query.AnswerId, query.Question, null, null, query.Language, query.Surface, state, text, Authorship.Embedded, [], [], TokenUsage.None,
            new(null, null, TimeSpan.Zero), DateTimeOffset.UnixEpoch));
    }
}
