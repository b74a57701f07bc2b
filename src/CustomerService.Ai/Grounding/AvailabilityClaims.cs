using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

/// <summary>Whether what a sentence says of being in stock, sold out or leaving today agrees with the stock that was found.</summary>
internal static partial class AvailabilityClaims
{
    private const int NegationReach = 14;

    /// <returns>The words of the first claim that the stock does not support; null when there is none.</returns>
    public static string? FirstUnsupported(SentenceReading reading, EvidenceFigures evidence)
    {
        var isConditional = false;
        foreach (Match match in Claims().Matches(reading.Text))
        {
            if (!isConditional && !IsSupposed(match, reading) && !IsTrue(match, reading, evidence))
                return match.Value.Trim();
            isConditional |= IsCondition(match, reading);
        }

        return null;
    }

    public static bool SaysInStock(SentenceReading reading) =>
        Claims().Matches(reading.Text).Any(m => m.Groups["have"].Success && !IsSupposed(m, reading) && !IsNegated(m, reading));

    private static bool IsTrue(Match claim, SentenceReading reading, EvidenceFigures evidence)
    {
        var says = !IsNegated(claim, reading);
        var end = claim.Index + claim.Length;
        var product = reading.OwnerOf(claim.Index, end, OwnerType.Product) ?? evidence.Subject;
        var isOfSubject = evidence.Products.Count > 0 && (product is null || product == evidence.Products[0].Owner);
        var warehouse = isOfSubject ? reading.OwnerOf(claim.Index, end, OwnerType.Warehouse) : null;
        var places = evidence.Warehouses.Where(w => warehouse is null || w.Owner == warehouse).ToList();
        if (claim.Groups["today"].Success)
            return places.Count > 0 && places.Exists(w => w.ShipsToday) == says;
        if (claim.Groups["tomorrow"].Success)
            return places.Count > 0 && places.Exists(w => w.NextDispatch == evidence.Today.AddDays(1)) == says;

        var saysThereIsSome = claim.Groups["have"].Success == says;
        if (warehouse is not null)
            return places.Exists(w => saysThereIsSome ? w.Quantity > 0 : w.Quantity == 0);
        var known = evidence.Products.FirstOrDefault(p => product is null || p.Owner == product);
        if (known is null || known.Available is null)
            return saysThereIsSome && evidence.HasRecommendation && (Recommends().IsMatch(reading.Text) || evidence.Subject is null) && known is null;
        return saysThereIsSome
            ? known.Available > 0
            : known.Available == 0 && (known.IsWhole || Counted().IsMatch(reading.Text));
    }

    /// <summary>A question, a condition or what is not known: "if it is sold out", 재고가 있는지.</summary>
    private static bool IsSupposed(Match claim, SentenceReading reading)
    {
        var (from, to) = reading.ClauseAt(claim.Index);
        var end = claim.Index + claim.Length;
        if (reading.Text.AsSpan().TrimEnd().EndsWith("?"))
            return true;
        if (SupposedAfter().IsMatch(reading.Text[end..Math.Min(reading.Text.Length, end + 24)]))
            return true;
        var before = reading.Text[from..claim.Index];
        return SupposedBefore().IsMatch(before)
            || (claim.Groups["none"].Success && Until().IsMatch(before))
            || (claim.Groups["have"].Success && Later().IsMatch(before))
            || (end < to && NotMeant().IsMatch(reading.Text[end..to]));
    }

    /// <summary>Whether what follows holds only if this does: "if it is in stock, you can order it".</summary>
    private static bool IsCondition(Match claim, SentenceReading reading)
    {
        var (from, _) = reading.ClauseAt(claim.Index);
        var end = claim.Index + claim.Length;
        return If().IsMatch(reading.Text[from..claim.Index]) || IfAfter().IsMatch(reading.Text[end..Math.Min(reading.Text.Length, end + 12)]);
    }

    private static bool IsNegated(Match claim, SentenceReading reading)
    {
        var (from, to) = reading.ClauseAt(claim.Index);
        var end = claim.Index + claim.Length;
        return NegatedBefore().IsMatch(reading.Text[Math.Max(from, claim.Index - NegationReach - 12)..claim.Index])
            || NegatedAfter().IsMatch(reading.Text[end..Math.Min(Math.Max(end, to), end + NegationReach)]);
    }

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace;

    [GeneratedRegex("""
        (?<today> (오늘|금일) (?![은도]?\s?(하루|날씨|문의)) [^,.;!?\n]{0,24}? (출고|발송|출발|보내|나갑|나가) [가이을를은는도]? \s? (됩|되|합|하|드|이|가능|할|해|예정|있|못|안|불가|돼|집|답|준비)?
                 | 당일 \s? (출고|발송|배송) [가이을를은는도]?
                 | \b(ships?|shipped|shipping|leaves?|leaving|dispatch(ed|es)?|goes \s out|go \s out|sent \s out|send \s it)\b [^,.;!?\n]{0,50}? \btoday\b
                 | \b(today) \b [^,.;!?\n]{0,20} \b(ships?|shipped|leaves?|dispatch(ed)?)\b
                 | \b same[\s-]day \s (dispatch|shipping|delivery|shipment) )
        | (?<tomorrow> 내일 [^,.;!?\n]{0,24}? (출고|발송) | \b(ships?|shipped|leaves?|dispatch(ed|es)?) \b [^,.;!?\n]{0,40}? \btomorrow\b )
        | (?<none> 품절 | 매진 | 재고 [가는은도]? \s? ([^,.;!?\n있]{0,20}? \s)? (없|소진|바닥|떨어졌|남아\s?있지) | 남은 \s? (재고|수량)[이가은는]? \s? 없
                 | 구매 (하실|할) \s? 수 \s? 없
                 | \b(sold|selling|sells|sell) \s out\b | \b out \s of \s stock\b | \b no \s (longer \s in \s)? stock\b | \bno \s (units|pieces) \s (are \s)? (left|available|in \s stock)
                 | \b(none|nothing|zero|no \s more) \b [^,.;!?\n]{0,16}? \b (in \s stock|left|available)\b | \bcurrently \s unavailable\b | \bunavailable \s (right \s now|at \s the \s moment)
                 | \bcan(no|')?t \s (currently \s)? be \s (bought|ordered|purchased) )
        | (?<have> 재고 [가는은도]? \s? [^,.;!?\n없]{0,30}? (있|충분|넉넉|남아|남았|여유|확보) | (구매|주문) (하실|할|이|은)? \s? (수 \s 있|가능) | 바로 \s? (구매|주문) (하실|할) \s? 수
                 | 재고 \s? (보유|있음) | \d \s? (개|대) [가이는은]? \s? (남아|남았|있습니다|있어요)
                 | \b in[\s-]stock\b | \b available \s (now|immediately|right \s away|right \s now|to \s order|for \s (purchase|order|immediate)) | \bcurrently \s available\b
                 | \b (have|has) \s (plenty|enough) \b (\s of \s it)? | \b (can|could) \s (buy|order|purchase) \s (it|them|one|this)\b )
        """, Options, Timeout.Infinite)]
    private static partial Regex Claims();

    [GeneratedRegex("""
        ^ [가-힣\s]{0,3}? ( 는지 | 은지 | ㄴ지 | 을지 | 일지 | 될지 | 할지 | 한지 | 인지 | 되는지 | 나요 | 까요 | 습니까 | 니까\? )
        | ^ (으면|다면|이라면|라면|이면|되면|될\s경우|일\s경우|된\s경우|인\s경우|하면|시면|을\s?(경우|때)|는\s?경우|\s?시에|\s?시\s|\s?여부|되기\s?전|되기|될\s수|될까|이\s되면|가\s?되면|할\s?경우|돼도|되더라도|이더라도|더라도|려면|되려면|하려면|를\s원하|을\s원하|\s가능\s?여부|\s?알림|\s?걱정|\s?임박)
        | ^ (되었다가|됐다가|였다가|이었다가|였던|됐던|이었던|되었던)
        """, Options, Timeout.Infinite)]
    private static partial Regex SupposedAfter();

    [GeneratedRegex(@"\b(if|whether|in \s case|unless|should \s it|assuming|provided|check \s that|make \s sure|(does|do|did) (n't|\s not) \s (necessarily \s)? mean)\b", Options, Timeout.Infinite)]
    private static partial Regex SupposedBefore();

    [GeneratedRegex(@"\b(if|unless|in \s case|should \s it|assuming|provided)\b", Options, Timeout.Infinite)]
    private static partial Regex If();

    [GeneratedRegex(@"^ [가-힣]{0,2} (으면|다면|라면|이면|되면|면\s|될\s?경우|일\s?경우|인\s?경우|을\s?경우|는\s?경우)", Options, Timeout.Infinite)]
    private static partial Regex IfAfter();

    [GeneratedRegex(@"\b(before|until|once|when|may|might|could|can|often|usually|tends?|soon|likely|quickly)\b", Options, Timeout.Infinite)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(when|once|until|as \s soon \s as|will \s be|would \s be|expected|be \s back|comes? \s back|notify)\b", Options, Timeout.Infinite)]
    private static partial Regex Later();

    [GeneratedRegex(@"(다는|라는|란) \s? (뜻|의미|말|것) | 알 \s? 수 \s? 없 | 확인 (하지|되지|할 \s? 수 \s? 없) | 모르 | \bunknown\b | \bnot \s known\b", Options, Timeout.Infinite)]
    private static partial Regex NotMeant();

    [GeneratedRegex(@"(\bnot | n't | \bnever | \bno \s longer | \bcannot | \bneither | \bnot \s yet | \bisn | 더 \s 이상) (\s[a-z]+){0,3} \s? $ | \b(none|nothing|nobody|no) \b [^,.]{0,16} $", Options, Timeout.Infinite)]
    private static partial Regex NegatedBefore();

    [GeneratedRegex(@"^ [가-힣]{0,3} \s? ( [이은가는] \s? 아니 | [이은가는] \s? 아닙 | 아니 | 아닙 | 지 \s? (는 \s)? 않 | 지는 \s? 않 | 지 \s? 못 | 된 \s? 것은 \s? 아니 | 하지 \s? 않 | 되지 \s? 않 | 안 \s | 못 | 불가 | 어렵 | 없 | 것은 \s? 아니)", Options, Timeout.Infinite)]
    private static partial Regex NegatedAfter();

    [GeneratedRegex(@"추천|권해|권해드|대신|대안|다른|상품\s?중|\b(recommend\w*|instead|alternatives?|suggest\w*|consider)\b", Options, Timeout.Infinite)]
    private static partial Regex Recommends();

    [GeneratedRegex(@"집계|알려\s?온|보고한|\b(reported|counted)\b", Options, Timeout.Infinite)]
    private static partial Regex Counted();
}
