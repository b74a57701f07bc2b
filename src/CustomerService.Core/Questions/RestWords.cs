using CustomerService.Core.Text;

namespace CustomerService.Core.Questions;

/// <summary>The words of a sentence that no rule has explained.</summary>
internal static class RestWords
{
    /// <summary>Adds them to the list, folded and without particles, each once.</summary>
    public static void AddTo(List<string> words, QuestionText text, int limit)
    {
        var spaced = text.Spaced;
        for (var start = 0; start < spaced.Length && words.Count < limit; start++)
        {
            if (!char.IsLetterOrDigit(spaced[start]))
                continue;
            var end = start + 1;
            while (end < spaced.Length && (char.IsLetterOrDigit(spaced[end]) || (spaced[end] == '-' && end + 1 < spaced.Length && char.IsLetterOrDigit(spaced[end + 1]))))
                end++;
            AddRuns(words, text, start, end);
            start = end;
        }
    }

    private static void AddRuns(List<string> words, QuestionText text, int start, int end)
    {
        for (var from = start; from < end; from++)
        {
            if (text.IsExplained(from))
                continue;
            var to = from + 1;
            while (to < end && !text.IsExplained(to))
                to++;
            var run = text.Spaced[from..to].Trim('-');
            // After a known word comes its ending: 방수(되나요).
            var isEnding = from > start && run.Length > 0 && Hangul.IsHangul(run[0]) && KoreanWords.IsEnding(run);
            if (!isEnding)
                Add(words, run);
            from = to;
        }
    }

    private static void Add(List<string> words, string run)
    {
        if (run.Length == 0 || Vocabulary.IsStopWord(run) || KoreanWords.IsAuxiliary(run))
            return;
        var word = KoreanWords.Stem(run);
        var isWord = word.Length > 1 || (word.Length == 1 && char.IsAsciiDigit(word[0]));
        if (isWord && !Vocabulary.IsStopWord(word) && !words.Contains(word))
            words.Add(word);
    }
}
