using System.Globalization;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>The cells of one row, by what they hold. The first that cannot be read is the row's problem, and what is asked for afterwards is of no use.</summary>
internal sealed class RowCells(ColumnMapping mapping, IReadOnlyList<string> headers, FileRow row)
{
    private const int MaxQuantity = 100_000_000;
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy.MM.dd", "yyyy.MM.dd.", "yyyy. M. d.", "yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy.MM.dd HH:mm", "yyyy.MM.dd HH:mm:ss",
        "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss", "yyyy년 M월 d일", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy",
    ];

    public RowProblem? Problem { get; private set; }

    public bool Has(ImportField field) => mapping.Columns.ContainsKey(field);

    /// <summary>Empty where there is no such column.</summary>
    public string this[ImportField field] => mapping.Columns.TryGetValue(field, out var column) ? At(column) : "";

    public string At(int column) => Plain(row.Cells[column]).Trim();

    public string Text(ImportField field, int most, bool isNeeded = false)
    {
        var text = this[field];
        if (text.Length > most)
            Fail(RowFault.TooLong, field, text);
        else if (isNeeded && text.Length == 0)
            Fail(RowFault.Missing, field, text);
        return text;
    }

    /// <summary>A number or code as the catalogue writes them; null where there is none.</summary>
    public string? Id(ImportField field, bool isNeeded = false)
    {
        var text = Text(field, 200, isNeeded);
        if (text.Length == 0)
            return null;
        var id = Identifier.Of(text);
        return id ?? Fail<string>(RowFault.NotAnId, field, text);
    }

    public Money? Price(ImportField field, string currency)
    {
        var text = this[field];
        return text.Length == 0 ? null : Amounts.Price(text, currency) ?? (Money?)Fail(RowFault.NotAnAmount, field, text);
    }

    public string Currency(string otherwise)
    {
        var text = this[ImportField.Currency].ToUpperInvariant();
        if (text.Length == 0)
            return otherwise;
        return text.Length == 3 && text.All(char.IsAsciiLetter) ? text : Fail<string>(RowFault.NotACurrency, ImportField.Currency, text) ?? otherwise;
    }

    /// <summary>Pieces; null where nothing stands. Less than none, as oversold goods are told, is none.</summary>
    public int? Count(ImportField field)
    {
        var text = this[field];
        if (text.Length == 0)
            return null;
        return Amounts.Number(text) is { } number && number == Math.Truncate(number) && number is > -MaxQuantity and < MaxQuantity
            ? Math.Max(0, (int)number)
            : (int?)Fail(RowFault.NotACount, field, text);
    }

    public bool? Flag(ImportField field)
    {
        var text = this[field].ToLowerInvariant();
        return text switch
        {
            "" => null,
            "1" or "true" or "yes" or "y" or "active" or "in stock" or "in_stock" or "instock" or "예" or "판매중" or "판매 중" or "있음" => true,
            "0" or "-1" or "false" or "no" or "n" or "draft" or "archived" or "discontinued" or "backorder" or "onbackorder" or "preorder" or "out of stock" or "out_of_stock" or "outofstock"
                or "아니요" or "아니오" or "판매종료" or "판매 종료" or "단종" or "품절" or "없음" => false,
            _ => (bool?)Fail(RowFault.NotYesOrNo, field, text),
        };
    }

    /// <summary>An instant; a day or a time without an offset is one of the shop's.</summary>
    public DateTimeOffset? Instant(ImportField field, TimeZoneInfo zone)
    {
        var text = this[field];
        if (text.Length == 0)
            return null;
        if (text.Length is >= 9 and <= 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
            return text.Length > 10 ? DateTimeOffset.FromUnixTimeMilliseconds(since) : DateTimeOffset.FromUnixTimeSeconds(since);
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        if (text.Length >= 19 && text[10] is 'T' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant.ToUniversalTime();
        return (DateTimeOffset?)Fail(RowFault.NotADate, field, text);
    }

    public object? Fail(RowFault fault, ImportField field, string value)
    {
        Problem ??= FileRow.ProblemOf(fault, mapping.Columns.TryGetValue(field, out var column) ? headers[column] : "", value);
        return null;
    }

    public T? Fail<T>(RowFault fault, ImportField field, string value)
        where T : class
    {
        Fail(fault, field, value);
        return null;
    }

    // What an export of ours set before a cell, so that no spreadsheet takes it for a formula.
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' ? cell[1..] : cell;
}
