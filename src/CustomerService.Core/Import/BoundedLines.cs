using System.Text;

namespace CustomerService.Core.Import;

/// <summary>The lines of a text of any size; of one that is too long only the beginning is kept.</summary>
public sealed class BoundedLines(TextReader text)
{
    /// <summary>Characters of a line.</summary>
    public const int MaxCharacters = 1_000_000;
    private const int KeptOfALongLine = 200;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly Queue<string> _ahead = new();
    private int _at;
    private int _end;

    /// <summary>Of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line that was read last is longer than what of it was kept.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Lines that are to be read again.</summary>
    /// <param name="number">Of the line before them.</param>
    public void PutBack(IReadOnlyList<string> lines, long number)
    {
        var rest = _ahead.ToArray();
        _ahead.Clear();
        foreach (var line in (IEnumerable<string>)[.. lines, .. rest])
            _ahead.Enqueue(line);
        Number = number;
    }

    /// <summary>Null at the end.</summary>
    public string? Next()
    {
        IsLong = false;
        if (_ahead.TryDequeue(out var known))
        {
            Number++;
            return known;
        }

        StringBuilder? line = null;
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
                if (_end == 0)
                {
                    if (line is null)
                        return null;
                    Number++;
                    return line.ToString();
                }
            }

            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest.IndexOfAny('\n', '\r');
            var part = length < 0 ? rest : rest[..length];
            IsLong |= (line?.Length ?? 0) + part.Length > MaxCharacters;
            if (length >= 0 && line is null)
            {
                var whole = part.ToString();
                EndLine(length);
                return whole;
            }

            line ??= new();
            if (!IsLong || line.Length < KeptOfALongLine)
                line.Append(part);
            if (length >= 0)
            {
                EndLine(length);
                return line.ToString();
            }

            _at = _end;
        }
    }

    private void EndLine(int length)
    {
        Number++;
        _at += length + 1;
        if (_buffer[_at - 1] != '\r')
            return;
        if (_at == _end)
            (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        if (_at < _end && _buffer[_at] == '\n')
            _at++;
    }
}
