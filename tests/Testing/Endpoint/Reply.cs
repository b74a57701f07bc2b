using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerService.Testing;

/// <summary>What a <see cref="ScriptedEndpoint"/> answers to one request. The same reply can be given any number of times.</summary>
public class Reply
{
    private readonly Func<ReplyWriter, Task>? _write;
    private readonly List<Gate> _before = [];

    private protected Reply(Func<ReplyWriter, Task>? write = null) => _write = write;

    /// <summary>What usage tells unless the reply has its own.</summary>
    public static (int Prompt, int Completion) DefaultUsage => (20, 10);

    /// <summary>A plain completion, streamed or whole as the request wants it.</summary>
    public static Reply Says(params string[] texts)
    {
        var (stream, whole) = (Stream(texts), Whole(string.Concat(texts)));
        return new(w => w.Request.IsStreamed ? stream.GiveAsync(w) : whole.GiveAsync(w));
    }

    /// <summary>A completion in events, one for each text, whatever the request wants. More can be appended.</summary>
    public static StreamReply Stream(params string[] texts) => new StreamReply().Text(texts);

    /// <summary>A completion in one piece, whatever the request wants.</summary>
    /// <param name="usage">Null for none.</param>
    public static Reply Whole(string text, string finish, (int Prompt, int Completion)? usage) => new(w => WriteAsync(w, 200, "application/json", Wire.Json(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_763_430_000,
        model = w.Request.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = Wire.Usage(usage),
    })));

    public static Reply Whole(string text) => Whole(text, "stop", DefaultUsage);

    /// <summary>A refusal as OpenAI words it.</summary>
    /// <param name="retryAfter">Seconds or an HTTP date; null for no such header.</param>
    /// <param name="code">Such as <c>context_length_exceeded</c>.</param>
    public static Reply Status(int status, string? retryAfter = null, string? code = null, string message = "scripted refusal") => Body(
        status, "application/json", Wire.Json(new { error = new { message, type = "scripted", code } }),
        retryAfter is null ? [] : [("Retry-After", retryAfter)]);

    /// <summary>Any status, type, text and headers.</summary>
    public static Reply Body(int status, string type, string text, params (string Name, string Value)[] headers) =>
        new(w => WriteAsync(w, status, type, text, headers));

    /// <summary>A page for people where a completion is wanted, as from a proxy in between.</summary>
    public static Reply Html(int status = 200) => Body(status, "text/html; charset=utf-8", "<!doctype html><html><body><h1>Sign in</h1></body></html>");

    public static Reply Redirect(string location, int status = 302) => Body(status, "text/plain", "", ("Location", location));

    /// <summary>Takes the request and never answers.</summary>
    public static Reply Hang() => new(w => w.HangAsync());

    /// <summary>Takes the request and resets the connection.</summary>
    public static Reply Reset() => new(w =>
    {
        w.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Takes the request and closes the connection.</summary>
    public static Reply Close() => new(w =>
    {
        w.Close();
        return Task.CompletedTask;
    });

    /// <summary>Waits at a gate before anything is sent, the status included.</summary>
    public Reply After(Gate gate)
    {
        _before.Add(gate);
        return this;
    }

    internal async Task GiveAsync(ReplyWriter writer)
    {
        foreach (var gate in _before)
            await writer.WaitAsync(gate);
        await WriteAsync(writer);
    }

    private protected virtual Task WriteAsync(ReplyWriter writer) => _write!(writer);

    private static async Task WriteAsync(ReplyWriter writer, int status, string type, string text, params (string Name, string Value)[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await writer.HeadAsync(status, type, bytes.Length, headers);
        await writer.BodyAsync(bytes);
    }
}

/// <summary>How the protocol writes things.</summary>
internal static class Wire
{
    // Korean as it is, so that characters of several bytes are on the wire.
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(object value) => JsonSerializer.Serialize(value, _options);

    public static object? Usage((int Prompt, int Completion)? usage) => usage is not var (prompt, completion) ? null : new
    {
        prompt_tokens = prompt,
        completion_tokens = completion,
        total_tokens = prompt + completion,
    };
}
