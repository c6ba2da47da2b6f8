using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Ansokningar;

/// <summary>An ansökan that is typed and not yet registered: there for the one who typed it, until it is registered.</summary>
public sealed class RegistreringsutkastTests
{
    private const string Skrivet = "Hon ringde om trappan";

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_skrivna_finns_for_den_som_skrev_och_for_ingen_annan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var adam = await enhet.Ny(23, "Adam Administratör", Roll.Administrator);
        Assert.Null((await Val(enhet, adam)).Utkast);
        for (var i = 0; i < 5; i++) await Spara(enhet, adam, ("onskemal1", $"{Skrivet} {i}"), ("fornamn", "Berit"));
        await Spara(enhet, enhet.Handlaggare, ("onskemal1", "Något annat"));

        var utkast = (await Val(enhet, adam)).Utkast;
        Assert.Equal(("ansokan:ny", $"{Skrivet} 4", "Berit"), (utkast?.Plats, utkast?.Falt["onskemal1"][0], utkast?.Falt["fornamn"][0]));
        Assert.Equal("Något annat", (await Val(enhet, enhet.Handlaggare)).Utkast?.Falt["onskemal1"][0]);
        Assert.Null((await Val(enhet, enhet.Chef)).Utkast);
        Assert.Equal(2, await Antal(enhet));
        // En gång om dagen och skrivare, och utan det skrivna.
        Assert.Equal(2, (await enhet.Spar()).Count(h => h.Typ == nameof(UtkastSparat)));
        Assert.DoesNotContain(await enhet.Spar(), h => h.Data.Contains("trappan", StringComparison.Ordinal));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personnumret_sparas_inte_och_den_skyddade_namnges_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        (string, string)[] hela = [("personnummer", "19420314-9804"), ("onskemal1", Skrivet), .. Registreringsutkast.Identitet.Select(f => (f, $"Xkanarie {f}"))];

        await Spara(enhet, enhet.Handlaggare, [.. hela, ("skydd", "ingen")]);
        Assert.Equal(hela.Skip(1).Select(f => f.Item1).Append("skydd").Order(StringComparer.Ordinal), (await Val(enhet, enhet.Handlaggare)).Utkast!.Falt.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("9804", await enhet.Vard.Las(db => db.Utkast.Select(u => u.Falt).SingleAsync()), StringComparison.Ordinal);

        // Det som redan stod i utkastet försvinner när hon säger att uppgifterna är skyddade.
        await Spara(enhet, enhet.Handlaggare, [.. hela, ("skydd", "sekretessmarkering")]);
        var kvar = await enhet.Vard.Las(db => db.Utkast.Select(u => u.Falt).SingleAsync());
        Assert.DoesNotContain("Xkanarie", kvar, StringComparison.Ordinal);
        Assert.Contains(Skrivet, kvar, StringComparison.Ordinal);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_ansokan_registreras_forsvinner_utkastet_i_samma_stund(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var pnr = Givet.Personnummer(new(1942, 3, 14), 980);
        await Spara(enhet, enhet.Handlaggare, ("onskemal1", Skrivet));
        await Spara(enhet, enhet.Kollega, ("onskemal1", Skrivet));

        // Ett nej, och en ansökan som inte skrevs på sidan, lämnar det som det är.
        var fel = enhet.Ansokan("", pnr) with { Insatser = [] };
        Assert.Equal("INSATS_SAKNAS", (await enhet.Vard.Sand(new RegistreraAnsokan(fel), enhet.Handlaggare, "blankett-1")).Error?.Code);
        Ok(await enhet.Vard.Sand(new RegistreraAnsokan(enhet.Ansokan("ET-7", pnr)), enhet.Handlaggare));
        Assert.Equal(2, await Antal(enhet));

        Ok(await enhet.Vard.Sand(new RegistreraAnsokan(enhet.Ansokan("", pnr)), enhet.Handlaggare, "blankett-1"));
        Assert.Equal(enhet.Kollega.Id, await enhet.Vard.Las(db => db.Utkast.Select(u => u.AgareId).SingleAsync()));

        // Det som var på väg från samma formulär kommer för sent; nästa formulär är ett nytt.
        var sent = await enhet.Vard.Sand(new SparaRegistreringsutkast(Falt(("onskemal1", Skrivet)), "blankett-1"), enhet.Handlaggare);
        Assert.Equal(("UTKAST_SKICKAT", "Ansökan är redan registrerad."), (sent.Error?.Code, sent.Error?.Text));
        Ok(await enhet.Vard.Sand(new SparaRegistreringsutkast(Falt(("onskemal1", Skrivet)), "blankett-2"), enhet.Handlaggare));
        Assert.Equal(2, await Antal(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_slanger_sitt_utkast_rar_ingen_annans(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Chef }) await Spara(enhet, aktor, ("onskemal1", Skrivet));

        for (var i = 0; i < 2; i++) Ok(await enhet.Vard.Sand(new KastaRegistreringsutkast(), enhet.Handlaggare));

        Assert.Equal(enhet.Chef.Id, await enhet.Vard.Las(db => db.Utkast.Select(u => u.AgareId).SingleAsync()));
        Assert.Single(await enhet.Spar(), h => h.Typ == nameof(UtkastKastat));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_far_registrera_har_inget_utkast_och_det_gamla_tas_bort(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (adam, ulla) = (await enhet.Ny(23, "Adam Administratör", Roll.Administrator), await enhet.Ny(24, "Ulla Utförare", Roll.Utforare));
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new SparaRegistreringsutkast(Falt(("onskemal1", "x"))), ulla)).Error?.Code);
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new KastaRegistreringsutkast(), ulla)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new SparaUtkast("2026-0001", "ansokan:ny", Falt(("onskemal1", "x"))), enhet.Handlaggare)).Error?.Code);
        await Spara(enhet, adam, ("onskemal1", Skrivet));
        await Spara(enhet, enhet.Handlaggare, ("onskemal1", Skrivet));

        enhet.Vard.Tid.Ga(TimeSpan.FromHours(25));
        Assert.Equal(0, Ok(await enhet.Vard.Sand(new GlomUtkast())));
        await enhet.Vard.Skriv(async db => (await db.Uppdrag.SingleAsync(u => u.AnvandareId == adam.Id)).Avsluta(enhet.Idag.AddDays(-1), enhet.Idag));
        Assert.Equal(1, Ok(await enhet.Vard.Sand(new GlomUtkast())));
        Assert.Equal(enhet.Handlaggare.Id, await enhet.Vard.Las(db => db.Utkast.Select(u => u.AgareId).SingleAsync()));

        enhet.Vard.Tid.Ga(TimeSpan.FromDays(30));
        Assert.Equal(1, Ok(await enhet.Vard.Sand(new GlomUtkast())));
    }

    /// <summary>Two tabs that save at the same moment meet in the index: one draft, whoever was last.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_flikar_ger_ett_utkast(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => enhet.Vard.Sand(new SparaRegistreringsutkast(Falt(("onskemal1", $"flik {i}"))), enhet.Handlaggare)));
        Assert.Equal(1, await Antal(enhet));
    }

    private static Dictionary<string, string[]> Falt(params (string Falt, string Varde)[] falt) => falt.ToDictionary(f => f.Falt, f => new[] { f.Varde }, StringComparer.Ordinal);

    private static async Task Spara(Provenhet enhet, Aktor vem, params (string Falt, string Varde)[] falt) =>
        Assert.Equal(enhet.Vard.Tid.GetUtcNow(), Ok(await enhet.Vard.Sand(new SparaRegistreringsutkast(Falt(falt)), vem)).Tid);

    private static async Task<Registreringsval> Val(Provenhet enhet, Aktor vem) => Ok(await enhet.Vard.Sand(new HamtaRegistreringsval(), vem));

    private static Task<int> Antal(Provenhet enhet) => enhet.Vard.Las(db => db.Utkast.CountAsync());

    private static T Ok<T>(Result<T> svar) => Provarende.Ok(svar);
}
