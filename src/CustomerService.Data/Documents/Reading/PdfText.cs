using System.Text;
using CustomerService.Core.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace CustomerService.Data.Documents.Reading;

/// <summary>The text of a PDF's pages in reading order. Lines in a larger letter than the text's are headings.</summary>
internal static class PdfText
{
    private const int MaxPages = 3_000;
    private const int MaxHeading = 90;
    private const double HeadingFrom = 1.12;

    public static (string? Title, IReadOnlyList<string> Pages) Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var pdf = PdfDocument.Open(content.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters() });
            if (pdf.NumberOfPages > MaxPages)
                throw new UnreadableDocumentException(DocumentProblem.TooLarge);
            List<IReadOnlyList<Line>> pages = [.. pdf.GetPages().Select(Lines)];
            var sizes = Headings(pages);
            pages = [.. pages.Select(p => WholeHeadings(p, sizes))];
            return (pages.SelectMany(p => p).FirstOrDefault(l => LevelOf(l, sizes) == 1)?.Text ?? pdf.Information.Title, [.. pages.Select(p => Written(p, sizes))]);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException(DocumentProblem.Encrypted, e);
        }
        catch (Exception e) when (e is not UnreadableDocumentException and not OutOfMemoryException)
        {
            throw new UnreadableDocumentException(DocumentProblem.Damaged, e);
        }
    }

    private static IReadOnlyList<Line> Lines(Page page)
    {
        var words = page.GetWords(NearestNeighbourWordExtractor.Instance).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        if (words.Count == 0)
            return [];
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        return [.. blocks.SelectMany((b, i) => b.TextLines.Select(l => new Line(l.Text, Size(l), i)))];
    }

    private static double Size(TextLine line) => Math.Round(line.Words.SelectMany(w => w.Letters).Average(l => l.PointSize), 1);

    /// <summary>The sizes of headings, largest first: above the size in which most of the text is set.</summary>
    private static List<double> Headings(List<IReadOnlyList<Line>> pages)
    {
        var lines = pages.SelectMany(p => p).ToList();
        if (lines.Count == 0)
            return [];
        var body = lines.GroupBy(l => l.Size).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;
        return [.. lines.Where(l => l.Size >= body * HeadingFrom && l.Text.Length <= MaxHeading).Select(l => l.Size).Distinct().OrderDescending().Take(6)];
    }

    /// <summary>A heading that is too long for its line goes on in the next.</summary>
    private static List<Line> WholeHeadings(IReadOnlyList<Line> lines, List<double> sizes)
    {
        var whole = new List<Line>();
        foreach (var line in lines)
        {
            if (whole is [.., var before] && before.Block == line.Block && LevelOf(before, sizes) is { } level && level == LevelOf(line, sizes) && before.Text.Length + line.Text.Length < MaxHeading)
                whole[^1] = before with { Text = $"{before.Text} {line.Text}" };
            else
                whole.Add(line);
        }

        return whole;
    }

    private static int? LevelOf(Line line, List<double> sizes) =>
        line.Text.Length <= MaxHeading && line.Text[^1] is not ('.' or ',') && sizes.IndexOf(line.Size) is >= 0 and var level ? level + 1 : null;

    private static string Written(IReadOnlyList<Line> lines, List<double> sizes)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (LevelOf(line, sizes) is { } level)
                text.Append('#', level).Append(' ');
            text.Append(line.Text).Append('\n');
        }

        return text.ToString();
    }

    private sealed record Line(string Text, double Size, int Block);
}
