using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CustomerService.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Nodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Node",
                table: "Answers",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            // What an earlier version left running belongs to a program that is gone; the command line's answers stay its own business.
            migrationBuilder.Sql("""UPDATE "Answers" SET "Node" = 'earlier' WHERE "State" = 'Running' AND "Surface" <> 'CommandLine'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Node",
                table: "Answers");
        }
    }
}
