using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UtanSoktEnhet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sokt_enhet",
                table: "insatsbeskrivning");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sokt_enhet",
                table: "insatsbeskrivning",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);
        }
    }
}
