using System.IO.Compression;
using System.Text;
using CustomerService.Core.Documents;
using CustomerService.Data.Documents.Reading;
using Xunit;

namespace CustomerService.Data.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Markdown_keeps_headings_words_and_rows_and_drops_what_is_no_text()
    {
        var reading = Read("a.md", "---\nkey: 1\n---\n# Care *guide*\nWipe with a [cloth](http://x.example) and\n**water**.\n\n- one\n- two\n\n| Part | Size |\n|---|---|\n| Tip | S |\n\n<script>bad()</script>\n![pic](p.png)\n\f## Next\n`code`");

        Assert.Equal("Care guide", reading.Title);
        Assert.Equal(["# Care guide\nWipe with a cloth and water.\none\ntwo\nPart · Size\nTip · S\npic\n", "## Next\ncode\n"], reading.Pages);
    }

    [Fact]
    public void Html_reads_as_its_reader_sees_it()
    {
        var reading = Read("a.html", "<title>Site</title><nav>Menu</nav><h1>Returns</h1><p>Seven   days,<br>no more.</p><div hidden>secret</div><div style='display: none'>x</div><ul><li>a<li>b</ul><table><tr><th>Fee<td>3,000</table><script>bad()</script>&amp; more");

        Assert.Equal("Returns", reading.Title);
        Assert.Equal("# Returns\nSeven days,\nno more.\na\nb\nFee · 3,000\n& more", Assert.Single(reading.Pages));
    }

    [Fact]
    public void Html_nested_without_end_is_read()
    {
        var reading = Read("a.html", string.Concat(Enumerable.Repeat("<div>", 20_000)) + "deep");

        Assert.Contains("deep", Assert.Single(reading.Pages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65001)]
    [InlineData(949)]
    [InlineData(1200)]
    [InlineData(1201)]
    public void Text_is_read_in_any_of_the_usual_encodings_page_by_page(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage);

        var reading = DocumentReader.Read("배송.txt", (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes("배송은 하루 걸립니다.\f반품은 7일입니다.")]);

        Assert.Equal("배송", reading.Title);
        Assert.Equal(["배송은 하루 걸립니다.", "반품은 7일입니다."], reading.Pages);
    }

    [Theory]
    [InlineData("E001-manual.ko.pdf", "소닉웨이브 프로 48 사용 설명서", 5, "이어팁을 빼서 미지근한 물로 헹구고", 4, "3.1 청소")]
    [InlineData("E001-manual.en.pdf", "SonicWave Pro 48 user manual", 5, "Take off the ear tips, rinse them with lukewarm water and let them dry completely.", 4, "3.1 Cleaning")]
    public void Pdf_is_read_page_by_page_with_its_headings(string file, string title, int pages, string words, int page, string heading)
    {
        using var stream = typeof(SupportDbContext).Assembly.GetManifestResourceStream("Demo/documents/" + file)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);

        var reading = DocumentReader.Read(file, content);

        Assert.Null(reading.Problem);
        Assert.Equal((title, pages), (reading.Title, reading.Pages.Count));
        Assert.Contains(words, string.Join("\n", PassageCutter.Cut(reading.Pages).Select(p => $"{p.Page} [{p.Heading}] {p.Text}")), StringComparison.Ordinal);
        var passage = PassageCutter.Cut(reading.Pages).First(p => p.Text.Contains(words, StringComparison.Ordinal));
        Assert.Equal((page, heading), (passage.Page, passage.Heading));
    }

    [Theory]
    [InlineData("a.exe", "MZ", DocumentProblem.UnknownFormat)]
    [InlineData("a.pdf", "%PDF-1.7\nnothing", DocumentProblem.Damaged)]
    [InlineData("a.pdf", "", DocumentProblem.Damaged)]
    [InlineData("a.txt", " \n\t", DocumentProblem.NoText)]
    [InlineData("a.md", "", DocumentProblem.NoText)]
    public void What_cannot_be_read_says_why(string name, string text, DocumentProblem problem) => Assert.Equal(problem, Read(name, text).Problem);

    [Fact]
    public void Pdf_that_is_cut_off_ends_in_text_or_a_problem()
    {
        using var stream = typeof(SupportDbContext).Assembly.GetManifestResourceStream("Demo/documents/E043-manual.en.pdf")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);

        foreach (var length in new[] { content.Length / 10, content.Length / 2, content.Length - 100, content.Length - 1 })
        {
            var reading = DocumentReader.Read("a.pdf", content.AsMemory(0, length));
            Assert.True(reading.Problem is not null || reading.Pages.Count > 0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pdf_that_unpacks_to_gigabytes_is_refused_whatever_its_header_says(bool hasHeader)
    {
        var zeros = new byte[1 << 20];
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 400; i++)
                zip.Write(zeros);
        }

        var content = packed.ToArray();
        if (!hasHeader)
            content.AsSpan(0, 2).Clear();

        Assert.Equal(DocumentProblem.TooLarge, DocumentReader.Read("bomb.pdf", OnePage("/Filter /FlateDecode ", content)).Problem);
    }

    [Theory]
    [InlineData("/RunLengthDecode")]
    [InlineData("/LZWDecode")]
    public void Pdf_that_unpacks_far_too_much_in_other_ways_is_refused(string filter) =>
        Assert.Equal(DocumentProblem.TooLarge, DocumentReader.Read("bomb.pdf", OnePage($"/Filter {filter} ", [.. Enumerable.Repeat((byte)129, 6_000_000)])).Problem);

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    public void Markdown_nested_without_end_is_a_problem_or_a_text(char mark) =>
        Assert.NotNull(DocumentReader.Read("a.md", Encoding.UTF8.GetBytes(new string(mark, 100_000) + " deep")));

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    public void Utf_16_without_its_mark_is_known_by_its_spaces(int codePage) =>
        Assert.Equal(["배송은 하루 걸립니다.\nIt takes a day."], DocumentReader.Read("a.txt", Encoding.GetEncoding(codePage).GetBytes("배송은 하루 걸립니다.\nIt takes a day.")).Pages);

    [Fact]
    public void Scanned_pages_have_no_text() => Assert.Equal(DocumentProblem.NoText, DocumentReader.Read("scan.pdf", OnePage("", "0 0 m 10 10 l S"u8.ToArray())).Problem);

    [Fact]
    public void File_that_is_too_large_is_refused() => Assert.Equal(DocumentProblem.TooLarge, DocumentReader.Read("a.txt", new byte[DocumentReading.MaxBytes + 1]).Problem);

    private static DocumentReading Read(string name, string text) => DocumentReader.Read(name, Encoding.UTF8.GetBytes(text));

    private static byte[] OnePage(string filter, byte[] content)
    {
        var objects = new List<byte[]>
        {
            "<< /Type /Catalog /Pages 2 0 R >>"u8.ToArray(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"u8.ToArray(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << >> /Contents 4 0 R >>"u8.ToArray(),
            (byte[])[.. Encoding.ASCII.GetBytes($"<< {filter}/Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8],
        };
        var file = new List<byte>("%PDF-1.4\n"u8.ToArray());
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Count);
            file.AddRange([.. Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"), .. objects[i], .. "\nendobj\n"u8]);
        }

        var start = file.Count;
        file.AddRange(Encoding.ASCII.GetBytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n"))}trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"));
        return [.. file];
    }
}
