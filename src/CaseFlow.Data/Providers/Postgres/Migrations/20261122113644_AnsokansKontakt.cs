using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AnsokansKontakt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kontakt_gata",
                table: "ansokan",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kontakt_ort",
                table: "ansokan",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kontakt_postnummer",
                table: "ansokan",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kontakt_sprak",
                table: "ansokan",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kontakt_telefon",
                table: "ansokan",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "kontakt_tolkbehov",
                table: "ansokan",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "kontakt_gata",
                table: "ansokan");

            migrationBuilder.DropColumn(
                name: "kontakt_ort",
                table: "ansokan");

            migrationBuilder.DropColumn(
                name: "kontakt_postnummer",
                table: "ansokan");

            migrationBuilder.DropColumn(
                name: "kontakt_sprak",
                table: "ansokan");

            migrationBuilder.DropColumn(
                name: "kontakt_telefon",
                table: "ansokan");

            migrationBuilder.DropColumn(
                name: "kontakt_tolkbehov",
                table: "ansokan");
        }
    }
}
