using System.Collections.Concurrent;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>The floor's clients: on PostgreSQL a connection each; on SQLite one connection with a gate.</summary>
internal sealed class Processgolv : IAsyncDisposable
{
    private readonly SemaphoreSlim _grind = new(1);
    private readonly ConcurrentBag<Uppspelning> _lediga = [];
    private readonly List<Uppspelning> _alla = [];
    private readonly bool _enSkrivare;

    private Processgolv(bool enSkrivare) => _enSkrivare = enSkrivare;

    /// <summary>Records one process and makes ready to play it.</summary>
    public static async Task<Processgolv> Spela(Provenhet enhet, Provdatabas databas, Vandring vandring, int klienter)
    {
        var ids = enhet.Vard.Tjanster.GetRequiredService<IIdKalla>();
        var (inspelning, forsta) = (new Inspelning(), ids.Next());
        var nummer = Provarende.Ok(await inspelning.Kommando(vandring.Registrera)).Arendenummer;
        var (arende, person) = await enhet.Vard.Las(async db => (
            await db.Arenden.AsNoTracking().SingleAsync(a => a.Nummer == nummer), await db.Arenden.Where(a => a.Nummer == nummer).Join(db.Personer, a => a.PersonId, p => p.Id, (_, p) => p).SingleAsync()));
        var uppgift = await enhet.Vard.Las(db => db.Uppgifter.AsNoTracking().SingleAsync(u => u.ArendeId == arende.Id && u.Status == Uppgiftsstatus.Oppen));
        Provarende.Ok(await inspelning.Kommando(() => vandring.Granska(uppgift.PublikId, uppgift.Version)));
        var version = await enhet.Vard.Las(db => db.Arenden.Where(a => a.Id == arende.Id).Select(a => a.Version).SingleAsync());
        Provarende.Ok(await inspelning.Kommando(() => vandring.Aterta(nummer, version)));

        var eget = new Eget(forsta, ids.Next(), nummer, person.Identitet.Varde);
        var golv = new Processgolv(databas == Provdatabas.Sqlite);
        var text = await Anslutningar.Text(enhet.Vard);
        for (var i = 0; i < (golv._enSkrivare ? 1 : klienter); i++)
        {
            var spelning = new Uppspelning(await Anslutningar.En(text, databas), inspelning, eget, ids);
            golv._alla.Add(spelning);
            golv._lediga.Add(spelning);
        }

        return golv;
    }

    public async Task En(Tider tider)
    {
        var spelning = _enSkrivare ? _alla[0] : _lediga.TryTake(out var ledig) ? ledig : throw new InvalidOperationException("Fler klienter än anslutningar.");
        var nytt = spelning.Borja();
        for (var i = 0; i < spelning.Kommandon; i++)
        {
            var kommando = i;
            await tider.Ta(async () =>
            {
                if (_enSkrivare) await _grind.WaitAsync();
                try
                {
                    await spelning.Spela(kommando, nytt);
                }
                finally
                {
                    if (_enSkrivare) _grind.Release();
                }

                return true;
            });
        }

        if (!_enSkrivare) _lediga.Add(spelning);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var spelning in _alla) await spelning.DisposeAsync();
        _grind.Dispose();
    }
}
