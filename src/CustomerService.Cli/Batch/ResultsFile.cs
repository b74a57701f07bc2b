using System.Text;
using System.Text.Json;

namespace CustomerService.Cli.Batch;

/// <summary>
/// The results as JSON lines, each written the moment it is there, so that a batch goes on where it was stopped or killed. Nobody
/// else can write the file meanwhile.
/// </summary>
internal sealed class ResultsFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
    private readonly FileStream _file;

    private ResultsFile(FileStream file) => _file = file;

    /// <summary>Opens or makes the file, drops a last line that was written by half, and reads what is finished.</summary>
    /// <exception cref="InvalidDataException">It holds something other than results.</exception>
    public static ResultsFile Open(string path)
    {
        var results = new ResultsFile(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
        try
        {
            results.DropHalfLine();
            results.ReadFinished();
            return results;
        }
        catch
        {
            results.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a result that succeeded.</summary>
    public bool IsFinished(BatchItem item) => _finished.Contains(item.Key);

    public void Add(BatchResult result)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(result, BatchFormat.Compact.BatchResult);
        lock (_gate)
            _file.Write([.. line, (byte)'\n']);
    }

    public void Dispose() => _file.Dispose();

    private void DropHalfLine()
    {
        var end = EndOfLastLine();
        var tail = new byte[_file.Length - end];
        _file.Position = end;
        _file.ReadExactly(tail);
        if (tail.Length == 0)
            return;
        var text = Encoding.UTF8.GetString(tail);
        if (!text.StartsWith(BatchResult.Beginning, StringComparison.Ordinal) && !BatchResult.Beginning.StartsWith(text, StringComparison.Ordinal))
            throw NoResults();
        _file.SetLength(end);
    }

    private long EndOfLastLine()
    {
        var block = new byte[4096];
        for (var end = _file.Length; end > 0;)
        {
            var start = Math.Max(0, end - block.Length);
            var span = block.AsSpan(0, (int)(end - start));
            _file.Position = start;
            _file.ReadExactly(span);
            if (span.LastIndexOf((byte)'\n') is >= 0 and var at)
                return start + at + 1;
            end = start;
        }

        return 0;
    }

    private void ReadFinished()
    {
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        while (reader.ReadLine() is { } text)
        {
            if (Parse(text) is not { Line: { } line, Fingerprint: { } fingerprint, State: { } state } done)
                throw NoResults();
            if (state == BatchState.Succeeded)
                _finished.Add(BatchItem.KeyOf(done.Id, line, fingerprint));
        }

        _file.Position = _file.Length;
    }

    private static FinishedLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, BatchFormat.Compact.FinishedLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private InvalidDataException NoResults() => new($"{_file.Name} holds something other than results of a batch. Choose another file with --output.");
}
