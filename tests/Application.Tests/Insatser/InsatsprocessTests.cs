using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Insatser;

public sealed class InsatsprocessTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_beviljad_insats_far_en_egen_process(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst", "trygghetslarm").MedBeslut().Bygg();

        Assert.Equal(["Bestall", "Bestall", "Underratta"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Instanser.CountAsync(i => i.InsatsId != null && i.StartadAv != null)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Efter_tre_manader_utan_start_far_chefen_en_uppgift(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Bestalld(enhet);
        await enhet.Ga(92);
        Assert.Equal(["BekraftaStart", "HanteraEjVerkstallt"], await arende.Oppna());

        Assert.Equal("INTE_DIN_UPPGIFT", (await arende.Forsok("HanteraEjVerkstallt", null, ("orsak", "resursbrist"), ("atgard", "Ny utförare"))).Error!.Code);
        Provarende.Ok(await arende.Forsok("HanteraEjVerkstallt", enhet.Chef, ("orsak", "resursbrist"), ("atgard", "Ny utförare")));

        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(100)));
        Assert.Null(await enhet.Vard.Las(db => db.Insatser.Select(i => i.EjVerkstalltFran).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_insats_som_fortsatter_foljs_upp_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Uppfoljning(enhet);
        Assert.Equal("uppfoljningsdag", Assert.Single((await FoljUpp(arende, "fortsatter", null)).Error!.Fields).Field);

        Provarende.Ok(await FoljUpp(arende, "fortsatter", enhet.Dag(180)));
        Assert.Empty(await arende.Oppna());
        await enhet.Ga(181);

        Assert.Equal(["FoljUpp"], await arende.Oppna());
        Assert.Equal(2, await enhet.Vard.Las(db => db.Uppfoljningar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_provning_oppnar_ett_eget_arende_hos_samma_handlaggare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Uppfoljning(enhet);

        Provarende.Ok(await FoljUpp(arende, "ny-provning", enhet.Dag(60)));

        var nytt = await enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Slag == Arendeslag.NyProvning));
        Assert.Equal((enhet.Handlaggare.Id, Steg.Utredning), (nytt.HandlaggareId, nytt.Steg));
        var ansokan = await enhet.Vard.Las(db => db.Ansokningar.SingleAsync(a => a.ArendeId == nytt.Id));
        Assert.Equal((Kanal.Uppfoljning, "hemtjanst"), (ansokan.Kanal, ansokan.Insatser.Single().Insatstyp));
        Assert.Equal(["GranskaAnsokan"], await new Provarende(enhet, nytt.Nummer).Oppna());
        Assert.Equal(Insatsstatus.Pagar, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
    }

    private static async Task<Provarende> Bestalld(Provenhet enhet)
    {
        var arende = await enhet.EttArende("hemtjanst").MedBeslut().Bygg();
        await arende.Underratta();
        await arende.Slutfor("Bestall", ("utforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        return arende;
    }

    private static async Task<Provarende> Uppfoljning(Provenhet enhet)
    {
        var arende = await Bestalld(enhet);
        await enhet.Ga(1);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
        await enhet.Ga(31);
        return arende;
    }

    private static Task<Domain.Result<Application.Uppgifter.SlutfordUppgift>> FoljUpp(Provarende arende, string utgang, string? nasta)
    {
        (string, string)[] svar = [("resultat", "Det går bra"), ("maluppfyllelse", "delvis"), ("utgang", utgang)];
        return arende.Forsok("FoljUpp", null, nasta is null ? svar : [.. svar, ("uppfoljningsdag", nasta)]);
    }
}
