using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Data.Providers.Postgres;

/// <summary>For <c>dotnet ef</c> alone: knows which database the migrations are for, connects to none.</summary>
internal sealed class Designfabrik : IDesignTimeDbContextFactory<PostgresCaseFlowDb>
{
    public PostgresCaseFlowDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCaseFlowDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
