using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Registreringsutkast : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "arende_id",
                table: "utkast",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateIndex(
                name: "ix_utkast_utan_arende",
                table: "utkast",
                columns: new[] { "agare_id", "slag", "nyckel" },
                unique: true,
                filter: "arende_id IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_utkast_utan_arende",
                table: "utkast");

            migrationBuilder.AlterColumn<long>(
                name: "arende_id",
                table: "utkast",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
