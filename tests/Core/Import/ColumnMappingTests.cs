using CustomerService.Core.Import;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Import;

public sealed class ColumnMappingTests
{
    [SharedDataFact]
    public void Sample_of_each_shop_system_is_recognised()
    {
        var shopify = Sample("shopify-products.csv");
        Assert.Equal((ImportKind.Products, ImportDialect.Shopify), (shopify.Kind, shopify.Dialect));
        Assert.Equal([7, 9, 11], shopify.Options.Select(o => o.Name));
        Assert.Equal([8, 10, 12], shopify.Options.Select(o => o.Value));
        Assert.Equal((0, 1, 2, 19), (shopify.Columns[ImportField.ProductId], shopify.Columns[ImportField.Name], shopify.Columns[ImportField.Description], shopify.Columns[ImportField.Price]));

        var woo = Sample("woocommerce-products.csv");
        Assert.Equal((ImportKind.Products, ImportDialect.WooCommerce), (woo.Kind, woo.Dialect));
        Assert.Equal((0, 1, 2, 3), (woo.Columns[ImportField.ProductId], woo.Columns[ImportField.RowType], woo.Columns[ImportField.Sku], woo.Columns[ImportField.Name]));
        Assert.Equal(2, woo.Options.Count);
        Assert.Equal("Parent", Header("woocommerce-products.csv")[woo.Columns[ImportField.ParentId]]);
        Assert.All([shopify, woo], m => Assert.Empty(m.Missing));
    }

    [Theory]
    [InlineData("ID;Typ;Artikelnummer;Name;Veröffentlicht;Kurzbeschreibung;Beschreibung;Vorrätig?;Bestand;Angebotspreis;Regulärer Preis;Kategorien;Übergeordnetes Produkt;Attribut 1 Name;Attribut 1 Wert(e)")]
    [InlineData("ID;Type;UGS;Nom;Publié;Description courte;Description;En stock ?;Stock;Tarif promo;Tarif régulier;Catégories;Parent;Nom de l'attribut 1;Valeur(s) de l'attribut 1")]
    [InlineData("ID;Tipo;SKU;Nombre;Publicado;Descripción corta;Descripción;¿En inventario?;Inventario;Precio rebajado;Precio normal;Categorías;Superior;Nombre del atributo 1;Valor(es) del atributo 1")]
    [InlineData("ID;유형;SKU;이름;공개됨;짧은 설명;설명;재고 있음?;재고;할인 가격;정상 가격;카테고리;상위;속성 1 이름;속성 1 값")]
    [InlineData("ID;タイプ;SKU;名前;公開済み;簡単な説明;説明;在庫あり?;在庫;セール価格;通常価格;カテゴリー;親;属性 1 の名前;属性 1 の値")]
    public void Translated_headers_of_WooCommerce_are_recognised(string headers)
    {
        var mapping = ColumnMapping.Recognise(headers.Split(';'))!;

        Assert.Equal((ImportKind.Products, ImportDialect.WooCommerce), (mapping.Kind, mapping.Dialect));
        Assert.Equal(
            [ImportField.ProductId, ImportField.RowType, ImportField.Sku, ImportField.Name, ImportField.Status, ImportField.ShortDescription, ImportField.Description, ImportField.InStock, ImportField.Quantity,
                ImportField.SalePrice, ImportField.Price, ImportField.Category, ImportField.ParentId],
            mapping.Columns.OrderBy(c => c.Value).Select(c => c.Key));
        Assert.Equal([new OptionColumns(13, 14)], mapping.Options);
        Assert.Empty(mapping.Unused);
    }

    [Theory]
    [InlineData("product_id,rating,text", ImportKind.Reviews)]
    [InlineData("상품번호,별점,리뷰 내용,작성일", ImportKind.Reviews)]
    [InlineData("asin,overall,summary,reviewText", ImportKind.Reviews)]
    [InlineData("SKU,Warehouse,Quantity", ImportKind.Stock)]
    [InlineData("상품 코드,창고,재고 수량", ImportKind.Stock)]
    [InlineData("customer_id,customer_name,age_group", ImportKind.Customers)]
    [InlineData("product_id,name_ko,name_en,price", ImportKind.Products)]
    [InlineData("상품번호,상품명,판매가", ImportKind.Products)]
    public void Kind_of_file_is_told_by_its_columns(string headers, ImportKind kind)
    {
        var mapping = ColumnMapping.Recognise(headers.Split(','))!;

        Assert.Equal(kind, mapping.Kind);
        Assert.Empty(mapping.Missing);
    }

    [Fact]
    public void What_is_missing_and_what_is_not_used_is_told()
    {
        var mapping = ColumnMapping.Recognise(["name", "price", "Shoe size"])!;

        Assert.Equal([ImportField.ProductId], mapping.Missing);
        Assert.Equal(["Shoe size"], mapping.Unused);
    }

    [Theory]
    [InlineData("a,b,c")]
    [InlineData("")]
    public void Headers_of_something_else_are_not_recognised(string headers) => Assert.Null(ColumnMapping.Recognise(headers.Split(',')));

    private static string[] Header(string file) => File.ReadLines(Path.Combine(SharedData.Path, "formats", file)).First().Split(',');

    private static ColumnMapping Sample(string file) => ColumnMapping.Recognise(Header(file))!;
}
