using System.Collections.Frozen;
using CustomerService.Core.Search;

namespace CustomerService.Core.Documents;

/// <summary>Words that manuals and policies use for what shoppers call otherwise, in both languages.</summary>
internal sealed class RelatedWords
{
    private static readonly string[] CommonGroups =
    [
        "clean wash rinse wipe 세척 청소", "fix repair troubleshoot problem issue trouble 고장 수리", "size dimension 크기 치수", "weight weigh 무게", "long duration period 기간", "store storage 보관",
        "start begin 시작", "broken damage defect 파손 불량", "replace change 교체", "warranty guarantee 보증", "attach install mount 설치", "assemble setup 조립", "include package contents 구성품",
        "return refund money 반품 환불", "ship delivery deliver send 배송 택배 보내", "much cost fee price 비용", "cancel 취소", "exchange swap 교환", "parcel package 택배 소포", "open unseal 뜯 개봉", "언제 며칠 기간 시기 시각", "days period 기간 며칠", "charge recharge 충전", "connect pair 연결 페어링", "often regularly frequency 주기",
    ];

    private readonly FrozenDictionary<string, string[]> _words;

    private RelatedWords(IEnumerable<string> groups) => _words = Read(groups);

    /// <summary>Those of every shop.</summary>
    public static RelatedWords Common { get; } = new(CommonGroups);

    /// <summary>The same with groups of a shop's own, words separated by spaces.</summary>
    public static RelatedWords With(IEnumerable<string> groups) => new(CommonGroups.Concat(groups));

    public IReadOnlyList<string> Of(string token) => _words.GetValueOrDefault(token) ?? [];

    private static FrozenDictionary<string, string[]> Read(IEnumerable<string> groups) => groups
        .Select(g => SearchText.Tokens(g).Select(EnglishStem.Of).Distinct(StringComparer.Ordinal).ToArray())
        .SelectMany(g => g.Select(t => (Token: t, Others: g.Where(o => o != t))))
        .GroupBy(p => p.Token, p => p.Others, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(o => o).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
