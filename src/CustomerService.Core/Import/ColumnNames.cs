using System.Collections.Frozen;
using CustomerService.Core.Search;

namespace CustomerService.Core.Import;

/// <summary>How the columns of files are headed, in the languages in which shop systems write them. Names are compared by their letters and digits alone.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<ImportDialect, FrozenDictionary<string, ImportField>> Tables = new()
    {
        [ImportDialect.Shopify] = Table(
            (ImportField.ProductId, "Handle"), (ImportField.Name, "Title"), (ImportField.Description, "Body (HTML)|Body HTML|Description"), (ImportField.Brand, "Vendor"),
            (ImportField.Category, "Type|Product Type|Product Category"), (ImportField.Status, "Published|Status"), (ImportField.Sku, "Variant SKU|SKU"),
            (ImportField.Quantity, "Variant Inventory Qty|Inventory quantity"), (ImportField.InventoryTracker, "Variant Inventory Tracker|Inventory tracker"), (ImportField.Price, "Variant Price|Price"), (ImportField.ListPrice, "Variant Compare At Price|Compare-at price"),
            (ImportField.Model, "Google Shopping / MPN")),
        // The exporter's headers as the shop system translates them: English, German, French, Spanish, Korean, Japanese.
        [ImportDialect.WooCommerce] = Table(
            (ImportField.ProductId, "ID"), (ImportField.RowType, "Type|Typ|Tipo|유형|종류|タイプ"), (ImportField.Sku, "SKU|Artikelnummer|UGS|재고관리코드"),
            (ImportField.Name, "Name|Nom|Nombre|이름|상품명|名前"), (ImportField.Status, "Published|Veröffentlicht|Publié|Publicado|공개됨|게시됨|발행됨|公開済み"),
            (ImportField.ShortDescription, "Short description|Kurzbeschreibung|Description courte|Descripción corta|짧은 설명|간단한 설명|簡単な説明"),
            (ImportField.Description, "Description|Beschreibung|Descripción|설명|상세 설명|説明"), (ImportField.InStock, "In stock?|Vorrätig?|En stock ?|¿Existencias?|¿En inventario?|재고 있음?|在庫あり?"),
            (ImportField.Quantity, "Stock|Bestand|Lager|Inventario|재고|在庫"), (ImportField.SalePrice, "Sale price|Angebotspreis|Tarif promo|Precio rebajado|할인 가격|할인가|セール価格"),
            (ImportField.SaleFrom, "Date sale price starts|Angebotspreis startet am|Date de début de promo|Día en que empieza el precio rebajado|할인 시작일|할인 가격 시작일"),
            (ImportField.SaleUntil, "Date sale price ends|Angebotspreis endet am|Date de fin de promo|Día en que termina el precio rebajado|할인 종료일|할인 가격 종료일"),
            (ImportField.Price, "Regular price|Regulärer Preis|Tarif régulier|Precio normal|정상 가격|정가|通常価格"), (ImportField.Category, "Categories|Kategorien|Catégories|Categorías|카테고리|カテゴリー"),
            (ImportField.ParentId, "Parent|Übergeordnetes Produkt|Superior|상위|상위 상품|親"), (ImportField.Brand, "Brands|Brand|Marken|Marques|Marcas|브랜드|ブランド")),
        [ImportDialect.GoogleMerchant] = Table(
            (ImportField.ProductId, "id"), (ImportField.ParentId, "item_group_id"), (ImportField.Name, "title"), (ImportField.Description, "description"), (ImportField.Price, "price"),
            (ImportField.SalePrice, "sale_price"), (ImportField.Brand, "brand"), (ImportField.Model, "mpn"), (ImportField.Category, "product_type|google_product_category"),
            (ImportField.InStock, "availability"), (ImportField.Quantity, "quantity|sell_on_google_quantity")),
        [ImportDialect.Own] = Table(
            (ImportField.ProductId, "product_id|product id|product number|product|item id|item|asin|상품 번호|상품번호|상품 코드|상품코드|상품 아이디|상품ID|품번|제품 번호|제품코드"),
            (ImportField.ParentId, "parent_id|parent|상위 상품 번호"), (ImportField.Sku, "sku|variant_sku|재고관리코드"), (ImportField.Name, "name|title|product name|상품명|제품명|상품 이름"),
            (ImportField.NameKo, "name_ko|korean name|한국어 이름|한글 상품명"), (ImportField.NameEn, "name_en|english name|영어 이름|영문 상품명"), (ImportField.Brand, "brand|vendor|manufacturer|브랜드|제조사"),
            (ImportField.Model, "model|model number|mpn|모델|모델명|모델 번호"), (ImportField.Category, "category|categories|product type|카테고리|분류"),
            (ImportField.Description, "description|body|상품 설명|상세 설명|설명"), (ImportField.DescriptionKo, "description_ko"), (ImportField.DescriptionEn, "description_en"),
            (ImportField.Price, "price|current price|판매가|판매 가격|가격"), (ImportField.ListPrice, "list_price|compare at price|정가|소비자가"), (ImportField.SalePrice, "sale_price|할인가"),
            (ImportField.Currency, "currency|통화"), (ImportField.Status, "status|상태|판매 상태"), (ImportField.InStock, "in_stock|availability|재고 여부"),
            (ImportField.Quantity, "quantity|qty|stock|stock quantity|on hand|available|재고|재고 수량|수량"), (ImportField.WarehouseId, "warehouse|warehouse_id|location|창고|물류센터|창고 코드"),
            (ImportField.ReviewId, "review_id|review id|review number|리뷰 번호|리뷰번호|리뷰ID|후기 번호"), (ImportField.Rating, "rating|stars|star_rating|score|overall|grade|평점|별점|점수"),
            (ImportField.ReviewTitle, "review_title|review title|headline|review headline|summary|리뷰 제목"), (ImportField.ReviewText, "text|review|review_text|review_body|review body|comment|content|document|리뷰|리뷰 내용|후기|내용|본문"),
            (ImportField.Author, "author|reviewer|reviewer name|user|nickname|작성자|닉네임|글쓴이"), (ImportField.WrittenAt, "written_at|date|review date|review_date|created at|timestamp|작성일|작성 일시|날짜|등록일"),
            (ImportField.HelpfulVotes, "helpful_votes|helpful|helpful vote|likes|도움돼요|도움|추천 수"), (ImportField.Language, "language|lang|locale|언어"),
            (ImportField.CustomerId, "customer_id|customer id|customer number|customer|고객 번호|고객번호|회원 번호|회원번호|회원ID"), (ImportField.CustomerName, "customer_name|customer name|full name|고객명|고객 이름|회원명|성명"),
            (ImportField.AgeGroup, "age_group|age|연령대|나이"), (ImportField.UseCase, "use_case|usage|용도"), (ImportField.Interests, "interests|관심사")),
    };

    public static ImportField? FieldOf(ImportDialect dialect, string header) => Tables[dialect].TryGetValue(Letters(header), out var field) ? field : null;

    /// <summary>A header without case, accents, spaces and marks.</summary>
    public static string Letters(string header) => string.Concat(SearchText.Fold(header).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static FrozenDictionary<string, ImportField> Table(params (ImportField Field, string Names)[] fields) => fields
        .SelectMany(f => f.Names.Split('|').Select(n => (Name: Letters(n), f.Field))).DistinctBy(n => n.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(f => f.Name, f => f.Field, StringComparer.Ordinal);
}
