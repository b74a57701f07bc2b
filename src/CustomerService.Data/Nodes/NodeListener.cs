using System.Globalization;
using CustomerService.Core.Conversations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CustomerService.Data.Nodes;

/// <summary>
/// This program's one connection on which it hears the others, and by which they know it to be there: a lock of the server's under the
/// program's name, which ends with the connection. A connection that is lost is opened again.
/// </summary>
internal sealed partial class NodeListener : IAsyncDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    /// <summary>Well below the time after which others take a program that is missing for gone.</summary>
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMilliseconds(800);

    private readonly string _connectionString;
    private readonly NodeName _node;
    private readonly TimeProvider _time;
    private readonly ILogger<NodeListener> _logger;
    private readonly Dictionary<string, NodePieces> _pieces = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _listening;

    public NodeListener(StorageOptions storage, NodeName node, TimeProvider time, ILogger<NodeListener> logger)
    {
        // Returned to a pool, a connection would keep its lock. A server that is silent for seconds is noticed.
        _connectionString = new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false, KeepAlive = 5 }.ConnectionString;
        (_node, _time, _logger) = (node, time, logger);
        _listening = new(() => Task.Run(ListenAsync));
    }

    /// <summary>A thread has changed.</summary>
    public event Action<string>? Signalled;

    /// <summary>In a thread somebody at another program is writing.</summary>
    public event Action<string, MessageAuthor>? Typing;

    /// <summary>An agent at another program tells what they do with a thread.</summary>
    public event Action<string, string, string, PresenceSign>? Present;

    public event Action<NodeMessage>? Told;

    /// <summary>It hears again; anything may have been missed before.</summary>
    public event Action? Connected;

    public bool IsConnected { get; private set; }

    /// <summary>Returns when it hears.</summary>
    public Task JoinAsync(CancellationToken cancellationToken)
    {
        _ = _listening.Value;
        return _joined.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_listening.IsValueCreated)
            await _listening.Value;
        _leaving.Dispose();
    }

    private async Task ListenAsync()
    {
        var wait = FirstRetry;
        while (!_leaving.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await ConnectAsync(connection);
                wait = FirstRetry;
                while (true)
                    await connection.WaitAsync(_leaving.Token);
            }
            catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (wait == FirstRetry)
                    LogLost(e);
            }
            finally
            {
                IsConnected = false;
            }

            await Task.Delay(wait, _time, _leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry;
        }
    }

    private async Task ConnectAsync(NpgsqlConnection connection)
    {
        await connection.OpenAsync(_leaving.Token);
        _pieces.Clear();
        connection.Notification += (_, notification) => Take(notification);
        // The server, too, notices within seconds that a machine is gone without a word, and gives its lock back. A shared lock never
        // waits for the one of an earlier connection that the server still believes in.
        await using var command = new NpgsqlCommand(
            $"""
            SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3;
            LISTEN "{NodePayloads.SignalChannel}"; LISTEN "{NodePayloads.ChannelOf(_node.Value)}";
            """, connection);
        await command.ExecuteNonQueryAsync(_leaving.Token);
        await using var lockCommand = new NpgsqlCommand("SELECT pg_advisory_lock_shared(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = _node.Value } } };
        await lockCommand.ExecuteNonQueryAsync(_leaving.Token);
        IsConnected = true;
        Connected?.Invoke();
        _joined.TrySetResult();
    }

    private void Take(NpgsqlNotificationEventArgs notification)
    {
        try
        {
            if (notification.Channel == NodePayloads.SignalChannel)
                TakeSignals(notification.Payload);
            else
                TakePiece(notification.Payload);
        }
        catch (Exception e)
        {
            LogNotUnderstood(e);
        }
    }

    private void TakeSignals(string payload)
    {
        var lines = payload.Split('\n');
        if (lines[0] == _node.Value)
            return;
        foreach (var signal in lines.AsSpan(1))
        {
            if (signal.Split(' ') is [var id, var author])
                Typing?.Invoke(id, Enum.Parse<MessageAuthor>(author));
            else if (signal.Split(' ') is [var open, var agent, var page, var sign])
                Present?.Invoke(open, agent, page, Enum.Parse<PresenceSign>(sign));
            else
                Signalled?.Invoke(signal);
        }
    }

    private void TakePiece(string payload)
    {
        var headEnd = payload.IndexOf('\n', StringComparison.Ordinal);
        if (payload[..headEnd].Split(' ') is not [var sender, var number, var index, var last])
            throw new FormatException("A piece without its head.");
        if (!_pieces.TryGetValue(sender, out var pieces))
            _pieces[sender] = pieces = new();
        if (pieces.Add(number, int.Parse(index, CultureInfo.InvariantCulture), last == "last", payload.AsSpan(headEnd + 1)) is { } message)
            Told?.Invoke(message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection on which other programs are heard is lost; it is tried again until it is back")]
    private partial void LogLost(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that another program told was not understood")]
    private partial void LogNotUnderstood(Exception exception);
}
