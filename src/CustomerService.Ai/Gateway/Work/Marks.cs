using System.Text.RegularExpressions;

namespace CustomerService.Ai.Gateway;

/// <summary>Citation marks such as <c>[3]</c>, which mean nothing outside the answer they stand in.</summary>
internal static partial class Marks
{
    public static string Without(string text) => Mark().Replace(text, "");

    [GeneratedRegex(@"[ \t]{0,4}\[[0-9,;\s–-]{1,40}\]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Mark();
}
