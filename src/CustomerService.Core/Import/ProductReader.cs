using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>What only the whole file tells of its products.</summary>
/// <param name="IdsByNumber">WooCommerce: the id of the product that has the number, where that is another.</param>
/// <param name="VariantGroups">Google: groups whose items bear one title, and are therefore variants of one product.</param>
public sealed record ProductSurvey(IReadOnlyDictionary<string, string> IdsByNumber, IReadOnlySet<string> VariantGroups)
{
    public static ProductSurvey None { get; } = new(new Dictionary<string, string>(), new HashSet<string>());
}

/// <summary>Makes products and their variants of rows, which have to come in the file's order.</summary>
/// <param name="plain">Takes the marks out of HTML.</param>
public sealed class ProductReader(ColumnMapping mapping, IReadOnlyList<string> headers, ImportSettings settings, ProductSurvey survey, Func<string, string> plain)
{
    private const int MaxName = 300;
    private const int MaxDescription = 100_000;
    private static readonly HashSet<string> WooTypes = new(StringComparer.OrdinalIgnoreCase) { "simple", "variable", "variation", "grouped", "external", "downloadable", "virtual", "subscription", "variable-subscription", "bundle", "composite" };

    private string _product = "";
    private IReadOnlyList<string> _optionNames = [];

    /// <returns>The product, what is wrong with the row, or neither where the row is about something else, such as a further picture.</returns>
    public (ProductItem? Item, RowProblem? Problem) Read(FileRow row)
    {
        var cells = new RowCells(mapping, headers, row);
        var item = mapping.Dialect switch
        {
            ImportDialect.Shopify => Shopify(cells),
            ImportDialect.WooCommerce => WooCommerce(cells),
            ImportDialect.GoogleMerchant => Google(cells),
            _ => Own(cells),
        };
        return cells.Problem is { } problem ? (null, problem) : (item, null);
    }

    private ProductItem? Shopify(RowCells cells)
    {
        var handle = cells.Id(ImportField.ProductId, isNeeded: true);
        if (handle is null)
            return null;
        var isFirst = handle != _product;
        var names = mapping.Options.Select(o => cells.At(o.Name!.Value)).ToList();
        if (isFirst || names.Exists(n => n.Length > 0))
            _optionNames = names;
        _product = handle;
        var options = Options(cells, _optionNames).Where(o => o is not { Name: "Title", Value: "Default Title" }).ToList();
        var title = cells.Text(ImportField.Name, MaxName, isNeeded: isFirst);
        // A further picture.
        if (title.Length == 0 && options.Count == 0 && cells[ImportField.Price].Length == 0)
            return null;
        var isTracked = !cells.Has(ImportField.InventoryTracker) || cells[ImportField.InventoryTracker].Length > 0;
        var (price, list) = Prices(cells);
        return Item(cells, handle, options.Count > 0 ? Variant(cells, options) : null, title.Length > 0, price, list ?? cells.Price(ImportField.ListPrice, settings.Currency), options)
            with { Stock = cells.Has(ImportField.Quantity) ? new(isTracked ? cells.Count(ImportField.Quantity) : null, settings.WarehouseId) : null };
    }

    private ProductItem? WooCommerce(RowCells cells)
    {
        var number = cells.Id(ImportField.ProductId);
        var id = cells.Id(ImportField.Sku) ?? number;
        if (number is not null && !number.All(char.IsAsciiDigit))
            cells.Fail(RowFault.NotAnId, ImportField.ProductId, number);
        if (id is null)
            cells.Fail(RowFault.Missing, ImportField.ProductId, "");
        var types = cells[ImportField.RowType].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (types.Length == 0 || !types.All(WooTypes.Contains))
            cells.Fail(types.Length == 0 ? RowFault.Missing : RowFault.UnknownType, ImportField.RowType, cells[ImportField.RowType]);
        var isVariation = types.Contains("variation", StringComparer.OrdinalIgnoreCase);
        var parent = isVariation ? Parent(cells) : null;
        var options = Options(cells, [.. mapping.Options.Select(o => cells.At(o.Name!.Value))]);
        var (price, list) = Prices(cells);
        if (cells.Problem is not null)
            return null;
        return Item(cells, isVariation ? parent! : id!, isVariation ? id : null, !isVariation, price, list, options) with { Stock = Stock(cells), TellsPrice = types[0] is not ("variable" or "grouped") };
    }

    private ProductItem? Google(RowCells cells)
    {
        var id = cells.Id(ImportField.ProductId, isNeeded: true);
        var group = cells.Id(ImportField.ParentId);
        var options = Options(cells, [.. mapping.Options.Select(o => headers[o.Value])]);
        var (price, list) = Prices(cells);
        if (cells.Problem is not null)
            return null;
        var isVariant = group is not null && survey.VariantGroups.Contains(group);
        return Item(cells, isVariant ? group! : id!, isVariant ? id : null, true, price, list, options) with { Stock = Stock(cells) };
    }

    private ProductItem? Own(RowCells cells)
    {
        var sku = cells.Id(ImportField.Sku);
        var id = cells.Id(ImportField.ProductId, isNeeded: sku is null) ?? sku;
        var parent = cells.Id(ImportField.ParentId);
        var options = Options(cells, [.. mapping.Options.Select(o => o.Name is { } name ? cells.At(name) : headers[o.Value])]);
        var (price, list) = Prices(cells);
        list ??= cells.Price(ImportField.ListPrice, cells.Currency(settings.Currency));
        if (cells.Problem is not null)
            return null;
        return Item(cells, parent ?? id!, parent is null ? null : sku ?? id, parent is null, price, list, options) with { Stock = Stock(cells) };
    }

    private ProductItem Item(RowCells cells, string id, string? variant, bool isProduct, Money? price, Money? list, IReadOnlyList<VariantOption> options)
    {
        var published = cells.Flag(ImportField.Status);
        return new(
            id, variant, isProduct ? Name(cells) : null, isProduct && cells.Has(ImportField.Brand) ? cells.Text(ImportField.Brand, MaxName) : null,
            isProduct && cells.Has(ImportField.Model) ? cells.Text(ImportField.Model, MaxName) : null, isProduct ? Category(cells) : null, isProduct ? Description(cells) : null,
            price, list, price?.Currency ?? cells.Currency(settings.Currency), cells.Has(ImportField.Price), published switch { true => ProductStatus.Active, false => ProductStatus.Discontinued, null => null },
            published == false && mapping.Dialect != ImportDialect.Own, options, null);
    }

    private (Money? Price, Money? List) Prices(RowCells cells)
    {
        var currency = cells.Currency(settings.Currency);
        var (price, sale) = (cells.Price(ImportField.Price, currency), cells.Price(ImportField.SalePrice, currency));
        var (from, until) = (cells.Instant(ImportField.SaleFrom, settings.Zone), cells.Instant(ImportField.SaleUntil, settings.Zone));
        return sale is null || settings.At < from || settings.At >= until?.AddDays(1) ? (price, null) : (sale, price);
    }

    private StockCount? Stock(RowCells cells)
    {
        if (!cells.Has(ImportField.Quantity) && !cells.Has(ImportField.InStock))
            return null;
        return new(cells.Count(ImportField.Quantity) ?? (cells.Flag(ImportField.InStock) == false ? 0 : null), cells.Id(ImportField.WarehouseId) ?? settings.WarehouseId);
    }

    private string? Parent(RowCells cells)
    {
        var text = cells.Text(ImportField.ParentId, MaxName, isNeeded: true);
        var number = text.StartsWith("id:", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        if (text.Length == 0)
            return null;
        return survey.IdsByNumber.TryGetValue(number, out var known) ? known : Identifier.Of(number) ?? cells.Fail<string>(RowFault.NotAnId, ImportField.ParentId, text);
    }

    private static string Variant(RowCells cells, IEnumerable<VariantOption> options) => cells.Id(ImportField.Sku) ?? Identifier.OfName(string.Join(' ', options.Select(o => o.Value))).ToUpperInvariant();

    private List<VariantOption> Options(RowCells cells, IReadOnlyList<string> names)
    {
        var options = new List<VariantOption>();
        foreach (var (name, value) in mapping.Options.Select((o, i) => (names[i], cells.At(o.Value))))
        {
            if (name.Length is > 0 and <= 64 && value.Length is > 0 and <= 500)
                options.Add(new(name, value));
        }

        return options;
    }

    private static LocalizedText Name(RowCells cells)
    {
        var name = cells.Text(ImportField.Name, MaxName);
        var (ko, en) = (cells.Text(ImportField.NameKo, MaxName), cells.Text(ImportField.NameEn, MaxName));
        var both = new LocalizedText(ko.Length > 0 ? ko : name, en.Length > 0 ? en : name).Completed();
        if (both.Ko.Length == 0)
            cells.Fail(RowFault.Missing, cells.Has(ImportField.Name) ? ImportField.Name : cells.Has(ImportField.NameKo) ? ImportField.NameKo : ImportField.NameEn, "");
        return both;
    }

    private LocalizedText? Description(RowCells cells)
    {
        if (!cells.Has(ImportField.Description) && !cells.Has(ImportField.DescriptionKo) && !cells.Has(ImportField.DescriptionEn) && !cells.Has(ImportField.ShortDescription))
            return null;
        var (brief, whole) = (Text(ImportField.ShortDescription), Text(ImportField.Description));
        var text = brief.Length == 0 || whole.StartsWith(brief, StringComparison.Ordinal) ? whole : whole.Length == 0 ? brief : $"{brief}\n{whole}";
        var (ko, en) = (Text(ImportField.DescriptionKo), Text(ImportField.DescriptionEn));
        return new LocalizedText(ko.Length > 0 ? ko : text, en.Length > 0 ? en : text).Completed();

        string Text(ImportField field) => cells.Text(field, MaxDescription) is { Length: > 0 } words ? plain(words) : "";
    }

    // "Clothing > Hoodies, Sale": the first, and of it the narrowest.
    private static string? Category(RowCells cells)
    {
        var first = cells.Text(ImportField.Category, 1_000).Split(',')[0].Split('>')[^1].Trim();
        return first.Length is 0 or > 100 || first.All(char.IsAsciiDigit) ? null : first;
    }
}
