using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

/// <summary>Which words beside a figure fit what it is: pieces that are on their way are not told as stock, a list price not as the price.</summary>
internal static partial class RoleWords
{
    public static bool Fit(Role role, Figure figure, SentenceReading reading)
    {
        var (before, after) = reading.Around(figure);
        var (from, to) = reading.ClauseAt(figure.Start);
        var (sentence, clause) = (reading.Text, reading.Text[from..to]);
        var near = before + " " + after;
        return role switch
        {
            Role.Stock or Role.StockTotal => !Inbound().IsMatch(near) && !OfReviews(figure, near) && (figure.Kind != FigureKind.Plain || Stock().IsMatch(sentence) || reading.Names(OwnerType.Warehouse)),
            Role.Inbound => Inbound().IsMatch(sentence),
            Role.Arrival => Inbound().IsMatch(sentence) && !Dispatch().IsMatch(near),
            Role.Dispatch => !Inbound().IsMatch(near) && !Delivery().IsMatch(near),
            Role.ReviewCount => !Stock().IsMatch(near) && !Praise().IsMatch(near) && !Complaint().IsMatch(near)
                && (figure.Kind != FigureKind.Plain || Reviews().IsMatch(sentence)),
            Role.Praise => !Stock().IsMatch(near) && SideOf(near, clause, sentence) != Role.Complaints && (Reviews().IsMatch(sentence) || Praise().IsMatch(sentence)),
            Role.Complaints => !Stock().IsMatch(near) && SideOf(near, clause, sentence) != Role.Praise && (Reviews().IsMatch(sentence) || Complaint().IsMatch(sentence)),
            Role.Rating => figure.Kind != FigureKind.Plain || Rating().IsMatch(sentence),
            Role.RoughRating => About().IsMatch(before) && figure.Value < 5,
            Role.StarLevel => Level().IsMatch(after) || QuotedOut().IsMatch(sentence)
                || (figure.End + after.Length < to && BeforeCount().IsMatch(after)) || (Gives().IsMatch(before) && (from + before.Length < figure.Start || OneBuyer().IsMatch(before)))
                || (from + before.Length < figure.Start && CountBefore().IsMatch(before)),
            Role.Today => !Inbound().IsMatch(near) && !Delivery().IsMatch(near) && !Dispatch().IsMatch(near),
            Role.Price => !ListPrice().IsMatch(before),
            Role.ListPrice => ListPrice().IsMatch(clause) && !SalePrice().IsMatch(before),
            Role.Reduction => Reduction().IsMatch(sentence) && !SalePrice().IsMatch(before),
            Role.Difference => Difference().IsMatch(sentence) && !ListPrice().IsMatch(near) && !SalePrice().IsMatch(before),
            Role.Quote => figure.Kind == FigureKind.Code || Reviews().IsMatch(sentence),
            Role.Echo => figure.Kind is not (FigureKind.Money or FigureKind.Rating or FigureKind.Percent) || Echo().IsMatch(sentence),
            Role.Devices => Device().IsMatch(near),
            Role.Listed => figure.Unit is not null || Listed().IsMatch(near),
            _ => true,
        };
    }

    private static Role? SideOf(string near, string clause, string sentence) => Side(near) ?? Side(clause) ?? Side(sentence);

    /// <summary>Whether the words praise or complain; null when they do both or neither.</summary>
    private static Role? Side(string words) => (Praise().IsMatch(words), Complaint().IsMatch(words)) switch
    {
        (true, false) => Role.Praise,
        (false, true) => Role.Complaints,
        _ => null,
    };

    public static bool SaysTotal(string words) => Total().IsMatch(words);

    private static bool OfReviews(Figure figure, string near) =>
        figure.Unit == Counted.Reviews || (figure.Unit != Counted.Pieces && Reviews().IsMatch(near) && !Stock().IsMatch(near));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"입고|들어오|들어올|들어옵|도착\s?예정|추가로|\b(arriv\w*|expect\w*|restock\w*|incoming|inbound|due|on (its|the|their) way|back in stock|coming|shipment|delivery of|replenish\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Inbound();

    [GeneratedRegex(@"출고|발송|\b(leaves?|ships?|shipped|dispatch\w*|sent out)\b", Options, Timeout.Infinite)]
    private static partial Regex Dispatch();

    [GeneratedRegex(@"도착|받으실|받아\s?보|수령|배송\s?완료|배달|\b(deliver\w*|reach(es)? you|receive|get it|arriv\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Delivery();

    [GeneratedRegex(@"기기|연결|멀티포인트|동시|함께|\b(devices?|connect\w*|pair\w*|multipoint)\b", Options, Timeout.Infinite)]
    private static partial Regex Device();

    [GeneratedRegex(@"제품|상품|모델|추천|물류센터|창고|\b(products?|models?|recommend\w*|warehouses?|of them|compared?)\b", Options, Timeout.Infinite)]
    private static partial Regex Listed();

    [GeneratedRegex(@"재고|남아|남은|남았|물류센터|창고|수량|구매\s?가능|\b(stock|warehouses?|left|pieces|units|available)\b", Options, Timeout.Infinite)]
    private static partial Regex Stock();

    [GeneratedRegex(@"리뷰|후기|평가|의견|구매자|구매하신|사용자|이용자|고객(?!님)|(?<=\d)\s?[명건]|\d분[이의은께]|칭찬|불만|호평|\b(review\w*|buyers?|customers?|users?|people|owners?|shoppers?|ratings?|rated|opinions?|complain\w*|praise\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Reviews();

    [GeneratedRegex(@"평점|별점|평균|점수|평가|\b(rat(ed|ing|ings)|scores?|average\w*|stars?)\b", Options, Timeout.Infinite)]
    private static partial Regex Rating();

    [GeneratedRegex(@"칭찬|만족(?!스럽지)|호평|좋[다은았게아]|긍정|장점|\b(prais\w*|like[sd]?|love[sd]?|positive\w*|happy|satisfied|compliment\w*|good|favou?rabl\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Praise();

    [GeneratedRegex(@"불만|아쉬|아쉽|불평|부정|단점|불편|나쁘|혹평|지적|\b(complain\w*|critici[sz]\w*|negative\w*|unhappy|dislike\w*|disappoint\w*|dissatisf\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"^\s?(짜리|[를을]\s?(준|주|매긴|매겼)|이하|이상|(을|를)?\s?(리뷰|후기|평가))|^[\s-]?(review(s|ers?)?|ratings)\b|^\s?or (fewer|less|more|lower|higher|above|below)\b", Options, Timeout.Infinite)]
    private static partial Regex Level();

    [GeneratedRegex(@"^\s?([은는이]\s|\(|:|-|by|from|in)?\s?$", Options, Timeout.Infinite)]
    private static partial Regex BeforeCount();

    [GeneratedRegex(@"^[가이은는]?\s(모두\s)?(별점\s?|별\s?|최고점인\s)?$", Options, Timeout.Infinite)]
    private static partial Regex CountBefore();

    [GeneratedRegex(@"\b(gives?|gave|giving|award\w*|rated it)\b", Options, Timeout.Infinite)]
    private static partial Regex Gives();

    /// <summary>Where a quote was that stands in the evidence.</summary>
    [GeneratedRegex(@"[""“‘'「『]\s{8}", Options, Timeout.Infinite)]
    private static partial Regex QuotedOut();

    [GeneratedRegex(@"(?<![가-힣])한\s(구매자|고객|분|리뷰|사용자)|\b(one|another|a) (buyer|reviewer|customer|user)\b", Options, Timeout.Infinite)]
    private static partial Regex OneBuyer();

    [GeneratedRegex(@"약\s|거의|대략|정도|\b(about|around|roughly|nearly|almost|approximately)\b|~", Options, Timeout.Infinite)]
    private static partial Regex About();

    [GeneratedRegex(@"정가|원래|기존|할인\s?전|출시가|\b(list price|originally|original|regular(ly)?|was|were|down from|instead of|before (the )?(discount|reduction)|rrp|msrp|off)\b", Options, Timeout.Infinite)]
    private static partial Regex ListPrice();

    [GeneratedRegex(@"판매가|할인가|현재가|지금\s?가격|\b(now|costs?|sale price|current price|priced at|sells for)\b", Options, Timeout.Infinite)]
    private static partial Regex SalePrice();

    [GeneratedRegex(@"할인|저렴|싸|싼|절약|아끼|아낄|낮|인하|내[렸려린]|\b(off|cheaper|less|saves?|saving|discount\w*|reduc\w*|cut|lower|below|drop\w*)\b", Options, Timeout.Infinite)]
    private static partial Regex Reduction();

    [GeneratedRegex(@"저렴|싸|싼|비싸|비싼|차이|낮|높|더\s|보다|길|짧|가볍|무겁|오래|배|\b(cheaper|less|more|differ\w*|lower|higher|longer|shorter|lighter|heavier|extra|than|times|expensive|fewer|faster|larger|bigger|smaller|gap|apart)\b", Options, Timeout.Infinite)]
    private static partial Regex Difference();

    [GeneratedRegex(@"이하|이내|이상|미만|초과|예산|말씀|조건|원하|찾으|문의|물어|아니|않|까지|넘|대에서|\b(under|below|less than|within|budget|up to|over|above|asked|mention\w*|looking for|limit|range|not|at most|at least|exceed\w*)\b|n't", Options, Timeout.Infinite)]
    private static partial Regex Echo();

    [GeneratedRegex(@"모두|총|합쳐|합하|합치|합계|합산|전체|다\s?합|전부|\b(in all|total|altogether|combined|across|together|overall|everywhere|in sum)\b", Options, Timeout.Infinite)]
    private static partial Regex Total();
}
