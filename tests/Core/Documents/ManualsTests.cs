using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerService.Core.Documents;
using CustomerService.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CustomerService.Core.Tests.Documents;

/// <summary>On the manuals of 58 products and 153 questions that are not ours.</summary>
public sealed partial class ManualsTests(ITestOutputHelper output)
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
            var best = passages[question.ProductId].Max(p => Recall(question.Answer, p));
            if (best < 0.6)
                continue;
            answerable++;
            var product = products[question.ProductId];
            var found = manuals[question.ProductId].Find(question.Text, $"{product.Brand} {product.Name}", 3);
            var quoted = found.Take(2).SelectMany(h => h.Quote).ToList();
            recall.Add(Recall(question.Answer, new(1, "", "", string.Join(' ', quoted))));
            length.Add(quoted.Sum(q => q.Length));
            var hits = found.Select(h => Recall(question.Answer, h.Passage) >= 0.9 * best).ToList();
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

    private static double Recall(string answer, Passage passage)
    {
        var there = Tokens($"{passage.Heading} {passage.Text}").CountBy(t => t).ToDictionary();
        var wanted = Tokens(answer).CountBy(t => t).ToList();
        return wanted.Sum(w => Math.Min(w.Value, there.GetValueOrDefault(w.Key))) / (double)wanted.Sum(w => w.Value);
    }

    private static IEnumerable<string> Tokens(string text) => Word().Matches(text.ToLowerInvariant()).Select(m => m.Value);

    private static List<T> Read<T>(string name) =>
        JsonSerializer.Deserialize<List<T>>(File.ReadAllText(Path.Combine(SharedData.Path, "catalogue-manuals", $"{name}.json")), Json)!;

    [GeneratedRegex(@"[a-z0-9]+(\.[0-9]+)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Word();

    private sealed record Manual(int ProductId, IReadOnlyList<string> Pages);

    private sealed record Product(int ProductId, string Brand, string Name);

    private sealed record Question(int ProductId, [property: System.Text.Json.Serialization.JsonPropertyName("question")] string Text, string Answer);
}
