using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Chooses the words of a review that tell best what it says of an aspect. They always occur in the review as they stand.</summary>
internal static class Quotes
{
    /// <summary>Longest quote, in characters.</summary>
    public const int MaxLength = 120;

    private const int WholeSentenceUpTo = 70;
    private const int TooShort = 6;
    private const int ComfortableLength = 60;

    /// <summary>The sentence where it is short and of one mind, else the clause; null where neither can be quoted.</summary>
    public static string? Best(string text, ReviewOpinions opinions, AspectMention mention)
    {
        if (!mention.InWords)
            return null;
        var sentence = opinions.Sentences[mention.Sentence];
        var whole = sentence.End - sentence.Start <= WholeSentenceUpTo
            && opinions.Mentions.All(m => m.Sentence != mention.Sentence || Math.Sign(m.Score) == Math.Sign(mention.Score));
        var words = whole ? text[sentence.Start..sentence.End] : text[mention.Start..mention.End];
        words = Shortened(words).TrimEnd(' ', ',', ';', '-', '/');
        return words.Length < 2 || words.Contains("://", StringComparison.Ordinal) || words.Contains("www.", StringComparison.OrdinalIgnoreCase) ? null : words;
    }

    /// <summary>Higher is better: the reader's language before all, then clear words of a comfortable length, then helpful and new reviews.</summary>
    public static double Worth(string words, AspectMention mention, Review review, int age, Language wanted)
    {
        var worth = LanguageExtensions.Detect(words, review.Language) == wanted ? 100.0 : 0;
        worth += Math.Min(Math.Abs(mention.Score), 4) * 2;
        worth -= words.Length < TooShort ? 6 : Math.Max(0, words.Length - ComfortableLength) / 10.0;
        // Stars that say the opposite make a clause look odd beside them.
        worth += Math.Sign(review.Stars - 3) * Math.Sign(mention.Score) * 1.5;
        worth += Math.Min(review.HelpfulVotes, 20) / 20.0;
        return worth - age / 1000.0;
    }

    private static string Shortened(string words)
    {
        if (words.Length <= MaxLength)
            return words;
        var space = words.LastIndexOf(' ', MaxLength);
        var length = space > MaxLength / 2 ? space : MaxLength;
        return words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)];
    }
}
