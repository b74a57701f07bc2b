namespace CustomerService.Web.Components;

/// <summary>A paragraph or a list of an answer.</summary>
/// <param name="Items">One entry for a paragraph; one an item for a list.</param>
public sealed record AnswerBlock(bool IsList, IReadOnlyList<string> Items)
{
    public bool Equals(AnswerBlock? other) => other is not null && IsList == other.IsList && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(IsList, Items.Count);
}

/// <summary>A run of characters within a block.</summary>
/// <param name="Citation">The number of the evidence when the run is a citation mark.</param>
public readonly record struct AnswerSpan(string Text, bool Strong, int? Citation = null);

/// <summary>
/// Reads the little Markdown that answers are written in: paragraphs, <c>- </c> lists, <c>**strong**</c> and citation marks <c>[1]</c>.
/// Everything else, HTML and links included, is plain text.
/// </summary>
public static class AnswerMarkup
{
    private const string StrongMark = "**";
    private const int MaxCitationDigits = 3;

    /// <summary>Splits a text into blocks. More text only changes the last block or adds others.</summary>
    public static IReadOnlyList<AnswerBlock> Blocks(string text)
    {
        var blocks = new List<AnswerBlock>();
        var open = new List<string>();
        var isList = false;

        void Close()
        {
            if (open.Count > 0)
                blocks.Add(isList ? new(true, [.. open]) : new(false, [string.Join('\n', open)]));
            open.Clear();
        }

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                Close();
            }
            else if (line.Trim() is var item && (item is "-" or "*" || item.StartsWith("- ", StringComparison.Ordinal) || item.StartsWith("* ", StringComparison.Ordinal)))
            {
                // A mark alone is an item whose words are still to come.
                if (!isList)
                    Close();
                isList = true;
                open.Add(item[1..].Trim());
            }
            else if (isList && open.Count > 0 && char.IsWhiteSpace(line[0]))
            {
                open[^1] += "\n" + line.Trim();
            }
            else
            {
                if (isList)
                    Close();
                isList = false;
                open.Add(line.Trim());
            }
        }

        Close();
        return blocks;
    }

    /// <summary>Splits a block's text into runs.</summary>
    /// <param name="growing">Whether more is to come: then a strong run without its end is strong already, and does not flicker.</param>
    public static IReadOnlyList<AnswerSpan> Spans(string text, bool growing)
    {
        var spans = new List<AnswerSpan>();
        var strong = false;
        var start = 0;

        void Flush(int end)
        {
            if (end > start)
                spans.Add(new(text[start..end], strong));
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, StrongMark, 0, StrongMark.Length) == 0
                && (strong || growing || text.IndexOf(StrongMark, i + StrongMark.Length, StringComparison.Ordinal) >= 0))
            {
                Flush(i);
                strong = !strong;
                start = i + StrongMark.Length;
                i = start - 1;
            }
            else if (text[i] == '[' && CitationAt(text, i) is var (number, length))
            {
                Flush(i);
                spans.Add(new(text.Substring(i, length), strong, number));
                start = i + length;
                i = start - 1;
            }
        }

        Flush(text.Length);
        return spans;
    }

    /// <summary>A text's words without its marks, on one line.</summary>
    public static string Plain(string text) => string.Concat(Spans(text, growing: true).Where(s => s.Citation is null).Select(s => s.Text)).Trim();

    private static (int Number, int Length)? CitationAt(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start <= MaxCitationDigits && char.IsAsciiDigit(text[end]))
            end++;
        var isMark = end > start + 1 && end < text.Length && text[end] == ']'
            // [1](address) is a link in Markdown, which answers do not have: it stays text as a whole.
            && (end + 1 == text.Length || text[end + 1] != '(');
        return isMark ? (int.Parse(text.AsSpan(start + 1, end - start - 1), System.Globalization.CultureInfo.InvariantCulture), end + 1 - start) : null;
    }
}
