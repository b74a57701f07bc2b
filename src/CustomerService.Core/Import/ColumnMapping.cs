using System.Text.RegularExpressions;
using CustomerService.Core.Questions;

namespace CustomerService.Core.Import;

/// <summary>An option of variants, such as size: the columns of its name and its value, from 0.</summary>
/// <param name="Name">Null where the header of the value names it.</param>
public sealed record OptionColumns(int? Name, int Value);

/// <summary>Which column holds what.</summary>
/// <param name="Columns">Numbers of columns, from 0.</param>
/// <param name="Unused">Headers of columns that mean nothing to us, in their order.</param>
public sealed partial record ColumnMapping(
    ImportKind Kind, ImportDialect Dialect, IReadOnlyDictionary<ImportField, int> Columns, IReadOnlyList<OptionColumns> Options, IReadOnlyList<string> Unused)
{
    /// <summary>What a file of the kind cannot do without.</summary>
    public IReadOnlyList<ImportField> Missing => [.. Needed(Kind).Where(any => !any.Any(Columns.ContainsKey)).Select(any => any[0])];

    /// <summary>Recognises a file by its headers.</summary>
    /// <param name="chosen">What is to be found in columns that are chosen by hand.</param>
    /// <returns>Null when they are those of nothing that can be imported.</returns>
    public static ColumnMapping? Recognise(IReadOnlyList<string> headers, params IEnumerable<ImportField> chosen)
    {
        var names = headers.Select(ColumnNames.Letters).ToHashSet(StringComparer.Ordinal);
        var dialect = names.Contains("handle") && (names.Contains("variantprice") || names.Contains("bodyhtml") || names.Contains("vendor")) ? ImportDialect.Shopify
            : IsWooCommerce(headers) ? ImportDialect.WooCommerce
            : names.IsSupersetOf(["id", "title", "price"]) && (names.Contains("availability") || names.Contains("itemgroupid")) ? ImportDialect.GoogleMerchant
            : ImportDialect.Own;
        return Of(headers, dialect, chosen);
    }

    /// <summary>The columns of a dialect; the first of several that mean the same is taken.</summary>
    public static ColumnMapping? Of(IReadOnlyList<string> headers, ImportDialect dialect, params IEnumerable<ImportField> chosen)
    {
        var columns = new Dictionary<ImportField, int>();
        var unused = new List<string>();
        var plain = new List<OptionColumns>();
        var (names, values) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < headers.Count; i++)
        {
            if (ColumnNames.FieldOf(dialect, headers[i]) is { } field && columns.TryAdd(field, i))
                continue;
            var letters = ColumnNames.Letters(headers[i]);
            if (OptionName().Match(letters) is { Success: true } name)
                names.TryAdd(name.Groups["number"].Value, i);
            else if (OptionValue().Match(letters) is { Success: true } value)
                values.TryAdd(value.Groups["number"].Value, i);
            else if (dialect == ImportDialect.GoogleMerchant && letters is "color" or "size" or "material" or "pattern")
                plain.Add(new(null, i));
            else
                unused.Add(headers[i]);
        }

        // What a product's name would be is the title of a review, or who wrote it.
        if (columns.ContainsKey(ImportField.Rating) && columns.ContainsKey(ImportField.ReviewText) && columns.Remove(ImportField.Name, out var named))
            columns.TryAdd(ColumnNames.Letters(headers[named]) is "name" ? ImportField.Author : ImportField.ReviewTitle, named);

        return KindOf([.. columns.Keys, .. chosen]) is { } kind
            ? new(kind, dialect, columns, [.. plain, .. names.Where(n => values.ContainsKey(n.Key)).OrderBy(n => n.Value).Select(n => new OptionColumns(n.Value, values[n.Key]))], unused)
            : null;
    }

    /// <summary>This mapping with a column chosen for a field by hand, or with none where the column is null.</summary>
    public ColumnMapping With(ImportField field, int? column)
    {
        var columns = Columns.Where(c => c.Key != field && c.Value != column).ToDictionary();
        if (column is { } at)
            columns[field] = at;
        return this with { Columns = columns };
    }

    private static bool IsWooCommerce(IReadOnlyList<string> headers)
    {
        var fields = headers.Select(h => ColumnNames.FieldOf(ImportDialect.WooCommerce, h)).OfType<ImportField>().ToHashSet();
        return fields.IsSupersetOf([ImportField.ProductId, ImportField.RowType, ImportField.Name, ImportField.Price]) && (fields.Contains(ImportField.SalePrice) || fields.Contains(ImportField.ParentId));
    }

    private static ImportKind? KindOf(HashSet<ImportField> columns)
    {
        if (columns.Contains(ImportField.Rating) && columns.Contains(ImportField.ReviewText))
            return ImportKind.Reviews;
        if (columns.Contains(ImportField.CustomerId) && !columns.Contains(ImportField.ProductId))
            return ImportKind.Customers;
        if (columns.Contains(ImportField.Name) || columns.Contains(ImportField.NameKo) || columns.Contains(ImportField.NameEn))
            return ImportKind.Products;
        return columns.Contains(ImportField.Quantity) && (columns.Contains(ImportField.ProductId) || columns.Contains(ImportField.Sku)) ? ImportKind.Stock : null;
    }

    private static ImportField[][] Needed(ImportKind kind) => kind switch
    {
        ImportKind.Products => [[ImportField.ProductId, ImportField.Sku], [ImportField.Name, ImportField.NameKo, ImportField.NameEn]],
        ImportKind.Reviews => [[ImportField.ProductId], [ImportField.Rating], [ImportField.ReviewText]],
        ImportKind.Stock => [[ImportField.ProductId, ImportField.Sku], [ImportField.Quantity]],
        _ => [[ImportField.CustomerId], [ImportField.CustomerName]],
    };

    // "Option1 Name", "Attribute 1 name", "Attribut 1 Name", "Nom de l'attribut 1", "Nombre del atributo 1", "속성 1 이름".
    [GeneratedRegex(@"^(option|attribute|attribut|속성|属性)(?<number>\d{1,2})(name|nom|이름|の名前)$|^(nomdelattribut|nombredelatributo)(?<number>\d{1,2})$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"^(option|attribute|attribut|속성|属性)(?<number>\d{1,2})(values?|werte?|값|の値)$|^(valeursdelattribut|valoresdelatributo)(?<number>\d{1,2})$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex OptionValue();
}
