using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Lydelser : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "utredningslydelse",
                columns: table => new
                {
                    utredning_id = table.Column<long>(type: "bigint", nullable: false),
                    del = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    rev = table.Column<int>(type: "int", nullable: false),
                    falt = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ersatt_av = table.Column<long>(type: "bigint", nullable: false),
                    ersatt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utredningslydelse", x => new { x.utredning_id, x.del, x.rev });
                    table.ForeignKey(
                        name: "FK_utredningslydelse_utredning_utredning_id",
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
                name: "utredningslydelse");
        }
    }
}
