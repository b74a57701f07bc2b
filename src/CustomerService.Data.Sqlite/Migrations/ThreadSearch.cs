using Microsoft.EntityFrameworkCore.Migrations;

namespace CustomerService.Data.Sqlite.Migrations;

/// <summary>The full-text index of threads, kept by triggers.</summary>
internal static class ThreadSearch
{
    private const string Forget = """INSERT INTO "ThreadSearch"("ThreadSearch", rowid, "Tokens") VALUES ('delete', old."Id", old."Tokens");""";
    private const string Learn = """INSERT INTO "ThreadSearch"(rowid, "Tokens") VALUES (new."Id", new."Tokens");""";

    public static void Create(MigrationBuilder migrationBuilder)
    {
        // The texts hold tokens between spaces already; the tokenizer "ascii" cuts there and nowhere else.
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE "ThreadSearch" USING fts5("Tokens",
                content = 'ThreadTexts', content_rowid = 'Id', tokenize = 'ascii', detail = 'none');
            """);
        Trigger("ThreadTexts_Inserted", "INSERT", Learn);
        Trigger("ThreadTexts_Updated", "UPDATE", Forget + Learn);
        Trigger("ThreadTexts_Deleted", "DELETE", Forget);

        void Trigger(string name, string when, string action) =>
            migrationBuilder.Sql($"CREATE TRIGGER \"{name}\" AFTER {when} ON \"ThreadTexts\" BEGIN {action} END;");
    }

    // The triggers go with their table.
    public static void Drop(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE \"ThreadSearch\";");
}
