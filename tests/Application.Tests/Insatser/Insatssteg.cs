using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Insatser;

/// <summary>The steps of a granted insats, as the tests of it take them.</summary>
internal static class Insatssteg
{
    public static async Task<Provarende> Beviljad(this Provenhet enhet, params string[] insatser)
    {
        var arende = await enhet.EttArende(insatser).MedBeslut().Bygg();
        await arende.Underratta();
        return arende;
    }

    public static async Task<Provarende> Bestalld(this Provenhet enhet, params string[] insatser)
    {
        var arende = await enhet.Beviljad(insatser);
        foreach (var _ in insatser.DefaultIfEmpty())
            await arende.Slutfor("Bestall", ("utforare", "annan"), ("annanUtforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        return arende;
    }

    /// <summary>In a form from before the utförare were a list.</summary>
    public static async Task<Provarende> BestalldVidNamn(this Provenhet enhet)
    {
        var arende = await enhet.Beviljad();
        await arende.Slutfor("Bestall", ("utforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        return arende;
    }

    public static async Task<Provarende> Uppfoljning(this Provenhet enhet, params string[] insatser)
    {
        var arende = await enhet.Bestalld(insatser);
        await enhet.Ga(1);
        foreach (var _ in insatser.DefaultIfEmpty())
            await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
        await enhet.Ga(31);
        return arende;
    }

    /// <summary>Ordered, and three months have gone: the chef has reported it.</summary>
    public static async Task<Provarende> Rapporterad(this Provenhet enhet)
    {
        var arende = await enhet.Bestalld();
        await enhet.Ga(92);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));
        return arende;
    }

    /// <summary>Every beslut of the database gets a last day.</summary>
    public static Task GallerTill(this Provenhet enhet, DateOnly tom) => enhet.Vard.Skriv(
        db => db.Insatser.ExecuteUpdateAsync(s => s.SetProperty(i => i.From, enhet.Idag).SetProperty(i => i.Tom, tom)));

    /// <summary>The ärende that a uppföljning opened.</summary>
    public static async Task<Provarende> NyProvning(this Provenhet enhet) =>
        new(enhet, await enhet.Vard.Las(db => db.Arenden.Where(a => a.Slag == Arendeslag.NyProvning).Select(a => a.Nummer).SingleAsync()));

    public static Task<Result<SlutfordUppgift>> FoljUpp(this Provarende arende, string utgang, string? nasta)
    {
        (string, string)[] svar = [("resultat", "Det går bra"), ("maluppfyllelse", "delvis"), ("utgang", utgang)];
        return arende.Forsok("FoljUpp", null, nasta is null ? svar : [.. svar, ("uppfoljningsdag", nasta)]);
    }

    public static Task<Result<SlutfordUppgift>> Avsluta(this Provarende arende, string orsak, string dag, string? besked = null)
    {
        (string, string)[] svar =
            [("resultat", "Det går bra"), ("maluppfyllelse", "helt"), ("utgang", "avslut"), ("avslutsorsak", orsak), ("avslutsdag", dag)];
        return arende.Forsok("FoljUpp", null, besked is null ? svar : [.. svar, ("egetBesked", besked), ("egetBeskedDag", arende.Enhet.Dag(0))]);
    }
}
