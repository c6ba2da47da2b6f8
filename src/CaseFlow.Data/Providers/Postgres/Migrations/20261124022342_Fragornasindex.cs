using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Fragornasindex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_nodoppning_ogranskad",
                table: "nodoppning");

            migrationBuilder.CreateIndex(
                name: "IX_sparr_anvandare_id",
                table: "sparr",
                column: "anvandare_id");

            migrationBuilder.CreateIndex(
                name: "IX_nodoppning_arende_id",
                table: "nodoppning",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "ix_nodoppning_ogranskad",
                table: "nodoppning",
                column: "id",
                filter: "granskad IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_indikator_rad_enhet_id_ar",
                table: "indikator_rad",
                columns: new[] { "enhet_id", "ar" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_sparr_anvandare_id",
                table: "sparr");

            migrationBuilder.DropIndex(
                name: "IX_nodoppning_arende_id",
                table: "nodoppning");

            migrationBuilder.DropIndex(
                name: "ix_nodoppning_ogranskad",
                table: "nodoppning");

            migrationBuilder.DropIndex(
                name: "IX_indikator_rad_enhet_id_ar",
                table: "indikator_rad");

            migrationBuilder.CreateIndex(
                name: "ix_nodoppning_ogranskad",
                table: "nodoppning",
                column: "arende_id",
                filter: "granskad IS NULL");
        }
    }
}
