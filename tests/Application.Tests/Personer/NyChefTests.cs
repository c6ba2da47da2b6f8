using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>A protected person's ärende is never out of everyone's reach: a chef who comes later is named for it.</summary>
public sealed class NyChefTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_chef_nar_de_skyddade_arenden_som_redan_finns(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        var oppet = await enhet.EttArende().Bygg();

        var ny = await LaggUpp(enhet, Provenhet.Enhet, Roll.Chef, enhet.Idag);
        var granne = await LaggUpp(enhet, Provenhet.AnnanEnhet, Roll.Chef, enhet.Idag);
        var handlaggare = await LaggUpp(enhet, Provenhet.Enhet, Roll.Handlaggare, enhet.Idag);

        Assert.Equal(PersonVisning.Skyddade, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(skyddat.Nummer), ny)).Huvud.Person.Namn);
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(oppet.Nummer), ny));
        foreach (var annan in new[] { granne, handlaggare })
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(skyddat.Nummer), annan)).Error?.Kind);
        var id = (await skyddat.Las()).Id;
        Assert.Single(await enhet.Vard.Las(db => db.NamngivnaAtkomster.Where(n => n.AnvandareId == ny.Id).ToListAsync()));
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(NamngivenAtkomstGiven) && h.ArendeId == id && h.Data.Contains($"{ny.Id.Value}", StringComparison.Ordinal));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_borjar_i_nasta_vecka_namns_nar_skyddet_kommer_fore_henne(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ny = await LaggUpp(enhet, Provenhet.Enhet, Roll.BitradandeChef, enhet.Idag.AddDays(7));
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new HamtaArende(skyddat.Nummer), ny)).Error?.Code);

        await enhet.Ga(7);

        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(skyddat.Nummer), await enhet.Aktor(ny.Id.Value)));
    }

    private static async Task<Aktor> LaggUpp(Provenhet enhet, EnhetId i, Roll roll, DateOnly from)
    {
        var upplagd = Provarende.Ok(await enhet.Vard.Sand(new LaggUppAnvandare("Nils Ny", "Titel", i, roll, Delegatniva.Ingen, from), Systemaktor.Den));
        return await enhet.Aktor(upplagd.Id.Value);
    }
}
