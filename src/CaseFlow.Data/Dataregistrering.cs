using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Audit;
using CaseFlow.Data.Behorigheter;
using CaseFlow.Data.Grund;
using CaseFlow.Data.Handlingar;
using CaseFlow.Data.Identitet;
using CaseFlow.Data.Processer;
using CaseFlow.Data.Providers;
using CaseFlow.Data.Providers.Postgres;
using CaseFlow.Data.Providers.Sqlite;
using CaseFlow.Data.Providers.SqlServer;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Data;

public static class Dataregistrering
{
    /// <summary>The database, by the settings of <see cref="Databasval"/>. Interceptors that the host has registered listen to it.</summary>
    /// <param name="bredvid">The embedded database is laid beside its place and is put there when it is whole. Until then it need not survive a
    /// power failure, and nothing waits for the disk.</param>
    /// <exception cref="InstallningException">A setting is wrong.</exception>
    public static IServiceCollection AddCaseFlowData(this IServiceCollection services, IConfiguration installningar, bool bredvid = false)
    {
        var val = Databasval.Las(installningar);
        services.AddSingleton(val);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Nodinstallning.Las(installningar));
        services.TryAddSingleton(Nodinstallning.LasSkal(installningar));
        services.TryAddSingleton(Utkastinstallning.Las(installningar));
        services.TryAddSingleton<IIdKalla>(s => new IdKalla(s.GetRequiredService<TimeProvider>()));
        services.AddLogging();
        switch (val.Slag)
        {
            case Databasslag.Sqlite:
                services.AddSingleton(new SqlitePragma(bredvid));
                services.AddSingleton<Satskassa>();
                services.AddSingleton<SkrivkoSqlite>();
                services.AddScoped<ITransaktion, SqliteTransaktion>();
                services.AddSingleton<IRadlager, SqliteRadlager>();
                Databas<SqliteCaseFlowDb, Sqlitesql, SqliteTextsok>(services, (s, o) =>
                    o.UseSqlite(val.Anslutning).AddInterceptors(s.GetRequiredService<SqlitePragma>(), s.GetRequiredService<Satskassa>()));
                break;
            case Databasslag.Postgres:
                services.AddScoped<ITransaktion, VanligTransaktion>();
                services.AddSingleton<IRadlager, PostgresRadlager>();
                Databas<PostgresCaseFlowDb, Postgressql, PostgresTextsok>(services, (_, o) => o.UseNpgsql(val.Anslutning));
                break;
            case Databasslag.SqlServer:
                services.AddScoped<ITransaktion, VanligTransaktion>();
                Databas<SqlServerCaseFlowDb, SqlServersql, SqlServerTextsok>(services, (_, o) => o.UseSqlServer(val.Anslutning));
                break;
            default:
                throw new InvalidOperationException($"Okänd databas {val.Slag}.");
        }

        services.AddSingleton<IKedjelas, Kedjelas>();
        services.AddScoped<IAktorkalla, Aktorkalla>();
        services.AddScoped<IKonton, Konton>();
        services.TryAddSingleton<IPasswordHasher<Konto>, PasswordHasher<Konto>>();
        services.AddSingleton<IPseudonymer, Pseudonymer>();
        services.AddSingleton<IHandlingslager, Handlingslager>();
        services.AddScoped<INummerserie, Nummerserie>();
        services.AddScoped<ITimerfraga, Timerfraga>();
        services.AddScoped<IUtkorgsfraga, Timerfraga>();
        return services;
    }

    private static void Databas<TDb, TSql, TTextsok>(IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> valj)
        where TDb : CaseFlowDbBas
        where TSql : class, IProvidersql, IDatabasfel
        where TTextsok : class, ICaseTextSearch, ITextindex
    {
        services.AddSingleton<TTextsok>();
        services.AddSingleton<ICaseTextSearch>(s => s.GetRequiredService<TTextsok>());
        services.AddSingleton<ITextindex>(s => s.GetRequiredService<TTextsok>());
        services.AddSingleton<TSql>();
        services.AddSingleton<IProvidersql>(s => s.GetRequiredService<TSql>());
        services.AddSingleton<IDatabasfel>(s => s.GetRequiredService<TSql>());
        services.AddPooledDbContextFactory<TDb>((s, o) =>
        {
            valj(s, o);
            o.AddInterceptors(s.GetServices<IInterceptor>());
        });
        services.AddScoped<CaseFlowDb>(s => s.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext());
        services.AddSingleton<IDatabas, Databas<TDb>>();
        services.AddSingleton<IAuditVerifierare, AuditVerifierare<TDb>>();
    }
}
