using CustomerService.Core.Catalog;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Core.Tests.Import;

public sealed class ProductReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void German_shop_export_is_read_like_an_English_one()
    {
        var (item, problem) = Read("ID,Typ,Artikelnummer,Name,Veröffentlicht,Kurzbeschreibung,Beschreibung,Vorrätig?,Lager,Angebotspreis,Regulärer Preis,Kategorien,Übergeordnetes Produkt,Attribut 1 Name,Attribut 1 Wert(e)",
            "12;simple;lampe-1;Lampe;1;Kurz;Lang;1;5;19,90;24,90;Wohnen > Licht;;Farbe;Rot", ';');

        Assert.Null(problem);
        Assert.Equal(("LAMPE-1", "Lampe", new Money(1_990, "EUR"), new Money(2_490, "EUR"), "Licht", new StockCount(5, null)), (item!.ProductId, item.Name!.Ko, item.Price, item.ListPrice, item.Category, item.Stock));
        Assert.Equal([new VariantOption("Farbe", "Rot")], item.Options);
        Assert.Equal("Kurz\nLang", item.Description!.En);
    }

    [Theory]
    [InlineData("2026-11-25", "", 100L)]
    [InlineData("", "2026-11-22", 100L)]
    [InlineData("2026-11-01", "2026-11-24", 80L)]
    public void Sale_price_holds_on_its_days(string from, string until, long price)
    {
        var (item, _) = Read("ID,Type,SKU,Name,Published,Sale price,Regular price,Date sale price starts,Date sale price ends,Parent", $"1,simple,s,Sock,1,80,100,{from},{until},", ',', "KRW");

        Assert.Equal((price, price == 80 ? 100L : null), (item!.Price?.Minor, item.ListPrice?.Minor));
    }

    [Fact]
    public void Variation_belongs_to_the_product_whose_number_it_names()
    {
        var survey = new ProductSurvey(new Dictionary<string, string> { ["742"] = "CC-HOODIE" }, new HashSet<string>());

        var (item, _) = Read("ID,Type,SKU,Name,Published,Sale price,Regular price,Parent", "758,variation,cc-red,Hoodie - Red,1,,45,id:742", ',', "KRW", survey);

        Assert.Equal(("CC-HOODIE", "CC-RED", null), (item!.ProductId, item.VariantId, item.Name));
    }

    [Theory]
    [InlineData("오션-셔츠")]
    [InlineData("Ω-series/2")]
    public void Number_with_other_letters_gets_a_stable_one(string number)
    {
        var id = Identifier.Of(number);

        Assert.Equal(id, Identifier.Of(number));
        Assert.Matches("^[A-Z0-9._-]{1,64}$", id);
        Assert.NotEqual(id, Identifier.Of(number + "2"));
    }

    private static (ProductItem? Item, RowProblem? Problem) Read(string headers, string row, char separator = ',', string currency = "EUR", ProductSurvey? survey = null)
    {
        var names = headers.Split(',');
        var mapping = ColumnMapping.Recognise(names)!;
        Assert.Empty(mapping.Missing);
        var reader = new ProductReader(mapping, names, new(currency, TimeZoneInfo.Utc, null, Now), survey ?? ProductSurvey.None, t => t);
        return reader.Read(new(2, row.Split(separator), null));
    }
}
