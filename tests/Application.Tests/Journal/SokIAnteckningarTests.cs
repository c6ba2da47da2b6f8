using CaseFlow.Application.Arenden;
using CaseFlow.Application.Journal;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Journal;

public sealed class SokIAnteckningarTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Ord_hittas_oavsett_storlek_och_form_men_aldrig_utan_sina_prickar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await AnteckningTests.Skriv(arende, "ÖRJAN ringde efter hembesöket. Trappan är för brant.");
        await AnteckningTests.Skriv(arende, "Ett annat samtal, om mat.");

        Assert.Equal([1], await Nr("örjan"));
        Assert.Equal([1], await Nr("Örj"));
        Assert.Empty(await Nr("orjan"));
        Assert.Equal([1], await Nr("hembesök"));
        Assert.Equal([1], await Nr("hembesöken"));
        Assert.Equal([1], await Nr("hembesökets"));
        Assert.Equal([1], await Nr("BRANT trappa"));
        Assert.Empty(await Nr("brant mat"));
        Assert.Equal([2], await Nr("samt"));
        Assert.Equal([2], await Nr("  om: \"mat\" * ' & | ! ( ) - "));

        async Task<IEnumerable<int>> Nr(string text) => (await Sok(enhet, text, enhet.Handlaggare)).Rader.Select(r => r.Nr).ToList();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_ser_arendet_utan_skal_hittar_inget_och_raknar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await AnteckningTests.Skriv(arende, "Nyckeln ligger hos grannen");
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));

        foreach (var (vem, antal) in new[] { (enhet.Handlaggare, 1), (enhet.Chef, 1), (enhet.Kollega, 0), (enhet.Utomstaende, 0) })
        {
            var svar = await Sok(enhet, "nyckeln", vem);
            Assert.Equal((vem.Namn, antal, antal), (vem.Namn, svar.Rader.Count, svar.Antal));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_persons_anteckningar_hittas_bara_av_den_namngivna_och_utan_utdrag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        await AnteckningTests.Skriv(arende, "Bor nu på Zgomdgatan 7");
        var nyChef = await enhet.Ny(41, "Nils Nyligen", Roll.Chef);

        var traff = Assert.Single((await Sok(enhet, "zgomdgatan", enhet.Handlaggare)).Rader);
        Assert.Equal(("Skyddade uppgifter", true, null, null), (traff.Person.Namn, traff.Person.Skyddad, traff.Person.Personnummer, traff.Utdrag));
        Assert.Equal((0, 0), ((await Sok(enhet, "zgomdgatan", nyChef)).Antal, (await Sok(enhet, "zgomdgatan", enhet.Utomstaende)).Antal));
        // Också medan uppgifterna visas i ärendet: i en lista ser andra skärmen.
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Ska skicka brev"), enhet.Handlaggare));
        Assert.Null(Assert.Single((await Sok(enhet, "zgomdgatan", enhet.Handlaggare)).Rader).Utdrag);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Sidorna_hanger_ihop_och_en_annans_markor_ger_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (ett, tva) = (await enhet.EttArende().Bygg(), await enhet.EttArende().Bygg());
        for (var i = 0; i < 3; i++)
        {
            await AnteckningTests.Skriv(ett, "Yrsel på morgonen");
            await AnteckningTests.Skriv(tva, "Ingen yrsel i dag");
        }

        var (sedda, efter) = (new List<(string, int)>(), (string?)null);
        do
        {
            var sida = Provarende.Ok(await enhet.Vard.Sand(new SokIAnteckningar("yrsel", efter, 4), enhet.Handlaggare));
            Assert.Equal((6, false), (sida.Antal, sida.Fler));
            sedda.AddRange(sida.Rader.Select(r => (r.Arendenummer, r.Nr)));
            efter = sida.Nasta;
        }
        while (efter is not null);

        Assert.Equal([(tva.Nummer, 3), (ett.Nummer, 3), (tva.Nummer, 2), (ett.Nummer, 2), (tva.Nummer, 1), (ett.Nummer, 1)], sedda);
        var forsta = Provarende.Ok(await enhet.Vard.Sand(new SokIAnteckningar("yrsel", null, 4), enhet.Handlaggare));
        var annan = Provarende.Ok(await enhet.Vard.Sand(new SokIAnteckningar("yrsel", forsta.Nasta), enhet.Utomstaende));
        Assert.Equal((0, 0), (annan.Rader.Count, annan.Antal));
        foreach (var markor in new[] { $"{ett.Nummer}:2", "x", forsta.Nasta + "A", forsta.Nasta![..^1] + "!" })
            Assert.Equal("efter", Assert.Single((await enhet.Vard.Sand(new SokIAnteckningar("yrsel", markor), enhet.Handlaggare)).Error!.Fields).Field);
    }

    [Theory]
    [InlineData(null, "Skriv minst ett ord med två bokstäver.")]
    [InlineData(" a ! b", "Skriv minst ett ord med två bokstäver.")]
    [InlineData("ett två tre fyra fem sex sju åtta nio", "Skriv högst 8 ord.")]
    public async Task Det_som_inte_gar_att_soka_pa_sags_vid_faltet(string? text, string fel)
    {
        await using var enhet = await Provenhet.Skapa();
        var svar = await enhet.Vard.Sand(new SokIAnteckningar(text), enhet.Handlaggare);
        Assert.Equal(("sok", fel), (svar.Error!.Fields[0].Field, svar.Error.Fields[0].Text));
        Assert.Equal("sok", (await enhet.Vard.Sand(new SokIAnteckningar(new string('a', 201)), enhet.Handlaggare)).Error!.Fields[0].Field);
    }

    [Fact]
    public void Utdraget_sager_var_orden_star_och_bryter_inga_ord()
    {
        var text = string.Join(' ', Enumerable.Repeat("inledning", 20)) + " Örjan\nföll i trappan. Örjans syster ringde " + string.Join(' ', Enumerable.Repeat("avslutning", 30));
        var utdrag = Sokutdrag.Av(text, Journalsokord.Tolka("örjan trappa").Value);

        Assert.Equal(["Örjan", "trappan", "Örjans"], utdrag.Traffar.Select(t => utdrag.Text.Substring(t.Start, t.Langd)));
        Assert.True(utdrag.Forkortat);
        Assert.DoesNotContain('\n', utdrag.Text);
        Assert.All(utdrag.Text.Split(' '), o => Assert.Contains(o, text, StringComparison.Ordinal));
        Assert.StartsWith("inledning ", utdrag.Text, StringComparison.Ordinal);
        Assert.EndsWith("avslutning", utdrag.Text, StringComparison.Ordinal);

        var kort = Sokutdrag.Av("Örjan", Journalsokord.Tolka("örjan").Value);
        Assert.Equal(("Örjan", false, new Traff(0, 5)), (kort.Text, kort.Forkortat, Assert.Single(kort.Traffar)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Indexet_foljer_raderna_och_laggs_igen_nar_det_saknas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await AnteckningTests.Skriv(arende, "Kryckan är borta");
        // Så lämnar en migrering som bygger om tabellen den i SQLite.
        await enhet.Vard.Skriv(db => db.Database.ExecuteSqlRawAsync(databas == Provdatabas.Sqlite ? "DROP TRIGGER anteckning_sok_ny" : "DROP INDEX ix_anteckning_text"));
        await AnteckningTests.Skriv(arende, "Kryckan är funnen");

        await enhet.Vard.Tjanster.GetRequiredService<IDatabas>().Migrera(CancellationToken.None);

        Assert.Equal(2, (await Sok(enhet, "kryckan", enhet.Handlaggare)).Antal);
        await enhet.Vard.Skriv(db => db.Anteckningar.Where(a => a.Nr == 2).ExecuteDeleteAsync());
        Assert.Equal(1, (await Sok(enhet, "kryckan", enhet.Handlaggare)).Antal);
        if (databas == Provdatabas.Sqlite) await enhet.Vard.Skriv(db => db.Database.ExecuteSqlRawAsync("INSERT INTO anteckning_sok (anteckning_sok, rank) VALUES ('integrity-check', 1)"));
        else Assert.Equal(1, await enhet.Vard.Las(db => db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_indexes WHERE indexname = 'ix_anteckning_text'").SingleAsync()));
    }

    private static async Task<AnteckningTraffar> Sok(Provenhet enhet, string text, Aktor vem) =>
        Provarende.Ok(await enhet.Vard.Sand(new SokIAnteckningar(text), vem));
}
