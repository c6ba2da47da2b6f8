using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Lydelserna : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kontaktlydelse",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    rev = table.Column<int>(type: "integer", nullable: false),
                    falt = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    ersatt_av = table.Column<long>(type: "bigint", nullable: false),
                    ersatt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kontaktlydelse", x => new { x.person_id, x.rev });
                    table.ForeignKey(
                        name: "FK_kontaktlydelse_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "valdsfragelydelse",
                columns: table => new
                {
                    utredning_id = table.Column<long>(type: "bigint", nullable: false),
                    nr = table.Column<int>(type: "integer", nullable: false),
                    utfall = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    orsak = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    datum = table.Column<DateOnly>(type: "date", nullable: true),
                    ersatt_av = table.Column<long>(type: "bigint", nullable: false),
                    ersatt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_valdsfragelydelse", x => new { x.utredning_id, x.nr });
                    table.ForeignKey(
                        name: "FK_valdsfragelydelse_utredning_utredning_id",
                        column: x => x.utredning_id,
                        principalTable: "utredning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kontaktlydelse");

            migrationBuilder.DropTable(
                name: "valdsfragelydelse");
        }
    }
}
