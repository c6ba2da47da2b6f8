using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Kontonollstallning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "losenord_av",
                table: "konto",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tvasteg_av",
                table: "konto",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "losenord_av",
                table: "konto");

            migrationBuilder.DropColumn(
                name: "tvasteg_av",
                table: "konto");
        }
    }
}
