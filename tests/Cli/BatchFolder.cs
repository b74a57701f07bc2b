using System.Text.Json.Nodes;

namespace CustomerService.Cli.Tests;

/// <summary>A folder with a file of prompts or questions and its results.</summary>
public sealed class BatchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-batch-");

    public string Input => Path.Combine(_folder.FullName, "input.txt");

    public string Output => Input + ".results.jsonl";

    /// <summary>The lines of the results that are complete.</summary>
    public IReadOnlyList<JsonNode> Results =>
        File.Exists(Output) ? [.. File.ReadAllText(Output).Split('\n')[..^1].Select(l => JsonNode.Parse(l)!)] : [];

    /// <summary>Texts of what succeeded, by line.</summary>
    public IReadOnlyDictionary<int, string> Texts =>
        Results.Where(r => (string)r["state"]! == "succeeded").ToDictionary(r => (int)r["line"]!, r => (string)r["text"]!);

    public BatchFolder Write(params IEnumerable<string> lines)
    {
        File.WriteAllLines(Input, lines);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
