using CustomerService.Ai.Embedded.Answers;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;

namespace CustomerService.Ai.Grounding;

/// <summary>All figures, names and texts that a model's sentence can rest on.</summary>
internal sealed class EvidenceFigures
{
    private readonly ILookup<FigureKind, Support> _known;
    // Texts are read only when a sentence has a figure or a quotation that nothing else supports.
    private readonly Lazy<ILookup<FigureKind, Support>> _told;
    private readonly Lazy<List<string>> _texts;

    internal EvidenceFigures(EvidenceReader reader)
    {
        _known = ByKind(reader.Figures);
        _told = new(() => ByKind(reader.InTexts()));
        _texts = new(() => [.. reader.Texts.Concat(reader.Texts.Select(AnswerWriter.Plain)).Distinct().Select(PlainText.ForComparison).Distinct()]);
        Names = [.. reader.Names.DistinctBy(n => (n.Owner, n.Name)).OrderByDescending(n => n.Name.Length)];
        Products = reader.Products;
        Warehouses = reader.Warehouses;
        Subject = reader.Subject;
        Today = reader.Today;
        HasRecommendation = reader.HasRecommendation;
    }

    /// <summary>Longest first.</summary>
    public IReadOnlyList<OwnerName> Names { get; }
    public IReadOnlyList<KnownStock> Products { get; }
    public IReadOnlyList<KnownWarehouse> Warehouses { get; }
    /// <summary>The product in question; null when there is none.</summary>
    public Owner? Subject { get; }
    public DateOnly Today { get; }
    public bool HasRecommendation { get; }

    /// <param name="shop">Whose days count; left out, those of Seoul.</param>
    public static EvidenceFigures Of(ResolvedQuery query, IReadOnlyList<LookupResult> evidence, ShopOptions? shop = null) =>
        new(EvidenceReader.Read(query, evidence, shop ?? new ShopOptions()));

    /// <summary>Whether the words stand in a text of the evidence; parts around an ellipsis in one and the same.</summary>
    public bool Holds(string words)
    {
        var parts = PlainText.ForComparison(words).Split("...", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Trim().Trim('.', ',', '!', '?', ';')).Where(p => p.Length > 0).ToList();
        return parts.Count == 0 || _texts.Value.Exists(t => parts.TrueForAll(p => t.Contains(p, StringComparison.Ordinal)));
    }

    /// <summary>What has the figure's value and a kind that fits it.</summary>
    public IEnumerable<Support> Matching(Figure figure)
    {
        foreach (var support in Matching(_known, figure))
            yield return support;
        foreach (var support in Matching(_told.Value, figure))
            yield return support;
    }

    private static ILookup<FigureKind, Support> ByKind(IEnumerable<Support> figures) => figures.Distinct(SupportComparer.Instance).ToLookup(f => f.Kind);

    private static IEnumerable<Support> Matching(ILookup<FigureKind, Support> byKind, Figure figure) => figure.Kind switch
    {
        FigureKind.Money => byKind[FigureKind.Money].Where(s => (s.Unit is null || s.Unit == figure.Unit) && IsAmount(figure, s.Value))
            .Concat(Equal(byKind, FigureKind.Plain, figure).Where(s => s.Role == Role.Echo)),
        FigureKind.Date => byKind[FigureKind.Date].Where(s => DateParts.Agree(figure.Value, figure.Unit, s.Value)),
        FigureKind.Time => byKind[FigureKind.Time].Where(s => s.Value == figure.Value
            || ((figure.Unit == "12h" || s.Unit == "12h") && s.Value % (12 * 60) == figure.Value % (12 * 60))),
        FigureKind.Count => Equal(byKind, FigureKind.Count, figure).Where(s => s.Unit is null || figure.Unit is null || s.Unit == figure.Unit),
        FigureKind.Measure => Equal(byKind, FigureKind.Measure, figure).Where(s => s.Unit == figure.Unit),
        FigureKind.Code => byKind[FigureKind.Code].Where(s => s.Unit == figure.Unit),
        FigureKind.Plain => byKind.SelectMany(kind => kind).Where(s => s.Kind is not (FigureKind.Date or FigureKind.Code or FigureKind.Time) && SpokenValue(s) == figure.Value && IsTelling(figure, s)),
        _ => Equal(byKind, figure.Kind, figure),
    };

    private static IEnumerable<Support> Equal(ILookup<FigureKind, Support> byKind, FigureKind kind, Figure figure) => byKind[kind].Where(s => s.Value == figure.Value);

    /// <summary>13만원대 means from 130,000 up to 140,000, 10만원대 also up to 200,000.</summary>
    private static bool IsAmount(Figure figure, decimal value)
    {
        if (!figure.Text.EndsWith('대') || figure.Value == 0)
            return value == figure.Value;
        var step = 1m;
        while (figure.Value % (step * 10) == 0)
            step *= 10;
        return value >= figure.Value && value < figure.Value + step;
    }

    /// <summary>A small number without a unit is anything's; a measure is told with its unit then.</summary>
    private static bool IsTelling(Figure figure, Support support) =>
        figure.Value >= 10 || figure.Value % 1 != 0 || support.Kind == FigureKind.Plain || support.Role is not (Role.Text or Role.Attribute or Role.Echo or Role.Listed or Role.Devices);

    /// <summary>A measure without its unit is told in the unit it is stated in.</summary>
    private static decimal SpokenValue(Support support) =>
        support is { Kind: FigureKind.Measure, Unit: "s", Value: >= 3_600 } && support.Value % 3_600 == 0 ? support.Value / 3_600
        : support is { Kind: FigureKind.Measure, Unit: "s", Value: >= 60 } && support.Value % 60 == 0 ? support.Value / 60
        : support.Value;

    private sealed class SupportComparer : IEqualityComparer<Support>
    {
        public static SupportComparer Instance { get; } = new();

        public bool Equals(Support? x, Support? y) =>
            x!.Kind == y!.Kind && x.Value == y.Value && x.Unit == y.Unit && x.Role == y.Role && x.Owners.SequenceEqual(y.Owners);

        public int GetHashCode(Support support) => HashCode.Combine(support.Kind, support.Value, support.Role);
    }
}
