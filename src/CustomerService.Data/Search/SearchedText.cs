using CustomerService.Core.Search;

namespace CustomerService.Data.Search;

/// <param name="Documents">How many products have it.</param>
internal sealed record SearchToken(string Token, int Documents, double Weight);

/// <summary>A text as it is searched for.</summary>
/// <param name="Spoken">Its words.</param>
/// <param name="Words">The tokens of each word, of the codes that stand in it in pieces (sw pro 48), and of the amounts in digits.</param>
/// <param name="Tokens">All of them, each once.</param>
/// <param name="IsWhole">Whether it was not too long to be read to its end.</param>
/// <param name="Rest">The words beside the amounts.</param>
internal sealed record SearchedText(
    IReadOnlyList<SpokenWord> Spoken, IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<string> Tokens, bool IsWhole, IReadOnlyList<SearchAmount> Amounts,
    IReadOnlyList<IReadOnlyList<string>> Rest)
{
    private const int MaxTokens = 300;
    private const int MaxCodes = 40;
    private const int MaxCodeParts = 4;
    private const int MaxCodeLength = 40;

    public static SearchedText Of(string text)
    {
        var spoken = SearchText.Spoken(text);
        var (amounts, rest) = SearchAmounts.In(text);
        List<IReadOnlyList<string>> words = [.. spoken.Select(w => w.Tokens), .. Codes(spoken).Take(MaxCodes).Concat(amounts.Select(a => a.Number)).Select(c => (IReadOnlyList<string>)[c])];
        var tokens = words.SelectMany(w => w).Distinct(StringComparer.Ordinal).Take(MaxTokens).ToList();
        return new(spoken, words, spoken.Count == 0 ? [] : tokens, tokens.Count < MaxTokens, amounts, amounts.Count == 0 ? [] : SearchText.Words(rest));
    }

    private static IEnumerable<string> Codes(IReadOnlyList<SpokenWord> spoken)
    {
        for (var start = 0; start < spoken.Count; start++)
        {
            var code = "";
            for (var end = start; end < Math.Min(spoken.Count, start + MaxCodeParts) && !spoken[end].IsPaired; end++)
            {
                code += spoken[end].Text;
                if (end > start && code.Length <= MaxCodeLength && code.Any(char.IsDigit) && code.Any(char.IsLetter))
                    yield return code;
            }
        }
    }
}
