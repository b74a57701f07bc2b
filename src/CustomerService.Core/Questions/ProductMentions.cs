using System.Text;
using CustomerService.Core.Catalog;
using CustomerService.Core.Search;

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
    /// Without the brand a single short plain word does not either, unless it is the whole name; of names that stand there whole the longest counts, so that
    /// a Hoodie with Pocket is no Hoodie. Where no product is named so, words with slips count as well, but then
    /// brand and name must both be there, or all of the name, one of its words without a slip: an ordinary word is never taken for a product.
    /// </summary>
    public static IReadOnlyList<ProductHit> Named(string question, IReadOnlyList<ProductHit> hits, IReadOnlyList<Category> categories)
    {
        var asked = new FoldedText(question);
        var common = CommonWords(categories);
        return Named(hits, asked, common, withSlips: false) is { Count: > 0 } named ? named : Named(hits, asked, common, withSlips: true);
    }

    private static IReadOnlyList<ProductHit> Named(IReadOnlyList<ProductHit> hits, FoldedText asked, HashSet<string> common, bool withSlips)
    {
        var scored = new List<(ProductHit Hit, double Share, int Length)>();
        var whole = hits.Select(h => (Hit: h, Name: asked.WholeOf([h.Name.Ko, h.Name.En], common))).Where(h => h.Name.Length > 0).ToList();
        foreach (var hit in hits)
        {
            if (whole.Find(w => w.Hit == hit) is { Hit: not null } here && whole.Exists(w => w.Name.Length > here.Name.Length && w.Name.Contains(here.Name, StringComparison.Ordinal)))
                continue;
            var best = new[] { hit.Name.Ko, hit.Name.En }.Select(name => Share(name, hit, asked, common, withSlips)).MaxBy(s => s.Share);
            if (hit.Model is { Length: >= 3 } model && (asked.Holds(model) || asked.HoldsCode(model)))
                best = (1, model.Length);
            else if (whole.Find(w => w.Hit == hit) is { Hit: not null } named)
                best = (1, named.Name.Length);
            if (best.Share >= EnoughOfTheName)
                scored.Add((hit, best.Share, best.Length));
        }

        if (scored.Count == 0)
            return [];
        var top = scored.Max(s => s.Share);
        return [.. scored.Where(s => s.Share >= top - 0.15).OrderByDescending(s => s.Share).ThenByDescending(s => s.Length).Select(s => s.Hit)];
    }

    /// <summary>
    /// The products whose names hold all the words that nothing else in the question explains, the brand among them: the black Diesel watch. Those with most of
    /// the question's words; a name that is far longer than what anybody would write is meant by some of its words.
    /// </summary>
    /// <param name="words">At least two, as they were read in the question.</param>
    public static IReadOnlyList<ProductHit> Holding(string question, IReadOnlyList<string> words, IReadOnlyList<ProductHit> hits)
    {
        var asked = FoldedText.Words(question).ToHashSet(StringComparer.Ordinal);
        var wanted = words.SelectMany(FoldedText.Words).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count < 2)
            return [];
        var holding = hits.Select(h => (Hit: h, Brand: FoldedText.Words(h.Brand).ToHashSet(StringComparer.Ordinal), Name: FoldedText.Words($"{h.Brand} {h.Name.Ko} {h.Name.En}").ToHashSet(StringComparer.Ordinal)))
            .Where(h => wanted.Overlaps(h.Brand) && wanted.IsSubsetOf(h.Name))
            .Select(h => (h.Hit, Held: h.Name.Count(asked.Contains))).ToList();
        return holding.Count == 0 ? [] : [.. holding.Where(h => h.Held == holding.Max(o => o.Held)).Select(h => h.Hit)];
    }

    private static (double Share, int Length) Share(string name, ProductHit hit, FoldedText asked, HashSet<string> common, bool withSlips)
    {
        var brand = FoldedText.Words(hit.Brand).ToHashSet();
        var (total, found, identifying, exact, saysBrand, isStrong) = (0, 0, 0, 0, false, false);
        foreach (var (index, word) in FoldedText.Words(name).Index())
        {
            var isExact = asked.Holds(word);
            var isHeld = isExact || (withSlips && !common.Contains(word) && asked.HoldsSlipOf(word));
            exact += isExact ? 1 : 0;
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
                isStrong |= isHeld && !withSlips && IsStrong(word);
            }

            total += word.Length;
            if (isHeld)
                found += word.Length;
        }

        var isWhole = found == total && identifying >= 2;
        return identifying > 0 && exact > 0 && (saysBrand || isStrong || isWhole) ? (found / (double)total, found) : (0, 0);
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
        private const int MaxRun = 300;
        private const int MinSyllables = 2;
        private const int MinCode = 4;
        private readonly List<string> _spoken;
        private readonly HashSet<string> _words;
        private readonly string _run;

        public FoldedText(string text)
        {
            _spoken = [.. Words(text)];
            _words = [.. _spoken];
            _run = string.Concat(_spoken);
        }

        public bool Holds(string word)
        {
            var folded = string.Concat(Words(word));
            return folded.Length > 0
                && (_words.Contains(folded) || (folded.Length > 1 && Text.Hangul.IsHangul(folded[0]) && _run.Contains(folded, StringComparison.Ordinal)));
        }

        /// <summary>Which of a product's names stands here from its first word to its last, as words with a space between; empty when none does, or one of common words only.</summary>
        public string WholeOf(IEnumerable<string> names, HashSet<string> common)
        {
            var spoken = $" {string.Join(' ', _spoken)} ";
            return names.Select(name => string.Join(' ', Words(name)))
                .Where(name => name.Length > 1 && name.Split(' ').Any(w => !common.Contains(w) && !Vocabulary.IsStopWord(w)) && spoken.Contains($" {name} ", StringComparison.Ordinal))
                .MaxBy(name => name.Length) ?? "";
        }

        /// <summary>Whether a word, or a stretch of syllables, is this one with a slip or two.</summary>
        public bool HoldsSlipOf(string word)
        {
            if (!Text.Hangul.IsHangul(word[0]))
                return _words.Any(said => !Vocabulary.IsStopWord(said) && Spelling.IsSlipOf(said, word));
            for (var start = 0; start < Math.Min(_run.Length, MaxRun); start++)
            {
                for (var length = Math.Max(MinSyllables, word.Length - 1); length <= word.Length + 1 && start + length <= _run.Length; length++)
                {
                    if (Spelling.IsSlipOf(_run.Substring(start, length), word))
                        return true;
                }
            }

            return false;
        }

        /// <summary>Whether the letters and digits of a model stand together, however they are spaced: sw p48 is SW-P48. Only what has both, and neither begins nor ends within a word.</summary>
        public bool HoldsCode(string model)
        {
            var code = string.Concat(Words(model));
            if (code.Length < MinCode || !code.Any(char.IsAsciiDigit) || !code.Any(char.IsAsciiLetter))
                return false;
            for (var start = 0; start < _spoken.Count; start++)
            {
                var together = "";
                for (var end = start; end < _spoken.Count && together.Length < code.Length; end++)
                    together += _spoken[end];
                if (together == code)
                    return true;
            }

            return false;
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
