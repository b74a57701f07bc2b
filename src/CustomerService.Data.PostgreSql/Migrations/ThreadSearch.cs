using Microsoft.EntityFrameworkCore.Migrations;

namespace CustomerService.Data.PostgreSql.Migrations;

/// <summary>The full-text index of threads.</summary>
internal static class ThreadSearch
{
    // The column and its index go with their table.
    public static void Create(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            ALTER TABLE "ThreadTexts" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "Tokens")) STORED;
            CREATE INDEX "IX_ThreadTexts_Vector" ON "ThreadTexts" USING gin ("Vector");
            """);
}
