using System.Security.Cryptography;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using CustomerService.Data.Import.Reading;

namespace CustomerService.Data.Import;

/// <summary>What a file holds as a whole, found by reading it once.</summary>
internal sealed record Survey(
    FileProblem? Problem, string Encoding, IReadOnlyList<string> Headers, ColumnMapping? Mapping, long Rows, IReadOnlyList<FileRow> First, int Scale, ProductSurvey Products, bool TellsCurrency)
{
    private const int Shown = 8;

    /// <param name="currency">What amounts without a currency are taken to be in.</param>
    public static Survey Of(string path, ImportChoices choices, string currency, CancellationToken cancellationToken)
    {
        try
        {
            using var file = ImportFile.Open(path);
            var (mapping, problem) = Mapped(file, choices);
            return mapping is null || problem is not null
                ? new(problem, file.Encoding, file.Headers, mapping, 0, [], 5, ProductSurvey.None, false)
                : new Reading(file, mapping, choices, currency).Whole(cancellationToken);
        }
        catch (ImportFileException e)
        {
            return new(e.Problem, "", [], null, 0, [], 5, ProductSurvey.None, false);
        }
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1024 * 1024, FileOptions.SequentialScan);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private static (ColumnMapping? Mapping, FileProblem? Problem) Mapped(ImportFile file, ImportChoices choices)
    {
        var mapping = file.Dialect is { } dialect ? ColumnMapping.Of(file.Headers, dialect) : ColumnMapping.Recognise(file.Headers, choices.Columns.Keys);
        if (mapping is null)
            return (null, new(FileFault.NotRecognised, string.Join(", ", file.Headers.Take(12).Select(h => h.Length > 40 ? h[..40] : h))));
        foreach (var (field, header) in choices.Columns)
        {
            var column = header is null ? -1 : file.Headers.ToList().FindIndex(h => h.Equals(header, StringComparison.OrdinalIgnoreCase));
            if (header is not null && column < 0)
                return (mapping, new(FileFault.WrongChoice, header));
            mapping = mapping.With(field, header is null ? null : column);
        }

        return mapping.Missing.Count > 0 ? (mapping, new(FileFault.MissingColumns, string.Join(", ", mapping.Missing))) : (mapping, null);
    }

    private sealed class Reading(ImportFile file, ColumnMapping mapping, ImportChoices choices, string currency)
    {
        private readonly List<FileRow> _first = [];
        private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> _groups = new(StringComparer.Ordinal);
        private decimal _best;
        private bool _tellsCurrency = mapping.Columns.ContainsKey(ImportField.Currency);
        private bool _hasDecimals;

        public Survey Whole(CancellationToken cancellationToken)
        {
            var rows = 0L;
            for (; file.Read() is { } row; rows++)
            {
                if (rows % 1_000 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                if (_first.Count < Shown && row.Problem is null)
                    _first.Add(row);
                if (row.Problem is null)
                    See(row);
            }

            FileProblem? problem = file.Dialect is not null && _first.Count == 0 ? new(FileFault.NotAFeed, "")
                : rows == 0 ? new(FileFault.Empty, "")
                : _hasDecimals && !_tellsCurrency && choices.Currency is null ? new(FileFault.CurrencyUnknown, currency) : null;
            var groups = _groups.Where(g => g.Value is not null).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
            return new(problem, file.Encoding, file.Headers, mapping, rows, _first, choices.Scale ?? RatingScale.Of([_best]), new(_ids, groups), _tellsCurrency);
        }

        private void See(FileRow row)
        {
            if (mapping.Kind == ImportKind.Reviews && RowReader.Rating(mapping, row) is { } rating)
                _best = Math.Max(_best, rating);
            if (mapping.Kind != ImportKind.Products)
                return;
            SeePrice(row, ImportField.Price);
            SeePrice(row, ImportField.SalePrice);
            if (mapping.Dialect == ImportDialect.WooCommerce && Cell(row, ImportField.ProductId) is { Length: > 0 } number && Identifier.Of(Cell(row, ImportField.Sku)) is { } id)
                _ids[number] = id;
            else if (mapping.Dialect == ImportDialect.GoogleMerchant && Identifier.Of(Cell(row, ImportField.ParentId)) is { } group)
                SeeTitle(group, Cell(row, ImportField.Name));
        }

        private void SeePrice(FileRow row, ImportField field)
        {
            if (_tellsCurrency || Cell(row, field) is not { Length: > 0 } text || Amounts.Price(text, "XXX") is not { } price)
                return;
            _tellsCurrency |= price.Currency != "XXX";
            _hasDecimals |= Money.Decimals(currency) == 0 && price.Minor % 100 != 0;
        }

        // Null from the moment in which two titles differ.
        private void SeeTitle(string group, string title) => _groups[group] = !_groups.TryGetValue(group, out var known) || known == title ? title : null;

        private string Cell(FileRow row, ImportField field) => mapping.Columns.TryGetValue(field, out var column) ? row.Cells[column].Trim() : "";
    }
}
