using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Domain.Tests.Behorigheter;

public sealed class BehorigheterTests
{
    private static readonly DateOnly Dag = new(2026, 11, 20);
    private static readonly DateOnly Sist = Dag.AddDays(ApiNyckel.LangstDagar);
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-20T09:00:00Z");

    [Fact]
    public void Enheten_med_langst_traff_pa_postnumret_tar_arendet()
    {
        var enhet = Enhet.Skapa(new(1), "Skarpnäck", ["128", "121 5"]);
        Assert.Equal([3, 4, 0, 0], new[] { "128 58", "12154", "118 20", null }.Select(enhet.Traffar));
    }

    [Fact]
    public void Ingen_ar_sin_egen_stallforetradare() =>
        Assert.Equal("STALLFORETRADARE_SIG_SJALV", Stallforetradare.Utse(new(1), new(1), new(Dag, null)).Error?.Code);

    [Fact]
    public void En_fardtjansthandlaggare_far_det_en_handlaggare_far_och_en_aldrelots_det_en_utforare_far()
    {
        Assert.Equal(Roller.Behorigheter(Roll.Handlaggare).Order(), Roller.Behorigheter(Roll.Fardtjansthandlaggare).Order());
        Assert.Equal(Roller.Behorigheter(Roll.Utforare).Order(), Roller.Behorigheter(Roll.Aldrelots).Order());
    }

    [Fact]
    public void En_administrator_registrerar_och_laser_men_andrar_inget() => Assert.Equal(
        [Behorighet.Inloggad, Behorighet.RegistreraAnsokan, Behorighet.LasaArende, Behorighet.RapporteraAvvikelse, Behorighet.SokaPersoner], Roller.Behorigheter(Roll.Administrator).Order());

    [Fact]
    public void Den_som_anmalt_jav_tar_inte_del_i_arendet()
    {
        Assert.Equal("JAV", Javsregel.Hinder(harJav: true)?.Code);
        Assert.Null(Javsregel.Hinder(harJav: false));
        Assert.Equal("JAV_ORSAK_SAKNAS", Jav.Anmal(new(1), new(5), "", Nu).Error?.Code);
    }

    [Fact]
    public void Nyckeln_lagras_bara_som_hash_och_sparras_for_gott()
    {
        var slump = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var skapad = ApiNyckel.Skapa(new(1), "E-tjänsten", ["ansokan.registrera"], new(2), slump, Nu).Value;
        Assert.Equal("cfk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", skapad.Klartext);
        Assert.Equal(ApiNyckelhash.Av(skapad.Klartext), skapad.Nyckel.Hash);
        Assert.Equal(64, skapad.Nyckel.Hash.Length);
        Assert.DoesNotContain(skapad.Klartext, skapad.ToString(), StringComparison.Ordinal);
        Assert.Equal([Behorighet.RegistreraAnsokan], skapad.Nyckel.Rattigheter(DateOnly.MaxValue));
        Assert.False(skapad.Nyckel.Sparra(Nu).Failed);
        Assert.Empty(skapad.Nyckel.Rattigheter(DateOnly.MaxValue));
        Assert.Equal("NYCKEL_SPARRAD", skapad.Nyckel.Sparra(Nu).Error?.Code);
    }

    [Fact]
    public void En_personlig_nyckel_ger_aldrig_mer_an_bade_den_och_personen_far()
    {
        var nyckel = ApiNyckel.Skapa(new(1), "Hanna", ["arende.lasa", "person.soka"], new(2), new byte[32], Nu, new AnvandareId(11), Sist).Value.Nyckel;
        var hanna = new Aktor(
            AktorSlag.Person, new(11), "Hanna", new HashSet<Behorighet> { Behorighet.Inloggad, Behorighet.LasaArende, Behorighet.FattaBeslut }, [new(2)], [],
            Delegatniva.Handlaggare).Genom(nyckel.Id, nyckel.Rattigheter(Sist));

        Assert.Equal([Behorighet.Inloggad, Behorighet.LasaArende], hanna.Behorigheter.Order());
        Assert.Equal([new EnhetId(2)], hanna.EnheterMed(Behorighet.LasaArende));
        Assert.Empty(hanna.EnheterMed(Behorighet.FattaBeslut));
        Assert.Equal((nyckel.Id, new AnvandareId(11)), (hanna.Nyckel!.Value, hanna.Id));
    }

    [Fact]
    public void En_personlig_nyckel_har_en_sista_dag_och_ett_systems_ingen()
    {
        AnvandareId hanna = new(11);
        var nyckel = Gor(hanna, Sist).Value.Nyckel;

        Assert.True(nyckel.Galler(Sist));
        Assert.False(nyckel.Galler(Sist.AddDays(1)));
        Assert.Equal([Behorighet.RegistreraAnsokan], nyckel.Rattigheter(Sist));
        Assert.Empty(nyckel.Rattigheter(Sist.AddDays(1)));
        foreach (var (vem, tom) in new (AnvandareId?, DateOnly?)[] { (hanna, null), (hanna, Sist.AddDays(1)), (hanna, Dag.AddDays(-1)), (null, Sist) })
            Assert.Equal((vem, tom, "NYCKELTID_OGILTIG"), (vem, tom, Gor(vem, tom).Error?.Code));
        Assert.False(Gor(hanna, Dag).Failed);
        Assert.True(Gor(null, null).Value.Nyckel.Galler(DateOnly.MaxValue));

        static Result<SkapadApiNyckel> Gor(AnvandareId? vem, DateOnly? tom) => ApiNyckel.Skapa(new(1), "X", ["ansokan.registrera"], new(2), new byte[32], Nu, vem, tom);
    }

    [Fact]
    public void En_nyckel_far_bara_kontraktets_behorigheter()
    {
        Assert.Equal("BEHORIGHET_OKAND", ApiNyckel.Skapa(new(1), "X", ["FattaBeslut"], new(2), new byte[32], Nu).Error?.Code);
        Assert.Equal("BEHORIGHET_OKAND", ApiNyckel.Skapa(new(1), "X", [], new(2), new byte[32], Nu).Error?.Code);
        Assert.Equal("BEHORIGHET_KRAVER_ANVANDARE", ApiNyckel.Skapa(new(1), "X", ["arende.lasa"], new(2), new byte[32], Nu).Error?.Code);
        Assert.Throws<ArgumentException>(() => ApiNyckel.Skapa(new(1), "X", ["ansokan.registrera"], new(2), new byte[16], Nu));
    }
}
