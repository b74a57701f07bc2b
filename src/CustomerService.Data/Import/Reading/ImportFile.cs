using CustomerService.Core.Import;

namespace CustomerService.Data.Import.Reading;

/// <summary>A file as headers and rows, whatever its format.</summary>
internal sealed class ImportFile : IDisposable
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly IDisposable _source;
    private readonly Func<FileRow?> _next;

    private ImportFile(string encoding, IReadOnlyList<string> headers, ImportDialect? dialect, IDisposable source, Func<FileRow?> next) =>
        (Encoding, Headers, Dialect, _source, _next) = (encoding, headers, dialect, source, next);

    public string Encoding { get; }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>Null where the headers have to tell.</summary>
    public ImportDialect? Dialect { get; }

    /// <exception cref="ImportFileException">It cannot be read at all.</exception>
    public static ImportFile Open(string path)
    {
        var (text, encoding) = TextFile.Open(path);
        try
        {
            return FirstOf(text) switch
            {
                '<' => Feed(text, encoding),
                '{' => Lines(text, encoding),
                _ => Table(path, text, encoding),
            };
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <summary>The next row, with as many cells as there are headers; null at the end.</summary>
    public FileRow? Read()
    {
        if (_next() is not { } row)
            return null;
        if (row.Problem is not null)
            return row;
        if (row.Cells.Count < Headers.Count)
            return row with { Problem = new(RowFault.TooFewCells, Headers[row.Cells.Count], row.Cells[^1].Length > 100 ? "" : row.Cells[^1]) };
        if (row.Cells.Count > Headers.Count && row.Cells.Skip(Headers.Count).Any(c => c.Trim().Length > 0))
            return row with { Problem = new(RowFault.TooManyCells, "", "") };
        for (var i = 0; i < Headers.Count; i++)
        {
            if (row.Cells[i].AsSpan().ContainsAny('\uFFFD', '\0'))
                return row with { Problem = FileRow.ProblemOf(RowFault.NotReadable, Headers[i], row.Cells[i]) };
        }

        return row;
    }

    public void Dispose() => _source.Dispose();

    private static char FirstOf(StreamReader text)
    {
        while (text.Peek() is var next and >= 0 && (char.IsWhiteSpace((char)next) || next == '\uFEFF'))
            _ = text.Read();
        return text.Peek() is var first and >= 0 ? (char)first : throw new ImportFileException(new(FileFault.Empty, ""));
    }

    private static ImportFile Feed(StreamReader text, string encoding)
    {
        var feed = new MerchantFeed(text);
        return new(encoding, MerchantFeed.Headers, ImportDialect.GoogleMerchant, feed, feed.Read);
    }

    private static ImportFile Lines(StreamReader text, string encoding)
    {
        var lines = new JsonLines(text);
        var headers = lines.ReadHeaders();
        return headers.Count > 0 ? new(encoding, headers, null, text, lines.Read) : throw new ImportFileException(new(FileFault.NotText, ""));
    }

    private static ImportFile Table(string path, StreamReader text, string encoding)
    {
        // The separator is the one by which most headers are recognised.
        var best = Separators.Select(s => (Separator: s, Headers: HeadersBy(path, s))).Where(s => s.Headers.Count > 0)
            .OrderByDescending(s => ColumnMapping.Recognise(s.Headers)?.Columns.Count ?? 0).ThenByDescending(s => s.Headers.Count).FirstOrDefault();
        if (best.Headers is null)
            throw new ImportFileException(new(FileFault.NoHeaders, ""));
        var rows = new DelimitedRows(text, best.Separator);
        rows.Read();
        return new(encoding, best.Headers, null, text, rows.Read);
    }

    private static IReadOnlyList<string> HeadersBy(string path, char separator)
    {
        using var text = TextFile.Open(path).Text;
        return new DelimitedRows(text, separator).Read() is { Problem: null } row ? [.. row.Cells.Select(c => c.Trim().Trim('\uFEFF'))] : [];
    }
}
