using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerService.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Filters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Conversations_Open",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_Owner_ChangedAt_Id",
                table: "Conversations");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Open",
                table: "Conversations",
                columns: new[] { "ChangedAt", "Id", "Topic", "Mood", "Language" },
                filter: "\"LastSequence\" > 0 AND \"Owner\" <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Owner_ChangedAt_Id_Topic_Mood_Language",
                table: "Conversations",
                columns: new[] { "Owner", "ChangedAt", "Id", "Topic", "Mood", "Language" },
                filter: "\"LastSequence\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Conversations_Open",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_Owner_ChangedAt_Id_Topic_Mood_Language",
                table: "Conversations");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Open",
                table: "Conversations",
                columns: new[] { "ChangedAt", "Id" },
                filter: "\"LastSequence\" > 0 AND \"Owner\" <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Owner_ChangedAt_Id",
                table: "Conversations",
                columns: new[] { "Owner", "ChangedAt", "Id" },
                filter: "\"LastSequence\" > 0");
        }
    }
}
