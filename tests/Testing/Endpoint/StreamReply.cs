using System.Text;

namespace CustomerService.Testing;

/// <summary>
/// A completion in server-sent events, scripted in the order of the calls. Unless the script breaks off, the events that end a
/// completion follow by themselves: the finishing one, usage if it was asked for, and <c>[DONE]</c>.
/// </summary>
public sealed class StreamReply : Reply
{
    private readonly List<Func<ReplyWriter, Task>> _steps = [];
    private (int Prompt, int Completion)? _usage = DefaultUsage;
    private string? _finish = "stop";
    private string _lineEnd = "\n";
    private bool _done = true;

    internal StreamReply()
    {
    }

    /// <summary>An event for each text. They are taken one by one while they are sent, so there may be many.</summary>
    public StreamReply Text(params IEnumerable<string> texts) => Step(async w =>
    {
        foreach (var text in texts)
            await w.ChunkAsync(Event(Delta(w, text)));
    });

    /// <summary>An event whose text is sent in two writes, parted within the first character of several bytes; the second waits at a gate.</summary>
    public StreamReply Split(string text, Gate gate) => Step(async w =>
    {
        var bytes = Event(Delta(w, text));
        var at = Array.FindIndex(bytes, b => b >= 0x80) + 1;
        await w.ChunkAsync(bytes[..at]);
        await w.WaitAsync(gate);
        await w.ChunkAsync(bytes[at..]);
    });

    /// <summary>Waits at a gate before what follows; as the first step, after the headers.</summary>
    public StreamReply Wait(Gate gate) => Step(w => w.WaitAsync(gate));

    /// <summary>An event with any data, such as JSON that is none.</summary>
    public StreamReply Data(string data) => Step(w => w.ChunkAsync(Event(data)));

    /// <summary>Lines as they are, such as <c>: keep-alive</c> or <c>event: ping</c>.</summary>
    public StreamReply Lines(params string[] lines) => Step(w => w.ChunkAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + _lineEnd)))));

    /// <summary>An event that has no choice, as some endpoints send for filters and usage.</summary>
    public StreamReply EmptyChoices() => Step(w => w.ChunkAsync(Event(Chunk(w, []))));

    /// <summary>An event that holds an error instead of a chunk.</summary>
    public StreamReply Error(string code, string message = "scripted error") => Data(Wire.Json(new { error = new { message, type = "scripted", code } }));

    /// <summary>Resets the connection.</summary>
    public StreamReply ThenReset() => Step(w =>
    {
        w.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Closes the connection although the body is not complete.</summary>
    public StreamReply ThenClose() => Step(w =>
    {
        w.Close();
        return Task.CompletedTask;
    });

    /// <summary>Closes the connection in the middle of an event.</summary>
    public StreamReply ThenCut(string text) => Step(w => w.CutChunkAsync(Event(Delta(w, text))));

    /// <summary>Sends nothing more and stays connected.</summary>
    public StreamReply ThenHang() => Step(w => w.HangAsync());

    /// <summary>Ends the body in good order right here, without the events that end a completion.</summary>
    public StreamReply ThenEnd() => Step(w => w.EndChunksAsync([]));

    public StreamReply Usage(int prompt, int completion)
    {
        _usage = (prompt, completion);
        return this;
    }

    /// <summary>Sends no usage even when it was asked for.</summary>
    public StreamReply NoUsage()
    {
        _usage = null;
        return this;
    }

    /// <param name="reason">Such as <c>length</c>; null for no finishing event.</param>
    public StreamReply Finish(string? reason)
    {
        _finish = reason;
        return this;
    }

    /// <summary>Ends without <c>[DONE]</c>.</summary>
    public StreamReply NoDone()
    {
        _done = false;
        return this;
    }

    /// <summary>Lines end in CR LF.</summary>
    public StreamReply CrLf()
    {
        _lineEnd = "\r\n";
        return this;
    }

    private protected override async Task WriteAsync(ReplyWriter writer)
    {
        await writer.HeadAsync(200, "text/event-stream; charset=utf-8", length: null, [("Cache-Control", "no-cache")]);
        foreach (var step in _steps)
        {
            await step(writer);
            if (writer.IsOver)
                return;
        }

        if (_finish is { } reason)
            await writer.ChunkAsync(Event(Chunk(writer, [Choice(new { }, reason)])));
        if (_usage is not null && writer.Request.WantsUsage)
            await writer.ChunkAsync(Event(Chunk(writer, [], Wire.Usage(_usage))));
        await writer.EndChunksAsync(_done ? Event("[DONE]") : []);
    }

    private StreamReply Step(Func<ReplyWriter, Task> step)
    {
        _steps.Add(step);
        return this;
    }

    private byte[] Event(string data) => Encoding.UTF8.GetBytes($"data: {data}{_lineEnd}{_lineEnd}");

    private static string Delta(ReplyWriter writer, string text) => Chunk(writer, [Choice(new { role = "assistant", content = text }, null)]);

    private static object Choice(object delta, string? finish) => new { index = 0, delta, finish_reason = finish };

    private static string Chunk(ReplyWriter writer, object[] choices, object? usage = null) => Wire.Json(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1_763_430_000,
        model = writer.Request.Model,
        choices,
        usage,
    });
}
