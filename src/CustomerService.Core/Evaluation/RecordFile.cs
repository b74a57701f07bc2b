using System.Text.Json;
using CustomerService.Core.Import;

namespace CustomerService.Core.Evaluation;

/// <summary>Reads flat records: a JSON array of objects, JSON lines, or CSV with a header. Names are compared whatever their case; what is no text, number or yes and no is left out.</summary>
internal static class RecordFile
{
    /// <exception cref="JsonException">It is not JSON that can be read.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string text)
    {
        text = text.TrimStart('\uFEFF').Trim();
        return text.Length == 0 ? [] : text[0] switch { '[' => OfArray(text), '{' => OfLines(text), _ => OfCsv(text) };
    }

    /// <summary>Where the JSON is broken, for people.</summary>
    public static string Words(JsonException broken) => $"It is not JSON that can be read: line {(broken.LineNumber ?? 0) + 1}, character {(broken.BytePositionInLine ?? 0) + 1}.";

    private static IEnumerable<IReadOnlyDictionary<string, string>> OfArray(string text)
    {
        using var document = JsonDocument.Parse(text);
        foreach (var element in document.RootElement.EnumerateArray())
            yield return Fields(element);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> OfLines(string text)
    {
        foreach (var (line, index) in text.Split('\n').Select((l, i) => (Line: l.Trim(), i)).Where(l => l.Line.Length > 0))
        {
            using var document = Parse(line, index);
            yield return Fields(document.RootElement);
        }
    }

    private static JsonDocument Parse(string line, int index)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new JsonException(e.Message, e.Path, index, e.BytePositionInLine, e);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> OfCsv(string text)
    {
        IReadOnlyList<string>? header = null;
        var rows = new DelimitedRows(new StringReader(text), ',');
        while (rows.Read() is { Cells: var row })
        {
            if (header is null)
            {
                header = [.. row.Select(n => n.Trim())];
                continue;
            }

            var fields = Empty();
            for (var i = 0; i < Math.Min(header.Count, row.Count); i++)
                fields[header[i]] = row[i].Trim();
            yield return fields;
        }
    }

    private static Dictionary<string, string> Fields(JsonElement element)
    {
        var fields = Empty();
        if (element.ValueKind != JsonValueKind.Object)
            return fields;
        foreach (var property in element.EnumerateObject().Where(p => p.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)))
            fields[property.Name] = property.Value.ToString().Trim();
        return fields;
    }

    private static Dictionary<string, string> Empty() => new(StringComparer.OrdinalIgnoreCase);
}
