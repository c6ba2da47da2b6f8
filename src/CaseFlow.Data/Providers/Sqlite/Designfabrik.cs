using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>For <c>dotnet ef</c> alone: knows which database the migrations are for, connects to none.</summary>
internal sealed class Designfabrik : IDesignTimeDbContextFactory<SqliteCaseFlowDb>
{
    public SqliteCaseFlowDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCaseFlowDb>().UseSqlite("Data Source=design.db").Options);
}
