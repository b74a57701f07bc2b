using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Documents;

/// <summary>
/// Cuts the text of a document's pages into passages at its headings: numbered ones (2.1 Cleaning), 제3조, and Markdown's. What is no running text
/// is left out: tables of contents, page numbers, and lines that return at the edge of most pages.
/// </summary>
public static partial class PassageCutter
{
    /// <summary>Characters of a passage. A longer section becomes several.</summary>
    public const int MaxLength = 1_200;

    private const int MaxHeading = 90;
    // Lines at each end of a page among which running heads are looked for.
    private const int Edge = 2;
    private const int FewPages = 3;

    /// <param name="pages">The text of each page, in order; an empty one counts as a page.</param>
    public static IReadOnlyList<Passage> Cut(IReadOnlyList<string> pages)
    {
        var lines = pages.Select(p => p.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList()).ToList();
        var running = RunningHeads(lines);
        var repeated = lines.SelectMany(p => p).Where(l => l.Length <= MaxHeading).GroupBy(Letters, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var cutting = new Cutting(repeated);
        for (var i = 0; i < lines.Count; i++)
        {
            cutting.Turn(i + 1);
            List<string> kept = [.. lines[i].Where(l => !Contents().IsMatch(l) && !PageNumber().IsMatch(l) && !running.Contains(Shape(l)))];
            for (var k = 0; k < kept.Count; k++)
                cutting.Add(kept[k], isGoingOn: k + 1 < kept.Count && char.IsLower(kept[k + 1][0]));
        }

        return cutting.End();
    }

    /// <returns>Null for a line that is no heading; with the number of a chapter, of which one does not know yet whether it is that of a list.</returns>
    private static Title? Heading(string line)
    {
        if (line.Length > MaxHeading)
            return null;
        if (Markdown().Match(line) is { Success: true } marked)
        {
            // 2.1 says more of its level than a mark, which a file's letter sizes may have given.
            var text = marked.Groups["text"].Value;
            return Numbered().Match(text) is { Success: true } n && n.Groups["number"].Value.Split('.') is var parts
                ? new(parts.Length, text, int.Parse(parts[0], CultureInfo.InvariantCulture), IsMarked: true)
                : new(marked.Groups["mark"].Length, text, null, IsMarked: true);
        }

        if (Article().IsMatch(line))
            return new(line.Contains('조', StringComparison.Ordinal) ? 2 : 1, line, null);
        if (Numbered().Match(line) is not { Success: true } numbered || ".!?,;".Contains(line[^1], StringComparison.Ordinal))
            return null;
        var number = numbered.Groups["number"].Value.Split('.');
        return new(number.Length, line, int.Parse(number[0], CultureInfo.InvariantCulture));
    }

    private static HashSet<string> RunningHeads(List<List<string>> pages)
    {
        if (pages.Count < FewPages)
            return [];
        return pages.SelectMany(p => p.Take(Edge).Concat(p.Skip(Math.Max(Edge, p.Count - Edge))).Select(Shape).Distinct(StringComparer.Ordinal))
            .GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() * 2 > pages.Count).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A line whatever its page's number is.</summary>
    private static string Shape(string line) => Digits().Replace(line, "0");

    private static string Letters(string line) => string.Concat(line.Where(char.IsLetter));

    [GeneratedRegex(@"(\.\s?){4}|…{2}|·{4}|_{4}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^[-–—\s]{0,3}\d{1,4}(\s?/\s?\d{1,4})?[-–—\s]{0,3}$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?<mark>\#{1,6})\s{1,9}(?<text>\S.{0,89}?)[\s\#]{0,9}$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"^제\s?\d{1,3}\s?[장절조]", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<number>\d{1,2}(\.\d{1,2}){0,3})[.:)]?\s{1,9}[\p{Lu}\p{Lo}]", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d{1,9}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Digits();

    /// <param name="Number">That of its chapter; null where it bears none.</param>
    /// <param name="IsMarked">Whether it is surely a heading.</param>
    private sealed record Title(int Level, string Text, int? Number, bool IsMarked = false);

    /// <param name="repeated">The letters of lines that stand there more than once: in a table of contents, and where they belong.</param>
    private sealed class Cutting(IReadOnlySet<string> repeated)
    {
        private readonly List<Passage> _passages = [];
        private readonly StringBuilder _text = new();
        private readonly List<Title> _headings = [];
        private bool _isHeadingAlone;
        private int _page;
        private int _chapter;
        // The number of the list item before.
        private int _item;

        public void Turn(int page)
        {
            Flush();
            _page = page;
        }

        /// <param name="isGoingOn">Whether the next line goes on in the middle of a sentence.</param>
        public void Add(string line, bool isGoingOn)
        {
            if (isGoingOn || Heading(line) is not { } title || IsListItem(title))
            {
                Append(line);
                return;
            }

            // Headings of one level one after another are a list.
            if (_isHeadingAlone && !_headings[^1].IsMarked && _headings[^1].Level >= title.Level)
            {
                var item = _headings[^1].Text;
                _headings.RemoveAt(_headings.Count - 1);
                if (!repeated.Contains(Letters(item)))
                    Append(item);
            }
            else
            {
                Flush();
            }

            _headings.RemoveAll(h => h.Level >= title.Level);
            _headings.Add(title);
            (_isHeadingAlone, _chapter, _item) = (true, title.Number ?? _chapter, 0);
        }

        public List<Passage> End()
        {
            Flush();
            return _passages;
        }

        /// <summary>Whether it counts on in a list, or begins one, rather than being the next chapter.</summary>
        private bool IsListItem(Title title)
        {
            if (title is not { Level: 1, Number: { } number, IsMarked: false } || repeated.Contains(Letters(title.Text)) || (number != _item + 1 && (_chapter == 0 || number == _chapter + 1)) || (_item == 0 && number == _chapter + 1))
                return false;
            _item = number;
            return true;
        }

        private void Append(string line)
        {
            _isHeadingAlone = false;
            foreach (var part in Parts(line))
            {
                if (_text.Length + part.Length + 1 > MaxLength)
                    Flush();
                if (_text.Length > 0)
                    _text.Append(' ');
                _text.Append(part);
            }
        }

        private static IEnumerable<string> Parts(string line)
        {
            for (var start = 0; start < line.Length;)
            {
                var end = Math.Min(line.Length, start + MaxLength);
                if (end < line.Length && line.LastIndexOf(' ', end - 1, end - start) is var space && space > start)
                    end = space;
                else if (end < line.Length && char.IsLowSurrogate(line[end]))
                    end--;
                yield return line[start..end].Trim();
                start = end;
            }
        }

        private void Flush()
        {
            if (_text.Length == 0)
                return;
            _passages.Add(new(_page, _headings is [.., var above, _] ? above.Text : "", _headings is [.., var own] ? own.Text : "", _text.ToString()));
            _text.Clear();
        }
    }
}
