using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.E2E;

/// <summary>The data folder of the app under test: what has to be there before it starts, and a look beside it while it runs.</summary>
internal sealed class Provdata : IAsyncDisposable
{
    public const string Losenord = "prov-av-sidorna-2026";

    private readonly ServiceProvider _tjanster;

    private Provdata(string mapp, ServiceProvider tjanster) => (Mapp, _tjanster) = (mapp, tjanster);

    public string Mapp { get; }

    /// <summary>A key that may register ansökningar, in clear.</summary>
    public string Nyckel { get; private set; } = "";

    public static async Task<Provdata> Lagg()
    {
        var mapp = Directory.CreateTempSubdirectory("caseflow-e2e-").FullName;
        var installningar = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CASEFLOW_DATA"] = mapp, ["CASEFLOW_DB"] = "sqlite",
        }).Build();
        var tjanster = new ServiceCollection();
        tjanster.AddSingleton<IConfiguration>(installningar);
        tjanster.AddCaseFlowData(installningar);
        tjanster.AddSingleton(Brevavsandare.Exempel);
        tjanster.AddCaseFlowApplication();
        var data = new Provdata(mapp, tjanster.BuildServiceProvider(validateScopes: true));
        await data.Fyll();
        return data;
    }

    public async Task<Auditprov> Granska() => await _tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(null, CancellationToken.None);

    /// <summary>A number straight out of the database, beside all of the product's own code.</summary>
    public async Task<long> Rakna(string sql)
    {
        await using var anslutning = await Oppna();
        await using var kommando = anslutning.CreateCommand();
        kommando.CommandText = sql;
        return Convert.ToInt64(await kommando.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Lets the days go for the timers of an ärende: all of them are due now.</summary>
    public async Task LatTimrarnaGa(string arendenummer)
    {
        await using var anslutning = await Oppna();
        await using var kommando = anslutning.CreateCommand();
        kommando.CommandText =
            """
            UPDATE processtimer SET forfaller = $nu, tands = $nu WHERE instans_id IN
              (SELECT i.id FROM processinstans i JOIN arende a ON a.id = i.arende_id WHERE a.nummer = $nummer)
            """;
        kommando.Parameters.AddWithValue("$nu", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
        kommando.Parameters.AddWithValue("$nummer", arendenummer);
        if (await kommando.ExecuteNonQueryAsync() == 0) throw new InvalidOperationException($"Ärende {arendenummer} har ingen timer.");
    }

    /// <summary>One more who signs in, in the same unit.</summary>
    public async Task LaggUpp(string namn, Roll roll, string konto) =>
        await LaggUpp(new(await Rakna("SELECT id FROM enhet")), namn, "Prov", roll, Delegatniva.Ingen, konto);

    /// <summary>The public id of the open task of an ärende.</summary>
    public async Task<Guid> Uppgift(string arendenummer)
    {
        await using var scope = _tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        return await db.Uppgifter.Join(db.Arenden.Where(a => a.Nummer == arendenummer), u => u.ArendeId, a => a.Id, (u, a) => u.PublikId).SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _tjanster.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Mapp, recursive: true);
    }

    private async Task Fyll()
    {
        await _tjanster.GetRequiredService<IDatabas>().Migrera(CancellationToken.None);
        var enhet = (await Sand(new LaggGrund())).Enhet;
        // Bara Karin tar område 128: det som fördelas av sig självt är hennes.
        await LaggUpp(enhet, "Karin Lindqvist", "Biståndshandläggare", Roll.Handlaggare, Delegatniva.Handlaggare, "karin", ["128"]);
        await LaggUpp(enhet, "Petra Holm", "Biståndshandläggare", Roll.Handlaggare, Delegatniva.Handlaggare, "petra", ["999"], ["fi"]);
        await LaggUpp(enhet, "Henrik Åberg", "Biträdande enhetschef", Roll.BitradandeChef, Delegatniva.BitradandeChef, "henrik");
        await LaggUpp(enhet, "Maria Ek", "Enhetschef", Roll.Chef, Delegatniva.Chef, "maria");
        Nyckel = (await Sand(new SkapaApiNyckel("e-tjänsten", ["ansokan.registrera"]))).Klartext;
    }

    private async Task LaggUpp(
        EnhetId enhet, string namn, string titel, Roll roll, Delegatniva delegat, string konto, string[]? omraden = null, string[]? sprak = null)
    {
        var nu = TimeProvider.System.GetUtcNow();
        var upplagd = await Sand(new LaggUppAnvandare(
            namn, titel, enhet, roll, delegat, SvenskTid.Dag(nu).AddYears(-1), sprak, omraden, new(konto, Losenord, Tillfalligt: false)));
        await using var scope = _tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        // Alla har varit här i går: det som kommer in under provet är nytt för dem.
        db.Besok.Add(new Besok { AnvandareId = upplagd.Id, Senast = nu.AddDays(-1) });
        await db.SaveChangesAsync();
    }

    private async Task<T> Sand<T>(IRequest<Result<T>> request)
    {
        var svar = await _tjanster.GetRequiredService<IAnropare>().Sand(request, Systemaktor.Den);
        return svar.Failed ? throw new InvalidOperationException($"{svar.Error.Code}: {svar.Error.Text}") : svar.Value;
    }

    private async Task<SqliteConnection> Oppna()
    {
        var anslutning = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Mapp, "caseflow.db"), DefaultTimeout = 30 }.ToString());
        await anslutning.OpenAsync();
        return anslutning;
    }
}
