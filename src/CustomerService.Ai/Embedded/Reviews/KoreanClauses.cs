namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Cuts Korean sentences where a verb's ending joins one statement to the next: -지만, -는데, -고, and -요 without a full stop.</summary>
internal static class KoreanClauses
{
    private const double BeforeContrast = 0.8;
    private const double AfterContrast = 1.3;
    private const int FinalsPerSyllable = 28;
    private const int FinalNieun = 4;

    private static readonly string[] Contrasting = ["지만", "지만요", "데도", "는데요", "으나", "우나", "은데", "는데", "던데", "인데", "대신", "반면", "반면에", "지만은"];
    private static readonly string[] Joining = ["고", "구", "으며", "하며", "지며", "우며", "리며", "으면서", "거니와", "는데다", "데다가"];
    private static readonly string[] Final = ["요", "니다", "네", "죠", "음", "임", "함", "됨", "듯", "여", "용", "당", "다", "ㅠㅠ", "ㅜㅜ", "ㅎㅎ", "ㅋㅋ", "^^", "~"];

    // Words that end like a verb and are none.
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "최고", "광고", "재고", "중고", "창고", "경고", "참고", "신고", "보고", "알고", "하고", "그리고", "친구", "입구", "도구", "가구", "공구", "전구", "필요", "중요", "주요",
        "수요", "개요", "다", "보다", "마다", "모두다", "처음", "마음", "다음", "소음", "맘음", "얼음", "발음", "마음마음", "게임", "책임", "포함", "불편함", "편안함", "휴대용", "여",
        "사용", "적용", "이용", "비용", "내용", "전용", "활용", "당", "해당", "상당", "식당", "매장당", "동네", "가운데", "그런데", "근데", "별로네", "네", "생각보다", "것보다", "거보다",
        "저음", "고음", "중음", "잡음", "녹음", "방음", "믿음", "모음", "걸음", "웃음", "게다", "거다", "때마다", "여러", "참여", "하나", "다용", "겸용", "무게감", "느낌", "그냥", "저도요", "요",
    };

    private static readonly string[] AfterGo = ["있", "싶", "보니", "나서", "나니", "계", "말", "다니", "는", "도 ", "가"];

    private static readonly string[] Openers = ["근데", "그런데", "하지만", "그러나", "다만", "단,", "그래도", "반면", "대신", "그렇지만", "but"];

    public static void Split(string text, int start, int end, List<Hit> hits, List<ClauseSpan> clauses)
    {
        var from = start;
        var contrasted = false;
        for (var i = start; i < end;)
        {
            while (i < end && char.IsWhiteSpace(text[i]))
                i++;
            var word = i;
            while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not (',' or ';' or '/'))
                i++;
            var opener = word > from && StartsWithAny(text.AsSpan(word, end - word), Openers);
            if (opener)
            {
                Add(text, from, word, BeforeContrast, contrasted, clauses);
                (from, contrasted) = (word, true);
            }

            var comma = i < end && text[i] is ',' or ';' or '/';
            if (comma)
                i++;
            if (i >= end || InsideHit(hits, i))
                continue;
            switch (Ending(text.AsSpan(word, i - word).TrimEnd(",;/.!?~"), text.AsSpan(i, end - i).TrimStart()))
            {
                case Joint.Contrast:
                    Add(text, from, i, BeforeContrast, contrasted, clauses);
                    (from, contrasted) = (i, true);
                    break;
                case Joint.Joined or Joint.Ended:
                    Add(text, from, i, 1, contrasted, clauses);
                    (from, contrasted) = (i, false);
                    break;
            }
        }

        Add(text, from, end, 1, contrasted, clauses);
    }

    private enum Joint
    {
        None,
        Joined,
        Ended,
        Contrast,
    }

    private static Joint Ending(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.Length < 2 || Nouns.Contains(word.ToString()))
            return Joint.None;
        if (EndsWithAny(word, Contrasting) || (word[^1] == '데' && word[^2] is >= '가' and <= '힣' && (word[^2] - '가') % FinalsPerSyllable == FinalNieun))
            return Joint.Contrast;
        if (EndsWithAny(word, Joining))
            return StartsWithAny(next, AfterGo) ? Joint.None : Joint.Joined;
        if (word.EndsWith("보다") || word.EndsWith("마다"))
            return Joint.None;
        return EndsWithAny(word, Final) ? Joint.Ended : Joint.None;
    }

    private static bool InsideHit(List<Hit> hits, int at)
    {
        foreach (var hit in hits)
        {
            if (hit.Start < at && at < hit.End)
                return true;
        }

        return false;
    }

    private static void Add(string text, int start, int end, double weight, bool contrasted, List<ClauseSpan> clauses)
    {
        while (start < end && !IsContent(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            clauses.Add(new(start, end, contrasted ? AfterContrast : weight));
    }

    private static bool IsContent(char c) => !char.IsWhiteSpace(c) && c is not (',' or ';' or '/');

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
