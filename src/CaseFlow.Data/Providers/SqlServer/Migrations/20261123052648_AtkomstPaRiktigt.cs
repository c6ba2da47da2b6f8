using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AtkomstPaRiktigt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_jav",
                table: "jav");

            migrationBuilder.AddColumn<string>(
                name: "skal",
                table: "namngiven_atkomst",
                type: "nvarchar(max)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "anmalt_av",
                table: "jav",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "faststallt",
                table: "jav",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "havt",
                table: "jav",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "provat_av",
                table: "jav",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provning_skal",
                table: "jav",
                type: "nvarchar(max)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "jav",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_jav",
                table: "jav",
                columns: new[] { "anvandare_id", "arende_id", "tid" });

            migrationBuilder.CreateTable(
                name: "sparr",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    identitet = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true),
                    skal = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false),
                    fran = table.Column<long>(type: "bigint", nullable: false),
                    registrerad_av = table.Column<long>(type: "bigint", nullable: false),
                    slutade = table.Column<long>(type: "bigint", nullable: true),
                    avslutad_av = table.Column<long>(type: "bigint", nullable: true),
                    avslut_skal = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sparr", x => x.id);
                    table.ForeignKey(
                        name: "FK_sparr_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sparr_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_jav_galler",
                table: "jav",
                columns: new[] { "anvandare_id", "arende_id" },
                unique: true,
                filter: "havt IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_jav_vantar",
                table: "jav",
                column: "arende_id",
                filter: "havt IS NULL AND faststallt IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_arende_utan_handlaggare",
                table: "arende",
                columns: new[] { "enhet_id", "id" },
                filter: "steg <> 'Avslutat' AND handlaggare_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sparr_galler",
                table: "sparr",
                columns: new[] { "anvandare_id", "person_id" },
                unique: true,
                filter: "slutade IS NULL AND person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sparr_person_id",
                table: "sparr",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_sparr_vantar",
                table: "sparr",
                column: "identitet",
                filter: "identitet IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sparr");

            migrationBuilder.DropPrimaryKey(
                name: "PK_jav",
                table: "jav");

            migrationBuilder.DropIndex(
                name: "ix_jav_galler",
                table: "jav");

            migrationBuilder.DropIndex(
                name: "ix_jav_vantar",
                table: "jav");

            migrationBuilder.DropIndex(
                name: "ix_arende_utan_handlaggare",
                table: "arende");

            migrationBuilder.DropColumn(
                name: "skal",
                table: "namngiven_atkomst");

            migrationBuilder.DropColumn(
                name: "anmalt_av",
                table: "jav");

            migrationBuilder.DropColumn(
                name: "faststallt",
                table: "jav");

            migrationBuilder.DropColumn(
                name: "havt",
                table: "jav");

            migrationBuilder.DropColumn(
                name: "provat_av",
                table: "jav");

            migrationBuilder.DropColumn(
                name: "provning_skal",
                table: "jav");

            migrationBuilder.DropColumn(
                name: "version",
                table: "jav");

            migrationBuilder.AddPrimaryKey(
                name: "PK_jav",
                table: "jav",
                columns: new[] { "anvandare_id", "arende_id" });
        }
    }
}
