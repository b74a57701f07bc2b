using System.Text;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Questions;

/// <summary>Tells which of the products that a search brought are named by the question, rather than merely alike.</summary>
public static class ProductMentions
{
    /// <summary>The share of a name's own letters that the question must hold.</summary>
    private const double EnoughOfTheName = 0.6;

    /// <summary>
    /// The products whose name stands in the question, best match first. A word counts when it stands in the question as a word
    /// (Latin, digits) or as a run of syllables (Korean, whatever particle follows and however it is spaced). Words of the
    /// category and of the trade, such as 무선 or wireless, identify nothing, and the brand alone identifies no product.
    /// Without the brand a single short plain word does not either.
    /// </summary>
    public static IReadOnlyList<ProductHit> Named(string question, IReadOnlyList<ProductHit> hits, IReadOnlyList<Category> categories)
    {
        var asked = new FoldedText(question);
        var common = CommonWords(categories);
        var scored = new List<(ProductHit Hit, double Share, int Length)>();
        foreach (var hit in hits)
        {
            var best = new[] { hit.Name.Ko, hit.Name.En }.Select(name => Share(name, hit, asked, common)).MaxBy(s => s.Share);
            if (hit.Model is { Length: >= 3 } model && asked.Holds(model))
                best = (1, model.Length);
            if (best.Share >= EnoughOfTheName)
                scored.Add((hit, best.Share, best.Length));
        }

        if (scored.Count == 0)
            return [];
        var top = scored.Max(s => s.Share);
        return [.. scored.Where(s => s.Share >= top - 0.15).OrderByDescending(s => s.Share).ThenByDescending(s => s.Length).Select(s => s.Hit)];
    }

    private static (double Share, int Length) Share(string name, ProductHit hit, FoldedText asked, HashSet<string> common)
    {
        var brand = FoldedText.Words(hit.Brand).ToHashSet();
        var (total, found, identifying, saysBrand, isStrong) = (0, 0, 0, false, false);
        foreach (var (index, word) in FoldedText.Words(name).Index())
        {
            var isHeld = asked.Holds(word);
            if (index == 0 || brand.Contains(word))
            {
                saysBrand |= isHeld;
                if (!isHeld)
                    continue;
            }
            else if (common.Contains(word))
            {
                continue;
            }
            else
            {
                identifying += isHeld ? 1 : 0;
                isStrong |= isHeld && IsStrong(word);
            }

            total += word.Length;
            if (isHeld)
                found += word.Length;
        }

        var isWhole = found == total && identifying >= 2;
        return identifying > 0 && (saysBrand || isStrong || isWhole) ? (found / (double)total, found) : (0, 0);
    }

    /// <summary>Whether a word says enough without the brand: 1TB does, 핏 and Fit do not.</summary>
    private static bool IsStrong(string word) =>
        Text.Hangul.IsHangul(word[0]) ? word.Length >= 4 : word.Length >= 6 || (word.Length >= 2 && word.Any(char.IsAsciiDigit) && !word.All(char.IsAsciiDigit));

    private static HashSet<string> CommonWords(IReadOnlyList<Category> categories) =>
    [
        .. categories.SelectMany(c => c.Terms.Append(c.Name.Ko).Append(c.Name.En)).SelectMany(FoldedText.Words),
        "무선", "유선", "wireless", "wired", "bluetooth", "블루투스",
    ];

    private sealed class FoldedText
    {
        private readonly HashSet<string> _words;
        private readonly string _run;

        public FoldedText(string text)
        {
            _words = [.. Words(text)];
            _run = string.Concat(Words(text));
        }

        public bool Holds(string word)
        {
            var folded = string.Concat(Words(word));
            return folded.Length > 0
                && (_words.Contains(folded) || (folded.Length > 1 && Text.Hangul.IsHangul(folded[0]) && _run.Contains(folded, StringComparison.Ordinal)));
        }

        /// <summary>Broken Unicode stays as it is: it is in no product's name.</summary>
        private static string Composed(string text)
        {
            try
            {
                return text.Normalize(NormalizationForm.FormKC);
            }
            catch (ArgumentException)
            {
                return text;
            }
        }

        /// <summary>Lower-case runs of letters and digits; a change between Hangul and other letters ends a run.</summary>
        public static IEnumerable<string> Words(string text)
        {
            var word = new StringBuilder();
            foreach (var c in Composed(text))
            {
                var fits = char.IsLetterOrDigit(c);
                if (word.Length > 0 && (!fits || Text.Hangul.IsHangul(c) != Text.Hangul.IsHangul(word[0])))
                {
                    yield return word.ToString();
                    word.Clear();
                }

                if (fits)
                    word.Append(char.ToLowerInvariant(c));
            }

            if (word.Length > 0)
                yield return word.ToString();
        }
    }
}
