using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerService.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Models : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Author",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "Answers",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeldBack",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TokensEstimated",
                table: "Answers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "KeptResults",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false),
                    PromptTokens = table.Column<int>(type: "integer", nullable: false),
                    CompletionTokens = table.Column<int>(type: "integer", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "bigint", nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptResults", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ModelCalls",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AnswerId = table.Column<string>(type: "text", nullable: true),
                    ConversationId = table.Column<string>(type: "text", nullable: true),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Fault = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    PromptTokens = table.Column<int>(type: "integer", nullable: false),
                    CompletionTokens = table.Column<int>(type: "integer", nullable: false),
                    Estimated = table.Column<bool>(type: "boolean", nullable: false),
                    CostNanoUsd = table.Column<long>(type: "bigint", nullable: true),
                    WaitedMs = table.Column<double>(type: "double precision", nullable: false),
                    FirstTokenMs = table.Column<double>(type: "double precision", nullable: true),
                    TotalMs = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelCalls", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptResults_MadeAt",
                table: "KeptResults",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_KeptResults_Subject",
                table: "KeptResults",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_ModelCalls_AnswerId",
                table: "ModelCalls",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_ModelCalls_Day",
                table: "ModelCalls",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptResults");

            migrationBuilder.DropTable(
                name: "ModelCalls");

            migrationBuilder.DropColumn(
                name: "Author",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "HeldBack",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "TokensEstimated",
                table: "Answers");
        }
    }
}
