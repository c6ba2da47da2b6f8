using Bogus;
using CaseFlow.Application;
using CaseFlow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed.Massa;

// Rummet Massa: volymer att mäta mot. Några tiotal personers liv läggs genom användningsfallen och blir mallar; kopiorna läggs rakt i
// tabellerna, rad för rad som mallen gjordes, med egna nycklar, namn, dagar, handläggare och hela loggkedjor. Ingen tabell och ingen kolumn
// nämns vid namn utom i Egna: det som produkten skriver är det som kopieras.

/// <summary>Lays many ärenden in an empty database, for load tests.</summary>
public static class Massbygge
{
    /// <summary>How much of the work the templates are, of a hundred.</summary>
    private const int Mallarnas = 10;

    /// <param name="data">Registers the host's settings and data layer, as for <see cref="Demofabrik"/>.</param>
    /// <param name="framsteg">Told of work done and work in all.</param>
    /// <returns>What was laid; <c>DATABAS_EJ_TOM</c>, <c>OGILTIGT</c> for a volume that cannot be laid, or <c>MASSA_STODS_INTE</c> by the database.</returns>
    /// <exception cref="InvalidOperationException">The product has something that cannot be copied; the text says which column.</exception>
    public static async Task<Result<Massutfall>> Lagg(
        Action<IServiceCollection> data, Massval val, IProgress<(int Klart, int Totalt)>? framsteg = null, CancellationToken ct = default)
    {
        if (val.Prova() is { } fel) return fel;
        var mallval = new Demoval(new("mallar", val.Mallar, val.Manader) { MedAkter = true }, val.Fro, val.Slut);
        var forstaDag = val.Slut.AddMonths(-val.Manader);
        var slump = new Randomizer(val.Fro + 1);
        var skapad = await Demovard.Skapa(data, val.Fro, Demoval.Moment(forstaDag, new TimeOnly(7, 0)), ct);
        if (skapad.Failed) return skapad.Error;
        await using var vard = skapad.Value;
        if (vard.Tjanster.GetService<IRadlager>() is not { } lager)
            return Error.Rule("MASSA_STODS_INTE", "Volymer läggs bara i SQLite och PostgreSQL.");

        var mallsteg = framsteg is null ? null : new Andel(framsteg, 0, Mallarnas);
        var (kollegium, _) = await Demofabrik.Lev(vard, mallval, forstaDag, slump, Ankomster.For(mallval, forstaDag, slump), mallsteg, null, ct);
        var enheter = await Enhetskopia.LaggUpp(vard, val, slump, ct);
        var personal = Personalbok.Av(vard.Enhet, kollegium, enheter);
        var bok = await vard.Lage.Fraga(db => Mallbok.Las(db, personal, Demoval.Moment(val.Slut, Demoval.Slutklockan), ct));
        var kopior = Kopieplan.Gor(bok, val, personal, slump);
        var rader = new Kopierader(bok, kopior);
        var radsteg = framsteg is null ? null : new Andel(framsteg, Mallarnas, 100);
        var lagda = await lager.Lagg(
            [.. rader.Tabeller(), .. Enhetskopia.Besok(enheter, val.Slut)], radsteg is null ? null : new Radsteg(radsteg, rader.Antal), ct);
        return new Massutfall(bok.Arenden + kopior.Sum(k => k.Mall.Arenden), bok.Mallar.Count + kopior.Count, lagda, [.. personal.Enheter.Select(e => e.Id)]);
    }

    /// <summary>A part of the whole, on a scale of its own.</summary>
    private sealed class Andel(IProgress<(int Klart, int Totalt)> hela, int fran, int till) : IProgress<(int Klart, int Totalt)>
    {
        public void Report((int Klart, int Totalt) value) => hela.Report((fran + (int)((long)value.Klart * (till - fran) / Math.Max(1, value.Totalt)), 100));
    }

    private sealed class Radsteg(Andel till, long totalt) : IProgress<long>
    {
        public void Report(long value) => till.Report(((int)(Math.Min(value, totalt) / 1000), (int)(totalt / 1000) + 1));
    }
}
