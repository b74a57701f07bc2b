using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// OpenAI's SDK as a chat client. Its protocol methods are used, so that every event of a stream is judged here: nothing that
/// an endpoint sends can end an answer silently.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private const int MaxReplyBytes = 2 * 1024 * 1024;
    private const int MaxRefusalBytes = 16 * 1024;
    private const string EventStream = "text/event-stream";

    private readonly ChatClient _client;
    private readonly EndpointOptions _endpoint;
    private readonly TimeProvider _time;

    public OpenAiChatClient(EndpointOptions endpoint, HttpClient http, TimeProvider time)
    {
        (_endpoint, _time) = (endpoint, time);
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
        };
        // The model is named in each request; the client's own is not used. An endpoint without keys ignores the word.
        _client = new ChatClient("-", new ApiKeyCredential(endpoint.ApiKey is { Length: > 0 } key ? key : "none"), options);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options!, stream: false, cancellationToken).ConfigureAwait(false);
        var piece = ChatWire.Read((await ReadAsync(response, MaxReplyBytes, cancellationToken).ConfigureAwait(false)).Span);
        if (piece.Fault is { } fault)
            throw Broken(fault, piece.Detail);
        if (piece.Text is not { Length: > 0 } text)
            throw Broken(ModelFault.Malformed, "the reply holds no text");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = options!.ModelId,
            FinishReason = FinishOf(piece.Finish),
            Usage = UsageOf(piece),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options!, stream: true, cancellationToken).ConfigureAwait(false);
        var finished = false;
        await foreach (var piece in PiecesAsync(response, cancellationToken).ConfigureAwait(false))
        {
            if (piece.Fault is { } fault)
                throw Broken(fault, piece.Detail);
            if (piece.Text is { Length: > 0 } text)
                yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            if (UsageOf(piece) is { } usage)
                yield return new ChatResponseUpdate { Contents = [new UsageContent(usage)] };
            finished |= piece.Finish is not null;
            if (FinishOf(piece.Finish) is { } reason && (reason == ChatFinishReason.Length || reason == ChatFinishReason.ContentFilter))
                yield return new ChatResponseUpdate { FinishReason = reason };
        }

        if (!finished)
            throw new ModelCallException(ModelFault.ConnectionFailed, "the stream ended without its end mark", isRetryable: true);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static async IAsyncEnumerable<WirePiece> PiecesAsync(PipelineResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = response.Headers.TryGetValue("Content-Type", out var value) ? value ?? "" : "";
        if (!type.StartsWith(EventStream, StringComparison.OrdinalIgnoreCase))
        {
            // An endpoint that does not stream answers with the whole reply.
            var whole = ChatWire.Read((await ReadAsync(response, MaxReplyBytes, cancellationToken).ConfigureAwait(false)).Span);
            yield return whole with { Finish = whole.Finish ?? "stop" };
            yield break;
        }

        var events = SseParser.Create(response.ContentStream!, static (_, data) => ChatWire.Read(data)).EnumerateAsync(cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await events.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                }
                catch (IOException e)
                {
                    throw new ModelCallException(ModelFault.ConnectionFailed, "the connection broke in the stream", isRetryable: true, inner: e);
                }

                yield return events.Current.Data;
                if (events.Current.Data == WirePiece.Done)
                    yield break;
            }
        }
    }

    /// <summary>The response's head, when it is a success.</summary>
    private async Task<PipelineResponse> SendAsync(IEnumerable<ChatMessage> messages, ChatOptions options, bool stream, CancellationToken cancellationToken)
    {
        var body = ChatWire.Request(messages, options.ModelId!, options.MaxOutputTokens, options.Temperature, stream);
        using var content = BinaryContent.Create(BinaryData.FromBytes(body));
        var request = new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken };
        PipelineResponse response;
        try
        {
            response = (await _client.CompleteChatAsync(content, request).ConfigureAwait(false)).GetRawResponse();
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException)
        {
            throw new ModelCallException(ModelFault.ConnectionFailed, "no connection to the endpoint", isRetryable: true, inner: e);
        }

        if (response.Status is >= 200 and < 300)
            return response;
        using (response)
        {
            var (fault, detail) = ChatWire.ReadRefusal(response.Status, (await ReadAsync(response, MaxRefusalBytes, cancellationToken).ConfigureAwait(false)).Span);
            throw new ModelCallException(
                fault, $"HTTP {response.Status}: {Redacted(detail)}", response.Status is 408 or 429 or 500 or 502 or 503 or 504, RetryAfter(response));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(PipelineResponse response, int limit, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[8192];
        try
        {
            while (buffer.Length <= limit && await response.ContentStream!.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and var read)
                buffer.Write(chunk, 0, read);
        }
        catch (IOException e)
        {
            throw new ModelCallException(ModelFault.ConnectionFailed, "the connection broke in the reply", isRetryable: true, inner: e);
        }

        if (buffer.Length > limit && response.Status < 300)
            throw new ModelCallException(ModelFault.Malformed, $"the reply is longer than {limit} bytes");
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private TimeSpan? RetryAfter(PipelineResponse response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var value))
            return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e6)
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;
        var wait = at - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private ModelCallException Broken(ModelFault fault, string? detail) =>
        new(fault, $"the endpoint's reply: {Redacted(detail ?? "")}", fault is ModelFault.ServerError or ModelFault.RateLimited);

    /// <summary>An endpoint's own words, without the key that some repeat, on one line.</summary>
    private string Redacted(string words)
    {
        if (_endpoint.ApiKey.Length > 0)
            words = words.Replace(_endpoint.ApiKey, "(key)", StringComparison.Ordinal);
        var line = string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > 300 ? line[..300] : line;
    }

    private static ChatFinishReason? FinishOf(string? reason) => reason switch
    {
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        null => null,
        _ => ChatFinishReason.Stop,
    };

    private static UsageDetails? UsageOf(WirePiece piece) => piece.Usage is { } usage
        ? new() { InputTokenCount = usage.Prompt, OutputTokenCount = usage.Completion, TotalTokenCount = usage.Prompt + usage.Completion }
        : null;
}
