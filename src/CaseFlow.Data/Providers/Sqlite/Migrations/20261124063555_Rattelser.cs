using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rattelser : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "delgiven_skal",
                table: "underrattelse",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avliden_havt_skal",
                table: "person",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "delgiven_skal",
                table: "underrattelse");

            migrationBuilder.DropColumn(
                name: "avliden_havt_skal",
                table: "person");
        }
    }
}
