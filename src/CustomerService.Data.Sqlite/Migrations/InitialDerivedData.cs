using Microsoft.EntityFrameworkCore.Migrations;

namespace CustomerService.Data.Sqlite.Migrations;

/// <summary>What EF Core's model cannot say: the full-text index, and the triggers that keep what is derived from other rows.</summary>
internal static class InitialDerivedData
{
    // An availability is the sum of the counts that are known: the sum of none is NULL, which is not 0.
    private const string Availability =
        """
        UPDATE "Products" SET ("Available", "HasUnknownStock") =
            (SELECT sum("Quantity"), coalesce(max("Quantity" IS NULL), 0) FROM "StockLevels" WHERE "ProductId" = "Products"."Id")
        WHERE "Id" =
        """;

    private const string RatingScore =
        """
        UPDATE "Products" SET "RatingScore" =
            (SELECT (17.5 + t."One" + 2 * t."Two" + 3 * t."Three" + 4 * t."Four" + 5 * t."Five")
                    / (5.0 + t."One" + t."Two" + t."Three" + t."Four" + t."Five")
             FROM "ReviewTallies" t WHERE t."ProductId" = "Products"."Id")
        WHERE "Id" =
        """;

    private const string Forget =
        """INSERT INTO "ProductSearch"("ProductSearch", rowid, "Name", "Body") VALUES ('delete', old."Id", old."Name", old."Body");""";

    private const string Learn =
        """INSERT INTO "ProductSearch"(rowid, "Name", "Body") VALUES (new."Id", new."Name", new."Body");""";

    public static void Create(MigrationBuilder migrationBuilder)
    {
        Trigger("StockLevels_Inserted", "INSERT ON \"StockLevels\"", Availability + " new.\"ProductId\";");
        Trigger("StockLevels_Updated", "UPDATE ON \"StockLevels\"", Availability + " new.\"ProductId\";");
        Trigger("StockLevels_Deleted", "DELETE ON \"StockLevels\"", Availability + " old.\"ProductId\";");
        Trigger("ReviewTallies_Inserted", "INSERT ON \"ReviewTallies\"", RatingScore + " new.\"ProductId\";");
        Trigger("ReviewTallies_Updated", "UPDATE ON \"ReviewTallies\"", RatingScore + " new.\"ProductId\";");
        Trigger("ReviewTallies_Deleted", "DELETE ON \"ReviewTallies\"", "UPDATE \"Products\" SET \"RatingScore\" = 3.5 WHERE \"Id\" = old.\"ProductId\";");

        // The texts hold tokens between spaces already; the tokenizer "ascii" cuts there and nowhere else.
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE "ProductSearch" USING fts5("Name", "Body",
                content = 'ProductSearchTexts', content_rowid = 'Id', tokenize = 'ascii', detail = 'column', prefix = '1');
            """);
        migrationBuilder.Sql("""CREATE VIRTUAL TABLE "ProductSearchVocabulary" USING fts5vocab('ProductSearch', 'row');""");
        Trigger("ProductSearchTexts_Inserted", "INSERT ON \"ProductSearchTexts\"", Learn);
        Trigger("ProductSearchTexts_Updated", "UPDATE ON \"ProductSearchTexts\"", Forget + Learn);
        Trigger("ProductSearchTexts_Deleted", "DELETE ON \"ProductSearchTexts\"", Forget);

        void Trigger(string name, string when, string action) =>
            migrationBuilder.Sql($"CREATE TRIGGER \"{name}\" AFTER {when} BEGIN {action} END;");
    }

    // The triggers go with their tables.
    public static void Drop(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE \"ProductSearchVocabulary\";");
        migrationBuilder.Sql("DROP TABLE \"ProductSearch\";");
    }
}
