using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NodoppningOchSessioner : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "gavs_av",
                table: "uppdrag",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kontosession",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    konto_id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    borjan = table.Column<long>(type: "bigint", nullable: false),
                    webblasare = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slut = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kontosession", x => x.id);
                    table.ForeignKey(
                        name: "FK_kontosession_konto_konto_id",
                        column: x => x.konto_id,
                        principalTable: "konto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "nodoppning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    fran = table.Column<long>(type: "bigint", nullable: false),
                    tom = table.Column<long>(type: "bigint", nullable: false),
                    ratt_gavs_av = table.Column<long>(type: "bigint", nullable: true),
                    granskad = table.Column<long>(type: "bigint", nullable: true),
                    granskad_av = table.Column<long>(type: "bigint", nullable: true),
                    anteckning = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nodoppning", x => x.id);
                    table.ForeignKey(
                        name: "FK_nodoppning_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_nodoppning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uppdragsforslag",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    roll = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    delegat = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    foreslaget_av = table.Column<long>(type: "bigint", nullable: false),
                    foreslaget = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    avgjort_av = table.Column<long>(type: "bigint", nullable: true),
                    avgjort = table.Column<long>(type: "bigint", nullable: true),
                    avslag_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uppdragsforslag", x => x.id);
                    table.ForeignKey(
                        name: "FK_uppdragsforslag_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_uppdragsforslag_enhet_enhet_id",
                        column: x => x.enhet_id,
                        principalTable: "enhet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kontosession_borjan",
                table: "kontosession",
                column: "borjan");

            migrationBuilder.CreateIndex(
                name: "ix_kontosession_oppen",
                table: "kontosession",
                column: "konto_id",
                filter: "slut IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_nodoppning_anvandare_id_arende_id_tom",
                table: "nodoppning",
                columns: new[] { "anvandare_id", "arende_id", "tom" });

            migrationBuilder.CreateIndex(
                name: "ix_nodoppning_ogranskad",
                table: "nodoppning",
                column: "arende_id",
                filter: "granskad IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_uppdragsforslag_anvandare_id",
                table: "uppdragsforslag",
                column: "anvandare_id");

            migrationBuilder.CreateIndex(
                name: "ix_uppdragsforslag_vantar",
                table: "uppdragsforslag",
                column: "enhet_id",
                filter: "status = 'Vantar'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kontosession");

            migrationBuilder.DropTable(
                name: "nodoppning");

            migrationBuilder.DropTable(
                name: "uppdragsforslag");

            migrationBuilder.DropColumn(
                name: "gavs_av",
                table: "uppdrag");
        }
    }
}
