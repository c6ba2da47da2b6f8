using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>An ärende is found by what one remembers of its number, by those who may know of it.</summary>
public sealed class SokArendenTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Slutet_av_numret_racker_och_de_egna_star_forst(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var slut = arende.Nummer.Split('-')[1];

        foreach (var skrivet in new[] { slut, slut.TrimStart('0'), arende.Nummer.Replace("-", "", StringComparison.Ordinal), $" {enhet.Idag.Year}/{slut} ", $"{enhet.Idag.Year} {int.Parse(slut, System.Globalization.CultureInfo.InvariantCulture)}" })
        {
            var traff = Assert.Single(await Sok(enhet.Handlaggare, skrivet));
            Assert.Equal((arende.Nummer, Steg.Ansokan, true, "Hanna Handläggare", "Test Testsson", null), (traff.Arende.Nummer, traff.Arende.Steg, traff.Arende.Oppen, traff.Arende.Handlaggare, traff.Person.Namn, traff.Person.Personnummer));
        }
        Assert.False(Assert.Single(await Sok(enhet.Kollega, slut)).Arende.Oppen);
        Assert.Empty(await Sok(enhet.Handlaggare, "9999"));

        async Task<IReadOnlyList<NummerTraff>> Sok(Aktor aktor, string text) => Provarende.Ok(await enhet.Vard.Sand(new SokArenden(text), aktor)).Rader;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_den_som_soker_inte_far_veta_om_finns_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var eget = await enhet.EttArende().Bygg();
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        var nils = Givet.Personnummer(new(1942, 3, 14), 980);
        var sparrat = await enhet.EttArende().ForPersonen(nils).Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraSparr(nils, null, "Min farmor"), enhet.Kollega));
        var javigt = await enhet.EttArende().Bygg();
        await enhet.Ge(javigt.Nummer, Givet.Kim);
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(javigt.Nummer, "Min granne"), enhet.Kollega));

        Assert.Equal([eget.Nummer], await Finner(enhet.Kollega));
        Assert.Equal([], await Finner(enhet.Utomstaende));
        Assert.Equal([eget.Nummer, skyddat.Nummer, sparrat.Nummer, javigt.Nummer], await Finner(enhet.Chef));
        Assert.Equal("Skyddade uppgifter", Provarende.Ok(await enhet.Vard.Sand(new SokArenden(skyddat.Nummer), enhet.Chef)).Rader[0].Person.Namn);

        async Task<List<string>> Finner(Aktor aktor)
        {
            var funna = new List<string>();
            foreach (var nummer in new[] { eget.Nummer, skyddat.Nummer, sparrat.Nummer, javigt.Nummer })
                funna.AddRange(Provarende.Ok(await enhet.Vard.Sand(new SokArenden(nummer.Split('-')[1]), aktor)).Rader.Select(r => r.Arende.Nummer));
            return funna;
        }
    }
}
