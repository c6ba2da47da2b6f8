using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Arbetsfordelning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "vantar_satt_av",
                table: "uppgift",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "vantar_text",
                table: "uppgift",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "arendeflytt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    av = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false),
                    angrad = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arendeflytt", x => x.id);
                    table.ForeignKey(
                        name: "FK_arendeflytt_enhet_enhet_id",
                        column: x => x.enhet_id,
                        principalTable: "enhet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "franvaro",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    ersattare_id = table.Column<long>(type: "bigint", nullable: true),
                    registrerad_av = table.Column<long>(type: "bigint", nullable: false),
                    registrerad = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_franvaro", x => x.id);
                    table.ForeignKey(
                        name: "FK_franvaro_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sparad_vy",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    namn = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    agare_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: true),
                    urval = table.Column<string>(type: "varchar(2000)", unicode: false, maxLength: 2000, nullable: false),
                    skapad = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sparad_vy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "flyttrad",
                columns: table => new
                {
                    flytt_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    fran_anvandare_id = table.Column<long>(type: "bigint", nullable: true),
                    till_anvandare_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flyttrad", x => new { x.flytt_id, x.arende_id });
                    table.ForeignKey(
                        name: "FK_flyttrad_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flyttrad_arendeflytt_flytt_id",
                        column: x => x.flytt_id,
                        principalTable: "arendeflytt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_oppen_enhet",
                table: "uppgift",
                columns: new[] { "enhet_id", "tilldelad_id", "forfaller", "arende_id" },
                filter: "status = 'Oppen'");

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift",
                columns: new[] { "enhet_id", "tilldelad_id", "arende_id" },
                filter: "status = 'Vantar'");

            migrationBuilder.CreateIndex(
                name: "ix_insats_uppfoljning",
                table: "insats",
                columns: new[] { "enhet_id", "uppfoljning_datum" },
                filter: "uppfoljning_datum IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_arende_oppet_belastning",
                table: "arende",
                columns: new[] { "enhet_id", "handlaggare_id", "steg", "skyddat", "oppnat" },
                filter: "steg <> 'Avslutat'");

            migrationBuilder.CreateIndex(
                name: "ix_arende_skyddat",
                table: "arende",
                columns: new[] { "enhet_id", "person_id" },
                filter: "[skyddat] = CAST(1 AS bit)");

            migrationBuilder.CreateIndex(
                name: "IX_arendeflytt_enhet_id_tid",
                table: "arendeflytt",
                columns: new[] { "enhet_id", "tid" });

            migrationBuilder.CreateIndex(
                name: "IX_arendeflytt_publik_id",
                table: "arendeflytt",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flyttrad_arende_id",
                table: "flyttrad",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_franvaro_anvandare_id_fran",
                table: "franvaro",
                columns: new[] { "anvandare_id", "fran" });

            migrationBuilder.CreateIndex(
                name: "IX_sparad_vy_agare_id",
                table: "sparad_vy",
                column: "agare_id");

            migrationBuilder.CreateIndex(
                name: "IX_sparad_vy_enhet_id",
                table: "sparad_vy",
                column: "enhet_id");

            migrationBuilder.CreateIndex(
                name: "IX_sparad_vy_publik_id",
                table: "sparad_vy",
                column: "publik_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flyttrad");

            migrationBuilder.DropTable(
                name: "franvaro");

            migrationBuilder.DropTable(
                name: "sparad_vy");

            migrationBuilder.DropTable(
                name: "arendeflytt");

            migrationBuilder.DropIndex(
                name: "ix_uppgift_oppen_enhet",
                table: "uppgift");

            migrationBuilder.DropIndex(
                name: "ix_uppgift_vantar_enhet",
                table: "uppgift");

            migrationBuilder.DropIndex(
                name: "ix_insats_uppfoljning",
                table: "insats");

            migrationBuilder.DropIndex(
                name: "ix_arende_oppet_belastning",
                table: "arende");

            migrationBuilder.DropIndex(
                name: "ix_arende_skyddat",
                table: "arende");

            migrationBuilder.DropColumn(
                name: "vantar_satt_av",
                table: "uppgift");

            migrationBuilder.DropColumn(
                name: "vantar_text",
                table: "uppgift");
        }
    }
}
