using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>A word or phrase of a table, and what it stands for.</summary>
internal sealed class Term<T>
{
    public Term(string text, T value)
    {
        Text = text.ToLowerInvariant();
        Value = value;
        IsKorean = Text.Any(Hangul.IsHangul);
        if (IsKorean)
            Text = Text.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Folded; Korean without spaces.</summary>
    public string Text { get; }
    public T Value { get; }
    public bool IsKorean { get; }
}

/// <param name="Start">In <see cref="QuestionText.Spaced"/>.</param>
/// <param name="End">In <see cref="QuestionText.Spaced"/>, exclusive.</param>
internal sealed record TermHit<T>(T Value, int Start, int End, string Spoken)
{
    public bool Within<TOther>(TermHit<TOther> other) => Start >= other.Start && End <= other.End && End - Start < other.End - other.Start;
}

/// <summary>Finds the terms of a table in a question.</summary>
internal static class Terms
{
    /// <summary>The hits in the order of the text. Of hits that overlap the longer one counts; of equals both do (카메라 is a category and an attribute).</summary>
    public static List<TermHit<T>> Find<T>(QuestionText text, IEnumerable<Term<T>> terms)
    {
        var hits = new List<TermHit<T>>();
        foreach (var term in terms)
        {
            if (term.Text.Length == 0 || !(term.IsKorean ? text.HasHangul : text.HasLatin))
                continue;
            var searched = term.IsKorean ? text.Packed : text.Spaced;
            for (var i = searched.IndexOf(term.Text, StringComparison.Ordinal); i >= 0; i = searched.IndexOf(term.Text, i + 1, StringComparison.Ordinal))
            {
                var end = i + term.Text.Length;
                if (term.IsKorean ? !IsKoreanWord(text, i, end) : !IsLatinWord(searched, i, ref end))
                    continue;
                var start = term.IsKorean ? text.ToSpaced(i) : i;
                var stop = term.IsKorean ? text.ToSpaced(end - 1) + 1 : end;
                hits.Add(new(term.Value, start, stop, text.Spaced[start..stop]));
            }
        }

        if (hits.Count > 1)
        {
            hits.RemoveAll(hit => hits.Exists(other => hit.Within(other)));
            hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        }

        return hits;
    }

    /// <summary>
    /// Short words occur inside others by chance (물 in 선물, 거리 in "이거 리뷰"), so a single syllable must be a word of its own but for
    /// a particle, two syllables must begin a word or follow two others, and only longer ones may have spaces in between.
    /// </summary>
    private static bool IsKoreanWord(QuestionText text, int start, int end)
    {
        var length = end - start;
        var from = text.ToSpaced(start);
        var to = text.ToSpaced(end - 1) + 1;
        var atWordStart = text.WordStartsAt(start);
        if (to - from > length && (length < 3 || !atWordStart))
            return false;
        if (length == 1)
            return atWordStart && KoreanWords.IsParticle(RestOfWord(text.Spaced, to)) | RestOfWord(text.Spaced, to).IsEmpty;
        return length > 2 || atWordStart || start >= 2 && !text.WordStartsAt(start - 1);
    }

    private static ReadOnlySpan<char> RestOfWord(string spaced, int start)
    {
        var end = start;
        while (end < spaced.Length && Hangul.IsHangul(spaced[end]))
            end++;
        return spaced.AsSpan(start, end - start);
    }

    private static bool IsLatinWord(string spaced, int start, ref int end)
    {
        if (start > 0 && IsLatin(spaced[start - 1]) && IsLatin(spaced[start]))
            return false;
        if (end == spaced.Length || !IsLatin(spaced[end]))
            return true;
        if (spaced[end] == 's' && (end + 1 == spaced.Length || !IsLatin(spaced[end + 1])))
        {
            end++;
            return true;
        }

        return false;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);
}
