using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Utkorg : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_processinstans_definition_id",
                table: "processinstans");

            migrationBuilder.DropIndex(
                name: "IX_prenumeration_namn_korrelation",
                table: "prenumeration");

            migrationBuilder.AddColumn<string>(
                name: "anrop_id",
                table: "processinstans",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "utkorgspost",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    slag = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    motor_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    namn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    skapad = table.Column<long>(type: "bigint", nullable: false),
                    tands = table.Column<long>(type: "bigint", nullable: false),
                    forsok = table.Column<int>(type: "int", nullable: false),
                    kod = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    efter = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utkorgspost", x => x.id);
                    table.ForeignKey(
                        name: "FK_utkorgspost_processinstans_instans_id",
                        column: x => x.instans_id,
                        principalTable: "processinstans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_processinstans_aktiv",
                table: "processinstans",
                column: "definition_id",
                filter: "status = 'Aktiv'");

            migrationBuilder.CreateIndex(
                name: "ix_processinstans_anropad",
                table: "processinstans",
                column: "startad_av",
                filter: "anrop_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_prenumeration_namn_instans_id",
                table: "prenumeration",
                columns: new[] { "namn", "instans_id" });

            migrationBuilder.CreateIndex(
                name: "ix_utkorgspost_forsoks",
                table: "utkorgspost",
                column: "tands",
                filter: "forsok > 0");

            migrationBuilder.CreateIndex(
                name: "IX_utkorgspost_instans_id",
                table: "utkorgspost",
                column: "instans_id");

            migrationBuilder.CreateIndex(
                name: "IX_utkorgspost_tands_id",
                table: "utkorgspost",
                columns: new[] { "tands", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "utkorgspost");

            migrationBuilder.DropIndex(
                name: "ix_processinstans_aktiv",
                table: "processinstans");

            migrationBuilder.DropIndex(
                name: "ix_processinstans_anropad",
                table: "processinstans");

            migrationBuilder.DropIndex(
                name: "IX_prenumeration_namn_instans_id",
                table: "prenumeration");

            migrationBuilder.DropColumn(
                name: "anrop_id",
                table: "processinstans");

            migrationBuilder.CreateIndex(
                name: "IX_processinstans_definition_id",
                table: "processinstans",
                column: "definition_id");

            migrationBuilder.CreateIndex(
                name: "IX_prenumeration_namn_korrelation",
                table: "prenumeration",
                columns: new[] { "namn", "korrelation" });
        }
    }
}
