using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Tests;

public sealed class PipelineTests
{
    private static readonly Aktor Ingen = new(AktorSlag.Person, new(7), "Utan rätt", new HashSet<Behorighet>(), [new(3)], [], Delegatniva.Ingen);

    internal static Task<Testvard> Vard(Provdatabas databas, Krockraknare? krockar = null) => Testvard.Skapa(
        databas, s => s.AddSingleton(krockar ?? new()), typeof(PipelineTests).Assembly);

    private static Task<List<AuditHandelse>> Spar(Testvard vard) =>
        vard.Las(db => db.AuditHandelser.AsNoTracking().OrderBy(h => h.Id).ToListAsync());

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Ett_kommando_sparar_sin_andring_och_sin_handelse_i_ett_svep(Provdatabas databas)
    {
        await using var vard = await Vard(databas);
        await vard.Sand(new LaggUppEnhet("Varm"));

        using var raknare = Raknare.Borja();
        var svar = await vard.Sand(new LaggUppEnhet("Norr"));

        Assert.Null(svar.Error);
        Assert.Equal(1, raknare.Sparningar);
        // kedjans huvud + en sparning (SQLite skickar dess tre satser var för sig)
        Assert.Equal(databas == Provdatabas.Sqlite ? 4 : 2, raknare.Kommandon.Count);
        Assert.Equal(2, await vard.Las(db => db.Enheter.CountAsync()));
        var rad = (await Spar(vard))[^1];
        Assert.Equal((nameof(EnhetUpplagd), Auditutfall.Ok, 2L, "enhet:0:2026-09-16"), (rad.Typ, rad.Utfall, rad.Seq, rad.Kedja));
        Assert.Equal($$"""{"Enhet":{{svar.Value.Value}}}""", rad.Data);
        Assert.Equal(databas == Provdatabas.Postgres, rad.Xid > 0);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_hemlighet_i_svaret_sparas_inte_och_ges_en_gang(Provdatabas databas)
    {
        await using var vard = await Vard(databas);
        await vard.Sand(new LaggUppEnhet("Norr"));
        var forsta = await vard.Sand(new SkapaApiNyckel("e-tjänst", ["ansokan.registrera"]), nyckel: "n1");

        var igen = await vard.Sand(new SkapaApiNyckel("e-tjänst", ["ansokan.registrera"]), nyckel: "n1");

        Assert.StartsWith("cfk_", forsta.Value.Klartext, StringComparison.Ordinal);
        Assert.Equal("SVARET_VISAS_EN_GANG", igen.Error?.Code);
        Assert.All(await vard.Las(db => db.Idempotensposter.Select(p => p.Svar).ToListAsync()), s => Assert.DoesNotContain("cfk_", s, StringComparison.Ordinal));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_nekad_begaran_rullas_tillbaka_och_loggas(Provdatabas databas)
    {
        await using var vard = await Vard(databas);

        var svar = await vard.Sand(new LaggUppEnhet("Norr", Neka: true));

        Assert.Equal("PROV_NEKAD", svar.Error?.Code);
        Assert.Equal(0, await vard.Las(db => db.Enheter.CountAsync()));
        var rad = Assert.Single(await Spar(vard));
        Assert.Equal((nameof(LaggUppEnhet), Auditutfall.Nekad, "PROV_NEKAD"), (rad.Typ, rad.Utfall, rad.Kod));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Ett_undantag_rullas_tillbaka_loggas_och_gar_vidare(Provdatabas databas)
    {
        await using var vard = await Vard(databas);

        await Assert.ThrowsAsync<InvalidOperationException>(() => vard.Sand(new LaggUppEnhet("Norr", Krascha: true)));

        Assert.Equal(0, await vard.Las(db => db.Enheter.CountAsync()));
        Assert.Equal(Auditutfall.Fel, Assert.Single(await Spar(vard)).Utfall);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Den_som_saknar_behorighet_nekas_och_det_loggas(Provdatabas databas)
    {
        await using var vard = await Vard(databas);

        Assert.Equal("BEHORIGHET_SAKNAS", (await vard.Sand(new LaggUppEnhet("Norr"), Ingen)).Error?.Code);
        Assert.Equal("BEHORIGHET_SAKNAS", (await vard.Sand(new UtanBehorighet())).Error?.Code);

        var spar = await Spar(vard);
        Assert.Equal(2, spar.Count);
        Assert.Equal((7L, 3L, "enhet:3:2026-09-16"), (spar[0].AktorId.Value, spar[0].EnhetId.Value, spar[0].Kedja));
    }

    [Fact]
    public async Task Fel_i_formularet_ges_per_falt()
    {
        await using var vard = await Vard(Provdatabas.Sqlite);

        var svar = await vard.Sand(new LaggUppEnhet(""));

        Assert.Equal(new FieldError("Namn", "Skriv ett namn."), Assert.Single(svar.Error!.Fields));
        Assert.Equal("OGILTIGT", Assert.Single(await Spar(vard)).Kod);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_fraga_sparar_inget_men_loggas_med_det_som_visades(Provdatabas databas)
    {
        await using var vard = await Vard(databas);
        var enhet = (await vard.Sand(new LaggUppEnhet("Norr"))).Value;

        Assert.Equal(1, (await vard.Sand(new HamtaEnheter())).Value);

        var rad = (await Spar(vard))[^1];
        Assert.Equal((nameof(HamtaEnheter), $$"""{"Visade":[{{enhet.Value}}]}"""), (rad.Typ, rad.Data));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Samma_nyckel_gor_en_gang(Provdatabas databas)
    {
        await using var vard = await Vard(databas);

        var forsta = await vard.Sand(new LaggUppEnhet("Norr"), nyckel: "a");
        var andra = await vard.Sand(new LaggUppEnhet("Norr"), nyckel: "a");
        var annat = await vard.Sand(new LaggUppEnhet("Syd"), nyckel: "a");

        Assert.Equal(forsta.Value, andra.Value);
        Assert.Equal("IDEMPOTENS_ANNAT_INNEHALL", annat.Error?.Code);
        Assert.Equal(1, await vard.Las(db => db.Enheter.CountAsync()));
        Assert.Equal([null, "UPPREPAD", "IDEMPOTENS_ANNAT_INNEHALL"], (await Spar(vard)).Select(h => h.Kod));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Samma_nyckel_samtidigt_gor_en_gang(Provdatabas databas)
    {
        await using var vard = await Vard(databas);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => vard.Sand(new LaggUppEnhet("Norr"), nyckel: "a"))));

        Assert.Single(svar.Select(s => s.Value).Distinct());
        Assert.Equal(1, await vard.Las(db => db.Enheter.CountAsync()));
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "NAGON_HANN_FORE")]
    public async Task En_krock_provas_om_tre_ganger(int krockar, string? kod)
    {
        var raknare = new Krockraknare();
        await using var vard = await Vard(Provdatabas.Sqlite, raknare);

        var svar = await vard.Sand(new LaggUppEnhet("Norr", Krockar: krockar));

        Assert.Equal(kod, svar.Error?.Code);
        Assert.Equal(4, raknare.Antal);
        Assert.Equal(kod is null ? 1 : 0, await vard.Las(db => db.Enheter.CountAsync()));
        Assert.Single(await Spar(vard));
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Sexton_skrivare_pa_samma_rad_forlorar_ingen_andring(Provdatabas databas)
    {
        await using var vard = await Vard(databas);
        var enhet = (await vard.Sand(new LaggUppEnhet("Norr"))).Value;

        var svar = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => vard.Sand(new AndraOmrade(enhet, $"{200 + i}")))));

        var klara = svar.Count(s => s.Error is null);
        var rad = await vard.Las(db => db.Enheter.AsNoTracking().SingleAsync());
        Assert.Equal((klara + 1, klara), (rad.Omrade.Count, rad.Version));
        Assert.All(svar.Where(s => s.Failed), s => Assert.Equal("NAGON_HANN_FORE", s.Error!.Code));
        if (databas == Provdatabas.Sqlite) Assert.Equal(16, klara);
        Assert.Null((await vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(null, CancellationToken.None)).Brott);
    }

    [Fact]
    public async Task Gar_loggen_inte_att_skriva_sparas_inget()
    {
        await using var vard = await Vard(Provdatabas.Sqlite);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER stopp BEFORE INSERT ON audit_handelse BEGIN SELECT RAISE(ABORT, 'prov'); END"));

        var andring = await vard.Sand(new LaggUppEnhet("Norr"));
        var lasning = await vard.Sand(new HamtaEnheter());

        Assert.Equal((ErrorKind.Unavailable, "LOGG_OTILLGANGLIG"), (andring.Error!.Kind, andring.Error.Code));
        Assert.Equal("LOGG_OTILLGANGLIG", lasning.Error?.Code);
        Assert.Equal(0, await vard.Las(db => db.Enheter.CountAsync()));
    }
}
