using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Tests.Uppgiftsformular;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Insatser;

/// <summary>What was granted and never starts.</summary>
public sealed class AvstaendeTests
{
    private const string Form = "insats/forms/bekrafta-start.json";

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_avstar_fore_starten_far_insatsen_avslutad_och_klockan_stannar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Bestalld();
        await enhet.Ga(5);

        Assert.Equal("egetBesked", Assert.Single((await arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)))).Error!.Fields).Field);
        Assert.Equal("avstarOrsak", Assert.Single((await arende.Forsok("BekraftaStart", null, ("avstar", "ja"))).Error!.Fields).Field);
        Assert.Equal("avstarDag", Assert.Single((await Avsta(1)).Error!.Fields).Field);
        Assert.Equal("avstarDag", Assert.Single((await Avsta(-9)).Error!.Fields).Field);
        Provarende.Ok(await Avsta(-1));

        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.EgenBegaran, enhet.Idag.AddDays(-1), (DateOnly?)null),
            (insats.Status, insats.AvslutOrsak, insats.AvslutDatum, insats.EjVerkstalltFran));
        Assert.Equal(AvslutsOrsak.InsatserAvslutade, (await arende.Las()).AvslutsOrsak);
        await enhet.Ga(120);
        Assert.Empty(await arende.Oppna());

        Task<Result<SlutfordUppgift>> Avsta(int dag) =>
            arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(dag)), ("egetBesked", "Klarar sig själv"));
    }

    [Theory, PaSqlite, PaPostgres]
    public Task Ett_beslut_vars_tid_gick_ut_fore_bestallningen_avslutas_som_det(Provdatabas databas) => TidenGarUt(databas, "Bestall", e => e.Beviljad());

    [Theory, PaSqlite, PaPostgres]
    public Task Ett_beslut_vars_tid_gick_ut_fore_starten_avslutas_som_det(Provdatabas databas) => TidenGarUt(databas, "BekraftaStart", e => e.Bestalld());

    private static async Task TidenGarUt(Provdatabas databas, string nod, Func<Provenhet, Task<Provarende>> bygg)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await bygg(enhet);
        Assert.Equal("avstarOrsak", Assert.Single((await TidenUte()).Error!.Fields).Field);
        var tom = enhet.Idag.AddDays(20);
        await enhet.GallerTill(tom);
        await enhet.Ga(20);
        Assert.Contains(Datumtext.Lang(tom), Assert.Single((await TidenUte()).Error!.Fields).Text, StringComparison.Ordinal);
        await enhet.Ga(1);

        Assert.Contains("tid gick ut", Provarende.Ok(await TidenUte()).Kvittens, StringComparison.Ordinal);

        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.TidenUte, tom, (DateOnly?)null), (insats.Status, insats.AvslutOrsak, insats.AvslutDatum, insats.EjVerkstalltFran));
        Assert.Equal(AvslutsOrsak.InsatserAvslutade, (await arende.Las()).AvslutsOrsak);
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        Assert.Equal("beslutets tid gick ut innan den startade", Assert.Single(svar.Insatser).Avslut);
        await enhet.Ga(120);
        Assert.Empty(await arende.Oppna());

        Task<Result<SlutfordUppgift>> TidenUte() => arende.Forsok(nod, null, ("avstar", "ja"), ("avstarOrsak", "tiden-ute"));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_svar_som_ett_aldre_formular_inte_har_nekas_och_uppgiften_star_kvar(Provdatabas databas)
    {
        using var mapp = new Processkopia();
        await using var enhet = await (await Provenhet.Skapa(databas, mapp.Anvand)).MedVersion1(UtanVarfor);
        var arende = await enhet.BestalldVidNamn();
        mapp.Andra(Form, "\"knapp\": \"Bekräfta start\"", "\"knapp\": \"Spara start\"");
        Assert.Equal(["insats"], Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser())).Nya);
        var (fore, svarFore) = (await arende.Uppgift("BekraftaStart"), await enhet.Vard.Las(db => db.Formularsvar.CountAsync()));

        var fel = Assert.Single((await arende.Forsok(
            "BekraftaStart", null, ("avstar", "ja"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Nej tack"), ("avstarOrsak", "egen-begaran"))).Error!.Fields);

        Assert.Equal(("avstarOrsak", "Formuläret har ingen fråga som heter avstarOrsak. Läs in sidan igen och svara på frågorna där."), (fel.Field, fel.Text));
        Assert.DoesNotContain(
            Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift(fore.PublikId), enhet.Handlaggare)).Formular!.Falt, f => f.Namn == "avstarOrsak");
        var efter = await arende.Uppgift("BekraftaStart");
        Assert.Equal((fore.Version, fore.Status, svarFore), (efter.Version, efter.Status, await enhet.Vard.Las(db => db.Formularsvar.CountAsync())));
        Assert.Equal(Insatsstatus.Bestalld, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_aldre_formular_som_inte_fragar_varfor_galler_personens_begaran(Provdatabas databas)
    {
        await using var enhet = await (await Provenhet.Skapa(databas)).MedVersion1(UtanVarfor);
        var arende = await enhet.BestalldVidNamn();

        Provarende.Ok(await arende.Forsok("BekraftaStart", null, ("avstar", "ja"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Klarar sig själv")));

        Assert.Equal(Avslutsorsak.EgenBegaran, await enhet.Vard.Las(db => db.Insatser.Select(i => i.AvslutOrsak).SingleAsync()));
    }

    /// <summary>As the form was before it asked why.</summary>
    private static string UtanVarfor(string formular) => formular
        .Replace("\"namn\": \"avstarOrsak\"", "\"namn\": \"annat\"", StringComparison.Ordinal)
        .Replace("\"visasNar\": \"avstar = \\\"ja\\\"\"", "\"visasNar\": \"avstar = \\\"aldrig\\\"\"", StringComparison.Ordinal)
        .Replace("\"visasNar\": \"avstarOrsak = \\\"egen-begaran\\\"\"", "\"visasNar\": \"avstar = \\\"ja\\\"\"", StringComparison.Ordinal);
}
