using System.Collections.Frozen;
using CustomerService.Core.Documents;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Search;

/// <summary>What is wrong with a group of synonyms.</summary>
public enum SynonymProblem
{
    None,
    /// <summary>Fewer than two different words.</summary>
    TooFew,
    /// <summary>More than <see cref="SynonymGroup.MaxWords"/>.</summary>
    TooMany,
    /// <summary>A word of more than <see cref="SynonymGroup.MaxLength"/> characters.</summary>
    TooLong,
    /// <summary>A word by which nothing can be found: without letters and digits, or one such as "the".</summary>
    Unsearchable,
    /// <summary>There are <see cref="SynonymGroup.MaxGroups"/> already.</summary>
    Full,
}

/// <summary>Words of any language that mean the same in this shop, such as 이어팟, 에어팟 and earbuds.</summary>
/// <param name="Words">2 to <see cref="MaxWords"/>, each of 1 to <see cref="MaxLength"/> characters; spaces within are allowed.</param>
/// <param name="ChangedBy">The member of staff who last changed it.</param>
public sealed record SynonymGroup(string Id, IReadOnlyList<string> Words, string ChangedBy, DateTimeOffset ChangedAt)
{
    public const int MaxWords = 20;
    public const int MaxLength = 50;
    public const int MaxGroups = 2_000;

    public static string NewId() => "S" + Guid.CreateVersion7().ToString("N");

    /// <summary>As it is kept: without spaces around, each word once however it is spaced and written.</summary>
    public SynonymGroup Normalized() => this with
    {
        Words = [.. Words.Select(w => string.Join(' ', w.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(w => w.Length > 0).DistinctBy(w => SynonymBook.KeyOf(w) is { Length: > 0 } key ? key : w)],
    };

    /// <summary>What is wrong with it by itself; whether there is room for it only the store knows.</summary>
    public SynonymProblem Problem() =>
        Words.Any(w => w.Length > MaxLength) ? SynonymProblem.TooLong
        : Words.Any(w => SearchText.Tokens(w).Count == 0) ? SynonymProblem.Unsearchable
        : Words.Count < 2 ? SynonymProblem.TooFew
        : Words.Count > MaxWords ? SynonymProblem.TooMany
        : SynonymProblem.None;

    /// <summary>Whether one of the words holds this text.</summary>
    public bool Has(string text) => Words.Any(w => w.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The synonyms of the shop.</summary>
public interface ISynonyms
{
    /// <summary>All groups, by their first word.</summary>
    Task<IReadOnlyList<SynonymGroup>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The same, ready to be looked up. Answered from memory; what another program wrote shows within a minute.</summary>
    ValueTask<SynonymBook> BookAsync(CancellationToken cancellationToken);

    /// <summary>Adds one, or changes the one with its id.</summary>
    Task<SynonymProblem> SaveAsync(SynonymGroup group, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}

/// <summary>Looks up synonyms. Never changes; safe for concurrent use.</summary>
public sealed class SynonymBook
{
    private const int MaxWordsTogether = 4;
    private const int MaxLookedAt = 60;
    // 이어팟케이스 speaks of an 이어팟; a shorter beginning is that of many words.
    private const int MinBeginning = 3;

    private readonly FrozenDictionary<string, string[]> _others;

    public SynonymBook(IEnumerable<SynonymGroup> groups)
    {
        var all = groups.Select(g => g.Words).ToList();
        _others = all.SelectMany(g => g.Select(w => (Key: KeyOf(w), Others: g.Where(o => o != w))))
            .Where(w => w.Key.Length > 0).GroupBy(w => w.Key, w => w.Others, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.SelectMany(o => o).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        Related = all.Count == 0 ? RelatedWords.Common : RelatedWords.With(all.Select(g => string.Join(' ', g)));
    }

    public static SynonymBook Empty { get; } = new([]);

    /// <summary>The same for the tokens of passages.</summary>
    internal RelatedWords Related { get; }

    /// <summary>How words are compared: letters and digits only, folded, lower case.</summary>
    internal static string KeyOf(string word) => string.Concat(SearchText.Fold(word).ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>The other words for what a text speaks of: of up to four words together, whatever particle follows.</summary>
    public IReadOnlyList<string> Of(string text)
    {
        if (_others.Count == 0)
            return [];
        var found = new List<string>();
        string[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxLookedAt).Select(KeyOf).Where(w => w.Length is > 0 and <= SynonymGroup.MaxLength)];
        for (var start = 0; start < words.Length; start++)
        {
            var together = "";
            for (var end = start; end < Math.Min(words.Length, start + MaxWordsTogether); end++)
            {
                together += words[end];
                found.AddRange(_others.GetValueOrDefault(together) ?? _others.GetValueOrDefault(KoreanWords.Stem(together)) ?? Begun(together));
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private string[] Begun(string word)
    {
        for (var length = word.Length - 1; length >= MinBeginning && Hangul.IsHangul(word[0]); length--)
        {
            if (_others.TryGetValue(word[..length], out var others))
                return others;
        }

        return [];
    }
}
