
namespace CustomerService.Core.Questions;

/// <summary>
/// What a use asks of a product: sport asks for water resistance and little weight. The same table serves questions ("운동할 때
/// 쓸 이어폰") and what customers tell of themselves ("통근", "배터리, 방수").
/// </summary>
public static class UseCases
{
    private sealed record UseCase(IReadOnlyList<(string Key, WishKind Kind, double? Value)> Asks, params string[] Words);

    private static readonly UseCase[] Table =
    [
        new([Has("noise_cancelling"), Most("battery_hours")], "통근", "출퇴근", "출근", "퇴근", "지하철", "버스에서", "버스탈", "통학", "기차", "commute", "commuting", "subway", "on the bus", "train ride"),
        new([Has("water_resistance"), Least("weight_g")], "운동", "헬스", "러닝", "런닝", "조깅", "달리기", "등산", "자전거", "라이딩", "요가", "캠핑", "골프", "gym", "running", "jogging", "workout",
            "work out", "working out", "sport", "sports", "exercise", "exercising", "hiking", "cycling", "training", "yoga", "camping", "runner"),
        new([("water_resistance", WishKind.AtLeast, Wishes.Immersion)], "수영", "물놀이", "바다", "계곡", "swim", "swimming", "swimmer", "pool", "snorkeling"),
        new([Has("water_resistance")], "샤워", "욕실", "shower", "bathroom", "beach"),
        new([Least("latency_ms"), Most("refresh_hz")], "게임", "게이밍", "롤할", "배그", "fps", "gaming", "games", "gamer", "game", "esports"),
        new([Has("microphone")], "재택", "재택근무", "회의", "화상", "화상회의", "줌", "통화", "콜센터", "인강촬영", "방송", "work calls", "calls", "meeting", "meetings", "zoom", "teams", "remote work", "work from home",
            "working from home", "home office", "wfh", "conference", "video call"),
        new([Least("noise_db")], "사무실", "회사에서", "독서실", "도서관", "공부", "학습", "수험생", "인강", "육아", "아기", "원룸", "office", "library", "study", "studying", "baby", "dorm", "student"),
        new([Least("noise_db"), Least("weight_g")], "수면", "잠잘", "잘때", "취침", "침실", "sleep", "sleeping", "bedroom", "in bed", "at night"),
        new([Least("weight_g")], "아이", "어린이", "초등학생", "애들", "우리애", "자녀", "키즈", "kid", "kids", "kid's", "child", "children", "daughter", "son", "school", "toddler"),
        new([Most("battery_hours"), Least("weight_g")], "여행", "출장", "비행기", "해외여행", "휴가", "travel", "travelling", "traveling", "trip", "flight", "plane", "airplane", "vacation", "business trip"),
        new([Most("screen_inch"), Most("resolution")], "영화", "넷플릭스", "유튜브", "드라마", "영상시청", "동영상시청", "movie", "movies", "netflix", "youtube", "films"),
        new([Most("resolution"), Most("memory_gb")], "영상편집", "사진편집", "디자인작업", "포토샵", "video editing", "photo editing", "photoshop", "design work"),
        new([Has("codecs")], "음질", "음악감상", "고음질", "hi-fi", "hifi", "sound quality", "audiophile"),
    ];

    private static readonly Term<UseCase>[] Terms = [.. Table.SelectMany(use => use.Words.Select(word => new Term<UseCase>(word, use)))];

    /// <summary>
    /// What a text of a question or a profile wishes for: by its uses, by phrases ("가벼운"), by quantities ("30시간 이상") and by attributes
    /// that are merely named ("배터리, 방수"). Deterministic; at most 2,000 characters are read; empty for a text without any.
    /// </summary>
    /// <remarks><c>codecs</c> with <see cref="WishKind.Has"/> stands for good sound, which no attribute measures: its data sheet names them.</remarks>
    public static IReadOnlyList<Wish> WishesFor(string text)
    {
        var wishes = new List<Wish>();
        foreach (var sentence in QuestionText.Sentences(text))
        {
            var attributes = Vocabulary.AttributesIn(sentence);
            Wishes.AddMissing(wishes, Wishes.Find(sentence, attributes));
            foreach (var hit in attributes)
                Wishes.AddMissing(wishes, Wishes.ForNamed(hit));
            Wishes.AddMissing(wishes, Find(sentence));
        }

        return wishes;
    }

    /// <summary>The wishes of the uses a sentence names, marked as explained.</summary>
    internal static List<Wish> Find(QuestionText text)
    {
        var wishes = new List<Wish>();
        foreach (var hit in Questions.Terms.Find(text, Terms))
        {
            text.ExplainSpaced(hit.Start, hit.End - hit.Start);
            Wishes.AddMissing(wishes, hit.Value.Asks.Select(w => new Wish(w.Key, w.Kind, w.Value, hit.Spoken, FromUse: true)));
        }

        return wishes;
    }

    private static (string, WishKind, double?) Has(string key) => (key, WishKind.Has, null);
    private static (string, WishKind, double?) Most(string key) => (key, WishKind.Most, null);
    private static (string, WishKind, double?) Least(string key) => (key, WishKind.Least, null);
}
