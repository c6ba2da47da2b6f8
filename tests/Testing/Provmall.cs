using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Testing;

/// <summary>A database made once in the test process. Each test gets a copy of its own: to migrate takes longer than most tests.</summary>
internal sealed class Provmall
{
    private static readonly ConcurrentDictionary<(Provdatabas, bool), Lazy<Task<Provmall>>> Mallar = new();

    private readonly string _mapp;
    private readonly string? _postgres;

    private Provmall(string mapp, string? postgres) => (_mapp, _postgres) = (mapp, postgres);

    /// <summary>Migrated and empty.</summary>
    public static Task<Provmall> Tom(Provdatabas databas) => Finn(databas, medEnhet: false);

    /// <summary>With the units, the people and the processes of <see cref="Provenhet"/>.</summary>
    public static Task<Provmall> MedEnhet(Provdatabas databas) => Finn(databas, medEnhet: true);

    /// <summary>The folder and the connection string (null on SQLite) of a new copy, which the caller removes.</summary>
    public async Task<(string Mapp, string? Postgres)> Kopia()
    {
        var mapp = NyMapp();
        foreach (var fil in Directory.EnumerateFiles(_mapp)) File.Copy(fil, Path.Combine(mapp, Path.GetFileName(fil)));
        return (mapp, _postgres is null ? null : await Postgresserver.NyDatabas(_postgres));
    }

    private static Task<Provmall> Finn(Provdatabas databas, bool medEnhet) =>
        Mallar.GetOrAdd((databas, medEnhet), n => new(() => Gor(n.Item1, n.Item2))).Value;

    private static async Task<Provmall> Gor(Provdatabas databas, bool medEnhet)
    {
        var mapp = NyMapp();
        var postgres = databas == Provdatabas.Postgres ? await Postgresserver.NyDatabas() : null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stada(mapp, postgres);
        // Före alla prov: en nyckel är unik inom sin millisekund, och provens klocka står stilla.
        var vard = await Testvard.Ny(mapp, postgres, Testvard.Start.AddHours(-1));
        if (medEnhet) await Provenhet.Lagg(vard);
        await vard.Lamna();
        if (postgres is null) SqliteConnection.ClearAllPools();
        else await Postgresserver.Forslut(postgres);
        return new(mapp, postgres);
    }

    private static void Stada(string mapp, string? postgres)
    {
        Directory.Delete(mapp, recursive: true);
        if (postgres is not null) Postgresserver.TaBortKvar(postgres);
    }

    private static string NyMapp() => Directory.CreateTempSubdirectory("caseflow-prov-").FullName;
}
