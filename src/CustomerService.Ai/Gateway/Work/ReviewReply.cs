using System.Text.Json;
using CustomerService.Ai.Grounding;
using CustomerService.Core.Catalog;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Gateway;

/// <summary>What a model says of the reviews it was sent. A weak model that writes plain lines instead of JSON has said a summary.</summary>
/// <param name="Aspects">Empty where it named none.</param>
internal sealed record ReviewReply(IReadOnlyList<AspectOpinion> Aspects, IReadOnlyList<string> Summary)
{
    private const int MaxAspects = 12;
    private const int MaxLines = 3;
    private const int MaxLineLength = 300;
    private const int MaxQuoteLength = 160;

    /// <returns>Null when the text is of no use.</returns>
    public static ReviewReply? Read(string text, IReadOnlyList<Review> sent)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0)
            return Lines(SentencesOf(text)) is { Count: > 0 } lines ? new([], lines) : null;
        if (end < start)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(start, end - start + 1), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            List<AspectOpinion> aspects = [.. Items(root, "aspects").Select(a => Opinion(a, sent)).OfType<AspectOpinion>().DistinctBy(a => a.Aspect).Take(MaxAspects)];
            var summary = Lines(Items(root, "summary").Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!));
            return aspects.Count == 0 && summary.Count == 0 ? null : new([.. aspects.OrderByDescending(a => a.Mentions)], summary);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The analysis with what the model said in place of the embedded one's. Figures in its lines would be its own counts, of which
    /// nothing is known: a line with a digit gives way to the embedded line in its place.
    /// </summary>
    public ReviewAnalysis Merge(ReviewAnalysis embedded, ReviewSelection selection)
    {
        var lines = Summary.Select((line, i) => !line.Any(char.IsAsciiDigit) ? line : embedded.Summary.ElementAtOrDefault(i)).OfType<string>().ToList();
        return embedded with
        {
            Summary = lines.Count > 0 ? lines : embedded.Summary,
            Aspects = Aspects.Count == 0 ? embedded.Aspects : [.. Aspects.Select(a => WithQuotes(a, embedded.Aspects.FirstOrDefault(e => e.Aspect == a.Aspect)))],
            AnalyzedCount = Aspects.Count == 0 ? embedded.AnalyzedCount : selection.Sent.Count,
        };
    }

    private static AspectOpinion WithQuotes(AspectOpinion opinion, AspectOpinion? embedded) => opinion with
    {
        PraiseQuote = opinion.PraiseQuote ?? (opinion.Praise > 0 ? embedded?.PraiseQuote : null),
        ComplaintQuote = opinion.ComplaintQuote ?? (opinion.Complaints > 0 ? embedded?.ComplaintQuote : null),
    };

    private static AspectOpinion? Opinion(JsonElement item, IReadOnlyList<Review> sent)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("aspect", out var name) || name.ValueKind != JsonValueKind.String
            || AspectDefinitions.Find(name.GetString()!) is null)
            return null;
        var (praise, complaints) = (Numbers(item, "praise", sent.Count), Numbers(item, "complaints", sent.Count));
        return praise.Count + complaints.Count == 0
            ? null
            : new(name.GetString()!, praise.Count, complaints.Count, Quote(item, "praiseQuote", sent, praise), Quote(item, "complaintQuote", sent, complaints));
    }

    /// <summary>Words that stand in a review that was counted here; anything else is no quote.</summary>
    private static ReviewQuote? Quote(JsonElement item, string name, IReadOnlyList<Review> sent, HashSet<int> counted)
    {
        if (!item.TryGetProperty(name, out var quote) || quote.ValueKind != JsonValueKind.Object
            || !quote.TryGetProperty("review", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var n) || !counted.Contains(n)
            || !quote.TryGetProperty("text", out var words) || words.ValueKind != JsonValueKind.String
            || words.GetString()!.Trim() is not { Length: >= 2 and <= MaxQuoteLength } text)
            return null;
        var review = sent[n - 1];
        return review.Text.Contains(text, StringComparison.Ordinal)
            ? new(review.Id, text, review.Stars, LanguageExtensions.Detect(text, review.Language), review.Author, review.WrittenAt)
            : null;
    }

    private static HashSet<int> Numbers(JsonElement item, string name, int count) =>
        [.. Items(item, name).Where(n => n.ValueKind == JsonValueKind.Number).Select(n => n.TryGetInt32(out var i) ? i : 0).Where(i => i >= 1 && i <= count)];

    private static JsonElement.ArrayEnumerator Items(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : default;

    /// <summary>Lines; of a text that is all on one, its sentences.</summary>
    private static string[] SentencesOf(string text)
    {
        if (text.AsSpan().Trim().Contains('\n'))
            return text.Split('\n');
        var splitter = new SentenceSplitter();
        return [.. splitter.Add(text), splitter.Finish()];
    }

    private static List<string> Lines(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Trim().TrimStart('-', '*', '•', ' ')).Where(l => l.Length is > 1 and <= MaxLineLength).Take(MaxLines)];
}
