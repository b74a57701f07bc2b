using System.Globalization;
using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

/// <summary>
/// The ids of the products that fulfil a <see cref="CandidateFilter"/>. Written as SQL, the same for both databases, so that each
/// form walks the index that serves its order and stops at the limit.
/// </summary>
internal static class CandidateQuery
{
    private const string Sellable = "p.\"Status\" = 'Active' AND p.\"Available\" > 0";

    public static async Task<IReadOnlyList<string>> IdsAsync(SupportDbContext context, CandidateFilter filter, CancellationToken cancellationToken)
    {
        if (filter.OrderBy is null or "price")
            return await Build(filter, filter.OrderBy is null ? Order.Rating : Order.Price).RunAsync(context, cancellationToken);

        // Products that have the attribute come first, from its index; only where they are too few the others follow, by rating.
        var ids = await Build(filter, Order.Attribute).RunAsync(context, cancellationToken);
        if (ids.Count == filter.Limit)
            return ids;
        var rest = filter with
        {
            ExcludedProductIds = [.. filter.ExcludedProductIds, .. ids],
            Limit = filter.Limit - ids.Count,
        };
        return [.. ids, .. await Build(rest, Order.Rating).RunAsync(context, cancellationToken)];
    }

    private enum Order
    {
        Rating,
        Price,
        Attribute,
    }

    private static Statement Build(CandidateFilter filter, Order order)
    {
        var sql = new Statement();
        sql.Add("SELECT p.\"Id\" AS \"Value\" FROM ");
        if (order == Order.Attribute)
            sql.Add("\"ProductAttributes\" o JOIN \"Products\" p ON p.\"Id\" = o.\"ProductId\" ");
        else
            sql.Add("\"Products\" p ");
        sql.Add($"WHERE {Sellable}");
        if (order == Order.Attribute)
            sql.Add($" AND o.\"Key\" = {sql.Value(filter.OrderBy!)} AND o.\"Number\" IS NOT NULL");
        if (filter.CategoryId is { } category)
            sql.Add($" AND p.\"CategoryId\" = {sql.Value(category)}");
        if (filter.Brand is { } brand)
            sql.Add($" AND p.\"Brand\" = {sql.Value(brand)}");
        if (filter.MinPriceMinor is not null || filter.MaxPriceMinor is not null || order == Order.Price)
            sql.Add($" AND p.\"Currency\" = {sql.Value(filter.Currency)} AND p.\"PriceMinor\" IS NOT NULL");
        if (filter.MinPriceMinor is { } min)
            sql.Add($" AND p.\"PriceMinor\" >= {sql.Value(min)}");
        if (filter.MaxPriceMinor is { } max)
            sql.Add($" AND p.\"PriceMinor\" <= {sql.Value(max)}");
        foreach (var bound in filter.Attributes)
        {
            sql.Add($" AND EXISTS (SELECT 1 FROM \"ProductAttributes\" a WHERE a.\"ProductId\" = p.\"Id\" AND a.\"Key\" = {sql.Value(bound.Key)}");
            if (bound.Min is { } least)
                sql.Add($" AND a.\"Number\" >= {sql.Value(least)}");
            if (bound.Max is { } most)
                sql.Add($" AND a.\"Number\" <= {sql.Value(most)}");
            if (bound.Text is { } text)
                sql.Add($" AND (lower(a.\"Text_Ko\") LIKE {sql.Value(Containing(text))} ESCAPE '!' OR lower(a.\"Text_En\") LIKE {sql.Value(Containing(text))} ESCAPE '!')");
            sql.Add(")");
        }

        if (filter.ExcludedProductIds.Count > 0)
            sql.Add($" AND p.\"Id\" NOT IN ({string.Join(", ", filter.ExcludedProductIds.Where(Identifiers.IsWellFormed).Select(sql.Value).DefaultIfEmpty("''"))})");
        var direction = filter.Descending ? "DESC" : "ASC";
        sql.Add(order switch
        {
            Order.Price => $" ORDER BY p.\"PriceMinor\" {direction}, p.\"Id\"",
            Order.Attribute => $" ORDER BY o.\"Number\" {direction}, p.\"Id\"",
            _ => " ORDER BY p.\"RatingScore\" DESC, p.\"Id\"",
        });
        sql.Add($" LIMIT {Math.Clamp(filter.Limit, 1, 200).ToString(CultureInfo.InvariantCulture)}");
        return sql;
    }

    private static string Containing(string text) =>
        $"%{text.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    private sealed class Statement
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly List<object> _values = [];

        public void Add(string text) => _text.Append(text);

        public string Value(object value)
        {
            _values.Add(value);
            return $"{{{_values.Count - 1}}}";
        }

        public async Task<IReadOnlyList<string>> RunAsync(SupportDbContext context, CancellationToken cancellationToken) =>
            await context.Database.SqlQueryRaw<string>(_text.ToString(), [.. _values]).ToListAsync(cancellationToken);
    }
}
