using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CustomerService.Core.Catalog;
using CustomerService.Core.Reviews;

namespace CustomerService.Core.Questions;

/// <summary>The words for attributes, aspects and categories, and the words that mean nothing by themselves.</summary>
internal static class Vocabulary
{
    private static readonly Term<AttributeDefinition>[] Attributes =
        [.. AttributeDefinitions.All.SelectMany(attribute => attribute.Terms.Select(term => new Term<AttributeDefinition>(term, attribute)))];

    // Ways to ask about an aspect that are no names of it.
    private static readonly (string Aspect, string[] Words)[] AspectWords =
    [
        ("comfort", ["귀아", "귀가아", "귀안아", "귀에안아", "편한가", "편해", "편하", "불편", "comfy", "hurt", "uncomfortable", "fall out", "falls out", "stay in", "stay on", "빠지", "안빠", "흘러내"]),
        ("sound", ["고음", "중저음", "음색", "sounds", "sound quality", "treble"]),
        ("microphone", ["상대방", "통화할때", "calls", "call", "microphone quality"]),
        ("price", ["가성비", "값어치", "돈값", "worth", "worth it", "value for money", "worth the money", "worth the price"]),
        ("build", ["튼튼", "고장", "내구", "sturdy", "reliable", "break", "flimsy", "last long"]),
        ("connection", ["끊기", "끊겨", "끊김", "연결잘", "disconnect", "disconnects", "drop"]),
        ("performance", ["발열", "버벅", "렉", "빠릿", "overheat", "overheats", "get hot", "laggy"]),
        ("screen", ["화질", "picture quality"]),
        ("design", ["예쁜", "예뻐", "예쁘", "이쁜", "이뻐", "이쁘", "고급스러", "pretty", "look good", "stylish"]),
        ("noise", ["시끄러", "조용", "noisy"]),
        ("delivery", ["배송빠", "배송느", "배송은빠"]),
    ];

    private static readonly Term<string>[] Aspects =
    [
        .. AspectDefinitions.All.SelectMany(aspect => aspect.Terms.Select(term => new Term<string>(term, aspect.Key))),
        .. AspectWords.SelectMany(aspect => aspect.Words.Select(word => new Term<string>(word, aspect.Aspect))),
    ];

    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
        ("이 그 저 이거 그거 저거 이것 그것 요거 이건 그건 이게 그게 이걸 그걸 거 것 게 걸 건 제품 상품 물건 모델 좀 혹시 그냥 정말 진짜 너무 아주 매우 완전 되게 많이 조금 약간 더 덜 제일 가장 젤 안 못 잘 또 다 다시 그럼 그러면 근데 그런데 그리고 하지만 "
        + "저기 저기요 네 예 아니 아니요 저 제 제가 내 내가 나 나는 저는 우리 저희 분 사람 때 중 수 등 및 또는 혹은 아님 요 점 용 쯤 정도 경우 관련 문의 질문 궁금 궁금한데 궁금해요 궁금합니다 알려줘 알려주세요 알려줄래 알고 싶은데 싶어요 싶습니다 해주세요 부탁 부탁드려요 부탁해요 "
        + "어떤 어떻게 무슨 무엇 뭐 뭘 왜 언제 어디 어디서 누가 몇 얼마 얼마나 지금 오늘 내일 이번 요즘 아직 이미 먼저 같이 함께 하나 한 두 개 대 원 쓸 쓰기 쓰는 사용 사용할 사려고 사고 구매 구입 주문 하려는데 합니다 하는 되는 있는 없는 좋은 괜찮은 있으면 좋겠어요 좋아요 좋고 "
        + "말해줘 말해줘요 말해주세요 솔직 솔직하게 대해 대한 대해서 봐 봐요 보고 보여줘 보여주세요 줘 주세요 줄 건가요 건지 등급 심한가요 이렇게 ㅇㅇ ㅠㅠ ㅜㅜ ㅋㅋ ㅎㅎ ㅋ ㅎ ㅠ 음 아 오 어 "
        + "a an the this that these those it its it's is are am was were be been do does did don't doesn't have has had having can could would should will won't may might must i i'm i'd i've me my mine you your yours u we our us they them their he she his her "
        + "what what's which who when where why how and or but if then so than as at by for from in into of off on onto out over to up with without about any some all both each more most much many very really too also just only even still again please pls plz thanks thank hi hello hey "
        + "not no yes yeah ok okay get got give want need like use using used buy buying one ones thing things something anything there here product products item items model models tell know let go going make good great nice well there's that's let's im dont whats hows 's t s re ve ll d m under below above between around while during per").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // The catalogue hands out one list until the categories change.
    private static readonly ConditionalWeakTable<IReadOnlyList<Category>, Term<string>[]> CategoryTerms = [];

    public static List<TermHit<AttributeDefinition>> AttributesIn(QuestionText text) => Explain(text, Terms.Find(text, Attributes));

    public static List<TermHit<string>> AspectsIn(QuestionText text) => Explain(text, Terms.Find(text, Aspects));

    public static List<TermHit<string>> CategoriesIn(QuestionText text, IReadOnlyList<Category> categories) =>
        Explain(text, Terms.Find(text, CategoryTerms.GetValue(categories, static all => [.. all.SelectMany(WordsOf)])));

    public static bool IsStopWord(string word) => StopWords.Contains(word);

    // A name such as 충전기·케이블 or "Chargers and cables" stands for each of its parts.
    private static IEnumerable<Term<string>> WordsOf(Category category) =>
        category.Name.Ko.Split('·', '/', ',')
            .Concat(category.Name.En.Split([" and ", " & ", "/", ","], StringSplitOptions.None))
            .Concat(category.Terms)
            .Select(word => new Term<string>(word.Trim(), category.Id));

    private static List<TermHit<T>> Explain<T>(QuestionText text, List<TermHit<T>> hits)
    {
        foreach (var hit in hits)
            text.ExplainSpaced(hit.Start, hit.End - hit.Start);
        return hits;
    }
}
