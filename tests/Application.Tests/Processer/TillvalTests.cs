using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>What a handläggare adds in an ärende (the ad hoc subprocess of <c>bistand</c>).</summary>
public sealed class TillvalTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_laggs_till_gors_som_andra_uppgifter_och_utredningen_star_kvar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Granskat().Bygg();
        var fore = await Tillval(enhet, arende);
        Assert.Equal(["Gör ett hembesök till", "Begär in underlag", "Kalla till SIP"], fore.Select(t => t.Namn));

        Assert.Equal("Kalla till SIP", Provarende.Ok(await LaggTill(enhet, arende, fore[2])).Namn);
        Assert.Equal(["KallaTillSip", "Utred"], await arende.Oppna());
        Assert.Equal(Givet.Hanna, (await arende.Uppgift("KallaTillSip")).TilldeladId);
        Assert.Equal(Domain.Arenden.Steg.Utredning, (await arende.Las()).Steg);
        Assert.Equal([0, 0, 1], (await Tillval(enhet, arende)).Select(t => t.Oppna));

        await arende.Slutfor("KallaTillSip", ("sipSamtycke", "nej"), ("ingenSip", "Hon vill inte att regionen är med."));
        Assert.Equal(["Utred"], await arende.Oppna());
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(UppgiftTillagd) && h.ArendeId is not null);
        await enhet.KedjornaHaller();
    }

    [Fact]
    public async Task Det_som_inte_blev_gjort_avbryts_nar_utredningen_ar_klar()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var arende = await enhet.EttArende().Granskat().Bygg();
        Provarende.Ok(await LaggTill(enhet, arende, (await Tillval(enhet, arende))[0]));
        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());

        Assert.Equal(["LamnaForslag"], await arende.Oppna());
        Assert.Equal(Uppgiftsstatus.Avbruten, await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "GorHembesok").Select(u => u.Status).SingleAsync()));
        Assert.Empty(await Tillval(enhet, arende));
    }

    [Fact]
    public async Task Fel_kopia_fel_uppgift_och_fel_person_nekas_och_inget_laggs_till()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var (arende, annat) = (await enhet.EttArende().Granskat().Bygg(), await enhet.EttArende().Bygg());
        var val = (await Tillval(enhet, arende))[0];
        Assert.Empty(await Tillval(enhet, annat));

        Assert.Equal("OGILTIGT", (await LaggTill(enhet, arende, val with { Nod = "" })).Error?.Code);
        Assert.Equal("GAR_INTE_ATT_LAGGA_TILL", (await LaggTill(enhet, arende, val with { Nod = "FattaBeslut" })).Error?.Code);
        Assert.Equal("GAR_INTE_ATT_LAGGA_TILL", (await LaggTill(enhet, annat, val)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await LaggTill(enhet, arende, val, enhet.Utomstaende)).Error?.Code);
        Provarende.Ok(await LaggTill(enhet, arende, val));
        Assert.Equal("INAKTUELL_KOPIA", (await LaggTill(enhet, arende, val)).Error?.Code);
        Assert.Equal(["GorHembesok", "Utred"], await arende.Oppna());
    }

    private static async Task<IReadOnlyList<Tillval>> Tillval(Provenhet enhet, Provarende arende) =>
        Provarende.Ok(await enhet.Vard.Sand(new HamtaTillval(arende.Nummer), enhet.Handlaggare)).Tillval;

    private static Task<Result<TillagdUppgift>> LaggTill(Provenhet enhet, Provarende arende, Tillval val, Domain.Behorigheter.Aktor? aktor = null) =>
        enhet.Vard.Sand(new LaggTillUppgift(arende.Nummer, val.Instans, val.Version, val.Nod), aktor ?? enhet.Handlaggare);
}
