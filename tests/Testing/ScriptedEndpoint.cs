using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CustomerService.Testing;

/// <summary>
/// A server on a free port of this machine that speaks OpenAI's chat completions as a test tells it to, well or badly. Unless told
/// otherwise it answers every request with <see cref="DefaultText"/>, streamed or whole as the request wants it.
/// </summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private const string Completions = "/v1/chat/completions";
    private const string ModelList = "/v1/models";

    private static readonly Reply Default = Reply.Says("안녕", "하세요");
    private static readonly Reply DefaultModels = Reply.Body(200, "application/json", Wire.Json(new { @object = "list", data = new[] { new { id = "sim", @object = "model" } } }));

    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, Socket> _connections = [];
    private readonly List<ScriptedRequest> _requests = [];
    private readonly List<Func<ScriptedRequest, Reply?>> _rules = [];
    private readonly Queue<Reply> _next = [];
    private readonly Task _accepting;
    private Reply _always = Default;
    private Reply _models = DefaultModels;
    private int _open;
    private int _peak;
    private int _accepted;

    public ScriptedEndpoint()
    {
        _listener.Start(backlog: 1024);
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _accepting = AcceptAsync();
    }

    public static string DefaultText => "안녕하세요";

    /// <summary>What a client takes as the base address; without a slash at the end.</summary>
    public Uri Address { get; }

    /// <summary>Requests that came, in order, to whatever path; those for the list of models as well.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Requests for a completion, in order.</summary>
    public IReadOnlyList<ScriptedRequest> Calls => [.. Requests.Where(r => r.Path == Completions)];

    /// <summary>Requests for completions that are being answered now.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The most that were ever being answered at once.</summary>
    public int Peak => Volatile.Read(ref _peak);

    /// <summary>Connections that clients made.</summary>
    public int Connections => Volatile.Read(ref _accepted);

    public static ScriptedEndpoint Start() => new();

    /// <summary>An address at which nobody listens.</summary>
    public static Uri Nowhere()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1");
    }

    /// <summary>Answers the next requests with these, one each.</summary>
    public ScriptedEndpoint Then(params Reply[] replies)
    {
        lock (_gate)
        {
            foreach (var reply in replies)
                _next.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Answers with this when nothing else is scripted.</summary>
    public ScriptedEndpoint Always(Reply reply)
    {
        lock (_gate)
            _always = reply;
        return this;
    }

    /// <summary>Answers requests for one model with these, one each and the last one from then on. Comes before <see cref="Then"/>.</summary>
    public ScriptedEndpoint When(string model, params Reply[] replies) => When(request => request.Model == model, replies);

    /// <summary>The same for requests that fit. What was said later comes first.</summary>
    public ScriptedEndpoint When(Func<ScriptedRequest, bool> fits, params Reply[] replies)
    {
        var given = 0;
        return Answer(request => fits(request) ? replies[Math.Min(given++, replies.Length - 1)] : null);
    }

    /// <summary>Answers what a function gives; null leaves it to the rest of the script. What was said later comes first.</summary>
    public ScriptedEndpoint Answer(Func<ScriptedRequest, Reply?> choose)
    {
        lock (_gate)
            _rules.Insert(0, choose);
        return this;
    }

    /// <summary>Answers with this when asked for the list of models.</summary>
    public ScriptedEndpoint Models(Reply reply)
    {
        lock (_gate)
            _models = reply;
        return this;
    }

    /// <summary>Forgets the script and the requests that came; for tests that share an endpoint.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_always, _models) = (Default, DefaultModels);
            _rules.Clear();
            _next.Clear();
            _requests.Clear();
        }
    }

    /// <summary>A request for a completion, as soon as it has come.</summary>
    /// <param name="number">From 1.</param>
    public async Task<ScriptedRequest> CallAsync(int number)
    {
        await Eventually.TrueAsync(() => Calls.Count >= number, $"request {number} for a completion came");
        return Calls[number - 1];
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var socket in _connections.Values)
            socket.Dispose();
        await Task.WhenAll(_connections.Keys);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                Interlocked.Increment(ref _accepted);
                socket.NoDelay = true;
                var serving = Task.Run(() => ServeAsync(socket));
                _connections[serving] = socket;
                _ = serving.ContinueWith(done => _connections.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        try
        {
            var reader = new WireReader(socket);
            while (await reader.ReadAsync(_stopping.Token) is { } request && await AnswerAsync(socket, reader, request))
            {
            }
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side is gone.
        }
    }

    /// <returns>Whether the connection can serve another request.</returns>
    private async Task<bool> AnswerAsync(Socket socket, WireReader reader, ScriptedRequest request)
    {
        var isCall = request.Path == Completions;
        if (isCall)
            CountIn();
        var reply = Choose(request);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var watching = WatchAsync();
        var writer = new ReplyWriter(socket, request, () => Over(abortedAt: null), gone.Token);
        try
        {
            await reply.GiveAsync(writer);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            if (!_stopping.IsCancellationRequested)
                Over(TimeProvider.System.GetUtcNow());
        }

        return !await watching && writer.IsReusable;

        void Over(DateTimeOffset? abortedAt)
        {
            if (request.End(abortedAt) && isCall)
                Interlocked.Decrement(ref _open);
        }

        async Task<bool> WatchAsync()
        {
            var isGone = await reader.IsGoneAsync(_stopping.Token);
            if (isGone)
                await gone.CancelAsync();
            return isGone;
        }
    }

    private void CountIn()
    {
        var open = Interlocked.Increment(ref _open);
        int peak;
        while (open > (peak = Volatile.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, open, peak) != peak)
        {
        }
    }

    private Reply Choose(ScriptedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            if (request is { Method: "GET", Path: ModelList })
                return _models;
            if (request is not { Method: "POST", Path: Completions })
                return Reply.Status(404, message: $"Unknown address {request.Path}");
            return _rules.Select(rule => rule(request)).FirstOrDefault(reply => reply is not null)
                ?? (_next.TryDequeue(out var next) ? next : _always);
        }
    }
}
