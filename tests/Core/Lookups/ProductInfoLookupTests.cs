using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class ProductInfoLookupTests
{
    private readonly ShopStub _shop = new();

    [Fact]
    public async Task Facts_asked_about_come_first_and_the_others_by_importance()
    {
        _shop.Sells(Build.Product("E001").With("zz_own", 1).With("weight_g", 45).With("noise_cancelling", 1).With("battery_hours", 48));

        var data = await FindAsync(["weight_g"], "E001");

        Assert.Equal([("weight_g", true), ("battery_hours", false), ("noise_cancelling", false), ("zz_own", false)], data.Facts.Select(f => (f.Key, f.Asked)));
        Assert.Empty(data.NotListed);
    }

    [Fact]
    public async Task What_the_sheet_does_not_hold_is_told_as_not_listed()
    {
        _shop.Sells(Build.Product("E001").With("battery_hours", 48));

        Assert.Equal(["gps", "warranty_months"], (await FindAsync(["gps", "battery_hours", "warranty_months"], "E001")).NotListed);
    }

    [Fact]
    public async Task A_word_with_two_meanings_is_answered_by_the_one_that_is_there()
    {
        // 용량 asks for the battery's capacity and for the water tank's.
        _shop.Sells(Build.Product("E001").With("capacity_l", 4));

        var data = await FindAsync(["battery_mah", "capacity_l"], "E001");

        Assert.Empty(data.NotListed);
        Assert.Equal("capacity_l", Assert.Single(data.Facts, f => f.Asked).Key);
    }

    [Fact]
    public async Task An_attribute_without_a_value_is_not_listed_rather_than_passed_over()
    {
        _shop.Sells(Build.Product("E001").With("gps", null));

        var data = await FindAsync(["gps"], "E001");

        Assert.Empty(data.Facts);
        Assert.Equal(["gps"], data.NotListed);
    }

    [Theory]
    [InlineData("battery_hours", 48d, "48시간", "48 h")]
    [InlineData("weight_g", 4.25, "4.25g", "4.25 g")]
    [InlineData("battery_mah", 20000d, "20,000mAh", "20,000 mAh")]
    [InlineData("bluetooth_version", 5.3, "5.3", "5.3")]
    [InlineData("noise_cancelling", 1d, "지원", "yes")]
    [InlineData("noise_cancelling", 0d, "지원하지 않음", "no")]
    [InlineData("zz_own", 7d, "7", "7")]
    public void Values_are_written_with_their_unit(string key, double number, string korean, string english) =>
        Assert.Equal(new LocalizedText(korean, english), ProductFacts.Value(new() { ProductId = "E001", Key = key, Number = number }));

    [Fact]
    public void A_text_stands_before_the_number_that_sorts_it() =>
        Assert.Equal("IPX4", ProductFacts.Value(new() { ProductId = "E001", Key = "water_resistance", Number = 4, Text = new("IPX4", "IPX4") }).En);

    [Fact]
    public async Task Other_products_are_compared_with_what_is_known_of_their_stock()
    {
        _shop.Warehouses.Add(Build.Warehouse("BUSAN"));
        _shop.Sells(Build.Product("E001")).Sells(Build.Product("E002"), 7).Sells(Build.Product("E003"), null)
            .Sells(Build.Product("E004"), 0).Sells(Build.Product("E005"), 0).Stocks("E005", "BUSAN", null);

        var data = await FindAsync([], "E001", "E002", "E003", "E004", "E005");

        Assert.Equal("E001", data.Product.Id);
        Assert.Equal([("E002", 7), ("E003", null), ("E004", 0), ("E005", (int?)null)], data.Compared.Select(c => (c.Product.Id, c.Available)));
    }

    [Fact]
    public async Task The_card_holds_price_rating_and_successor()
    {
        _shop.Sells(Build.Product("E001", listPrice: 120_000, status: ProductStatus.Discontinued, successor: "E002")).Reviewed("E001", 5, 4);

        var card = (await FindAsync([], "E001")).Product;

        Assert.Equal((new Money(100_000, "KRW"), new Money(120_000, "KRW"), ProductStatus.Discontinued, "E002", 4.5, 2),
            (card.Price!.Value, card.ListPrice!.Value, card.Status, card.SuccessorId, card.Rating!.Value, card.ReviewCount));
    }

    [Fact]
    public async Task A_text_in_one_language_stands_in_for_the_other()
    {
        var product = Build.Product("E001", ko: "소닉웨이브", en: "").With("codecs", null, "", "AAC");
        product.Description = new("", "Only English.");
        _shop.Sells(product);

        var data = await FindAsync([], "E001");

        Assert.Equal(new LocalizedText("소닉웨이브", "소닉웨이브"), data.Product.Name);
        Assert.Equal(new LocalizedText("Only English.", "Only English."), data.Description);
        Assert.Equal(new LocalizedText("AAC", "AAC"), Assert.Single(data.Facts).Value);
    }

    [Fact]
    public async Task Without_a_product_it_is_empty()
    {
        var finding = await new ProductInfoLookup(_shop, _shop).FindAsync(Build.Resolved(_shop, Build.Reading(), []), CancellationToken.None);

        Assert.Equal(LookupFinding.None(EmptyReason.NoProduct), finding);
    }

    private async Task<ProductInfoData> FindAsync(string[] asked, params string[] products)
    {
        var reading = Build.Reading(Intent.Fact) with { AttributeKeys = asked };
        return Assert.IsType<ProductInfoData>((await new ProductInfoLookup(_shop, _shop).FindAsync(Build.Resolved(_shop, reading, products), CancellationToken.None)).Data);
    }
}
