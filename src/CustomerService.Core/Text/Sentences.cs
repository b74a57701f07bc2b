namespace CustomerService.Core.Text;

/// <summary>Cuts a text into sentences at full stops, exclamation and question marks and line ends.</summary>
public static class Sentences
{
    /// <returns>Where each begins and ends, without the white space around it; none is empty.</returns>
    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
                continue;
            while (i + 1 < text.Length && (IsTerminator(text[i + 1]) || text[i + 1] is ')' or '"' or '\'' or '”'))
                i++;
            Add(text, start, i + 1, sentences);
            start = i + 1;
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool Ends(string text, int i)
    {
        if (text[i] is '\n' or '\r')
            return true;
        if (!IsTerminator(text[i]))
            return false;
        // 4.5 and example.com go on; "good.The" and "좋아요.배송" end.
        return text[i] != '.' || i + 1 == text.Length || i == 0
            || !(char.IsAsciiLetterOrDigit(text[i + 1]) && char.IsAsciiLetterOrDigit(text[i - 1])) || char.IsAsciiLetterUpper(text[i + 1]);
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static void Add(string text, int start, int end, List<(int, int)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add((start, end));
    }
}
