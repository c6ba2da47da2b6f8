using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Data.Providers.SqlServer;

/// <summary>For <c>dotnet ef</c> alone: knows which database the migrations are for, connects to none.</summary>
internal sealed class Designfabrik : IDesignTimeDbContextFactory<SqlServerCaseFlowDb>
{
    public SqlServerCaseFlowDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerCaseFlowDb>().UseSqlServer("Server=localhost;Database=design").Options);
}
