using System.Text.RegularExpressions;
using CustomerService.Core.Answers;

namespace CustomerService.Ai.Grounding;

/// <summary>Checks a sentence of a model against the evidence before it is shown.</summary>
internal static partial class SentenceCheck
{
    private const int MostOwnPoints = 5;

    /// <param name="topic">The products that the sentence before was about: figures of a sentence that names none must be theirs. Empty when not known.</param>
    /// <returns>What is wrong with the sentence; null when the evidence supports it.</returns>
    public static HeldBack? Check(string sentence, EvidenceFigures evidence, IReadOnlyCollection<Owner>? topic = null)
    {
        var visible = PlainText.Visible(sentence);
        if (Markup().Match(visible) is { Success: true } markup)
            return new(sentence, markup.Value, HoldReason.Markup);

        var own = visible.ToCharArray();
        foreach (var (start, length) in QuotedWords.In(visible))
        {
            var words = visible.Substring(start, length);
            if (!evidence.Holds(words))
                return new(sentence, words, HoldReason.Quote);
            own.AsSpan(start, length).Fill(' ');
        }

        var reading = new SentenceReading(new string(own), evidence.Names);
        foreach (var figure in reading.Figures)
        {
            if (!IsOwnPoint(figure, reading) && !evidence.Matching(figure).Any(s => Supports(s, figure, reading, evidence) && IsOnTopic(s, reading, topic)))
                return new(sentence, figure.Text.Trim(), HoldReason.Figure);
        }

        return AvailabilityClaims.FirstUnsupported(reading, evidence) is { } claim ? new(sentence, claim, HoldReason.Availability) : null;
    }

    /// <summary>How many points the writer goes on to list is the writer's own affair, unless colours or models are counted.</summary>
    private static bool IsOwnPoint(Figure figure, SentenceReading reading)
    {
        if (figure is not { Kind: FigureKind.Count, Unit: Counted.Points, Value: <= MostOwnPoints })
            return false;
        var (from, to) = reading.ClauseAt(figure.Start);
        return !CountedGoods().IsMatch(reading.Text.AsSpan(from, to - from));
    }

    /// <summary>The products that a sentence is about, so that the next can speak of them without their names.</summary>
    public static IReadOnlyCollection<Owner> TopicAfter(string sentence, EvidenceFigures evidence, IReadOnlyCollection<Owner> before)
    {
        var named = new SentenceReading(PlainText.Visible(sentence), evidence.Names).Mentions
            .Where(m => m.Owner.Type == OwnerType.Product && !m.IsCompared).Select(m => m.Owner).ToHashSet();
        return named.Count > 0 ? named : before;
    }

    private static bool IsOnTopic(Support support, SentenceReading reading, IReadOnlyCollection<Owner>? topic) =>
        topic is null or { Count: 0 } || reading.Names(OwnerType.Product)
        || support.Owners.All(o => o.Type != OwnerType.Product) || support.Owners.Any(topic.Contains);

    private static bool Supports(Support support, Figure figure, SentenceReading reading, EvidenceFigures evidence)
    {
        if (!RoleWords.Fit(support.Role, figure, reading))
            return false;
        if (support.Role == Role.Echo)
            return figure.Kind != FigureKind.Count || !AvailabilityClaims.SaysInStock(reading) || evidence.Products is [{ Available: { } pieces }, ..] && pieces >= figure.Value;
        return IsOneOfItsOwners(support, figure, reading) && IsBetweenTheseProducts(support, reading, evidence) && IsWholeOrPart(support, figure, reading, evidence);
    }

    private static bool IsOneOfItsOwners(Support support, Figure figure, SentenceReading reading)
    {
        foreach (var owners in support.Owners.GroupBy(o => o.Type))
        {
            var named = reading.OwnerOf(figure.Start, figure.End, owners.Key);
            if (named is { } owner ? !owners.Contains(owner) : owners.Key == OwnerType.Stars)
                return false;
        }

        return true;
    }

    /// <summary>A difference is one between the products that are named, or between the one in question and the one that is named.</summary>
    private static bool IsBetweenTheseProducts(Support support, SentenceReading reading, EvidenceFigures evidence)
    {
        if (support.Role != Role.Difference)
            return true;
        var named = reading.Mentions.Where(m => m.Owner.Type == OwnerType.Product).Select(m => m.Owner).Distinct().ToList();
        return named.Count >= 2 ? support.Owners.All(named.Contains)
            : named.TrueForAll(support.Owners.Contains) && (evidence.Subject is not { } subject || support.Owners.Contains(subject));
    }

    /// <summary>The sum of all warehouses is not told of one of them, nor one warehouse's count as the sum.</summary>
    private static bool IsWholeOrPart(Support support, Figure figure, SentenceReading reading, EvidenceFigures evidence)
    {
        if (evidence.Warehouses.Count < 2 || support.Role is not (Role.Stock or Role.StockTotal))
            return true;
        var (from, to) = reading.ClauseAt(figure.Start);
        var clause = reading.Text[from..to];
        var named = reading.NamedBeside(figure.Start, OwnerType.Warehouse);
        return support.Role == Role.StockTotal
            ? named != 1 || RoleWords.SaysTotal(clause)
            : named > 0 || !RoleWords.SaysTotal(clause) || support.Owners.All(o => o.Type != OwnerType.Warehouse);
    }

    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]{1,12}://\S{0,60}|\bwww\.\S{0,60}|!\[|\]\s?\(|\]\s?\[[^\d\]]|^\s{0,9}\[[^\]\d][^\]]{0,60}\]:|<\s?[/!?]?\s?[a-z][^>]{0,60}>?|<!--|\b(javascript|vbscript|data|mailto):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, Timeout.Infinite)]
    private static partial Regex Markup();

    [GeneratedRegex(@"색|컬러|모델|버전|사이즈|구성|colou?r|model|version|size|edition|included", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex CountedGoods();
}
