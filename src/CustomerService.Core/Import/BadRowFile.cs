using System.Buffers;
using System.Globalization;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>Bad rows as a CSV file that can be corrected and imported in its turn: the file's own columns, and what is wrong.</summary>
public static class BadRowFile
{
    public static async Task WriteAsync(
        TextWriter output, IReadOnlyList<string> headers, IAsyncEnumerable<BadRow> rows, string fileName, Language language, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Csv.Row([.. headers, language.Choose("파일", "file"), language.Choose("줄", "line"), language.Choose("열", "column"), language.Choose("이유", "reason")])).ConfigureAwait(false);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            IEnumerable<string> cells = row.Cells.Count == 0 ? Enumerable.Repeat("", headers.Count) : row.Cells.Take(headers.Count).Concat(Enumerable.Repeat("", Math.Max(0, headers.Count - row.Cells.Count)));
            var reason = row.Problem.In(language) + (row.Problem.Value.Length > 0 ? $" ({row.Problem.Value})" : "");
            await output.WriteAsync(Csv.Row([.. cells, fileName, row.Line.ToString(CultureInfo.InvariantCulture), row.Problem.Column, reason])).ConfigureAwait(false);
        }
    }
}

/// <summary>Rows of CSV (RFC 4180) that no spreadsheet takes for formulas.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",\"\r\n\t;");

    /// <summary>One row with its line end.</summary>
    public static string Row(IReadOnlyList<string> cells)
    {
        return $"{string.Join(',', cells.Select(Cell))}\r\n";
    }

    /// <summary>A cell that begins like a formula gets an apostrophe before it, unless it is a number; imports take it off.</summary>
    private static string Cell(string text)
    {
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        var safe = isFormula ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(Marks) || (safe.Length > 0 && (safe[0] == ' ' || safe[^1] == ' ')) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
