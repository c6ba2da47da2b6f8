using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Omfordelning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "omfordelning",
                columns: table => new
                {
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_omfordelning", x => new { x.arende_id, x.tid });
                    table.ForeignKey(
                        name: "FK_omfordelning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "omfordelning");
        }
    }
}
