using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Questions;

/// <summary>What a sentence wishes of a product.</summary>
internal static partial class Wishes
{
    /// <summary>Terms of text attributes that are values rather than names: "유선 이어폰" wishes for a wired one, "연결 방식" for nothing.</summary>
    private static readonly FrozenSet<string> Values = FrozenSet.ToFrozenSet(
    [
        "유선", "wired", "ldac", "aptx", "aac", "4k", "qhd", "fhd", "oled", "ips", "hdmi", "c타입", "usb-c", "type-c", "적축", "갈축", "청축", "텐키리스", "tenkeyless",
        "아이폰", "갤럭시", "안드로이드", "맥북", "윈도우", "iphone", "android", "galaxy", "macbook", "windows", "mac",
    ]);

    /// <summary>The digit of an IP code from which a thing may lie under water (IEC 60529).</summary>
    public const int Immersion = 7;

    private static readonly FrozenSet<string> Immersing = FrozenSet.ToFrozenSet(["수영", "swim", "swimming", "underwater"]);

    /// <summary>Quantities and phrases. What is said of one attribute first holds.</summary>
    public static List<Wish> Find(QuestionText text, IReadOnlyList<TermHit<AttributeDefinition>> attributes)
    {
        var wishes = Measures.Find(text, attributes);
        AddMissing(wishes, WishPhrases.Find(text));
        return wishes;
    }

    /// <summary>Attributes that a sentence wants there to be: 방수 되는, with noise cancelling; not those it says it can do without.</summary>
    public static IEnumerable<Wish> Wanted(QuestionText text, IReadOnlyList<TermHit<AttributeDefinition>> attributes)
    {
        foreach (var hit in attributes)
        {
            var isWish = hit.Value.Kind == AttributeKind.Flag || hit.Value.Key == "water_resistance" || Values.Contains(hit.Spoken);
            if (isWish && !DeclinedAfter().IsMatch(text.Spaced, hit.End) && !DeclinedBefore().IsMatch(text.Spaced[Math.Max(0, hit.Start - 20)..hit.Start]))
                yield return Immersing.Contains(hit.Spoken) ? new(hit.Value.Key, WishKind.AtLeast, Immersion, hit.Spoken) : new(hit.Value.Key, WishKind.Has, null, hit.Spoken);
        }
    }

    /// <summary>What the bare name of an attribute wishes for, as in an interest: 배터리 for much of it, 무게 for little, 방수 to have it.</summary>
    public static IEnumerable<Wish> ForNamed(TermHit<AttributeDefinition> hit)
    {
        var (attribute, spoken) = (hit.Value, hit.Spoken);
        WishKind? kind = attribute switch
        {
            { Kind: AttributeKind.Flag } or { Key: "water_resistance" } => WishKind.Has,
            { Better: BetterWhen.Higher } => WishKind.Most,
            { Better: BetterWhen.Lower } => WishKind.Least,
            _ => Values.Contains(spoken) ? WishKind.Has : null,
        };
        return kind is { } wished ? [new(attribute.Key, wished, null, spoken)] : [];
    }

    /// <summary>Adds the wishes about attributes that are not wished about yet.</summary>
    public static void AddMissing(List<Wish> wishes, IEnumerable<Wish> others)
    {
        var known = wishes.Select(w => w.Key).ToHashSet();
        wishes.AddRange(others.Where(w => !known.Contains(w.Key)).DistinctBy(w => (w.Key, w.Kind)));
    }

    [GeneratedRegex(@"\G \s? ([이가은는도] | 기능[이은]?)? \s? ( 없어도 | 없는 | 상관\s?없 | 필요\s?없 | 필요는\s?없 | 안\s?되는 | 안\s?돼도 | 안\s?되도 | 말고 | 빼고 | 아닌 | isn't | is\snot | not\s(needed|important|necessary) | doesn't\smatter )", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DeclinedAfter();

    [GeneratedRegex(@"\b ( without(\sany)? | no | not | don't\s(need|want|care\sabout)(\sany)? | instead\sof ) \s $", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex DeclinedBefore();
}
