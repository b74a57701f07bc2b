using System.Text.RegularExpressions;
using CustomerService.Core.Catalog;

namespace CustomerService.Core.Questions;

/// <summary>What one sentence of a question says: the matches of the tables, weighed against each other.</summary>
internal sealed partial class SentenceReading
{
    /// <summary>"Sound quality?" asks for opinions, "How many times can it charge my phone" only holds a word of an aspect.</summary>
    private const int SpacesOfTopic = 3;

    private readonly QuestionText _text;
    private readonly Dictionary<Intent, int> _asked;
    private readonly List<string> _factKeys = [];
    private readonly List<TermHit<string>> _categories;
    private readonly List<TermHit<AttributeDefinition>> _attributes;
    private readonly List<TermHit<string>> _aspects;
    private readonly List<Wish> _uses;
    private readonly List<Wish> _wishes;
    private readonly PriceRanges.Found? _price;

    private SentenceReading(QuestionText text, IReadOnlyList<Category> categories, string currency)
    {
        _text = text;
        _categories = Vocabulary.CategoriesIn(text, categories);
        _categories.RemoveAll(IsOtherDevice);
        // 배터리 in 보조배터리 and 충전 in 충전기 are part of what the thing is called.
        _attributes = Vocabulary.AttributesIn(text);
        _attributes.RemoveAll(a => _categories.Exists(a.Within));
        _aspects = Vocabulary.AspectsIn(text);
        _aspects.RemoveAll(a => _categories.Exists(a.Within));
        Codes = ProductCodes.In(text);
        _price = PriceRanges.Find(text, currency);
        _wishes = Wishes.Find(text, _attributes);
        _uses = UseCases.Find(text);
        var speaksOfProduct = _categories.Count + _attributes.Count + Codes.Count > 0 || (_aspects.Count + _uses.Count > 0 && PointsAtProduct());
        IsOutside = OutsidePatterns.IsCertain(text) || (OutsidePatterns.IsLikely(text) && !speaksOfProduct);
        _asked = IntentPattern.Match(text, _factKeys);
    }

    public List<Intent> Intents { get; } = [];
    public List<string> AttributeKeys { get; } = [];
    public List<string> Aspects { get; } = [];
    public List<Wish> AllWishes { get; } = [];
    public IReadOnlyList<string> Codes { get; }
    public PriceRange? Price { get; private set; }
    public string? CategoryId { get; private set; }
    public int? Quantity { get; private set; }
    public bool IsOutside { get; }

    public static SentenceReading Read(QuestionText text, IReadOnlyList<Category> categories, string currency)
    {
        var reading = new SentenceReading(text, categories, currency);
        if (!reading.IsOutside)
            reading.Weigh();
        return reading;
    }

    private bool Asks(Intent intent) => _asked.ContainsKey(intent);

    private void Drop(params ReadOnlySpan<Intent> intents)
    {
        foreach (var intent in intents)
            _asked.Remove(intent);
    }

    private void Weigh()
    {
        Quantity = Quantities.In(_text);
        var recommends = !Asks(Intent.Person) && !Asks(Intent.OrderStatus) && AsksForAProduct();
        CategoryId = CategoryAskedFor(recommends);
        if (_price is { } price && (price.IsBounded || recommends))
            Price = price.Range;
        if (recommends)
            WeighRecommendation();
        else
            WeighQuestion();

        if (Asks(Intent.Delivery))
            _asked.TryAdd(Intent.Stock, int.MaxValue);
        Intents.AddRange(_asked.OrderBy(asked => Rank(asked.Key)).ThenBy(asked => asked.Value).Select(asked => asked.Key));
    }

    /// <summary>What is asked of a person or about an order comes before all; a choice among products before single facts.</summary>
    private static int Rank(Intent intent) => intent switch
    {
        Intent.Person => 0,
        Intent.OrderStatus => 1,
        Intent.Recommendation or Intent.Comparison or Intent.ProsAndCons => 2,
        _ => 3,
    };

    private void WeighRecommendation()
    {
        _asked[Intent.Recommendation] = 0;
        Drop(Intent.Opinion, Intent.Price, Intent.Fact, Intent.Overview);
        if (Codes.Count < 2)
            Drop(Intent.Comparison);
        if (!StockWord().IsMatch(_text.Spaced))
            Drop(Intent.Stock);
        var wishes = new List<Wish>(_wishes);
        Wishes.AddMissing(wishes, Wishes.Wanted(_text, _attributes));
        Wishes.AddMissing(wishes, _uses);
        AllWishes.AddRange(wishes.OrderBy(w => _text.Spaced.IndexOf(w.Spoken, StringComparison.Ordinal)));
        Quantity = null;
        Aspects.AddRange(_aspects.Select(a => a.Value).Where(a => a is not ("price" or "delivery")).Distinct());
    }

    private void WeighQuestion()
    {
        Drop(Intent.Recommendation);
        KeepOnlyOfStrong();
        var attributes = AttributesAskedAbout();
        var aspects = AspectsAskedAbout();
        // The price is not what is asked in 용량이 얼마예요.
        if (_asked.TryGetValue(Intent.Price, out var price) && _attributes.Exists(a => a.Spoken != "ssd" && price - a.End is >= 0 and <= 3))
            Drop(Intent.Price);
        var suits = _uses.Count > 0 && aspects.Count == 0 && (Asks(Intent.Opinion) || _asked.Count == 0) && attributes.Count == 0;
        if (suits)
        {
            _asked.TryAdd(Intent.Opinion, 0);
            attributes.AddRange(_uses.Select(w => w.Key));
            AllWishes.AddRange(_uses);
        }

        if (Asks(Intent.Comparison) || (Codes.Count > 1 && (_asked.Count == 0 || Choosing().IsMatch(_text.Spaced))))
        {
            _asked[Intent.Comparison] = 0;
            Drop(Intent.Opinion, Intent.Fact, Intent.Overview);
        }
        else if (Asks(Intent.ProsAndCons))
        {
            Drop(Intent.Opinion, Intent.Fact, Intent.Overview);
        }
        else if (attributes.Count > 0 && !Asks(Intent.Person) && !Asks(Intent.OrderStatus))
        {
            WeighFact(suits, aspects, attributes);
        }
        else if (aspects.Count > 0 && _text.Spaced.Count(' ') <= SpacesOfTopic && _asked.Keys.All(asked => asked == Intent.Overview))
        {
            _asked[Intent.Opinion] = _aspects[0].Start;
        }

        if (_asked.Count > 1)
            Drop(Intent.Overview);
        if (Asks(Intent.Fact) || Asks(Intent.Comparison) || Asks(Intent.Opinion))
            AttributeKeys.AddRange(attributes);
        if (Asks(Intent.Opinion) || Asks(Intent.Comparison) || Asks(Intent.ProsAndCons))
            Aspects.AddRange(aspects);
    }

    /// <summary>"배터리 어때요?" asks buyers, "방수 괜찮나요?" the data sheet: of water resistance reviewers have no aspect.</summary>
    private void WeighFact(bool suits, List<string> aspects, List<string> attributes)
    {
        var position = _attributes.Count > 0 ? _attributes[0].Start : _asked.GetValueOrDefault(Intent.Fact);
        if (Asks(Intent.Policy) && !attributes.Contains("warranty_months"))
        {
            Drop(Intent.Fact);
            attributes.Clear();
        }
        else if (suits)
        {
            _asked[Intent.Fact] = int.MaxValue;
        }
        else if (Asks(Intent.Opinion) && aspects.Count > 0 && (_factKeys.Count == 0 || BuyersSay().IsMatch(_text.Spaced)))
        {
            Drop(Intent.Fact);
        }
        else
        {
            _asked[Intent.Fact] = position;
            if (!BuyersSay().IsMatch(_text.Spaced))
                Drop(Intent.Opinion);
        }
    }

    /// <summary>Words of a strong intent also match weaker ones: 배송비 얼마 is no question about the price, 통화하고 싶어요 none about calls.</summary>
    private void KeepOnlyOfStrong()
    {
        if (Asks(Intent.Person))
            Drop(Intent.Opinion, Intent.Fact, Intent.Overview, Intent.Stock, Intent.Price, Intent.Delivery);
        if (Asks(Intent.OrderStatus))
            Drop(Intent.Opinion, Intent.Fact, Intent.Overview, Intent.Stock, Intent.Price, Intent.Delivery, Intent.Comparison, Intent.ProsAndCons);
        if (Asks(Intent.Policy))
            Drop(Intent.Opinion, Intent.Price, Intent.Overview);
        if (Asks(Intent.Policy) && Fee().IsMatch(_text.Spaced))
            Drop(Intent.Delivery);
        if (Asks(Intent.Stock) && Restock().IsMatch(_text.Packed))
            Drop(Intent.Delivery, Intent.Overview);
        if (Asks(Intent.Delivery) || Asks(Intent.Stock))
            Drop(Intent.Opinion);
    }

    private List<string> AttributesAskedAbout()
    {
        var named = _attributes.Where(a => _attributes.Count == 1 && _factKeys.Count == 0 || !IsPartOfName(a)).Select(a => a.Value.Key);
        return [.. named.Concat(_factKeys).Distinct()];
    }

    /// <summary>As 무선 in "무선 이어폰 방수 되나요?".</summary>
    private bool IsPartOfName(TermHit<AttributeDefinition> hit) => _categories.Exists(c => c.Start - hit.End is 0 or 1);

    private List<string> AspectsAskedAbout() =>
        [.. _aspects.Where(a => a.Spoken != "as" && !(a.Value == "delivery" && Asks(Intent.Delivery)) && !(a.Value == "price" && Asks(Intent.Price))).Select(a => a.Value).Distinct()];

    /// <summary>Whether some product is looked for, rather than something asked of the one in view.</summary>
    private bool AsksForAProduct()
    {
        if (Codes.Count > 1 && Asks(Intent.Comparison))
            return false;
        if (Asks(Intent.Recommendation))
            return !(Asks(Intent.Policy) && !RecommendWord().IsMatch(_text.Spaced));
        if (Asks(Intent.Policy) || Asks(Intent.Comparison) || Asks(Intent.ProsAndCons) || PointsAtProduct())
            return false;
        var wished = _price?.IsBounded == true || _wishes.Count > 0 || _uses.Count > 0;
        var looksFor = LooksFor().IsMatch(_text.Packed) || (wished && Requests().IsMatch(_text.Packed));
        if (_categories.Count == 0)
            return (_price?.IsBounded == true || _wishes.Count > 0) && (looksFor || _asked.Count == 0 && _attributes.Count == 0 || ThingWished().IsMatch(_text.Packed)) && !Asks(Intent.Stock) && !Asks(Intent.Fact);
        var category = _categories[^1];
        var describes = wished || _attributes.Exists(a => a.End <= category.Start) || _price is not null;
        return looksFor ? describes || !Asks(Intent.Stock)
            : describes && (EndsAfterName().IsMatch(_text.Spaced, category.End) || (_asked.Count == 0 && (wished || _price is not null) && !EndsInVerb().IsMatch(_text.Packed))) && !Asks(Intent.Price);
    }

    private bool PointsAtProduct() =>
        Codes.Count > 0 || Pointing().IsMatch(_text.Spaced) || _categories.Exists(c => PointingBefore().IsMatch(_text.Spaced[Math.Max(0, c.Start - 8)..c.Start]));

    private string? CategoryAskedFor(bool recommends)
    {
        // 카메라 is a kind of product and an attribute of others: of the two readings the other category decides, or the wish for a product.
        var sure = _categories.Where(c => !_attributes.Exists(a => a.Start == c.Start && a.End == c.End)).ToList();
        var isWishedOfAnother = _attributes.Exists(a => _wishes.Exists(w => w.Key == a.Value.Key) && _categories.Exists(c => c.Start == a.Start && c.End == a.End));
        return sure.Count > 0 ? sure[0].Value : _categories.Count > 0 && !isWishedOfAnother && (recommends || PointsAtProduct()) ? _categories[0].Value : null;
    }

    /// <summary>As the laptop in "노트북에 연결되나요?" and "does it work with my laptop".</summary>
    private bool IsOtherDevice(TermHit<string> hit) =>
        UsedWithAfter().IsMatch(_text.Spaced, hit.End)
        || UsedWithBefore().Match(_text.Spaced[Math.Max(0, hit.Start - 12)..hit.Start]) is { Success: true } match && (match.Groups["sure"].Success || _categories.Count > 1);

    [GeneratedRegex(@"후기 | 리뷰 | 평가 | 반응 | 써보 | 사람들 | 실제로 | 구매자 | review | people | customers | buyers | users | 잘 \s? (들리|들려|들린|되|터지) | 어때 | how\s(is|are|good) | good | 안 \s? 아[프파픈] | 편", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex BuyersSay();

    [GeneratedRegex("재입고 | 입고 | 다시 | restock | back | 언제(들어|풀|나와|나오)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Restock();

    [GeneratedRegex(@"배송 \s? [비료지] | 무료 | 해외 | 국제 | much | cost | fee | charge | free | price | abroad | overseas | international | address", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Fee();

    [GeneratedRegex(@"중(에|에서)?\s | 뭐가 | 어느 | 어떤 | \b(which|or|than|better)\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Choosing();

    [GeneratedRegex("재고 | 품절 | 입고 | 남[은아았] | stock | availab | left", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex StockWord();

    [GeneratedRegex("추천 | 골라 | recommend | suggest", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex RecommendWord();

    [GeneratedRegex(@"(있|없)(나|어|을|는지|습|냐|니|음|는가|죠|으)[가-힣ㄱ-ㅣ]{0,4}[?!.~ㅠㅜㅋㅎ]*$ | 파나요 | 팔아요 | 파시나 | 취급 | do(es)?(you|theshop|yourshop)(have|sell|carry|got) | havegot | anygood | ^any", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex LooksFor();

    [GeneratedRegex("보여 | 알려 | 부탁", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Requests();

    [GeneratedRegex(@"[가-힣][요까죠냐니지나][?!.~ㅠㅜㅋㅎ]*$", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex EndsInVerb();

    [GeneratedRegex(@"(거|것|게|걸|제품|모델|상품)(은|는|으로|로|이|들)?([?!.~]|$|있|없|좀|뭐|줘|주) | (one|something|anything|products?|model)[?!.]*$ | ^(cheapest|lightest|something|anything)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex ThingWished();

    [GeneratedRegex(@"\G (s|들)? (은|는|이|가|을|를|도|요|으로|로|만|이요|용)? \s? (좀|하나|뭐|뭔|뭘|어떤|있|없|주|줘|부탁|알려|보여|please|pls|for\s.*|with\s.*|under\s.*|below\s.*|that\s.*|which\s.*|around\s.*|between\s.*|in\s.*|over\s.*|less\s.*|up\sto\s.*|[?!.~]|$)", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex EndsAfterName();

    [GeneratedRegex(@"(?<![가-힣])(이|그|저|요) \s? (거|것|건|게|걸|제품|상품|모델|아이|녀석)(?!보다|\s?말고|\s?대신|랑\s?비슷|\s?비슷) | (?<![가-힣])얘 | \b(this|it|these|they|its|it's)\b", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"( (?<![가-힣])(이|그|저|해당) | \bthis | \bthese | \bthe | \bthose ) \s $", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex PointingBefore();

    [GeneratedRegex(@"\G s? (이랑|랑|와|과|하고|에서|에|에도|으로|로|용|이랑도|랑도) \s? (도\s?)? (같이\s?)? (연결|호환|꽂|페어|붙|작동|[가-힣]*(케이블|충전기|거치대|가방|스탠드))", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex UsedWithAfter();

    [GeneratedRegex(@"\b ( (?<sure> with | to | on ) | for ) \s (my|an?|the|your|any) \s ([a-z]+\s)? $", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex UsedWithBefore();
}
