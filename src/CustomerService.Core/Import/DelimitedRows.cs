using System.Text;

namespace CustomerService.Core.Import;

/// <summary>
/// The rows of a CSV or TSV text (RFC 4180: quotes doubled within quotes, line breaks within quotes), one at a time and in bounded memory.
/// A row that is broken, or whose quote is never closed, is told and costs nothing but its own line.
/// </summary>
public sealed class DelimitedRows(TextReader text, char separator)
{
    /// <summary>Characters of a row.</summary>
    public const int MaxCharacters = BoundedLines.MaxCharacters;
    private const int MaxLines = 2_000;
    private const int MaxCells = 2_000;
    private const int MaxUnclosed = 100;

    private readonly BoundedLines _lines = new(text);
    private readonly StringBuilder _cell = new();
    private int _unclosed;

    /// <summary>The next row that is not empty; null at the end.</summary>
    public FileRow? Read()
    {
        while (_lines.Next() is { } line)
        {
            if (_lines.IsLong)
                return FileRow.Broken(_lines.Number, RowFault.LineTooLong, line);
            if (line.Length > 0)
                return Row(line);
        }

        return null;
    }

    private FileRow Row(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.AsSpan().Count(separator) < MaxCells ? new(_lines.Number, line.Split(separator), null) : FileRow.Broken(_lines.Number, RowFault.TooManyCells, "");
        var (first, cells) = (_lines.Number, new List<string>());
        List<string>? more = null;
        var characters = line.Length;
        _cell.Clear();
        for (var (i, quoted, closed) = (0, false, false); ;)
        {
            if (i == line.Length && quoted)
            {
                var isFull = characters > MaxCharacters || more?.Count >= MaxLines || _unclosed >= MaxUnclosed;
                var next = isFull ? null : _lines.Next();
                if (next is not null)
                    (more ??= []).Add(next);
                if (next is null || _lines.IsLong)
                {
                    _unclosed++;
                    return GiveUp(first, RowFault.QuoteNotClosed, more);
                }

                characters += next.Length;
                _cell.Append('\n');
                (line, i) = (next, 0);
                continue;
            }

            if (i == line.Length || (line[i] == separator && !quoted))
            {
                cells.Add(_cell.ToString());
                _cell.Clear();
                if (i == line.Length)
                    return new(first, cells, null);
                if (cells.Count >= MaxCells)
                    return FileRow.Broken(first, RowFault.TooManyCells, "");
                closed = false;
                i++;
                continue;
            }

            if (quoted || (!closed && line[i] != '"') || (_cell.Length > 0 && !closed))
            {
                var length = quoted ? line.AsSpan(i).IndexOf('"') : line.AsSpan(i).IndexOf(separator);
                var end = length < 0 ? line.Length : i + length;
                _cell.Append(line, i, end - i);
                i = end;
                if (!quoted || i == line.Length)
                    continue;
                // Within quotes two are one, and one is the end.
                var isTwo = i + 1 < line.Length && line[i + 1] == '"';
                if (isTwo)
                    _cell.Append('"');
                (quoted, closed) = (isTwo, !isTwo);
                i += isTwo ? 2 : 1;
                continue;
            }

            if (line[i] == '"' && !closed)
                quoted = true;
            else if (!char.IsWhiteSpace(line[i]))
                return GiveUp(first, RowFault.TextAfterQuote, more);
            i++;
        }
    }

    /// <summary>The lines that were taken for the same row are read again, as rows of their own.</summary>
    private FileRow GiveUp(long first, RowFault fault, List<string>? more)
    {
        if (more is not null)
            _lines.PutBack(more, first);
        return FileRow.Broken(first, fault, "");
    }
}
