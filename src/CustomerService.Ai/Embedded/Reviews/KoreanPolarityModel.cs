using System.Buffers;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>
/// How likely a Korean text is to praise, learnt from labelled reviews (Data/polarity-ko.md tells which and how):
/// a logistic regression over hashed runs of 1 to 4 characters, whose weights are stored as signed bytes.
/// </summary>
internal sealed class KoreanPolarityModel
{
    /// <summary>Weights; a power of two, so that a hash is cut by a mask.</summary>
    public const int Buckets = 1 << 19;

    public const int LongestRun = 4;

    private static readonly SearchValues<string> Works = SearchValues.Create(
        ["영화", "배우", "연기", "감독", "드라마", "스토리", "줄거리", "극장", "장면", "결말", "주인공", "소설", "만화", "애니", "작품", "명작", "원작", "평점", "관객", "개봉", "연출",
            "더빙", "흥행", "작가", "대사", "캐릭터", "시리즈", "주연", "조연", "액션", "코미디", "공포", "스릴러", "로맨스", "멜로", "다큐", "ost", "방송", "시청", "시나리오", "각본", "전개",
            " 봤", "보는 내내", "보는내내", "상영", "관람", "영상미", "반전", "블록버스터", "배역", "졸작", "수작", "명장면", "시즌", "편집", "엔딩", "판타지", "출연", "무비",
            "재미있", "재미없", "재밌", "잼있", "잼없", "노잼", "꿀잼", "핵잼", "지루", "감동", "눈물", "슬프", "슬픈", "무섭", "웃기", "웃겼", "웃음", "유치", "몰입", "여운", "볼만", "볼 만", "봐라", "보지마", "보지 마", "보고 나", "보고나", "돈주고", "돈 주고", "시간 아까", "시간아까", "한국영", "내용이 ", "실화"],
        StringComparison.Ordinal);

    private const string FileName = "polarity-ko.bin";

    private readonly sbyte[] _weights;
    private readonly float _scale;
    private readonly float _bias;

    public KoreanPolarityModel(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        _scale = reader.ReadSingle();
        _bias = reader.ReadSingle();
        _weights = Array.ConvertAll(reader.ReadBytes(Buckets), b => (sbyte)b);
    }

    public static KoreanPolarityModel Instance { get; } = new(LexiconFiles.Open(FileName));

    /// <summary>Whether a text is about a film, a book or another work, of which the model knows more than the lexicon.</summary>
    public static bool SpeaksOfWorks(ReadOnlySpan<char> lower) => lower.ContainsAny(Works);

    /// <summary>The log odds that the text praises: 0 where it tells nothing.</summary>
    public double Score(ReadOnlySpan<char> lower, int start, int end)
    {
        var sum = 0;
        var count = 0;
        foreach (var bucket in new CharacterRuns(lower[start..end]))
        {
            sum += _weights[bucket];
            count++;
        }

        return count == 0 ? 0 : _bias + sum * _scale / Math.Sqrt(count);
    }
}
