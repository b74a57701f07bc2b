using Microsoft.EntityFrameworkCore.Migrations;

namespace CustomerService.Data.PostgreSql.Migrations;

/// <summary>What EF Core's model cannot say: the full-text index, and the triggers that keep what is derived from other rows.</summary>
internal static class InitialDerivedData
{
    public static void Create(MigrationBuilder migrationBuilder)
    {
        // An availability is the sum of the counts that are known: the sum of none is NULL, which is not 0.
        migrationBuilder.Sql(
            """
            CREATE FUNCTION keep_availability() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE id text := CASE WHEN TG_OP = 'DELETE' THEN OLD."ProductId" ELSE NEW."ProductId" END;
            BEGIN
                UPDATE "Products" SET ("Available", "HasUnknownStock") =
                    (SELECT sum("Quantity"), coalesce(bool_or("Quantity" IS NULL), false) FROM "StockLevels" WHERE "ProductId" = id)
                WHERE "Id" = id;
                RETURN NULL;
            END $$;
            CREATE TRIGGER keep_availability AFTER INSERT OR UPDATE OR DELETE ON "StockLevels"
                FOR EACH ROW EXECUTE FUNCTION keep_availability();

            CREATE FUNCTION keep_rating_score() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    UPDATE "Products" SET "RatingScore" = 3.5 WHERE "Id" = OLD."ProductId";
                ELSE
                    UPDATE "Products" SET "RatingScore" =
                        (17.5 + NEW."One" + 2 * NEW."Two" + 3 * NEW."Three" + 4 * NEW."Four" + 5 * NEW."Five")
                        / (5.0 + NEW."One" + NEW."Two" + NEW."Three" + NEW."Four" + NEW."Five")
                    WHERE "Id" = NEW."ProductId";
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER keep_rating_score AFTER INSERT OR UPDATE OR DELETE ON "ReviewTallies"
                FOR EACH ROW EXECUTE FUNCTION keep_rating_score();

            ALTER TABLE "ProductSearchTexts" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('simple', "Name"), 'A') || setweight(to_tsvector('simple', "Body"), 'D')) STORED;
            CREATE INDEX "IX_ProductSearchTexts_Vector" ON "ProductSearchTexts" USING gin ("Vector");
            """);
    }

    public static void Drop(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            DROP TRIGGER keep_availability ON "StockLevels";
            DROP TRIGGER keep_rating_score ON "ReviewTallies";
            DROP FUNCTION keep_availability();
            DROP FUNCTION keep_rating_score();
            """);
}
