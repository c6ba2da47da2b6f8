using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Ansokningar;

/// <summary>Who gets a new ärende, by the decision table <c>tilldelning</c>.</summary>
public sealed class FordelningTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_talar_spraket_far_arendet_aven_med_fler_arenden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var fatima = await enhet.Ny(16, "Fatima Finsk", sprak: ["sv", "fi"]);
        for (var i = 0; i < 3; i++) Assert.Equal(fatima.Id, await Far(enhet, sprak: "fi"));

        Assert.Equal(Givet.Hanna, await Far(enhet, sprak: "sv"));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_omradet_gar_fore_den_som_har_ett_annat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Vard.Skriv(async db =>
        {
            foreach (var uppdrag in await db.Uppdrag.Where(u => u.Roll == Domain.Behorigheter.Roll.Handlaggare).ToListAsync()) db.Uppdrag.Remove(uppdrag);
        });
        var norr = await enhet.Ny(16, "Nora Norr", omraden: ["1281"]);
        var soder = await enhet.Ny(17, "Sara Söder", omraden: ["1285"]);

        Assert.Equal((soder.Id, soder.Id, norr.Id), (await Far(enhet, postnummer: "128 58"), await Far(enhet, postnummer: "128 51"), await Far(enhet, postnummer: "128 10")));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_utan_eget_omrade_har_hela_enhetens(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Ny(16, "Sara Söder", omraden: ["1285"]);

        // Hanna och Kim har inget eget område: lika poäng som Sara, och minst att göra avgör.
        Assert.Equal((Givet.Hanna, Givet.Kim, new AnvandareId(16)), (await Far(enhet), await Far(enhet), await Far(enhet)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Vid_lika_poang_far_den_med_minst_att_gora(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        Assert.Equal((Givet.Hanna, Givet.Kim, Givet.Hanna), (await Far(enhet), await Far(enhet), await Far(enhet)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_ar_borta_eller_har_slutat_far_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Ersatt(enhet.Handlaggare, enhet.Kollega);
        Assert.Equal((Givet.Kim, Givet.Kim), (await Far(enhet), await Far(enhet)));

        await enhet.Vard.Skriv(async db => (await db.Anvandare.SingleAsync(a => a.Id == Givet.Kim)).Inaktivera());
        Assert.Null(await Far(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_har_for_manga_arenden_far_inget_fler_utom_for_sprakets_skull(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.Ersatt(enhet.Handlaggare, enhet.Chef);
        var fatima = await enhet.Ny(16, "Fatima Finsk", sprak: ["sv", "fi"], omraden: ["129"]);
        var forsta = await enhet.Ett(enhet.Ansokan());
        await Belasta(enhet, fatima.Id, await forsta.Las(), 88);
        Assert.Equal(fatima.Id, await Far(enhet));

        // Nittio öppna: tabellens gräns.
        var utan = await enhet.Ett(enhet.Ansokan());
        Assert.Null((await utan.Las()).HandlaggareId);
        Assert.Equal(["TilldelaHandlaggare"], await utan.Oppna());
        Assert.Equal(fatima.Id, await Far(enhet, sprak: "fi"));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personens_nasta_arende_gar_till_den_som_redan_har_henne(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        // Hanna, Kim, Hanna, Kim: i tur och ordning, utom för den som Hanna redan har.
        Assert.Equal((Givet.Hanna, Givet.Hanna), (await Hennes(), await Hennes()));
        Assert.Equal((Givet.Kim, Givet.Kim), (await Far(enhet), await Far(enhet)));
        Assert.Equal(Givet.Hanna, await Hennes());

        async Task<AnvandareId?> Hennes() => (await (await enhet.Ett(enhet.Ansokan(personnummer: "19410203-9809"))).Las()).HandlaggareId;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_fardtjanst_gar_till_fardtjansthandlaggaren_och_inget_annat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var frida = await enhet.Ny(16, "Frida Färdtjänst", Domain.Behorigheter.Roll.Fardtjansthandlaggare);

        Assert.Equal((frida.Id, frida.Id), (await Far(enhet, insatser: ["fardtjanst"]), await Far(enhet, insatser: ["riksfardtjanst", "fardtjanst"])));
        // Hanna och Kim har minst att göra först när det inte är färdtjänst ensam.
        Assert.Equal((Givet.Hanna, Givet.Kim), (await Far(enhet, insatser: ["fardtjanst", "hemtjanst"]), await Far(enhet)));
        await enhet.Ersatt(frida, enhet.Kollega);
        Assert.Equal(Givet.Hanna, await Far(enhet, insatser: ["fardtjanst"]));
    }

    /// <summary>More open ärenden of the same person, for the same handläggare.</summary>
    private static async Task Belasta(Provenhet enhet, AnvandareId handlaggare, Arende som, int antal)
    {
        var (ids, nu) = (enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), enhet.Vard.Tid.GetUtcNow());
        await enhet.Vard.Skriv(db =>
        {
            for (var i = 0; i < antal; i++)
            {
                var arende = Arende.Oppna(new(ids.Next()), ids.NextPublic(), $"2020-{i:0000}", som.PersonId, som.EnhetId, false, Arendeslag.Ansokan, nu);
                _ = arende.Tilldela(handlaggare, handlaggare, nu).Value;
                db.Arenden.Add(arende);
            }
            return Task.CompletedTask;
        });
    }

    private static async Task<AnvandareId?> Far(Provenhet enhet, string sprak = "sv", string postnummer = "128 58", string[]? insatser = null)
    {
        var ansokan = enhet.Ansokan(sprak: sprak, postnummer: postnummer);
        if (insatser is not null) ansokan = ansokan with { Insatser = [.. insatser.Select(i => new InkommenInsats(i, "Jag behöver hjälp", null, null))] };
        return (await (await enhet.Ett(ansokan)).Las()).HandlaggareId;
    }
}
