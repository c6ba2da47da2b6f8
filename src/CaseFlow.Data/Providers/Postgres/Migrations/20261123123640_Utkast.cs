using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Utkast : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "utkast",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    agare_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    nyckel = table.Column<string>(type: "character varying(60)", unicode: false, maxLength: 60, nullable: false),
                    falt = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    sparat = table.Column<long>(type: "bigint", nullable: false),
                    loggat_dag = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utkast", x => x.id);
                    table.ForeignKey(
                        name: "FK_utkast_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_utkast_agare_id_arende_id_slag_nyckel",
                table: "utkast",
                columns: new[] { "agare_id", "arende_id", "slag", "nyckel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_utkast_arende_id",
                table: "utkast",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_utkast_sparat",
                table: "utkast",
                column: "sparat");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "utkast");
        }
    }
}
