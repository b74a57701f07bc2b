using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Grounding;

/// <summary>Reads figures, names and texts out of the evidence, each with its owners.</summary>
internal sealed partial class EvidenceReader
{
    private static readonly Owner[] NoOwner = [];
    private readonly List<(string Text, Role Role, Owner[] Owners)> _readLater = [];

    private readonly ShopOptions _shop;

    private EvidenceReader(ShopOptions shop, DateTimeOffset askedAt) => (_shop, Today) = (shop, shop.DayOf(askedAt));

    public List<Support> Figures { get; } = [];
    /// <summary>As they stand.</summary>
    public List<string> Texts { get; } = [];
    public List<OwnerName> Names { get; } = [];
    public List<KnownStock> Products { get; } = [];
    public List<KnownWarehouse> Warehouses { get; } = [];
    public Owner? Subject { get; private set; }
    public DateOnly Today { get; }
    public bool HasRecommendation { get; private set; }

    public static EvidenceReader Read(ResolvedQuery query, IReadOnlyList<LookupResult> evidence, ShopOptions shop)
    {
        var reader = new EvidenceReader(shop, query.AskedAt);
        var view = new EvidenceView(query, evidence);
        if (view.Subject is { } subject)
            reader.Subject = Product(subject);
        reader.ReadNames(query, view);
        reader.ReadQuestion(query);
        if (view.Info is { } info)
            reader.ReadInfo(info, query.Reading.QuantityWanted);
        foreach (var quote in view.Quotes)
            reader.ReadQuote(quote);
        if (view.Reviews is { } reviews)
            reader.ReadReviews(reviews.Analysis, new(OwnerType.Product, reviews.ProductId));
        if (view.Stock is { } stock)
            reader.ReadStock(stock);
        if (view.Recommendation is { } recommendation)
            reader.ReadRecommendation(recommendation);
        reader.ReadDifferences(view);
        return reader;
    }

    private static Owner Product(ProductCard card) => new(OwnerType.Product, card.Id);

    private void Add(FigureKind kind, decimal value, Role role, string? unit = null, params Owner[] owners) =>
        Figures.Add(new(kind, value, unit, role, owners));

    /// <summary>A text that may be quoted, and whose figures count.</summary>
    private void Say(string text, Role role, params Owner[] owners)
    {
        Texts.Add(text);
        _readLater.Add((text, role, owners));
    }

    private void Say(LocalizedText text, Role role, params Owner[] owners)
    {
        Say(text.Ko, role, owners);
        if (text.En != text.Ko)
            Say(text.En, role, owners);
    }

    private void ReadQuestion(ResolvedQuery query)
    {
        var own = new[] { query.Query.Question, query.Context.AgeGroup, query.Context.UseCase, query.Context.Interests, query.Customer?.Id };
        foreach (var words in own.OfType<string>())
            Say(words, Role.Echo);
        foreach (var purchase in query.Customer?.Purchases ?? [])
            Add(FigureKind.Date, DateParts.Pack(purchase.PurchasedOn), Role.Text);
        Add(FigureKind.Date, DateParts.Pack(Today), Role.Today);
        Add(FigureKind.Date, DateParts.Pack(Today.AddDays(1)), Role.Today);
        foreach (var entry in query.Products)
        {
            if (entry.Product.ReleasedOn is { } released)
                Add(FigureKind.Date, DateParts.Pack(released), Role.Text, null, new Owner(OwnerType.Product, entry.Product.Id));
        }
    }

    private void ReadInfo(ProductInfoData info, int? wanted)
    {
        ReadCard(info.Product);
        Say(info.Description, Role.Text, Product(info.Product));
        ReadFacts(info.Product, info.Facts);
        if (info.Product.Price is { } price && wanted is { } pieces)
            Add(FigureKind.Money, price.Major * pieces, Role.Text, price.Currency, Product(info.Product));
        foreach (var compared in info.Compared)
        {
            ReadCard(compared.Product);
            ReadFacts(compared.Product, compared.Facts);
            KnowStock(compared.Product, compared.Available);
        }

        if (info.Compared.Count > 0)
        {
            Add(FigureKind.Count, info.Compared.Count, Role.Listed, Counted.Products);
            Add(FigureKind.Count, info.Compared.Count + 1, Role.Listed, Counted.Products);
        }
    }

    private void ReadQuote(DocumentQuote quote)
    {
        foreach (var text in new[] { quote.Text, quote.Heading, quote.Title, DocumentPlace.Label(quote.Title, quote.Page, Language.Korean), $"page {quote.Page}" })
            Say(text, Role.Text);
    }

    private void ReadCard(ProductCard card)
    {
        var owner = Product(card);
        Say(card.Name, Role.Text, owner);
        Say(card.Category, Role.Text);
        if (card.Price is { } price)
        {
            Add(FigureKind.Money, price.Major, Role.Price, price.Currency, owner);
            if (card.ListPrice is { } list && list.Minor > price.Minor)
            {
                Add(FigureKind.Money, list.Major, Role.ListPrice, list.Currency, owner);
                Add(FigureKind.Money, list.Major - price.Major, Role.Reduction, list.Currency, owner);
                AddPercent(list.Major - price.Major, list.Major, Role.Reduction, owner);
            }
        }

        ReadRating(card.Rating, card.ReviewCount, owner);
    }

    private void ReadRating(double? rating, int reviews, Owner owner)
    {
        Add(FigureKind.Count, reviews, Role.ReviewCount, Counted.Reviews, owner);
        if (rating is not { } average)
            return;
        var exact = (decimal)average;
        foreach (var value in new[] { exact, Rounded(exact, 2), Rounded(exact, 1) }.Distinct())
            Add(FigureKind.Rating, value, Role.Rating, null, owner);
        Add(FigureKind.Rating, Rounded(exact, 0), Role.RoughRating, null, owner);
    }

    private void ReadFacts(ProductCard card, IReadOnlyList<ProductFact> facts)
    {
        var owner = Product(card);
        var shared = facts.Select(f => AttributeDefinitions.Find(f.Key)).OfType<AttributeDefinition>().Where(d => d.Unit is not null)
            .GroupBy(d => d.Unit!.En).Where(g => g.Count() > 1).SelectMany(g => g).Select(d => d.Key).ToHashSet();
        foreach (var fact in facts)
        {
            var owners = shared.Contains(fact.Key) ? [owner, new Owner(OwnerType.Attribute, fact.Key)] : new[] { owner };
            if (shared.Contains(fact.Key))
                Names.AddRange([new(owners[1], fact.Label.Ko), new(owners[1], fact.Label.En)]);
            Say(fact.Value, Role.Attribute, owners);
            if (fact.Number is { } number)
                ReadAttribute(fact, (decimal)number, owners);
            foreach (var text in new[] { fact.Value.Ko, fact.Value.En }.Where(t => t.Contains(',', StringComparison.Ordinal)))
            {
                Add(FigureKind.Count, text.Split(',').Length, Role.Attribute, null, owners);
                Add(FigureKind.Measure, text.Split(',').Length, Role.Attribute, "color", owners);
            }
        }
    }

    private void ReadAttribute(ProductFact fact, decimal number, Owner[] owners)
    {
        var definition = AttributeDefinitions.Find(fact.Key);
        if (definition is { Kind: AttributeKind.Flag })
        {
            if (fact is { Key: "multipoint", Number: > 0 })
                Add(FigureKind.Count, 2, Role.Devices, null, owners);
        }
        else if (definition?.Unit is { } unit && MeasureUnits.Find(unit.En) is { } measure)
        {
            Add(FigureKind.Measure, number * measure.Factor, Role.Attribute, measure.Base, owners);
        }
        else
        {
            Add(FigureKind.Plain, number, Role.Attribute, null, owners);
        }

        if (fact.Key == "water_resistance")
        {
            Add(FigureKind.Measure, number, Role.Attribute, "grade", owners);
            // What the grade means: IEC 60529.
            if (number >= 7)
            {
                Add(FigureKind.Measure, 1_000, Role.Attribute, "mm", owners);
                Add(FigureKind.Measure, 30 * 60, Role.Attribute, "s", owners);
            }
        }
    }

    private void ReadRecommendation(RecommendationData data)
    {
        HasRecommendation = data.Products.Count > 0;
        for (var n = 1; n <= data.Products.Count; n++)
            Add(FigureKind.Count, n, Role.Listed, Counted.Products);
        foreach (var product in data.Products)
        {
            ReadCard(product.Product);
            KnowStock(product.Product, product.Available);
            foreach (var reason in product.Reasons)
                Say(reason.Text, Role.Text, Product(product.Product));
        }

        foreach (var wish in data.UnmetWishes)
            Say(wish, Role.Echo);
    }

    /// <summary>The figures that stand in the texts.</summary>
    public IEnumerable<Support> InTexts() =>
        _readLater.SelectMany(t => Grounding.Figures.In(PlainText.Visible(t.Text)).Select(f => new Support(f.Kind, f.Value, f.Unit, t.Role, t.Owners)));

    private void AddPercent(decimal part, decimal whole, Role role, params Owner[] owners)
    {
        if (whole <= 0)
            return;
        var exact = part * 100 / whole;
        foreach (var value in new[] { Rounded(exact, 0), Rounded(exact, 1), Math.Floor(exact) }.Distinct())
            Add(FigureKind.Percent, value, role, null, owners);
    }

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
