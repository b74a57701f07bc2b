using System.Text.Json;
using System.Text.Json.Nodes;

namespace CustomerService.Testing;

/// <summary>One request that came to a <see cref="ScriptedEndpoint"/>.</summary>
public sealed class ScriptedRequest
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ScriptedRequest(string method, string path, IReadOnlyDictionary<string, string> headers, string text)
    {
        (Method, Path, Headers, Text) = (method, path, headers, text);
        try
        {
            Body = text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            Body = null;
        }
    }

    public string Method { get; }

    /// <summary>With the query.</summary>
    public string Path { get; }

    /// <summary>By name, whatever its case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as it came.</summary>
    public string Text { get; }

    /// <summary>Null where the body is no JSON.</summary>
    public JsonNode? Body { get; }

    public string? Model => (string?)Body?["model"];
    public bool IsStreamed => (bool?)Body?["stream"] == true;
    public bool WantsUsage => (bool?)Body?["stream_options"]?["include_usage"] == true;

    /// <summary>The text of the last message.</summary>
    public string? Prompt => Body?["messages"]?.AsArray()[^1]?["content"] switch
    {
        JsonArray parts => string.Concat(parts.Select(p => (string?)p?["text"])),
        var content => (string?)content,
    };

    /// <summary>Completes when the reply is over: sent to its end, broken off by the script, or no longer wanted.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Completes when the client goes away before the reply is over.</summary>
    public Task Aborted => _aborted.Task;

    /// <summary>When the client went away before the reply was over.</summary>
    public DateTimeOffset? AbortedAt { get; private set; }

    /// <returns>Whether it was not over before.</returns>
    internal bool End(DateTimeOffset? abortedAt)
    {
        lock (_ended)
        {
            if (_ended.Task.IsCompleted)
                return false;
            AbortedAt = abortedAt;
            _ended.SetResult();
            if (abortedAt is not null)
                _aborted.SetResult();
            return true;
        }
    }
}
