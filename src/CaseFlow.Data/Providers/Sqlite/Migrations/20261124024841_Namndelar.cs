using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
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
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ord = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                WITH RECURSIVE delar (person_id, ord, kvar) AS (
                    SELECT id, '', replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sokord_efternamn,
                        '-', ' '), '‐', ' '), '‑', ' '), '–', ' '), '''', ' '), '’', ' '), '.', ' '), ',', ' '), '/', ' '), '(', ' '), ')', ' ') || ' '
                    FROM person
                    UNION ALL
                    SELECT person_id, substr(kvar, 1, instr(kvar, ' ') - 1), substr(kvar, instr(kvar, ' ') + 1) FROM delar WHERE kvar <> '')
                SELECT DISTINCT person_id, substr(ord, 1, 100) FROM delar WHERE ord <> '';
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
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

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
