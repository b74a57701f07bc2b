using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CustomerService.Ai.Grounding;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Grounding;

public sealed class FiguresTests
{
    private static readonly EvidenceFigures _evidence = new Shop(Core.Text.Language.English).Figures();

    [Theory]
    [InlineData("127개", "Count 127")]
    [InlineData("1,234건", "Count 1234 review")]
    [InlineData("₩129,000", "Money 129000 KRW")]
    [InlineData("129,000원입니다", "Money 129000 KRW")]
    [InlineData("12만 9천원", "Money 129000 KRW")]
    [InlineData("12만9,000원", "Money 129000 KRW")]
    [InlineData("13만원", "Money 130000 KRW")]
    [InlineData("삼만 오천 원입니다", "Money 35000 KRW")]
    [InlineData("만원에", "Money 10000 KRW")]
    [InlineData("$29.99", "Money 29.99 USD")]
    [InlineData("29.99달러", "Money 29.99 USD")]
    [InlineData("29.99 dollars", "Money 29.99 USD")]
    [InlineData("129k won", "Money 129000 KRW")]
    [InlineData("KRW 129,000", "Money 129000 KRW")]
    [InlineData("4.5점", "Rating 4.5")]
    [InlineData("4.5/5", "Rating 4.5")]
    [InlineData("4.5 out of 5", "Rating 4.5")]
    [InlineData("4.5 out of 5 stars", "Rating 4.5")]
    [InlineData("4.5 stars out of 5", "Rating 4.5")]
    [InlineData("별 4개", "Rating 4")]
    [InlineData("별 다섯 개", "Rating 5")]
    [InlineData("5 stars", "Rating 5")]
    [InlineData("a five-star review", "Rating 5")]
    [InlineData("5점 만점에 4.5점", "Rating 4.5")]
    [InlineData("5점 만점에 평균 4.5점", "Rating 4.5")]
    [InlineData("★★★★☆", "Rating 4")]
    [InlineData("48시간", "Measure 172800 s")]
    [InlineData("48 h", "Measure 172800 s")]
    [InlineData("48-hour battery", "Measure 172800 s")]
    [InlineData("forty-eight hours", "Measure 172800 s")]
    [InlineData("1시간 30분", "Measure 5400 s")]
    [InlineData("an hour, 90 minutes", "Measure 5400 s")]
    [InlineData("1 hour and 30 minutes", "Measure 5400 s")]
    [InlineData("5천 mAh", "Measure 5000 mah")]
    [InlineData("1.2 kg", "Measure 1200 g")]
    [InlineData("27\" 모니터", "Measure 27 inch")]
    [InlineData("5,000만 화소", "Measure 50 mp")]
    [InlineData("2년 보증", "Measure 24 month")]
    [InlineData("24-month warranty", "Measure 24 month")]
    [InlineData("3단계", "Measure 3 step")]
    [InlineData("3일 이내", "Measure 259200 s")]
    [InlineData("30%", "Percent 30")]
    [InlineData("30퍼센트", "Percent 30")]
    [InlineData("30 percent", "Percent 30")]
    [InlineData("11월 20일(금)", "Date 1120 Friday")]
    [InlineData("11월 20일 금요일", "Date 1120 Friday")]
    [InlineData("2026년 11월 20일", "Date 20261120")]
    [InlineData("11/20", "Date 1120")]
    [InlineData("Nov 20", "Date 1120")]
    [InlineData("November 20th", "Date 1120")]
    [InlineData("Friday, November 20", "Date 1120 Friday")]
    [InlineData("20 November 2026", "Date 20261120")]
    [InlineData("2026-11-20", "Date 20261120")]
    [InlineData("on Thursday", "Date 0 Thursday")]
    [InlineData("목요일에", "Date 0 Thursday")]
    [InlineData("오후 3시", "Time 900")]
    [InlineData("오전 10시 30분", "Time 630")]
    [InlineData("3 PM", "Time 900")]
    [InlineData("3 p.m.", "Time 900")]
    [InlineData("15:00", "Time 900")]
    [InlineData("3시까지", "Time 180 12h")]
    [InlineData("세 가지", "Count 3 point")]
    [InlineData("두 개", "Count 2")]
    [InlineData("three warehouses", "Count 3 place")]
    [InlineData("three", "Count 3")]
    [InlineData("127 reviews", "Count 127 review")]
    [InlineData("127 in stock", "Count 127 piece")]
    [InlineData("61명", "Count 61 review")]
    [InlineData("IPX4", "Code 0 IPX4")]
    [InlineData("WH-1000", "Code 0 WH-1000")]
    [InlineData("SW-P48", "Code 0 SW-P48")]
    [InlineData("USB 3.2", "Plain 3.2")]
    [InlineData("Bluetooth 5.3", "Plain 5.3")]
    [InlineData("１２７개", "Count 127")]
    [InlineData("١٢٧개", "Count 127")]
    public void Figure_is_read(string text, string expected)
    {
        var figure = Assert.Single(Figures.In(text));
        Assert.Equal(expected, $"{figure.Kind} {figure.Value.ToString("0.###", CultureInfo.InvariantCulture)} {figure.Unit}".Trim());
        Assert.Equal(text.Substring(figure.Start, figure.Length), figure.Text);
    }

    [Theory]
    [InlineData("네, 재고가 있습니다.")]
    [InlineData("이 제품은 만족도가 높습니다.")]
    [InlineData("1. 음질이 좋습니다")]
    [InlineData("앞줄입니다.\n 2) 음질이 좋습니다")]
    [InlineData("- **음질**이 좋습니다.[1]")]
    [InlineData("좋습니다.[1, 2][3-5]")]
    [InlineData("It is one of the best, twice as good.")]
    [InlineData("You may like it.")]
    [InlineData("다만 원하시는 색상은 없습니다.")]
    [InlineData("이만 원하시면 말씀해 주세요.")]
    [InlineData("한편 두꺼운 케이스와 세심한 마감, 열정이 돋보입니다.")]
    [InlineData("5점 만점입니다.")]
    public void Text_without_figures_has_none(string text) => Assert.Empty(Figures.In(text));

    [Fact]
    public void Several_figures_are_read_in_order() => Assert.Equal(
        ["Count 127", "Count 45", "Count 172", "Money 189000", "Percent 13", "Money 219000", "Time 900"],
        Figures.In("서울 127개, 부산 45개로 모두 172개이며 189,000원(13% 할인, 정가 219,000원)이고 오후 3시까지입니다.").Select(f => $"{f.Kind} {f.Value:0}"));

    [Fact]
    public void Number_too_large_to_read_supports_nothing() =>
        Assert.All(Figures.In(new string('9', 60)), f => Assert.True(f.Value >= 1_000_000_000_000_000m || f.Length < 18));

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("1,111.")]
    [InlineData("일이삼 ")]
    [InlineData("만")]
    [InlineData("a-")]
    [InlineData("a1-")]
    [InlineData("두 ")]
    [InlineData("[1, ")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("12월 ")]
    [InlineData("5점 만점에 ")]
    public void Long_hostile_text_is_read_in_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        _ = Figures.In(text).Count;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [SharedDataTheory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_read_split_and_checked(string text)
    {
        _ = Figures.In(text);
        var splitter = new SentenceSplitter();
        var parts = splitter.Add(text).Append(splitter.Finish()).ToList();
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part =>
        {
            _ = SentenceCheck.Check(part, _evidence);
            Assert.InRange(SentenceSplitter.SafePrefix(part), 0, part.Length);
            _ = new CitationMap([]).Renumber(part);
        });
    }

    public static TheoryData<string> Hostile =>
        File.Exists(HostileFile) ? [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(HostileFile))!.Distinct()] : [""];

    private static string HostileFile
    {
        get
        {
            try
            {
                return Path.Combine(SharedData.Path, "hostile", "blns.json");
            }
            catch (DirectoryNotFoundException)
            {
                return "";
            }
        }
    }
}
