using System.Text.Json;
using CustomerService.Core.Import;

namespace CustomerService.Data.Import.Reading;

/// <summary>JSON objects, one in each line; the names of the first of them are the headers.</summary>
internal sealed class JsonLines(TextReader text)
{
    private const int LookedAt = 200;

    private readonly BoundedLines _lines = new(text);
    private readonly Queue<(long Line, JsonDocument? Object)> _ahead = new();
    private Dictionary<string, int> _columns = [];

    public IReadOnlyList<string> ReadHeaders()
    {
        var names = new List<string>();
        while (_ahead.Count < LookedAt && ReadObject() is { } row)
        {
            _ahead.Enqueue(row);
            if (row.Object is { } known)
                names.AddRange(known.RootElement.EnumerateObject().Select(p => p.Name).Except(names, StringComparer.Ordinal).ToList());
        }

        _columns = names.Select((n, i) => (n, i)).ToDictionary(c => c.n, c => c.i, StringComparer.Ordinal);
        return names;
    }

    public FileRow? Read()
    {
        if (!_ahead.TryDequeue(out var row))
        {
            if (ReadObject() is not { } next)
                return null;
            row = next;
        }

        using var json = row.Object;
        if (json is null)
            return FileRow.Broken(row.Line, _lines.IsLong ? RowFault.LineTooLong : RowFault.NotJson, "");
        try
        {
            return new(row.Line, Cells(json.RootElement), null);
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates.
            return FileRow.Broken(row.Line, RowFault.NotReadable, "");
        }
    }

    private string[] Cells(JsonElement json)
    {
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        foreach (var property in json.EnumerateObject())
        {
            if (_columns.TryGetValue(property.Name, out var column) && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                cells[column] = property.Value.ToString();
        }

        return cells;
    }

    private (long Line, JsonDocument? Object)? ReadObject()
    {
        while (_lines.Next() is { } line)
        {
            if (line.Trim().Length > 0)
                return (_lines.Number, _lines.IsLong ? null : Parsed(line));
        }

        return null;
    }

    private static JsonDocument? Parsed(string line)
    {
        try
        {
            var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
