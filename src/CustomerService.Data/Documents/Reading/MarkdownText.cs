using System.Text;
using CustomerService.Core.Documents;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CustomerService.Data.Documents.Reading;

/// <summary>The words of a Markdown text: headings keep their marks, a table's row is a line, links and pictures are their words; HTML is left out. A form feed ends a page.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static (string? Title, IReadOnlyList<string> Pages) Read(string text)
    {
        string? title = null;
        var pages = new List<string>();
        foreach (var page in text.Split('\f'))
        {
            var lines = new StringBuilder();
            foreach (var block in Parsed(page).Descendants<Block>())
            {
                if (block is TableRow row)
                    lines.Append(string.Join(" · ", row.Descendants<ParagraphBlock>().Select(p => Words(p.Inline)))).Append('\n');
                else if (block is CodeBlock code && block is not Markdig.Extensions.Yaml.YamlFrontMatterBlock)
                    lines.Append(code.Lines.ToString()).Append('\n');
                else if (block is HeadingBlock heading && Words(heading.Inline) is { Length: > 0 } words)
                    lines.Append('#', heading.Level).Append(' ').Append(words).Append('\n');
                else if (block is ParagraphBlock paragraph && paragraph.Parent is not TableCell)
                    lines.Append(Words(paragraph.Inline)).Append('\n');
                title ??= block is HeadingBlock first ? Words(first.Inline) : null;
            }

            pages.Add(lines.ToString());
        }

        return (title, pages);
    }

    private static MarkdownDocument Parsed(string page)
    {
        try
        {
            return Markdown.Parse(page, Pipeline);
        }
        catch (ArgumentException e)
        {
            // Nested deeper than Markdig goes.
            throw new UnreadableDocumentException(DocumentProblem.Damaged, e);
        }
    }

    private static string Words(ContainerInline? inline)
    {
        var words = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            if (part is LiteralInline literal)
                words.Append(literal.Content.AsSpan());
            else if (part is CodeInline code)
                words.Append(code.Content);
            else if (part is LineBreakInline)
                words.Append(' ');
            else if (part is HtmlEntityInline entity)
                words.Append(entity.Transcoded.AsSpan());
        }

        return words.ToString().Trim();
    }
}
