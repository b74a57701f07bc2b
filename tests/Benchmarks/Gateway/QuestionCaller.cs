using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CustomerService.Benchmarks;

/// <summary>What came of one streamed question, in milliseconds since it was sent.</summary>
/// <param name="Evidence">Until the last of four lookups.</param>
/// <param name="FirstText">Until the first words of the answer.</param>
/// <param name="IsWhole">Whether all lookups found something and the answer was completed by a model.</param>
internal sealed record Asked(double Evidence, double FirstText, double End, bool IsWhole);

/// <summary>Asks the web program, each question about another product, so that nothing kept is used again.</summary>
internal sealed class QuestionCaller(HttpClient client, IReadOnlyList<string> products)
{
    private const int Lookups = 4;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private int _next;

    /// <summary>A question that nobody has asked before.</summary>
    public byte[] Next()
    {
        var number = _next++;
        return number < products.Count
            ? JsonSerializer.SerializeToUtf8Bytes(new { question = "이 제품 장점과 단점이 뭐예요?", productId = products[number], context = new { useCase = $"통근 {number}" } })
            : throw new InvalidOperationException($"There are only {products.Count} products to ask about.");
    }

    /// <summary>So many questions at once, none of which was asked before.</summary>
    public async Task<IReadOnlyList<Asked>> WaveAsync(int questions, CancellationToken cancellationToken)
    {
        var bodies = Enumerable.Range(0, questions).Select(_ => Next()).ToList();
        return await Task.WhenAll(bodies.Select(body => AskAsync(body, cancellationToken)));
    }

    public async Task<Asked> AskAsync(byte[] body, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/answers")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
            Headers = { Accept = { new("text/event-stream") } },
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var (found, evidence, text, isModel) = (0, 0.0, 0.0, false);
        // Events are looked into where they lie: the callers share the processor with what they measure.
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(cancellationToken), Mark).EnumerateAsync(cancellationToken))
        {
            if (item.EventType == "lookup" && item.Data && ++found == Lookups)
                evidence = Elapsed();
            else if (item.EventType == "delta" && text == 0)
                text = Elapsed();
            else if (item.EventType == "done")
                isModel = item.Data;
        }

        return new(evidence, text, Elapsed(), found == Lookups && isModel);

        double Elapsed() => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static bool Mark(string type, ReadOnlySpan<byte> data) => type switch
    {
        "lookup" => data.IndexOf("\"state\":\"found\""u8) >= 0,
        "done" => data.IndexOf("\"source\":\"model\""u8) >= 0 && data.IndexOf("\"state\":\"completed\""u8) >= 0,
        _ => true,
    };
}
