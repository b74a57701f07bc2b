using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CustomerService.Ai.Gateway;

/// <summary>A text in which marks such as <c>⟦1⟧</c> stand for addresses and numbers of persons, and what they stand for.</summary>
internal sealed partial class Veil
{
    private readonly List<string> _hidden = [];

    public Veil(string text) => Text = PersonalData.Replaced(text.Replace('⟦', '[').Replace('⟧', ']'), found =>
    {
        _hidden.Add(found);
        return string.Create(CultureInfo.InvariantCulture, $"⟦{_hidden.Count}⟧");
    });

    public string Text { get; }

    /// <summary>A text that was made of <see cref="Text"/>, with what the marks stand for.</summary>
    /// <returns>Null unless each mark stands in it exactly once.</returns>
    public string? Lift(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = true;
        var lifted = Mark().Replace(text, mark =>
        {
            isWhole &= int.TryParse(mark.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _hidden.Count && seen.Add(mark.Value);
            return isWhole ? _hidden[int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture) - 1] : "";
        });
        return isWhole && seen.Count == _hidden.Count ? lifted : null;
    }

    /// <summary>Without characters that are not seen, but for the ends of lines.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !Rune.IsControl(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    [GeneratedRegex(@"⟦(?<number>[0-9]{1,3})⟧", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Mark();
}
