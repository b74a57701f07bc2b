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
        await context.Database.OpenConnectionAsync(cancellationToken);
        var narrow = await NarrowBoundAsync(context, filter, cancellationToken);
        if (filter.OrderBy is null or "price")
            return await Build(filter, filter.OrderBy is null ? Order.Rating : Order.Price, narrow).RunAsync<string>(context, cancellationToken);

        // Products that have the attribute come first, from its index; only where they are too few the others follow, by rating.
        var order = narrow is null && await FewProductsAsync(context, filter, cancellationToken) ? Order.AttributeOfFew : Order.Attribute;
        var ids = await Build(filter, order, narrow).RunAsync<string>(context, cancellationToken);
        if (ids.Count == filter.Limit)
            return ids;
        var rest = filter with
        {
            ExcludedProductIds = [.. filter.ExcludedProductIds, .. ids],
            Limit = filter.Limit - ids.Count,
        };
        return [.. ids, .. await Build(rest, Order.Rating, narrow).RunAsync<string>(context, cancellationToken)];
    }

    private enum Order
    {
        Rating,
        Price,
        Attribute,
        /// <summary>The same, by looking at the few products that come into question rather than at all that have the attribute.</summary>
        AttributeOfFew,
    }

    /// <summary>The bound that the fewest products fulfil, if it is worth starting from them rather than from the order's index.</summary>
    private static async Task<AttributeBound?> NarrowBoundAsync(SupportDbContext context, CandidateFilter filter, CancellationToken cancellationToken)
    {
        AttributeBound? narrow = null;
        var fewest = FewProducts(filter);
        // Texts have no index, so that counting them costs as much as the walk.
        foreach (var bound in filter.Attributes.Where(b => b.Text is null))
        {
            var sql = new Statement();
            sql.Add("SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM \"ProductAttributes\" a WHERE ");
            sql.AddBound("a", bound);
            sql.Add($" LIMIT {fewest.ToString(CultureInfo.InvariantCulture)}) n");
            var count = (await sql.RunAsync<long>(context, cancellationToken))[0];
            if (count < fewest)
                (narrow, fewest) = (bound, count);
        }

        return narrow;
    }

    private static async Task<bool> FewProductsAsync(SupportDbContext context, CandidateFilter filter, CancellationToken cancellationToken)
    {
        if (filter is { MinPriceMinor: null, MaxPriceMinor: null })
            return filter is { CategoryId: not null, Attributes.Count: > 0 };
        if (filter.CategoryId is not null)
            return true;
        var sql = new Statement();
        sql.Add($"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM \"Products\" p WHERE {Sellable}");
        sql.AddPrices(filter);
        var few = FewProducts(filter);
        sql.Add($" LIMIT {few.ToString(CultureInfo.InvariantCulture)}) n");
        return (await sql.RunAsync<long>(context, cancellationToken))[0] < few;
    }

    /// <summary>Below how many products sorting them costs less than walking an order's index, which takes the longer the more bounds there are to fulfil.</summary>
    private static long FewProducts(CandidateFilter filter) => 1500L << Math.Min(filter.Attributes.Count, 4);

    // SQLite joins in the order in which a CROSS JOIN names its tables.
    private static Statement Build(CandidateFilter filter, Order order, AttributeBound? narrow)
    {
        var sql = new Statement();
        sql.Add("SELECT p.\"Id\" AS \"Value\" FROM ");
        if (narrow is not null)
            sql.Add("\"ProductAttributes\" n CROSS JOIN \"Products\" p ");
        else if (order == Order.Attribute)
            sql.Add("\"ProductAttributes\" o CROSS JOIN \"Products\" p ");
        else
            sql.Add("\"Products\" p ");
        if (order == Order.AttributeOfFew || (narrow is not null && order == Order.Attribute))
            sql.Add("CROSS JOIN \"ProductAttributes\" o ");
        sql.Add($"WHERE {Sellable}");
        if (narrow is not null)
        {
            sql.Add(" AND p.\"Id\" = n.\"ProductId\" AND ");
            sql.AddBound("n", narrow);
        }

        if (order is Order.Attribute or Order.AttributeOfFew)
            sql.Add($" AND o.\"ProductId\" = p.\"Id\" AND o.\"Key\" = {sql.Value(filter.OrderBy!)} AND o.\"Number\" IS NOT NULL");
        if (filter.CategoryId is { } category)
            sql.Add($" AND p.\"CategoryId\" = {sql.Value(category)}");
        if (filter.Brand is { } brand)
            sql.Add($" AND p.\"Brand\" = {sql.Value(brand)}");
        if (filter.MinPriceMinor is not null || filter.MaxPriceMinor is not null || order == Order.Price)
            sql.Add($" AND p.\"Currency\" = {sql.Value(filter.Currency)} AND p.\"PriceMinor\" IS NOT NULL");
        sql.AddPrices(filter);
        foreach (var bound in filter.Attributes.Where(b => b != narrow))
        {
            sql.Add(" AND EXISTS (SELECT 1 FROM \"ProductAttributes\" a WHERE a.\"ProductId\" = p.\"Id\" AND ");
            sql.AddBound("a", bound);
            sql.Add(")");
        }

        if (filter.ExcludedProductIds.Count > 0)
            sql.Add($" AND p.\"Id\" NOT IN ({string.Join(", ", filter.ExcludedProductIds.Where(Identifiers.IsWellFormed).Select(sql.Value).DefaultIfEmpty("''"))})");
        var direction = filter.Descending ? "DESC" : "ASC";
        sql.Add(order switch
        {
            Order.Price => $" ORDER BY p.\"PriceMinor\" {direction}, p.\"Id\"",
            Order.Attribute or Order.AttributeOfFew => $" ORDER BY o.\"Number\" {direction}, o.\"ProductId\" {direction}",
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

        public void AddPrices(CandidateFilter filter)
        {
            if (filter.MinPriceMinor is { } min)
                Add($" AND p.\"PriceMinor\" >= {Value(min)}");
            if (filter.MaxPriceMinor is { } max)
                Add($" AND p.\"PriceMinor\" <= {Value(max)}");
        }

        public void AddBound(string table, AttributeBound bound)
        {
            Add($"{table}.\"Key\" = {Value(bound.Key)}");
            if (bound.Min is { } min)
                Add($" AND {table}.\"Number\" >= {Value(min)}");
            if (bound.Max is { } max)
                Add($" AND {table}.\"Number\" <= {Value(max)}");
            if (bound.Text is { } text)
                Add($" AND (lower({table}.\"Text_Ko\") LIKE {Value(Containing(text))} ESCAPE '!' OR lower({table}.\"Text_En\") LIKE {Value(Containing(text))} ESCAPE '!')");
        }

        public async Task<IReadOnlyList<T>> RunAsync<T>(SupportDbContext context, CancellationToken cancellationToken) =>
            await context.Database.SqlQueryRaw<T>(_text.ToString(), [.. _values]).ToListAsync(cancellationToken);
    }
}
