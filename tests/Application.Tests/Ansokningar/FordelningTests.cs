using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

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
        Assert.Equal((Givet.Hanna, Givet.Kim, new Domain.AnvandareId(16)), (await Far(enhet), await Far(enhet), await Far(enhet)));
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

    private static async Task<Domain.AnvandareId?> Far(Provenhet enhet, string sprak = "sv", string postnummer = "128 58") =>
        (await (await enhet.Ett(enhet.Ansokan(sprak: sprak, postnummer: postnummer))).Las()).HandlaggareId;
}
