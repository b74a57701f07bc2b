using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Configuration;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>Prompts</c>.</summary>
public sealed class PromptOptions
{
    /// <summary>Where the shop's own prompt files lie; those that are not there are taken from <c>prompts</c> beside the program. Read at the start.</summary>
    public string Folder { get; set; } = "";
}

/// <summary>A prompt file: a version and two messages with places to fill in.</summary>
/// <param name="Version">Name, the file's own version and a part of its hash, such as <c>answer-1-3fa9c2d1</c>: it changes with every change of the file.</param>
internal sealed partial record Prompt(string Version, string System, string User)
{
    /// <summary>The messages, with what stands in the places. Each fence gets a word that no data can know beforehand.</summary>
    public IReadOnlyList<ChatMessage> Fill(Random random, params (string Place, string Text)[] values)
    {
        var fence = random.NextInt64(1L << 40).ToString("x10", global::System.Globalization.CultureInfo.InvariantCulture);
        var texts = values.Append(("fence", fence)).ToFrozenDictionary(v => v.Item1, v => v.Item2);
        return [new(ChatRole.System, Filled(System)), new(ChatRole.User, Filled(User))];

        // A fence inside data is data, and must not read as one.
        string Filled(string template) => Place().Replace(template, m =>
            m.Groups["name"].Value is var name && name == "fence" ? fence : texts[name].Replace($"data-{fence}", "data", StringComparison.Ordinal));
    }

    public IEnumerable<string> Places => Place().Matches(System + User).Select(m => m.Groups["name"].Value).Distinct();

    /// <summary>Tokens of the prompt itself, with nothing filled in.</summary>
    public int Tokens => TokenEstimate.Of(System) + TokenEstimate.Of(User);

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)\}\}", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Place();
}

/// <summary>The prompts in use.</summary>
internal sealed partial record PromptFiles(Prompt Answer, Prompt ReviewAnalysis, Prompt Recommendation, Prompt Suggestion, Prompt Translation, Prompt Triage)
{
    private const string Key = "Prompts:Folder";

    public static PromptFiles Read(PromptOptions options, Settings settings) => new(
        Read("answer", ["fence", "language", "evidence", "customer", "question"], options, settings),
        Read("review-analysis", ["fence", "language", "aspects", "product", "reviews"], options, settings),
        Read("recommendation", ["fence", "language", "products", "customer"], options, settings),
        Read("suggestion", ["fence", "language", "evidence", "customer", "thread", "draft", "hint"], options, settings),
        Read("translation", ["fence", "language", "text"], options, settings),
        Read("triage", ["fence", "language", "messages"], options, settings));

    private static Prompt Read(string name, string[] places, PromptOptions options, Settings settings)
    {
        var own = options.Folder.Length == 0 ? null : Path.Combine(options.Folder, name + ".md");
        if (own is not null && !Directory.Exists(options.Folder))
            settings.Refuse(Key, $"there is no folder \"{options.Folder}\"");
        var file = own is not null && File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "prompts", name + ".md");
        string text;
        try
        {
            text = File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            settings.Refuse(Key, $"{file} cannot be read: {e.Message}");
            return new("", "", "");
        }

        var parts = Parts().Match(text);
        if (!parts.Success)
        {
            settings.Refuse(Key, $"{file} must begin with \"version: N\", then hold \"=== system\" and \"=== user\", each followed by its text");
            return new("", "", "");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        var prompt = new Prompt($"{name}-{parts.Groups["version"].Value}-{hash}", parts.Groups["system"].Value.Trim(), parts.Groups["user"].Value.Trim());
        foreach (var unknown in prompt.Places.Except(places))
            settings.Refuse(Key, $"{file} has the place {{{{{unknown}}}}}, which nothing fills; known are {string.Join(", ", places)}");
        foreach (var missing in places.Except(prompt.Places))
            settings.Refuse(Key, $"{file} lacks the place {{{{{missing}}}}}");
        return prompt;
    }

    [GeneratedRegex(@"\A\uFEFF?version:\s*(?<version>[0-9A-Za-z.]{1,20})\s*\n=== system\n(?<system>.+?)\n=== user\n(?<user>.+)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Parts();
}
