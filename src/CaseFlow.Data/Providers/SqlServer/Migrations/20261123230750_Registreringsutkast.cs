using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Registreringsutkast : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_utkast_agare_id_arende_id_slag_nyckel",
                table: "utkast");

            migrationBuilder.AlterColumn<long>(
                name: "arende_id",
                table: "utkast",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.CreateIndex(
                name: "IX_utkast_agare_id_arende_id_slag_nyckel",
                table: "utkast",
                columns: new[] { "agare_id", "arende_id", "slag", "nyckel" },
                unique: true,
                filter: "[arende_id] IS NOT NULL");

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
                name: "IX_utkast_agare_id_arende_id_slag_nyckel",
                table: "utkast");

            migrationBuilder.DropIndex(
                name: "ix_utkast_utan_arende",
                table: "utkast");

            migrationBuilder.AlterColumn<long>(
                name: "arende_id",
                table: "utkast",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_utkast_agare_id_arende_id_slag_nyckel",
                table: "utkast",
                columns: new[] { "agare_id", "arende_id", "slag", "nyckel" },
                unique: true);
        }
    }
}
