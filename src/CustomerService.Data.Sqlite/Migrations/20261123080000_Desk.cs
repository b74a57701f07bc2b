using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerService.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AgentId",
                table: "Messages",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Messages",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentId",
                table: "Conversations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Corrected",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Handoff",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mood",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Spoken",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "Conversations",
                type: "TEXT",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "Conversations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WaitingSince",
                table: "Conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"WaitingSince\" = \"ChangedAt\" WHERE \"Owner\" = 'Waiting'");

            migrationBuilder.CreateTable(
                name: "PendingReplies",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingReplies", x => new { x.ConversationId, x.ClientId });
                });

            migrationBuilder.CreateTable(
                name: "StaffEntries",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AgentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffEntries", x => new { x.ConversationId, x.Version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AgentId_ChangedAt_Id",
                table: "Conversations",
                columns: new[] { "AgentId", "ChangedAt", "Id" },
                filter: "\"Owner\" = 'Agent'");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Open",
                table: "Conversations",
                columns: new[] { "ChangedAt", "Id" },
                filter: "\"LastSequence\" > 0 AND \"Owner\" <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Waiting",
                table: "Conversations",
                columns: new[] { "ChangedAt", "Id" },
                filter: "\"LastSequence\" > 0 AND \"WaitingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_WaitingSince",
                table: "Conversations",
                column: "WaitingSince",
                filter: "\"Owner\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_PendingReplies_DueAt",
                table: "PendingReplies",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_StaffEntries_ConversationId_ClientId",
                table: "StaffEntries",
                columns: new[] { "ConversationId", "ClientId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PendingReplies");

            migrationBuilder.DropTable(
                name: "StaffEntries");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_AgentId_ChangedAt_Id",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_Open",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_Waiting",
                table: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_WaitingSince",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "AgentId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AgentId",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Corrected",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Handoff",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Mood",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Spoken",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "WaitingSince",
                table: "Conversations");
        }
    }
}
