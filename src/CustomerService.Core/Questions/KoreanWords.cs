using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>Takes particles and endings off Korean words. Particles change with the sound before them (은/는), which keeps "스튜디오" whole.</summary>
internal static class KoreanWords
{
    private const int FinalsPerSyllable = 28;
    private const int FinalRieul = 8;

    private enum After
    {
        Any,
        Consonant,
        Vowel,
        VowelOrRieul,
    }

    // Longest first, since the first that fits is taken.
    private static readonly (string Text, After After)[] Particles =
    [
        ("이라는데", After.Consonant), ("이라도", After.Consonant), ("이라는", After.Consonant), ("이에요", After.Consonant), ("이예요", After.Consonant),
        ("인가요", After.Any), ("이랑은", After.Consonant), ("에서는", After.Any), ("에서도", After.Any), ("입니까", After.Any), ("입니다", After.Any),
        ("이거든", After.Any), ("한테", After.Any), ("에게", After.Any), ("에서", After.Any), ("에는", After.Any), ("에도", After.Any), ("으로", After.Consonant),
        ("까지", After.Any), ("부터", After.Any), ("보다", After.Any), ("처럼", After.Any), ("마다", After.Any), ("이랑", After.Consonant), ("하고", After.Any),
        ("라는", After.Vowel), ("라도", After.Vowel), ("에요", After.Any), ("예요", After.Vowel), ("이요", After.Consonant), ("인가", After.Any), ("인데", After.Any),
        ("이나", After.Consonant), ("이고", After.Any), ("들은", After.Any), ("들이", After.Any), ("이면", After.Any), ("짜리", After.Any), ("같은", After.Any),
        ("로는", After.VowelOrRieul), ("로도", After.VowelOrRieul), ("만의", After.Any), ("밖에", After.Any), ("조차", After.Any),
        ("은", After.Consonant), ("는", After.Vowel), ("이", After.Consonant), ("가", After.Vowel), ("을", After.Consonant), ("를", After.Vowel),
        ("과", After.Consonant), ("와", After.Vowel), ("랑", After.Vowel), ("로", After.VowelOrRieul), ("나", After.Vowel), ("의", After.Any), ("에", After.Any),
        ("도", After.Any), ("만", After.Any), ("용", After.Any), ("께", After.Any), ("들", After.Any),
    ];

    /// <summary>Whether the word is a particle, whatever sound may stand before it.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word)
    {
        foreach (var (text, _) in Particles)
        {
            if (word.SequenceEqual(text))
                return true;
        }

        return false;
    }

    /// <summary>The word without its particle; at least two syllables, or one Latin letter or digit, remain.</summary>
    public static string Stem(string word)
    {
        foreach (var (text, after) in Particles)
        {
            if (!word.EndsWith(text, StringComparison.Ordinal))
                continue;
            var length = word.Length - text.Length;
            if (length < 1 || (length < 2 && Hangul.IsHangul(word[0])) || !Fits(after, word[length - 1]))
                continue;
            return word[..length];
        }

        return word;
    }

    /// <summary>
    /// Whether this is how a verb or a copula goes on or ends after its stem, as in 되나요, 있어요, 인가요, 하는데: what may
    /// follow a known word inside the same spaced word without adding a topic of its own.
    /// </summary>
    public static bool IsEnding(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || IsParticle(text))
            return true;
        foreach (var start in EndingStarts)
        {
            if (text.StartsWith(start))
                return true;
        }

        return text[^1] is '요' or '까' or '죠' or '냐' or '니' or '다' or '함' or '음' or '임' or '됨' or '여' or '용' or '염' or '지';
    }

    /// <summary>Whether the word is a mere 있나요, 되는지, 할까요: a verb that says nothing by itself.</summary>
    public static bool IsAuxiliary(string word) =>
        word.Length <= 5 && word[0] is '있' or '없' or '되' or '돼' or '될' or '된' or '하' or '해' or '할' or '한' or '가' or '같' && IsEnding(word);

    private static readonly string[] EndingStarts =
    [
        "하", "되", "된", "될", "됐", "돼", "됩", "한", "할", "해", "했", "합", "있", "없", "인", "일", "이", "입", "예", "에", "같", "가", "나", "좋", "안", "잘", "많",
        "적", "길", "긴", "짧", "높", "낮", "큰", "빠", "어", "아", "은", "는", "을", "를", "도", "만", "로", "으로", "까지", "부터", "보다", "쯤", "정도", "씩", "들", "게",
        "고", "면", "지", "던", "든", "데", "대", "려", "러", "기", "ㅋ", "ㅎ", "ㅠ", "ㅜ",
    ];

    private static bool Fits(After after, char last)
    {
        if (after == After.Any || last is < '가' or > '힣')
            return true;
        var final = (last - '가') % FinalsPerSyllable;
        return after switch
        {
            After.Consonant => final != 0,
            After.Vowel => final == 0,
            _ => final is 0 or FinalRieul,
        };
    }
}
