using System.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>The rows of a small CSV text (RFC 4180): commas, quotes doubled within quotes, line breaks within quotes.</summary>
internal static class CsvRows
{
    public static IEnumerable<IReadOnlyList<string>> Of(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                End();
            else if (c is '\n' or '\r' && !quoted)
            {
                if (row.Count == 0 && cell.Length == 0)
                    continue;
                End();
                yield return row;
                row = [];
            }
            else
                cell.Append(c);
        }

        if (row.Count > 0 || cell.Length > 0)
        {
            End();
            yield return row;
        }

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
