using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Namndelar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_person_sokord",
                table: "person");

            migrationBuilder.DropIndex(
                name: "IX_person_sokord_efternamn",
                table: "person");

            migrationBuilder.DropColumn(
                name: "sokord",
                table: "person");

            migrationBuilder.CreateTable(
                name: "namndel",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    ord = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_namndel", x => new { x.person_id, x.ord });
                    table.ForeignKey(
                        name: "FK_namndel_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // De personer som redan finns: varje ord i namnet, delat som Sokord.Delar delar. Efternamnet och förnamnet står i sökordet.
            migrationBuilder.Sql(
                """
                INSERT INTO namndel (person_id, ord)
                SELECT DISTINCT p.id, left(d.ord, 100)
                FROM person p CROSS JOIN LATERAL regexp_split_to_table(translate(p.sokord_efternamn, '-‐‑–''’.,/()', repeat(' ', 11)), ' +') AS d (ord)
                WHERE d.ord <> '';
                """);

            migrationBuilder.CreateIndex(
                name: "IX_namndel_ord_person_id",
                table: "namndel",
                columns: new[] { "ord", "person_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "namndel");

            migrationBuilder.AddColumn<string>(
                name: "sokord",
                table: "person",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_person_sokord",
                table: "person",
                column: "sokord");

            migrationBuilder.CreateIndex(
                name: "IX_person_sokord_efternamn",
                table: "person",
                column: "sokord_efternamn");
        }
    }
}
