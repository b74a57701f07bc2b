using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;

namespace CustomerService.Cli.Batch;

/// <summary>What a line of JSON holds.</summary>
internal sealed record BatchLine(JsonElement? Id, string? Prompt, string? Question, string? ProductId, string? CustomerId);

/// <summary>The prompts or questions: plain text, one a line, or JSON lines when the first one is a JSON object. Read line by line, as often as wanted.</summary>
internal sealed class BatchFile(string path, BatchKind kind, string? model, string? productId)
{
    private const int MaxPromptLength = 100_000;

    /// <summary>Looks through the whole file before anything is done.</summary>
    /// <param name="most">Problems that are told at most.</param>
    public (int Items, IReadOnlyList<string> Problems) Check(int most)
    {
        var (items, problems, ids) = (0, new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (line, item, problem) in Lines())
        {
            items++;
            var wrong = problem ?? (item!.Id is { } id && !ids.TryAdd(id, line) ? $"the id {id} is that of line {ids[id]} as well" : null);
            if (wrong is not null)
                problems.Add($"Line {line}: {wrong}.");
            if (problems.Count == most)
                break;
        }

        return (items, problems);
    }

    public IEnumerable<BatchItem> Items() => Lines().Select(l => l.Item).OfType<BatchItem>();

    private IEnumerable<(int Line, BatchItem? Item, string? Problem)> Lines()
    {
        var (number, isJson) = (0, (bool?)null);
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            isJson ??= IsObject(text);
            var (line, problem) = isJson.Value ? Parse(text) : (new BatchLine(null, text, text, null, null), null);
            problem ??= ProblemOf(line!);
            yield return problem is null ? (number, ItemOf(number, line!), null) : (number, null, problem);
        }
    }

    private BatchItem ItemOf(int number, BatchLine line)
    {
        var (text, product) = (TextOf(line)!.Trim(), line.ProductId ?? productId);
        var id = line.Id is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given ? given.ToString() : null;
        return new(number, id, text, product, line.CustomerId, BatchItem.FingerprintOf(kind, model, text, product, line.CustomerId));
    }

    private string? TextOf(BatchLine line) => kind == BatchKind.Prompts ? line.Prompt : line.Question;

    private string? ProblemOf(BatchLine line)
    {
        var name = kind == BatchKind.Prompts ? "prompt" : "question";
        if (line.Id is { ValueKind: not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null) })
            return "\"id\" is neither a text nor a number";
        if (string.IsNullOrWhiteSpace(TextOf(line)))
            return $"it has no \"{name}\"";
        if (kind == BatchKind.Questions)
        {
            var (_, problems) = CustomerQuery.Create(TextOf(line), line.ProductId ?? productId, line.CustomerId, null, null, Surface.CommandLine);
            return problems.Count == 0 ? null : string.Join(", ", problems.Select(Words));
        }

        return TextOf(line)!.Length > MaxPromptLength ? $"the prompt has more than {MaxPromptLength:N0} characters" : null;
    }

    private static string Words(InputProblem problem)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(problem.Field.ToString());
        return problem.Code switch
        {
            InputProblemCode.TooLong => $"\"{name}\" has more than {problem.Limit:N0} characters",
            InputProblemCode.ControlCharacters => $"\"{name}\" holds control characters",
            _ => $"\"{name}\" is not 1 to 64 letters, digits, '-', '_' or '.'",
        };
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (BatchLine? Line, string? Problem) Parse(string text)
    {
        try
        {
            return (JsonSerializer.Deserialize(text, BatchJson.Default.BatchLine), null);
        }
        catch (JsonException e)
        {
            return (null, e.Path is { Length: > 1 } path ? $"{path[2..]} is not known here or has the wrong type" : "it is not a JSON object");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BatchLine))]
internal sealed partial class BatchJson : JsonSerializerContext;
