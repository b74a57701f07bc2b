using System.Text.Json;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Core.Tests.Documents;

/// <summary>On the manuals of 58 products and 153 questions that are not ours.</summary>
public sealed class ManualsTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [SharedDataFact]
    public void Passage_with_the_answer_is_among_the_first_three_and_its_quote_answers()
    {
        var passages = Read<Manual>("manuals").ToDictionary(m => m.ProductId, m => PassageCutter.Cut(m.Pages));
        var manuals = passages.ToDictionary(p => p.Key, p => new PassageIndex(p.Value));
        var products = Read<Product>("products").ToDictionary(p => p.ProductId);
        var (answerable, first, third, missed) = (0, 0, 0, new List<string>());
        var (recall, length) = (new List<double>(), new List<int>());
        foreach (var question in Read<Question>("questions"))
        {
            var best = passages[question.ProductId].Max(p => ReferencePlace.Recall(question.Answer, p));
            if (!ReferencePlace.IsWritten(best))
                continue;
            answerable++;
            var product = products[question.ProductId];
            var found = manuals[question.ProductId].Find(question.Text, $"{product.Brand} {product.Name}", 3);
            var quoted = found.Take(2).SelectMany(h => h.Quote).ToList();
            recall.Add(AnswerTokens.Recall(string.Join(' ', quoted), question.Answer));
            length.Add(quoted.Sum(q => q.Length));
            var hits = found.Select(h => ReferencePlace.Holds(question.Answer, h.Passage, best)).ToList();
            first += hits is [true, ..] ? 1 : 0;
            third += hits.Contains(true) ? 1 : 0;
            if (!hits.Contains(true))
                missed.Add($"{question.Text} → {question.Answer}");
        }

        output.WriteLine($"first {(double)first / answerable:P1}, among three {(double)third / answerable:P1} of {answerable}; recall {recall.Average():P1} with {length.Average():F0} characters; missed:\n{string.Join('\n', missed)}");
        Assert.True(answerable > 140);
        Assert.InRange((double)third / answerable, 0.85, 1);
        Assert.InRange(recall.Average(), 0.7, 1);
    }

    private static List<T> Read<T>(string name) =>
        JsonSerializer.Deserialize<List<T>>(File.ReadAllText(Path.Combine(SharedData.Path, "catalogue-manuals", $"{name}.json")), Json)!;

    private sealed record Manual(int ProductId, IReadOnlyList<string> Pages);

    private sealed record Product(int ProductId, string Brand, string Name);

    private sealed record Question(int ProductId, [property: System.Text.Json.Serialization.JsonPropertyName("question")] string Text, string Answer);
}
