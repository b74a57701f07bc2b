using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CustomerService.Benchmarks.Widget;

/// <summary>An open widget, as far as the server can tell: SignalR's JSON protocol over a web socket. It looks for what it waits for and parses nothing, because it shares the processors with the server.</summary>
internal sealed class WidgetConnection : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] Ping = [.. "{\"type\":6}"u8, End];

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _awaited = new();
    private Task _reading = Task.CompletedTask;
    private int _number;
    private readonly HashSet<string> _completed = [];

    private WidgetConnection()
    {
    }

    /// <summary>The secret with which the same visitor comes in a second time.</summary>
    public string Visitor { get; private set; } = "";

    public string Conversation { get; private set; } = "";

    /// <summary>How many answers this connection was told to be complete; an answer may be told twice.</summary>
    public int Completed => _completed.Count;

    public static Task<WidgetConnection> OpenAsync(Uri server, WidgetConnection? sameVisitor, CancellationToken cancellationToken) =>
        OpenAsync(server, sameVisitor?.Visitor, sameVisitor?.Conversation, cancellationToken);

    /// <summary>Comes in with a visitor's secret to that visitor's conversation; both null for somebody new.</summary>
    public static async Task<WidgetConnection> OpenAsync(Uri server, string? visitor, string? conversationId, CancellationToken cancellationToken)
    {
        var widget = new WidgetConnection();
        await widget._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/chat" }.Uri, cancellationToken);
        await widget.WriteAsync("{\"protocol\":\"json\",\"version\":1}", cancellationToken);
        var answer = await widget.CallAsync(
            "Open", new { visitor, conversationId, language = "ko", productId = "E001" }, cancellationToken);
        (widget.Visitor, widget.Conversation) = (answer.GetProperty("visitor").GetString()!, answer.GetProperty("conversationId").GetString()!);
        await widget.WriteAsync(Invocation(4, "follow", "Follow", new { since = 0 }), cancellationToken);
        widget._reading = Task.Run(() => widget.ReadAsync(CancellationToken.None), CancellationToken.None);
        return widget;
    }

    /// <summary>The moment (of <see cref="Stopwatch"/>) at which a message with this id is delivered here.</summary>
    public Task<long> DeliveredAsync(string clientId) =>
        _awaited.GetOrAdd(clientId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public Task SendAsync(string clientId, string text, CancellationToken cancellationToken) =>
        WriteAsync(Invocation(1, $"{++_number}", "Send", new { clientId, text, productId = "E001" }), cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => WriteAsync(Ping, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
    }

    private static string Invocation(int type, string id, string method, object argument) =>
        JsonSerializer.Serialize(new { type, invocationId = id, target = method, arguments = new[] { argument } });

    private Task WriteAsync(string message, CancellationToken cancellationToken) => WriteAsync([.. Encoding.UTF8.GetBytes(message), End], cancellationToken);

    private async Task WriteAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>For the time before anything else can come.</summary>
    private async Task<JsonElement> CallAsync(string method, object argument, CancellationToken cancellationToken)
    {
        await WriteAsync(Invocation(1, "0", method, argument), cancellationToken);
        var (buffer, read) = (new byte[8 * 1024], 0);
        while (true)
        {
            read += (await _socket.ReceiveAsync(buffer.AsMemory(read), cancellationToken)).Count;
            foreach (var message in Encoding.UTF8.GetString(buffer, 0, read).Split((char)End))
            {
                if (message.StartsWith("{\"type\":3", StringComparison.Ordinal) && message.EndsWith('}'))
                    return JsonDocument.Parse(message).RootElement.GetProperty("result");
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (buffer, filled) = (new byte[512], 0);
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var part = await _socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            filled += part.Count;
            if (!part.EndOfMessage)
                continue;
            Look(buffer.AsSpan(0, filled));
            filled = 0;
        }
    }

    private void Look(ReadOnlySpan<byte> text)
    {
        var now = Stopwatch.GetTimestamp();
        for (var rest = text; rest.IndexOf("\"clientId\":\""u8) is >= 0 and var at;)
        {
            rest = rest[(at + 12)..];
            var id = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
            _awaited.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(now);
        }

        var length = 0;
        for (var rest = text; (length = rest.IndexOf("\",\"state\":\"completed\""u8)) >= 0; rest = rest[(length + 1)..])
            _completed.Add(Encoding.ASCII.GetString(rest[(rest[..length].LastIndexOf((byte)'"') + 1)..length]));
    }
}
