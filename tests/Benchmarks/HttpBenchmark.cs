using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CustomerService.Benchmarks;

/// <summary>Whole answers over HTTP with the demo store: one at a time, from many callers at once, and streamed.</summary>
internal static class HttpBenchmark
{
    private const string Name = "http";
    private const int Callers = 64;
    private const int Lookups = 4;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[][] Bodies = [.. Questions.Demo.Select(q => JsonSerializer.SerializeToUtf8Bytes(q, JsonSerializerOptions.Web))];

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        await using var web = await WebProgram.StartAsync(cancellationToken);
        using var client = web.Client(Callers);
        await WarmUpAsync(client, effort, cancellationToken);
        List<Figure> figures =
        [
            .. await OneAtATimeAsync(web, client, effort, cancellationToken),
            .. await StreamedAsync(client, effort, cancellationToken),
            .. await ManyCallersAsync(web, client, effort, cancellationToken),
        ];
        if (web.Output.Trim() is { Length: > 0 } warnings)
            Effort.Tell($"http: the web program wrote\n{warnings}");
        return figures;
    }

    /// <summary>Each question is asked until the program has seen them all many times; the first time round each answer is looked into.</summary>
    private static async Task WarmUpAsync(HttpClient client, Effort effort, CancellationToken cancellationToken)
    {
        Effort.Tell("http: warming up");
        for (var i = 0; i < Bodies.Length; i++)
        {
            using var response = await PostAsync(client, Bodies[i], "application/json", cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{Questions.Demo[i]} was answered with {(int)response.StatusCode}: {body}");
            using var answer = JsonDocument.Parse(body);
            if (string.IsNullOrWhiteSpace(answer.RootElement.GetProperty("answer").GetString()))
                throw new InvalidOperationException($"{Questions.Demo[i]} was answered with nothing.");
        }

        await CallAsync(client, Callers, new Count(effort.Rounds(3000)), cancellationToken);
    }

    private static async Task<IReadOnlyList<Figure>> OneAtATimeAsync(WebProgram web, HttpClient client, Effort effort, CancellationToken cancellationToken)
    {
        Effort.Tell("http: one at a time");
        var nothing = new Samples();
        for (var i = effort.Rounds(500); i > 0; i--)
            await nothing.TimeAsync(async () => (await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken)).EnsureSuccessStatusCode().Dispose());

        var before = web.ProcessorTime;
        var calls = await CallAsync(client, 1, new Count(effort.Rounds(2000)), cancellationToken);
        var processor = web.ProcessorTime - before;
        return
        [
            new(Name, "a request that does nothing (/health/live), p50", nothing.Median, "ms"),
            new(Name, "one at a time, p50", calls.Samples.Median, "ms", new(Bound.AtMost, 15)),
            new(Name, "one at a time, p99", calls.Samples.Percentile(99), "ms", new(Bound.AtMost, 60)),
            new(Name, "one at a time, errors", calls.Errors, "", new(Bound.AtMost, 0)),
            new(Name, "one at a time, an answer / a request that does nothing", calls.Samples.Median / nothing.Median, ""),
            new(Name, "one at a time, server's processor time an answer", processor.TotalMilliseconds / calls.Samples.Count, "ms"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> StreamedAsync(HttpClient client, Effort effort, CancellationToken cancellationToken)
    {
        Effort.Tell("http: streamed");
        var (lookups, text, done) = (new Samples(), new Samples(), new Samples());
        for (var i = effort.Rounds(500); i > 0; i--)
        {
            var (found, started) = (0, Stopwatch.GetTimestamp());
            var writing = false;
            using var response = await PostAsync(client, Bodies[i % Bodies.Length], "text/event-stream", cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            {
                if (item.EventType == "lookup" && ++found == Lookups)
                    lookups.AddSince(started);
                else if (item.EventType == "delta" && !writing)
                    text.AddSince(started);
                else if (item.EventType == "done")
                    done.AddSince(started);
                writing |= item.EventType == "delta";
            }

            if (found != Lookups)
                throw new InvalidOperationException($"{Questions.Demo[i % Bodies.Length]} was streamed with {found} lookups.");
        }

        return
        [
            new(Name, "streamed, until the last lookup, p50", lookups.Median, "ms"),
            new(Name, "streamed, until the last lookup, p99", lookups.Percentile(99), "ms"),
            new(Name, "streamed, until the first words, p50", text.Median, "ms"),
            new(Name, "streamed, until the end, p50", done.Median, "ms"),
            new(Name, "streamed, until the end, p99", done.Percentile(99), "ms"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> ManyCallersAsync(WebProgram web, HttpClient client, Effort effort, CancellationToken cancellationToken)
    {
        Effort.Tell($"http: {Callers} callers");
        var (serverBefore, ownBefore) = (web.ProcessorTime, Environment.CpuUsage.TotalTime);
        var calls = await CallAsync(client, Callers, new Until(TimeSpan.FromSeconds(effort.Rounds(20))), cancellationToken);
        var (server, own) = (web.ProcessorTime - serverBefore, Environment.CpuUsage.TotalTime - ownBefore);
        var name = $"{Callers} callers";
        return
        [
            new(Name, $"{name}, answers a second", calls.Samples.Count / calls.Elapsed.TotalSeconds, "/s", new(Bound.AtLeast, 300)),
            new(Name, $"{name}, p50", calls.Samples.Median, "ms"),
            new(Name, $"{name}, p99", calls.Samples.Percentile(99), "ms"),
            new(Name, $"{name}, errors", calls.Errors, "", new(Bound.AtMost, 0)),
            new(Name, $"{name}, server's processor time an answer", server.TotalMilliseconds / calls.Samples.Count, "ms"),
            new(Name, $"{name}, callers' processor time an answer", own.TotalMilliseconds / calls.Samples.Count, "ms"),
            new(Name, $"{name}, cores that the server had", server / calls.Elapsed, ""),
            new(Name, "server's memory at the end", web.WorkingSet / 1048576.0, "MiB"),
        ];
    }

    private sealed record Calls(Samples Samples, int Errors, TimeSpan Elapsed);

    /// <summary>Callers that ask one question after the other, each waiting for its answer, until it is enough.</summary>
    private static async Task<Calls> CallAsync(HttpClient client, int callers, IEnough enough, CancellationToken cancellationToken)
    {
        var next = -1;
        var errors = 0;
        var started = Stopwatch.GetTimestamp();
        var samples = new Samples();
        foreach (var each in await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallerAsync, cancellationToken))))
            samples.Add(each);
        return new(samples, errors, Stopwatch.GetElapsedTime(started));

        async Task<Samples> CallerAsync()
        {
            var own = new Samples();
            while (Interlocked.Increment(ref next) is var number && !enough.Is(number, Stopwatch.GetElapsedTime(started)))
            {
                var sent = Stopwatch.GetTimestamp();
                using var response = await PostAsync(client, Bodies[number % Bodies.Length], "application/json", cancellationToken);
                await response.Content.CopyToAsync(Stream.Null, cancellationToken);
                if (response.IsSuccessStatusCode)
                    own.AddSince(sent);
                else
                    Interlocked.Increment(ref errors);
            }

            return own;
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] body, string accept, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/answers")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
            Headers = { Accept = { new(accept) } },
        };
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private interface IEnough
    {
        bool Is(int calls, TimeSpan elapsed);
    }

    private sealed record Count(int Calls) : IEnough
    {
        public bool Is(int calls, TimeSpan elapsed) => calls >= Calls;
    }

    private sealed record Until(TimeSpan Limit) : IEnough
    {
        public bool Is(int calls, TimeSpan elapsed) => elapsed >= Limit;
    }
}
