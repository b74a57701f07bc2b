using System.Threading.Channels;
using CustomerService.Core.Conversations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CustomerService.Data.Nodes;

/// <summary>
/// Tells the other programs, by NOTIFY. The first word goes out at once; what comes within <see cref="Gathering"/> of the last goes
/// out together, each signal once.
/// </summary>
internal sealed partial class NodeSender : IAsyncDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly string _connectionString;
    private readonly NodeName _node;
    private readonly TimeProvider _time;
    private readonly ILogger<NodeSender> _logger;
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _sending;
    private long _messages;

    /// <summary>Either a signal for all programs, or a message to one.</summary>
    private readonly record struct Outgoing(string? Signal, string? Node = null, NodeMessage? Message = null);

    public NodeSender(StorageOptions storage, NodeName node, TimeProvider time, ILogger<NodeSender> logger)
    {
        (_connectionString, _node, _time, _logger) = (storage.ConnectionString, node, time, logger);
        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>Tells all a signal, such as the id of a thread that has changed. It is told even if that takes a while.</summary>
    public void Signal(string signal) => _outgoing.Writer.TryWrite(new(signal));

    /// <summary>Tells all that somebody is writing in a thread.</summary>
    public void SignalTyping(string conversationId, MessageAuthor author) => Signal(NodePayloads.Typing(conversationId, author));

    /// <summary>Tells one program something, in the order of the calls and before later signals. While the database is away it is lost.</summary>
    public void Send(string node, NodeMessage message) => _outgoing.Writer.TryWrite(new(null, node, message));

    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        await _leaving.CancelAsync();
        await _sending;
        _leaving.Dispose();
    }

    private async Task SendAllAsync()
    {
        while (await _outgoing.Reader.WaitToReadAsync())
        {
            var (channels, payloads, signals) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
            while (_outgoing.Reader.TryRead(out var next))
            {
                if (next.Signal is { } signal)
                    signals.Add(signal);
                else
                    Add(NodePayloads.ChannelOf(next.Node!), NodePayloads.Pieces(_node.Value, _messages++, next.Message!));
            }

            Add(NodePayloads.SignalChannel, NodePayloads.Signals(_node.Value, signals));
            var wait = Gathering;
            try
            {
                await NotifyAsync(channels, payloads);
            }
            catch (Exception e)
            {
                LogNotSent(e);
                wait = Retry;
                foreach (var signal in signals)
                    Signal(signal);
            }

            await Task.Delay(wait, _time, _leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            void Add(string channel, IEnumerable<string> texts)
            {
                foreach (var text in texts)
                {
                    channels.Add(channel);
                    payloads.Add(text);
                }
            }
        }
    }

    private async Task NotifyAsync(List<string> channels, List<string> payloads)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(pg_notify(channel, payload)) FROM unnest($1, $2) AS told(channel, payload)", connection)
        {
            Parameters = { new() { Value = channels }, new() { Value = payloads } },
        };
        await command.ExecuteNonQueryAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other programs could not be told of changes; signals are told again")]
    private partial void LogNotSent(Exception exception);
}
