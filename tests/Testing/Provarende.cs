using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Testing;

/// <summary>An ärende under test, worked by the users of its <see cref="Provenhet"/>. What should go well throws when it does not.</summary>
public sealed class Provarende(Provenhet enhet, string nummer)
{
    public Provenhet Enhet { get; } = enhet;

    public string Nummer { get; } = nummer;

    public Task<Arende> Las() => Enhet.Vard.Las(db => db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Nummer == Nummer));

    /// <summary>The latest task of a node, an open one first.</summary>
    public Task<Uppgift> Uppgift(string nod) => Enhet.Vard.Las(db => db.Uppgifter
        .Where(u => u.Nod == nod && db.Arenden.Any(a => a.Id == u.ArendeId && a.Nummer == Nummer)).OrderBy(u => u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar ? 0 : 1).ThenByDescending(u => u.Id).FirstAsync());

    /// <summary>The nodes of the open tasks, in order.</summary>
    public Task<List<string>> Oppna() => Enhet.Vard.Las(db => db.Uppgifter
        .Where(u => (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar)
            && db.Arenden.Any(a => a.Id == u.ArendeId && a.Nummer == Nummer))
        .OrderBy(u => u.Nod).Select(u => u.Nod).ToListAsync());

    /// <summary>What is sought and not withdrawn.</summary>
    public Task<List<long>> Ansokta() => Enhet.Vard.Las(async db =>
        (await db.Ansokningar.SingleAsync(a => db.Arenden.Any(x => x.Id == a.ArendeId && x.Nummer == Nummer))).Kvar.Select(i => i.Id.Value).Order().ToList());

    /// <summary>Completes a form task.</summary>
    public async Task<Result<SlutfordUppgift>> Forsok(string nod, Aktor? aktor = null, params (string Falt, string Varde)[] svar)
    {
        var uppgift = await Uppgift(nod);
        var varden = svar.ToDictionary(s => s.Falt, s => new[] { s.Varde }, StringComparer.Ordinal);
        return await Enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, varden), aktor ?? Enhet.Handlaggare);
    }

    public async Task<SlutfordUppgift> Slutfor(string nod, params (string Falt, string Varde)[] svar) => Ok(await Forsok(nod, null, svar));

    public Task<SlutfordUppgift> Granska() => Slutfor("GranskaAnsokan", ("komplett", "ja"), ("sprakinformation", "ej-aldreomsorg"));

    /// <summary>Writes all that a utredning needs, but does not close it.</summary>
    public async Task Utred(bool beskriv = true, bool valdsfraga = true)
    {
        Ok(await Sand(new SkrivOmrade(Nummer, "d6", 0, "Jag orkar inte längre", "Behöver hjälp i hemmet", 3, 1, "Ett tryggt hem", "Samtal", Enhet.Idag, "klar")));
        Ok(await Sand(new SkrivBedomning(Nummer, 0, "Behovet finns", null, null)));
        if (valdsfraga) Ok(await Sand(new BesvaraValdsfraga(Nummer, 0, "fragad", null, Enhet.Idag)));
        if (!beskriv) return;
        foreach (var ansokt in await Ansokta()) Ok(await Sand(new BeskrivInsats(Nummer, ansokt, 0, "Behöver stöd varje dag", 10, Enhet.Idag, "I telefon: tio räcker")));
    }

    public async Task<Result<SlutfordUppgift>> ForsokAvsluta(string? skalForObeskrivna = null)
    {
        var uppgift = await Uppgift("Utred");
        return await Sand(new AvslutaUtredning(uppgift.PublikId, uppgift.Version, skalForObeskrivna));
    }

    public Task<Result<Sparat>> ForsokForesla(long ansokt, string utfall, decimal? omfattning, int rev = 0, Aktor? aktor = null) => Enhet.Vard.Sand(
        new SparaForslag(
            Nummer, ansokt, rev, utfall, utfall == "avslag" ? null : omfattning, utfall == "avslag" ? null : Enhet.Idag, null,
            utfall == "bifall" ? null : "Behovet är delvis tillgodosett på annat sätt", "Bo kvar hemma"),
        aktor ?? Enhet.Handlaggare);

    public async Task<Result<SlutfordUppgift>> ForsokLamnaForslag()
    {
        var uppgift = await Uppgift("LamnaForslag");
        return await Sand(new LamnaForslag(uppgift.PublikId, uppgift.Version));
    }

    public async Task<Result<SlutfordUppgift>> ForsokBesluta(Aktor? aktor = null, string? nyckel = null)
    {
        var uppgift = await Uppgift("FattaBeslut");
        return await Enhet.Vard.Sand(new FattaBeslut(uppgift.PublikId, uppgift.Version), aktor ?? Enhet.Handlaggare, nyckel);
    }

    public async Task<Result<SlutfordUppgift>> ForsokAterlamna(Aktor aktor, string vag, string skal)
    {
        var uppgift = await Uppgift("FattaBeslut");
        return await Enhet.Vard.Sand(new AterlamnaForslag(uppgift.PublikId, uppgift.Version, vag, skal), aktor);
    }

    public Task<SlutfordUppgift> UnderlatKommunicera() =>
        Slutfor("Kommunicera", ("kommuniceras", "nej"), ("obehovligtSkal", "Allt beviljas som det är sökt"));

    public Task<SlutfordUppgift> Underratta() =>
        Slutfor("Underratta", ("satt", "brev"), ("underrattadDag", Enhet.Dag(0)), ("delgivenDag", Enhet.Dag(0)));

    public static T Ok<T>(Result<T> svar) => svar.Failed
        ? throw new InvalidOperationException($"{svar.Error.Code}: {svar.Error.Text} {string.Join("; ", svar.Error.Fields)}")
        : svar.Value;

    private Task<Result<T>> Sand<T>(MediatR.IRequest<Result<T>> request) => Enhet.Vard.Sand(request, Enhet.Handlaggare);
}
