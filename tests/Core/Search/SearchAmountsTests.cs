using CustomerService.Core.Search;
using Xunit;

namespace CustomerService.Core.Tests.Search;

public sealed class SearchAmountsTests
{
    [Theory]
    [InlineData("5천 mAh 보조배터리", "battery_mah", "5000")]
    [InlineData("5천mAh", "battery_mah", "5000")]
    [InlineData("5,000 mAh", "battery_mah", "5000")]
    [InlineData("만 mAh", "battery_mah", "10000")]
    [InlineData("2만mAh", "battery_mah", "20000")]
    [InlineData("1만 5천 mAh", "battery_mah", "15000")]
    [InlineData("오천 mAh", "battery_mah", "5000")]
    [InlineData("48시간 가는 이어폰", "battery_hours", "48")]
    [InlineData("48h", "battery_hours", "48")]
    [InlineData("1.5kg", "weight_g", "1500")]
    [InlineData("1.5 킬로", "weight_g", "1500")]
    [InlineData("512기가", "storage_gb", "512")]
    [InlineData("1TB ssd", "storage_gb", "1000")]
    [InlineData("27인치", "screen_inch", "27")]
    [InlineData("24개월", "warranty_months", "24")]
    public void Number_with_a_unit_is_read(string text, string key, string number)
    {
        var amount = Assert.Single(SearchAmounts.In(text).Amounts);

        Assert.Equal((key, number), (amount.Ranges[0].Key, amount.Number));
        var value = double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(amount.Ranges, r => Assert.True(r.From < value && value < r.To));
    }

    [Theory]
    [InlineData("소닉웨이브 프로 48")]
    [InlineData("K87 키보드")]
    [InlineData("5천원")]
    [InlineData("iPhone 15")]
    [InlineData("")]
    public void Number_without_a_unit_is_none(string text) => Assert.Empty(SearchAmounts.In(text).Amounts);

    [Fact]
    public void Other_words_are_told_apart() => Assert.Equal("보조배터리", SearchAmounts.In("5천 mAh 보조배터리").Others.Trim());
}
