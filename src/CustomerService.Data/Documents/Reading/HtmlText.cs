using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CustomerService.Data.Documents.Reading;

/// <summary>The words that a reader of a page sees: headings with Markdown's marks, a table's row as a line. Scripts do not run, and nothing is fetched.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unseen =
        ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "NAV", "HEAD", "IFRAME", "OBJECT", "SVG", "CANVAS", "SELECT", "BUTTON", "FORM", "AUDIO", "VIDEO"];

    private static readonly HashSet<string> Blocks =
        ["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "UL", "OL", "LI", "DL", "DT", "DD", "TABLE", "TR", "BLOCKQUOTE", "PRE", "BR", "HR", "FIGURE", "FIGCAPTION", "DETAILS", "SUMMARY", "ADDRESS", "BODY"];

    public static (string? Title, IReadOnlyList<string> Pages) Read(string text)
    {
        using var document = new HtmlParser().ParseDocument(text);
        var lines = new StringBuilder();
        // Without recursion: elements may be nested as deep as somebody likes.
        for (INode? node = document.Body; node is not null;)
        {
            var isSeen = node is not IElement element || IsSeen(element);
            if (isSeen)
                Enter(node, lines);
            var next = isSeen ? node.FirstChild : null;
            while (next is null && node is not null && node != document.Body)
            {
                Leave(node, lines);
                next = node.NextSibling;
                node = next is null ? node.Parent : node;
            }

            node = next;
        }

        return (document.QuerySelector("h1")?.TextContent is { Length: > 0 } heading ? heading : document.Title, [Tidy(lines)]);
    }

    private static void Enter(INode node, StringBuilder lines)
    {
        if (node is IText words)
            lines.Append(words.Data.ReplaceLineEndings(" ").Replace('\t', ' '));
        else if (LevelOf(node) is { } level)
            lines.Append('\n').Append('#', level).Append(' ');
        else if (Blocks.Contains(node.NodeName))
            lines.Append('\n');
    }

    private static void Leave(INode node, StringBuilder lines)
    {
        if (node.NodeName is "TD" or "TH")
            lines.Append(" · ");
        else if (LevelOf(node) is not null || Blocks.Contains(node.NodeName))
            lines.Append('\n');
    }

    private static bool IsSeen(IElement element) =>
        !Unseen.Contains(element.NodeName.ToUpperInvariant()) && !element.HasAttribute("hidden") && element.GetAttribute("aria-hidden") != "true"
        && element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) != true;

    private static int? LevelOf(INode node) => node.NodeName is ['H', >= '1' and <= '6' and var level] ? level - '0' : null;

    private static string Tidy(StringBuilder lines) => string.Join('\n', lines.ToString().Split('\n')
        .Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('·', ' '))
        .Where(l => l.Trim('#', ' ').Length > 0));
}
