namespace CustomerService.Core.Documents;

/// <summary>Takes the endings off an English word, so that cleaning, cleaned and cleaner are found by clean. What comes out need not be a word.</summary>
internal static class EnglishStem
{
    private const int MinStem = 3;

    private static readonly (string Ending, string Left)[] Endings =
    [
        ("ization", ""), ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ingly", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("edly", ""),
        ("ness", ""), ("age", ""), ("ers", ""), ("er", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""), ("y", ""),
    ];

    /// <param name="token">Lower case; other languages and numbers stay as they are.</param>
    public static string Of(string token)
    {
        if (!token.All(char.IsAsciiLetterLower))
            return token;
        foreach (var (ending, left) in Endings)
        {
            if (token.Length - ending.Length < MinStem || !token.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = token[..^ending.Length] + left;
            // stopp(ed) is stop.
            return stem.Length > MinStem && stem[^1] == stem[^2] ? stem[..^1] : stem;
        }

        return token;
    }
}
