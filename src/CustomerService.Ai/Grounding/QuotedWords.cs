namespace CustomerService.Ai.Grounding;

/// <summary>Finds words within quotation marks that are long enough to be somebody's.</summary>
internal static class QuotedWords
{
    private const int ShortestQuote = 8;

    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Closing(text, i) is not { } closing)
                continue;
            var end = End(text, i + 1, closing);
            // An apostrophe or an inch sign has no partner; curly and Korean marks that are never closed quote all that follows.
            if (end < 0 && closing is '\'' or '"')
                continue;
            if (end < 0)
                end = text.Length;
            if (text[(i + 1)..end].Trim().Length >= ShortestQuote)
                yield return (i + 1, end - i - 1);
            i = end;
        }
    }

    private static char? Closing(string text, int i) => text[i] switch
    {
        '“' or '„' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '«' => '»',
        '"' when i == 0 || !char.IsAsciiDigit(text[i - 1]) => '"',
        '\'' when i == 0 || !char.IsLetterOrDigit(text[i - 1]) => '\'',
        _ => null,
    };

    private static int End(string text, int from, char closing)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != closing)
                continue;
            // It's: an apostrophe within a word.
            if (closing is not ('\'' or '’') || i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]))
                return i;
        }

        return -1;
    }
}
