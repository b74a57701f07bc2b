using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Import;

public sealed class AmountsTests
{
    [Theory]
    [InlineData("12900", 12_900, "KRW")]
    [InlineData("12,900", 12_900, "KRW")]
    [InlineData("₩12,900", 12_900, "KRW")]
    [InlineData("12,900원", 12_900, "KRW")]
    [InlineData("29.99 USD", 2_999, "USD")]
    [InlineData("USD 1,299.00", 129_900, "USD")]
    [InlineData("$5", 500, "USD")]
    [InlineData("1.299,50 EUR", 129_950, "EUR")]
    [InlineData("12,5 €", 1_250, "EUR")]
    [InlineData("0.500 EUR", 50, "EUR")]
    [InlineData("0", 0, "KRW")]
    public void Price_is_read_as_it_is_written(string text, long minor, string currency) => Assert.Equal(new Money(minor, currency), Amounts.Price(text, "KRW"));

    [Theory]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("-5")]
    [InlineData("12.50")]
    [InlineData("=1+1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999999")]
    public void What_is_no_price_is_none(string text) => Assert.Null(Amounts.Price(text, "KRW"));

    [Theory]
    [InlineData(new double[] { 1, 5, 4.5 }, 4.5, 5, 5)]
    [InlineData(new double[] { 1, 10 }, 7, 10, 4)]
    [InlineData(new double[] { 55, 100 }, 55, 100, 3)]
    [InlineData(new double[] { }, 1, 5, 1)]
    [InlineData(new double[] { 10 }, 0, 10, 1)]
    public void Points_of_any_scale_become_stars(double[] ratings, double rating, int scale, int stars)
    {
        Assert.Equal(scale, RatingScale.Of(ratings.Select(r => (decimal)r)));
        Assert.Equal(stars, RatingScale.Stars((decimal)rating, scale));
    }

    [Fact]
    public void Points_off_the_scale_are_no_rating()
    {
        Assert.Null(RatingScale.Stars(6, 5));
        Assert.Null(RatingScale.Stars(-1, 5));
    }
}
