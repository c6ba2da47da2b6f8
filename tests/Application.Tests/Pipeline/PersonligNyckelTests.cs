using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Pipeline;

/// <summary>A personal key acts as its owner, and never as more than her.</summary>
public sealed class PersonligNyckelTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Nyckeln_ar_hon_med_det_bade_hon_och_nyckeln_far(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var (egen, kollegans) = (await enhet.EttArende().Bygg(), await enhet.EttArende().MedSkyddadeUppgifter().Bygg());
        var alla = await Aktor(enhet, await Nyckel(enhet, "hanna", [.. Kontraktsbehorighet.Alla]));
        var laser = await Aktor(enhet, await Nyckel(enhet, "hanna", Kontraktsbehorighet.LasaArende));

        Assert.Equal((AktorSlag.Person, enhet.Handlaggare.Id, "Hanna Handläggare"), (alla!.Slag, alla.Id, alla.Namn));
        Assert.False(alla.Har(Behorighet.SeEnheten));
        Assert.False(alla.Har(Behorighet.FattaBeslut));
        Assert.Null(await Kod(new HamtaArende(egen.Nummer), alla));
        Assert.Equal("FINNS_INTE", await Kod(new HamtaArende(kollegans.Nummer), alla));
        Assert.Null(await Kod(new HamtaArendeoversikt(egen.Nummer), laser!));
        Assert.Null(await Kod(new HamtaUppgift((await egen.Uppgift("GranskaAnsokan")).PublikId), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new SokPersoner("test"), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new SlutforUppgift((await egen.Uppgift("GranskaAnsokan")).PublikId, 0, Svarsvarden.Inga), laser!));
        Assert.Equal("BEHORIGHET_SAKNAS", await Kod(new RegistreraAnsokan(enhet.Ansokan()), laser!));

        // Loggen säger vem, och att det var genom en nyckel.
        var spar = (await enhet.Spar()).Last(h => h.Typ == nameof(HamtaArendeoversikt));
        Assert.Equal((AktorSlag.Person, enhet.Handlaggare.Id, $"tilldelad nyckel:{laser!.Nyckel!.Value.Value}"), (spar.AktorSlag, spar.AktorId, spar.Grund));
        Assert.Equal($"nyckel:{laser.Nyckel.Value.Value}", (await enhet.Spar()).Last(h => h.Typ == nameof(SokPersoner)).Grund);
        await enhet.KedjornaHaller();

        async Task<string?> Kod<T>(IRequest<Result<T>> fraga, Aktor aktor) => (await enhet.Vard.Sand(fraga, aktor)).Error?.Code;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nyckeln_dor_med_uppdraget_och_sparras_nar_kontot_stangs(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);
        var (forsta, andra) = (await Nyckel(enhet, "hanna", Kontraktsbehorighet.LasaArende), await Nyckel(enhet, "hanna", Kontraktsbehorighet.SokaPerson));
        Assert.NotNull(await Aktor(enhet, forsta));

        await Tom(enhet.Idag.AddDays(-1));
        Assert.Null(await Aktor(enhet, forsta));
        Assert.Equal("NYCKEL_UTAN_INNEHAVARE", (await Avvisad(forsta))?.Kod);
        await Tom(null);
        Assert.NotNull(await Aktor(enhet, forsta));

        Provarende.Ok(await enhet.Vard.Sand(new StangAnvandare("hanna")));
        Assert.Null(await Aktor(enhet, forsta));
        Assert.Null(await Aktor(enhet, andra));
        Assert.Equal("NYCKEL_SPARRAD", (await Avvisad(andra))?.Kod);
        Assert.Null(await Avvisad("cfk_okand"));
        Assert.Equal(2, (await enhet.Spar()).Count(h => h.Typ == nameof(ApiNyckelSparrad)));
        Assert.All(Provarende.Ok(await enhet.Vard.Sand(new ListaApiNycklar())), n => Assert.Equal(("Hanna Handläggare", true), (n.Anvandare, n.Sparrad is not null)));

        Task Tom(DateOnly? dag) => enhet.Vard.Skriv(db => db.Uppdrag.Where(u => u.AnvandareId == Givet.Hanna).ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, dag)));

        async Task<AvvisadNyckel?> Avvisad(string nyckel)
        {
            await using var scope = enhet.Vard.Tjanster.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IAktorkalla>().Avvisad(nyckel, CancellationToken.None);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_system_far_ingen_av_det_som_ror_personens_arende(Provdatabas databas)
    {
        await using var enhet = await Enhet(databas);

        foreach (var kod in Kontraktsbehorighet.Alla.Where(k => k != Kontraktsbehorighet.RegistreraAnsokan))
            Assert.Equal((kod, "BEHORIGHET_KRAVER_ANVANDARE"), (kod, (await enhet.Vard.Sand(new SkapaApiNyckel("system", ["ansokan.registrera", kod]))).Error?.Code));
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new SkapaApiNyckel("x", ["arende.lasa"], "ingen"))).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new StangAnvandare("hanna")));
        Assert.Equal("ANVANDARE_UTAN_UPPDRAG", (await enhet.Vard.Sand(new SkapaApiNyckel("x", ["arende.lasa"], "hanna"))).Error?.Code);

        // Också om någon ändrat raden för hand bär ett systems nyckel bara det ett system får.
        var klartext = Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel("system", ["ansokan.registrera"]))).Klartext;
        await enhet.Vard.Skriv(db => db.Database.ExecuteSqlAsync($"UPDATE api_nyckel SET behorigheter = '[\"ansokan.registrera\",\"arende.lasa\"]'"));
        Assert.Equal([Behorighet.RegistreraAnsokan], (await Aktor(enhet, klartext))!.Behorigheter);
    }

    private static async Task<Provenhet> Enhet(Provdatabas databas)
    {
        var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.Vard.Skriv(db =>
        {
            var konto = Konto.Skapa(enhet.Vard.Tjanster.GetRequiredService<IIdKalla>(), Givet.Hanna, "hanna");
            konto.NormalizedUserName = "HANNA";
            db.Add(konto);
            return Task.CompletedTask;
        });
        return enhet;
    }

    private static async Task<string> Nyckel(Provenhet enhet, string anvandare, params string[] koder) => Provarende.Ok(
        await enhet.Vard.Sand(new SkapaApiNyckel($"nyckel {string.Join(' ', koder)}", koder, anvandare))).Klartext;

    private static async Task<Aktor?> Aktor(Provenhet enhet, string nyckel)
    {
        await using var scope = enhet.Vard.Tjanster.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForApiNyckel(nyckel, enhet.Vard.Tid.GetUtcNow(), CancellationToken.None);
    }
}
