using System.Text.Json;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;

namespace CustomerService.Ai.Gateway;

/// <summary>What a model says of a conversation, which is believed only as far as it keeps to the words that there are.</summary>
internal static class TriageReply
{
    /// <summary>Characters of a summary; what is longer is none.</summary>
    private const int MaxSummary = 400;

    /// <returns>Null when anything is missing or unknown.</returns>
    public static TriageResult? Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(start, end - start + 1), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            return Value<Topic>(root, "topic") is { } topic && Value<Mood>(root, "mood") is { } mood && Value<Urgency>(root, "urgency") is { } urgency
                && Words(root, "language") switch { "ko" => Language.Korean, "en" => Language.English, _ => (Language?)null } is { } language
                && Words(root, "summary") is { Length: > 0 and <= MaxSummary } summary
                ? new(topic, mood, urgency, language, summary)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static T? Value<T>(JsonElement root, string name)
        where T : struct, Enum =>
        Words(root, name) is { } word && Enum.GetNames<T>().Contains(word, StringComparer.Ordinal) ? Enum.Parse<T>(word) : null;

    private static string? Words(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
}
