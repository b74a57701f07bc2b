using System.Text.RegularExpressions;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>
/// Reads questions by tables of words and patterns in both languages. Each sentence is read by itself ("재고 있어요? 방수도 되나요?"),
/// then the readings are joined. Stateless and safe for concurrent use; the time grows with the length, of which
/// 2,000 characters are read.
/// </summary>
public sealed class QuestionReader : IQuestionReader
{
    private const int MaxRestWords = 40;
    private const int MaxRestOfThanks = 3;

    /// <inheritdoc/>
    public QuestionReading Read(string question, Language language, IReadOnlyList<Category> categories, string currency)
    {
        ArgumentNullException.ThrowIfNull(question);
        var texts = QuestionText.Sentences(question).ToList();
        var sentences = texts.Select(text => TryRead(text, categories, currency)).OfType<SentenceReading>().ToList();
        var (greets, thanks) = Courtesies.In(texts);
        var restWords = new List<string>();
        foreach (var text in texts)
            RestWords.AddTo(restWords, text, MaxRestWords);

        var intents = Joined(sentences);
        var wishes = new List<Wish>();
        foreach (var sentence in sentences)
            Wishes.AddMissing(wishes, sentence.AllWishes);
        if (intents.Count == 0)
        {
            // A greeting beside a product's name is no mere greeting; thanks may say what for.
            var isCourtesy = (greets && restWords.Count == 0) || (thanks && restWords.Count <= MaxRestOfThanks);
            intents.Add(isCourtesy ? Intent.Courtesy : Intent.Overview);
        }


        return new(
            language,
            intents,
            [.. sentences.SelectMany(s => s.AttributeKeys).Distinct()],
            [.. sentences.SelectMany(s => s.Aspects).Distinct()],
            wishes,
            sentences.Select(s => s.Price).FirstOrDefault(p => p is not null),
            sentences.Select(s => s.CategoryId).FirstOrDefault(c => c is not null),
            [.. sentences.SelectMany(s => s.Codes).Distinct()],
            sentences.Select(s => s.Quantity).FirstOrDefault(q => q is not null),
            restWords);
    }

    /// <summary>A sentence that takes a second to read is none that a shopper wrote, and is left out.</summary>
    private static SentenceReading? TryRead(QuestionText text, IReadOnlyList<Category> categories, string currency)
    {
        try
        {
            return SentenceReading.Read(text, categories, currency);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static List<Intent> Joined(List<SentenceReading> sentences)
    {
        var intents = sentences.SelectMany(s => s.Intents).Distinct().ToList();
        // A sentence that only presents the matter ("이 제품 설명 보고 있는데요.") is no question beside one that asks.
        if (intents.Count > 1)
            intents.Remove(Intent.Overview);
        // Stock that only goes with delivery comes after what was asked.
        if (intents.Contains(Intent.OrderStatus))
            intents.RemoveAll(i => i is Intent.Delivery or Intent.Stock);
        if (sentences.Exists(s => s.IsOutside))
            intents.Add(Intent.OutsideBusiness);
        MoveFirst(intents, Intent.OrderStatus);
        MoveFirst(intents, Intent.Person);
        return intents;
    }

    private static void MoveFirst(List<Intent> intents, Intent intent)
    {
        if (intents.Remove(intent))
            intents.Insert(0, intent);
    }
}
