using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace CustomerService.Testing;

/// <summary>A hub's caller that speaks SignalR's JSON protocol over a web socket, as a browser does.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _calls = new();
    private readonly ConcurrentDictionary<string, Channel<JsonObject>> _streams = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private int _number;

    /// <param name="host">Where the server listens, such as <c>http://127.0.0.1:5000</c>.</param>
    /// <param name="origin">What a browser would tell; null for a program.</param>
    public static async Task<HubClient> ConnectAsync(Uri host, string path, string? origin = null)
    {
        var client = new HubClient();
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        await client._socket.ConnectAsync(new UriBuilder(host) { Scheme = "ws", Path = path }.Uri, CancellationToken.None).InTime();
        await client.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <exception cref="InvalidOperationException">The hub refused the call; the message is what it said.</exception>
    public async Task<JsonNode?> CallAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _number)}";
        var call = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(Invocation(1, id, method, arguments));
        return await call.Task.InTime();
    }

    /// <summary>What a streaming method sends, until it ends.</summary>
    public async Task<ChannelReader<JsonObject>> StreamAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _number)}";
        var items = _streams[id] = Channel.CreateUnbounded<JsonObject>();
        await SendAsync(Invocation(4, id, method, arguments));
        return items.Reader;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private static JsonObject Invocation(int type, string id, string method, object?[] arguments) => new()
    {
        ["type"] = type,
        ["invocationId"] = id,
        ["target"] = method,
        ["arguments"] = JsonSerializer.SerializeToNode(arguments, JsonSerializerOptions.Web),
    };

    private async Task SendAsync(JsonObject message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var (buffer, text) = (new byte[16 * 1024], new MemoryStream());
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                foreach (var message in Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).Split(End, StringSplitOptions.RemoveEmptyEntries))
                    Take(JsonNode.Parse(message)!.AsObject());
                text.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection is gone; whoever waits is told below.
        }

        foreach (var call in _calls.Values)
            call.TrySetException(new IOException("The connection ended."));
        foreach (var stream in _streams.Values)
            stream.Writer.TryComplete();
    }

    private void Take(JsonObject message)
    {
        var id = (string?)message["invocationId"];
        switch ((int?)message["type"])
        {
            case 2:
                _streams[id!].Writer.TryWrite(message["item"]!.AsObject());
                break;
            case 3 when _streams.TryGetValue(id!, out var stream):
                stream.Writer.TryComplete(message["error"] is { } broke ? new InvalidOperationException((string?)broke) : null);
                break;
            case 3 when message["error"] is { } error:
                _calls[id!].TrySetException(new InvalidOperationException((string?)error));
                break;
            case 3:
                _calls[id!].TrySetResult(message["result"]);
                break;
        }
    }
}
