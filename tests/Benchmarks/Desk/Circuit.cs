using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CustomerService.Benchmarks.Desk;

/// <summary>
/// An agent's open page, as far as the server can tell: it takes what the prerendered page holds, starts the page's components, answers what a browser's script would
/// answer, and says of each drawing that it is done. Of what is drawn it only looks for marks.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private const byte End = 0x1e;
    private const int MarkDigits = 6;
    // Of the element that holds the list, in pixels.
    private const int ListHeight = 700;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client;
    private readonly long[] _seen;
    private Task _reading = Task.CompletedTask;
    private string _id = "";
    private int _objects;
    private int _calls;
    private int _drawings;

    private Circuit(HttpClient client, int marks) => (_client, _seen) = (client, new long[marks]);

    /// <summary>How often the server had something drawn.</summary>
    public int Drawings => Volatile.Read(ref _drawings);

    /// <summary>Why it ended by itself; null while it goes on.</summary>
    public string? Problem { get; private set; }

    /// <param name="client">Of the server; the caller disposes it.</param>
    /// <param name="cookie">Of somebody who is signed in.</param>
    /// <param name="path">The page with its query.</param>
    /// <param name="marks">How many marks it may see.</param>
    public static async Task<Circuit> OpenAsync(HttpClient client, string cookie, string path, int marks, CancellationToken cancellationToken)
    {
        var circuit = new Circuit(client, marks);
        try
        {
            await circuit.StartAsync(cookie, path, cancellationToken);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>What to write so that <see cref="SeenAt"/> knows it.</summary>
    public static string Mark(int number) => $"bmk{number.ToString("000000", CultureInfo.InvariantCulture)}";

    /// <summary>The moment (of <see cref="Stopwatch"/>) at which a mark was first drawn; null when it was not.</summary>
    public long? SeenAt(int mark) => Volatile.Read(ref _seen[mark]) is > 0 and var at ? at : null;

    public Task PingAsync(CancellationToken cancellationToken) => WriteAsync(PackWriter.Ping, cancellationToken);

    /// <summary>Leaves as a page does, so that the server keeps nothing of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_id.Length > 0)
        {
            using var left = await _client.PostAsync(new Uri("/_blazor/disconnect", UriKind.Relative), new FormUrlEncodedContent([new("circuitId", _id)]));
        }

        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task StartAsync(string cookie, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie }, { "Accept", "text/html" } } };
        using var response = await _client.SendAsync(request, cancellationToken);
        var page = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
        var state = StateComment().Match(page).Groups["state"].Value;

        _socket.Options.SetRequestHeader("Cookie", cookie);
        var server = _client.BaseAddress!;
        await _socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, cancellationToken);
        await WriteAsync([.. "{\"protocol\":\"blazorpack\",\"version\":1}"u8, End], cancellationToken);
        _reading = Task.Run(() => ReadAsync(CancellationToken.None), CancellationToken.None);
        await WriteAsync(PackWriter.Invocation("0", "StartCircuit", server.ToString(), new Uri(server, path).ToString(), "[]", state), cancellationToken);
        _id = await _started.Task.WaitAsync(Patience, cancellationToken) ?? throw new InvalidOperationException($"The server started no circuit for {path}.");
        await WriteAsync(PackWriter.Invocation(null, "UpdateRootComponents", Components(page), state), cancellationToken);
        await _ready.Task.WaitAsync(Patience, cancellationToken);
    }

    /// <summary>All components of the page, as the browser's script would add them.</summary>
    private static string Components(string page)
    {
        var markers = ComponentComment().Matches(page).Select(m => JsonDocument.Parse(m.Groups["marker"].Value).RootElement)
            .Where(m => m.TryGetProperty("type", out _)).OrderBy(m => m.GetProperty("sequence").GetInt32()).ToList();
        return markers.Count > 0
            ? JsonSerializer.Serialize(new { batchId = 1, operations = markers.Select((marker, i) => new { type = "add", ssrComponentId = i + 1, marker }) })
            : throw new InvalidOperationException("The page has no interactive components.");
    }

    private async Task WriteAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (buffer, filled, isOpen) = (new byte[32 * 1024], 0, false);
            while (await _socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken) is { MessageType: not WebSocketMessageType.Close } part)
            {
                filled += part.Count;
                var used = 0;
                if (!isOpen && buffer.AsSpan(0, filled).IndexOf(End) is >= 0 and var end)
                    (isOpen, used) = (true, end + 1);
                while (isOpen && Next(buffer.AsSpan(used, filled - used)) is var (start, length))
                {
                    foreach (var answer in Take(buffer.AsSpan(used + start, length)))
                        await WriteAsync(answer, cancellationToken);
                    used += start + length;
                }

                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
            }

            Fail("The server closed the line.");
        }
        catch (Exception e) when (e is WebSocketException or InvalidDataException or ArgumentOutOfRangeException)
        {
            Fail(e.Message);
        }
    }

    private void Fail(string problem)
    {
        Problem ??= problem;
        _started.TrySetException(new IOException(Problem));
        _ready.TrySetException(new IOException(Problem));
    }

    /// <summary>Where the first whole message lies; null when more has to come.</summary>
    private static (int Start, int Length)? Next(ReadOnlySpan<byte> data)
    {
        var length = 0;
        for (var i = 0; i < Math.Min(data.Length, 5); i++)
        {
            length |= (data[i] & 0x7f) << (7 * i);
            if (data[i] < 0x80)
                return data.Length - i - 1 >= length ? (i + 1, length) : null;
        }

        return null;
    }

    /// <summary>What a browser would answer.</summary>
    private List<byte[]> Take(ReadOnlySpan<byte> message)
    {
        var now = Stopwatch.GetTimestamp();
        var reader = new PackReader(message);
        reader.Array();
        switch (reader.Integer())
        {
            case 1:
                reader.Headers();
                reader.Text();
                var method = reader.Text()!;
                reader.Array();
                return Called(method, ref reader, now);
            case 3:
                reader.Headers();
                reader.Text();
                _started.TrySetResult(reader.Integer() == 3 ? reader.Text() : null);
                return [];
            case 7:
                Problem ??= reader.Text() ?? "The server ended the line.";
                return [];
            default:
                return [];
        }
    }

    private List<byte[]> Called(string method, ref PackReader arguments, long now)
    {
        switch (method)
        {
            case "JS.RenderBatch":
                var batch = arguments.Integer();
                Look(arguments.Bytes(), now);
                Interlocked.Increment(ref _drawings);
                return [PackWriter.Invocation(null, "OnRenderCompleted", batch, null)];
            case "JS.BeginInvokeJS":
                return Scripted(arguments.Integer(), arguments.Text()!, arguments.Text() ?? "[]", arguments.Integer());
            case "JS.EndUpdateRootComponents":
                _ready.TrySetResult();
                return [];
            case "JS.Error":
                Fail(arguments.Text() ?? "The circuit failed.");
                return [];
            default:
                return [];
        }
    }

    /// <param name="call">0 when no answer is wanted.</param>
    /// <param name="result">1 for an object that stays with the browser.</param>
    private List<byte[]> Scripted(long call, string function, string arguments, long result)
    {
        var answers = new List<byte[]>();
        if (call != 0)
        {
            var value = result == 1 ? $"{{\"__jsObjectId\":{++_objects}}}" : "null";
            answers.Add(PackWriter.Invocation(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{value}]"));
        }

        // A list of which only what can be seen is drawn asks how much that is.
        if (function == "Blazor._internal.Virtualize.init")
        {
            var list = JsonDocument.Parse(arguments).RootElement[0].GetProperty("__dotNetObject").GetInt64();
            answers.Add(PackWriter.Invocation(
                null, "BeginInvokeDotNetFromJS", $"{++_calls}", null, "OnSpacerBeforeVisible", list, $"[0,0,{ListHeight.ToString(CultureInfo.InvariantCulture)}]"));
        }

        return answers;
    }

    private void Look(ReadOnlySpan<byte> drawn, long now)
    {
        for (var rest = drawn; rest.IndexOf("bmk"u8) is >= 0 and var at; rest = rest[(at + 3)..])
        {
            var digits = rest[(at + 3)..];
            if (digits.Length >= MarkDigits && int.TryParse(Encoding.ASCII.GetString(digits[..MarkDigits]), CultureInfo.InvariantCulture, out var number) && number < _seen.Length)
                Interlocked.CompareExchange(ref _seen[number], now, 0);
        }
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ComponentComment();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[a-zA-Z0-9+/=]+)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex StateComment();
}
