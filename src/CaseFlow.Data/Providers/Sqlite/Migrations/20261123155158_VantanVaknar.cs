using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VantanVaknar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift");

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift",
                columns: new[] { "enhet_id", "tilldelad_id", "vaknar", "arende_id" },
                filter: "status = 'Vantar'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift");

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift",
                columns: new[] { "enhet_id", "tilldelad_id", "arende_id" },
                filter: "status = 'Vantar'");
        }
    }
}
