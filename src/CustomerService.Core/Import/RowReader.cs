using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>Makes reviews, counts and customers of rows.</summary>
/// <param name="scale">Points of the best rating: 5, 10 or 100.</param>
public sealed class RowReader(ColumnMapping mapping, IReadOnlyList<string> headers, ImportSettings settings, int scale)
{
    /// <summary>Characters of a review, with its title.</summary>
    public const int MaxReview = 20_000;
    private const int MaxName = 200;

    /// <returns>The review, or what is wrong with the row.</returns>
    public (ReviewItem? Item, RowProblem? Problem) Review(FileRow row)
    {
        var cells = new RowCells(mapping, headers, row);
        var product = cells.Id(ImportField.ProductId, isNeeded: true);
        var rating = cells[ImportField.Rating];
        var stars = Amounts.Number(rating) is { } points ? RatingScale.Stars(points, scale) : null;
        if (stars is null)
            cells.Fail(rating.Length == 0 ? RowFault.Missing : RowFault.NotOnTheScale, ImportField.Rating, rating);
        var title = cells.Text(ImportField.ReviewTitle, MaxReview);
        var body = cells.Text(ImportField.ReviewText, MaxReview, isNeeded: title.Length == 0);
        var text = title.Length == 0 || body.StartsWith(title, StringComparison.Ordinal) ? body : body.Length == 0 ? title : $"{title}\n{body}";
        var author = cells.Text(ImportField.Author, MaxName);
        var written = cells.Instant(ImportField.WrittenAt, settings.Zone);
        var votes = cells.Count(ImportField.HelpfulVotes) ?? 0;
        var number = cells.Id(ImportField.ReviewId);
        if (cells.Problem is { } problem)
            return (null, problem);
        var id = number ?? Identifier.Hash(product!, author, cells[ImportField.WrittenAt], text);
        var language = LanguageExtensions.TryParse(cells[ImportField.Language]) ?? LanguageExtensions.Detect(text);
        return (new(new() { Id = id, ProductId = product!, Stars = stars!.Value, Language = language, Text = text, Author = author, WrittenAt = written ?? settings.At, HelpfulVotes = votes }, written is not null), null);
    }

    /// <returns>The count, or what is wrong with the row.</returns>
    public (StockItem? Item, RowProblem? Problem) Stock(FileRow row)
    {
        var cells = new RowCells(mapping, headers, row);
        // A count is of the variant where the row names one.
        var id = cells.Id(ImportField.Sku) ?? cells.Id(ImportField.ProductId, isNeeded: true);
        var warehouse = cells.Id(ImportField.WarehouseId);
        var count = cells.Count(ImportField.Quantity);
        return cells.Problem is { } problem ? (null, problem) : (new(id!, new(count, warehouse ?? settings.WarehouseId)), null);
    }

    /// <returns>The customer, or what is wrong with the row.</returns>
    public (CustomerItem? Item, RowProblem? Problem) Customer(FileRow row)
    {
        var cells = new RowCells(mapping, headers, row);
        var id = cells.Id(ImportField.CustomerId, isNeeded: true);
        var name = cells.Text(ImportField.CustomerName, MaxName, isNeeded: true);
        var profile = new CustomerContext(Told(ImportField.AgeGroup, 40), Told(ImportField.UseCase, MaxName), Told(ImportField.Interests, MaxName));
        return cells.Problem is { } problem ? (null, problem) : (new(id!, name, LanguageExtensions.TryParse(cells[ImportField.Language]), profile), null);

        string? Told(ImportField field, int most) => cells.Text(field, most) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The rating of a row as it stands; null where it is no number.</summary>
    public static decimal? Rating(ColumnMapping mapping, FileRow row) =>
        mapping.Columns.TryGetValue(ImportField.Rating, out var column) && row.Cells.Count > column ? Amounts.Number(row.Cells[column].Trim().ToString(CultureInfo.InvariantCulture)) : null;
}
