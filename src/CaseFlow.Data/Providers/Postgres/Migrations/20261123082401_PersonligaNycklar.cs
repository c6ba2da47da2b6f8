using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PersonligaNycklar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "sokord",
                table: "person",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);

            migrationBuilder.AddColumn<string>(
                name: "sokord_efternamn",
                table: "person",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "anvandare_id",
                table: "api_nyckel",
                type: "bigint",
                nullable: true);

            // De personer som redan finns: efternamnet är det som står efter förnamnet i sökordet.
            migrationBuilder.Sql(
                "UPDATE person SET sokord_efternamn = CASE WHEN substr(sokord, length(fornamn) + 1, 1) = ' ' THEN substr(sokord, length(fornamn) + 2) ELSE sokord END;");

            migrationBuilder.CreateIndex(
                name: "IX_person_sokord_efternamn",
                table: "person",
                column: "sokord_efternamn");

            migrationBuilder.CreateIndex(
                name: "IX_api_nyckel_anvandare_id",
                table: "api_nyckel",
                column: "anvandare_id");

            migrationBuilder.AddForeignKey(
                name: "FK_api_nyckel_anvandare_anvandare_id",
                table: "api_nyckel",
                column: "anvandare_id",
                principalTable: "anvandare",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_api_nyckel_anvandare_anvandare_id",
                table: "api_nyckel");

            migrationBuilder.DropIndex(
                name: "IX_person_sokord_efternamn",
                table: "person");

            migrationBuilder.DropIndex(
                name: "IX_api_nyckel_anvandare_id",
                table: "api_nyckel");

            migrationBuilder.DropColumn(
                name: "sokord_efternamn",
                table: "person");

            migrationBuilder.DropColumn(
                name: "anvandare_id",
                table: "api_nyckel");

            migrationBuilder.AlterColumn<string>(
                name: "sokord",
                table: "person",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400,
                oldCollation: "C");
        }
    }
}
