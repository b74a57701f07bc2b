using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;

namespace CustomerService.Ai.Grounding;

/// <summary>Stock, reviews, names and what follows from several figures together.</summary>
internal sealed partial class EvidenceReader
{
    private void KnowStock(ProductCard card, int? available)
    {
        if (Product(card) == Subject && Products.Exists(p => p.Owner == Subject))
            return;
        Products.Add(new(Product(card), available, IsWhole: true));
        if (available is { } pieces)
            Add(FigureKind.Count, pieces, Role.Stock, Counted.Pieces, Product(card));
    }

    private void ReadStock(StockData stock)
    {
        var product = new Owner(OwnerType.Product, stock.ProductId);
        Products.Insert(0, new(product, stock.Available, stock.AllReported));
        if (stock.Available is { } sum)
            Add(FigureKind.Count, sum, Role.StockTotal, Counted.Pieces, product);
        Add(FigureKind.Count, stock.Warehouses.Count, Role.Listed, Counted.Places);
        Add(FigureKind.Count, stock.Warehouses.Count(w => w.Quantity > 0), Role.Listed, Counted.Places);
        foreach (var place in stock.Warehouses)
        {
            var owner = new Owner(OwnerType.Warehouse, place.WarehouseId);
            Warehouses.Add(new(owner, place.Quantity, place.ShipsToday, place.NextDispatch));
            NameWarehouse(owner, place, stock.Warehouses);
            if (place.Quantity is { } pieces)
                Add(FigureKind.Count, pieces, Role.Stock, Counted.Pieces, product, owner);
            if (place.NextDispatch is { } dispatch)
                Add(FigureKind.Date, DateParts.Pack(dispatch), Role.Dispatch, null, product, owner);
            if (place.Cutoff is { } cutoff)
                Add(FigureKind.Time, (decimal)cutoff.ToTimeSpan().TotalMinutes, Role.Cutoff, null, product, owner);
            if (place.CountedAt is { } counted)
                Add(FigureKind.Date, DateParts.Pack(_shop.DayOf(counted)), Role.Text, null, product, owner);
            foreach (var inbound in place.Inbound)
            {
                Add(FigureKind.Count, inbound.Quantity, Role.Inbound, Counted.Pieces, product, owner);
                Add(FigureKind.Date, DateParts.Pack(inbound.ExpectedOn), Role.Arrival, null, product, owner);
            }
        }

        Add(FigureKind.Count, stock.Warehouses.Sum(w => w.Inbound.Sum(i => i.Quantity)), Role.Inbound, Counted.Pieces, product);
    }

    private void NameWarehouse(Owner owner, StockAtWarehouse place, IReadOnlyList<StockAtWarehouse> all)
    {
        Names.AddRange([new(owner, place.Name.Ko), new(owner, place.Name.En)]);
        foreach (var name in new[] { place.Name.Ko, place.Name.En })
        {
            var town = name.Split(' ')[0];
            if (town.Length > 1 && all.Count(w => w.Name.Ko.StartsWith(town, StringComparison.Ordinal) || w.Name.En.StartsWith(town, StringComparison.Ordinal)) == 1)
                Names.Add(new(owner, town));
        }
    }

    private void ReadReviews(ReviewAnalysis analysis, Owner product)
    {
        ReadRating(analysis.Average, analysis.ReviewCount, product);
        Add(FigureKind.Count, analysis.AnalyzedCount, Role.ReviewCount, Counted.Reviews, product);
        for (var stars = 1; stars <= analysis.Distribution.Count; stars++)
        {
            var level = new Owner(OwnerType.Stars, $"{stars}");
            Add(FigureKind.Rating, stars, Role.StarLevel, null, product);
            Add(FigureKind.Count, analysis.Distribution[stars - 1], Role.ReviewCount, Counted.Reviews, product, level);
            AddPercent(analysis.Distribution[stars - 1], analysis.ReviewCount, Role.Text, product, level);
            Add(FigureKind.Count, analysis.Distribution.Take(stars).Sum(), Role.ReviewCount, Counted.Reviews, product, level);
            Add(FigureKind.Count, analysis.Distribution.Skip(stars - 1).Sum(), Role.ReviewCount, Counted.Reviews, product, level);
            AddPercent(analysis.Distribution.Skip(stars - 1).Sum(), analysis.ReviewCount, Role.Text, product, level);
        }

        foreach (var aspect in analysis.Aspects)
            ReadAspect(aspect, analysis.AnalyzedCount, product);
        foreach (var line in analysis.Summary)
            Texts.Add(line);
    }

    private void ReadAspect(AspectOpinion aspect, int analyzed, Owner product)
    {
        var owner = new Owner(OwnerType.Aspect, aspect.Aspect);
        Add(FigureKind.Count, aspect.Praise, Role.Praise, Counted.Reviews, product, owner);
        Add(FigureKind.Count, aspect.Complaints, Role.Complaints, Counted.Reviews, product, owner);
        Add(FigureKind.Count, aspect.Mentions, Role.ReviewCount, Counted.Reviews, product, owner);
        AddPercent(aspect.Praise, aspect.Mentions, Role.Praise, product, owner);
        AddPercent(aspect.Complaints, aspect.Mentions, Role.Complaints, product, owner);
        AddPercent(aspect.Praise, analyzed, Role.Praise, product, owner);
        AddPercent(aspect.Complaints, analyzed, Role.Complaints, product, owner);
        if (AspectDefinitions.Find(aspect.Aspect) is { } definition)
        {
            var words = definition.Label.Ko.Split('·').Append(definition.Label.En)
                .Concat(definition.Terms.Where(t => t.Length > (char.IsAsciiLetter(t[0]) ? 3 : 1)));
            Names.AddRange(words.Distinct().Select(w => new OwnerName(owner, w)));
        }

        foreach (var quote in new[] { aspect.PraiseQuote, aspect.ComplaintQuote }.OfType<ReviewQuote>())
        {
            Say(quote.Text, Role.Quote, product);
            Add(FigureKind.Date, DateParts.Pack(DateOnly.FromDateTime(quote.WrittenAt.DateTime)), Role.Quote, null, product);
        }
    }

    /// <summary>What one product costs or has more than another.</summary>
    private void ReadDifferences(EvidenceView view)
    {
        var sides = new List<(ProductCard Card, IReadOnlyList<ProductFact> Facts)>();
        if (view.Info is { } info)
            sides.AddRange([(info.Product, info.Facts), .. info.Compared.Select(c => (c.Product, c.Facts))]);
        sides.AddRange(view.Recommendation?.Products.Select(p => (p.Product, (IReadOnlyList<ProductFact>)[])) ?? []);
        for (var i = 0; i < sides.Count; i++)
        {
            foreach (var other in sides.Skip(i + 1))
            {
                Owner[] both = [Product(sides[i].Card), Product(other.Card)];
                if (sides[i].Card.Price is { } a && other.Card.Price is { } b && a.Currency == b.Currency)
                {
                    Add(FigureKind.Money, Math.Abs(a.Major - b.Major), Role.Difference, a.Currency, both);
                    AddPercent(Math.Abs(a.Major - b.Major), Math.Max(a.Major, b.Major), Role.Difference, both);
                    AddPercent(Math.Abs(a.Major - b.Major), Math.Min(a.Major, b.Major), Role.Difference, both);
                }

                if (sides[i].Card.Rating is { } mine && other.Card.Rating is { } theirs)
                    Add(FigureKind.Rating, Math.Abs(Rounded((decimal)mine, 1) - Rounded((decimal)theirs, 1)), Role.Difference, null, both);
                foreach (var fact in sides[i].Facts)
                {
                    if (fact.Number is { } x && other.Facts.FirstOrDefault(f => f.Key == fact.Key)?.Number is { } y)
                        AddDifference(AttributeDefinitions.Find(fact.Key), (decimal)x, (decimal)y, both);
                }
            }
        }
    }

    private void AddDifference(AttributeDefinition? definition, decimal x, decimal y, Owner[] owners)
    {
        if (definition?.Unit is not { } unit || MeasureUnits.Find(unit.En) is not { } measure)
            return;
        var (low, high) = (Math.Min(x, y), Math.Max(x, y));
        Add(FigureKind.Measure, (high - low) * measure.Factor, Role.Difference, measure.Base, owners);
        if (low > 0)
            Add(FigureKind.Measure, Rounded(high / low, 1), Role.Difference, "times", owners);
    }

    private void ReadNames(ResolvedQuery query, EvidenceView view)
    {
        var cards = new[] { view.Subject }.Concat(query.Products.Select(ProductFacts.Card))
            .Concat(view.Info?.Compared.Select(c => c.Product) ?? [])
            .Concat(view.Recommendation?.Products.Select(p => p.Product) ?? [])
            .OfType<ProductCard>().DistinctBy(c => c.Id).ToList();
        var shorter = cards.Select(Short).ToList();
        for (var i = 0; i < cards.Count; i++)
        {
            var card = cards[i];
            Names.AddRange([new(Product(card), card.Name.Ko), new(Product(card), card.Name.En), new(Product(card), card.Id, IsExact: true)]);
            Texts.AddRange([card.Name.Ko, card.Name.En]);
            foreach (var name in shorter[i])
            {
                if (!cards.Where((other, j) => j != i && (shorter[j].Contains(name) || other.Name.Ko == name || other.Name.En == name)).Any())
                    Names.Add(new(Product(card), name, IsExact: true));
            }
        }

        foreach (var product in query.Products.Select(p => p.Product).Where(p => p.Model is { Length: > 1 }))
            Names.Add(new(new(OwnerType.Product, product.Id), product.Model!));
    }

    /// <summary>The name without the brand before it or the number behind it.</summary>
    private static List<string> Short(ProductCard card)
    {
        var names = new List<string>(4);
        Shorten(card.Name.Ko);
        if (card.Name.En != card.Name.Ko)
            Shorten(card.Name.En);
        return names;

        void Shorten(string name)
        {
            var (first, last) = (name.IndexOf(' ', StringComparison.Ordinal), name.LastIndexOf(' '));
            if (first < 0)
                return;
            Keep(name.AsSpan(first + 1));
            if (last > first && !name.AsSpan(last + 1).ContainsAnyExceptInRange('0', '9'))
                Keep(name.AsSpan(0, last));
        }

        void Keep(ReadOnlySpan<char> name)
        {
            if (name.Length > 1 && name.ContainsAnyExceptInRange('0', '9'))
                names.Add(name.ToString());
        }
    }
}
