using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Akten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "anteckning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    nr = table.Column<int>(type: "integer", nullable: false),
                    slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    dag = table.Column<DateOnly>(type: "date", nullable: false),
                    klockslag = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    med = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    skriven_av = table.Column<long>(type: "bigint", nullable: false),
                    skriven = table.Column<long>(type: "bigint", nullable: false),
                    galler_id = table.Column<long>(type: "bigint", nullable: true),
                    koppling = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    struken = table.Column<long>(type: "bigint", nullable: true),
                    struken_av = table.Column<long>(type: "bigint", nullable: true),
                    struken_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anteckning", x => x.id);
                    table.ForeignKey(
                        name: "FK_anteckning_anteckning_galler_id",
                        column: x => x.galler_id,
                        principalTable: "anteckning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_anteckning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handling",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    nr = table.Column<int>(type: "integer", nullable: false),
                    slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    dag = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    titel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    filnamn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    typ = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    langd = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    lagringsnamn = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    registrerad_av = table.Column<long>(type: "bigint", nullable: false),
                    registrerad = table.Column<long>(type: "bigint", nullable: false),
                    makulerad = table.Column<long>(type: "bigint", nullable: true),
                    makulerad_av = table.Column<long>(type: "bigint", nullable: true),
                    makulerad_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handling", x => x.id);
                    table.ForeignKey(
                        name: "FK_handling_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "narstaende",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    namn = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    telefon = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontaktlov = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    upplysning = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    tillagd_av = table.Column<long>(type: "bigint", nullable: false),
                    tillagd = table.Column<long>(type: "bigint", nullable: false),
                    avslutad = table.Column<long>(type: "bigint", nullable: true),
                    avslutad_av = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_narstaende", x => x.id);
                    table.ForeignKey(
                        name: "FK_narstaende_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "personombud",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: true),
                    namn = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    roll = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    telefon = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    omfattning = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: true),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    underlag = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    styrkt_av = table.Column<long>(type: "bigint", nullable: true),
                    styrkt = table.Column<long>(type: "bigint", nullable: true),
                    upphort = table.Column<DateOnly>(type: "date", nullable: true),
                    upphort_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    registrerat_av = table.Column<long>(type: "bigint", nullable: false),
                    registrerat = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_personombud", x => x.id);
                    table.ForeignKey(
                        name: "FK_personombud_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_personombud_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "samtycke",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    andamal = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    mottagare = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    upplysning = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    givet_av_ombud = table.Column<long>(type: "bigint", nullable: true),
                    satt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    dag = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    noterat_av = table.Column<long>(type: "bigint", nullable: false),
                    noterat = table.Column<long>(type: "bigint", nullable: false),
                    aterkallat = table.Column<DateOnly>(type: "date", nullable: true),
                    aterkallat_hur = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    aterkallat_noterat_av = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_samtycke", x => x.id);
                    table.ForeignKey(
                        name: "FK_samtycke_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_samtycke_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_samtycke_personombud_givet_av_ombud",
                        column: x => x.givet_av_ombud,
                        principalTable: "personombud",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_anteckning_arende_id_nr",
                table: "anteckning",
                columns: new[] { "arende_id", "nr" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_anteckning_rattad",
                table: "anteckning",
                column: "galler_id",
                unique: true,
                filter: "koppling = 'Rattelse'");

            migrationBuilder.CreateIndex(
                name: "IX_handling_arende_id_nr",
                table: "handling",
                columns: new[] { "arende_id", "nr" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_handling_lagringsnamn",
                table: "handling",
                column: "lagringsnamn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_handling_publik_id",
                table: "handling",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_narstaende_person_id",
                table: "narstaende",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_narstaende_publik_id",
                table: "narstaende",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_personombud_arende_id",
                table: "personombud",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_personombud_person_id",
                table: "personombud",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_personombud_publik_id",
                table: "personombud",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_samtycke_arende_id",
                table: "samtycke",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_samtycke_givet_av_ombud",
                table: "samtycke",
                column: "givet_av_ombud");

            migrationBuilder.CreateIndex(
                name: "IX_samtycke_person_id",
                table: "samtycke",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_samtycke_publik_id",
                table: "samtycke",
                column: "publik_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "anteckning");

            migrationBuilder.DropTable(
                name: "handling");

            migrationBuilder.DropTable(
                name: "narstaende");

            migrationBuilder.DropTable(
                name: "samtycke");

            migrationBuilder.DropTable(
                name: "personombud");
        }
    }
}
