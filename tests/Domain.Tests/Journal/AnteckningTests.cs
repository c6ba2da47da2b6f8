using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Domain.Tests.Journal;

public sealed class AnteckningTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-23T14:30:00+01:00");
    private static readonly DateOnly Idag = new(2026, 11, 23);
    private static readonly AnvandareId Hanna = new(11);
    private static readonly AnvandareId Kim = new(12);

    [Fact]
    public void En_anteckning_sager_vad_som_hande_nar_och_vem_som_skrev_det()
    {
        var skriven = Anteckning.Skriv(new(5), Arendet(), 1, Innehall(" Dottern ringde.\r\nHon är orolig. "), Hanna, Nu).Value;

        var a = skriven.Anteckning;
        Assert.Equal((Anteckningsslag.Telefonsamtal, Idag.AddDays(-1), new TimeOnly(9, 30), "Eva, dotter"), (a.Slag, a.Dag, a.Klockslag, a.Med));
        Assert.Equal(("Dottern ringde.\nHon är orolig.", Hanna, Nu.ToUniversalTime()), (a.Text, a.SkrivenAv, a.Skriven));
        Assert.Equal(new AnteckningSkriven(new(1), new(5), 1, Anteckningsslag.Telefonsamtal, Idag.AddDays(-1)), skriven.Handelse);
    }

    [Fact]
    public void Samma_bokstav_lagras_pa_ett_satt()
    {
        var isar = "O\u0308rjan".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Equal("\u00d6rjan", Anteckning.Skriv(new(5), Arendet(), 1, Innehall(isar), Hanna, Nu).Value.Anteckning.Text);
    }

    [Fact]
    public void Slag_dag_och_text_kravs_och_sags_vid_falten()
    {
        var fel = Anteckning.Skriv(new(5), Arendet(), 1, new(default, Idag.AddDays(1), null, null, " "), Hanna, Nu).Error!;

        Assert.Equal(["slag", "dag", "text"], fel.Fields.Select(f => f.Field));
    }

    [Theory]
    [InlineData(14, 30, true)]
    [InlineData(14, 31, false)]
    public void Ett_klockslag_i_dag_har_varit(int timme, int minut, bool gar)
    {
        var innehall = Innehall("x") with { Dag = Idag, Klockslag = new(timme, minut) };
        Assert.Equal(gar ? null : "klockslag", Anteckning.Skriv(new(5), Arendet(), 1, innehall, Hanna, Nu).Error?.Fields[0].Field);
    }

    [Theory]
    [InlineData(-365, true)]
    [InlineData(-366, false)]
    public void Det_som_hande_langt_fore_arendet_ar_ett_skrivfel(int dagar, bool gar)
    {
        var innehall = Innehall("x") with { Dag = new DateOnly(2026, 11, 2).AddDays(dagar) };
        Assert.Equal(gar, !Anteckning.Skriv(new(5), Arendet(), 1, innehall, Hanna, Nu).Failed);
    }

    [Fact]
    public void En_text_rymmer_tiotusen_tecken()
    {
        Assert.False(Anteckning.Skriv(new(5), Arendet(), 1, Innehall(new string('å', 10_000)), Hanna, Nu).Failed);
        Assert.Equal("TEXT_FOR_LANG", Anteckning.Skriv(new(5), Arendet(), 1, Innehall(new string('å', 10_001)), Hanna, Nu).Error?.Code);
        Assert.Equal("TEXT_FOR_LANG", Anteckning.Skriv(new(5), Arendet(), 1, Innehall("x") with { Med = new string('å', 10_001) }, Hanna, Nu).Error?.Code);
    }

    [Fact]
    public void I_ett_avslutat_arende_antecknas_det_som_hande_innan_det_avslutades()
    {
        var arende = Arendet();
        Assert.False(arende.Avsluta(AvslutsOrsak.Atertagen, Nu.AddDays(-3)).Failed);

        Assert.False(Anteckning.Skriv(new(5), arende, 1, Innehall("x") with { Dag = Idag.AddDays(-3) }, Hanna, Nu).Failed);
        Assert.Equal("ANTECKNING_EFTER_AVSLUT", Anteckning.Skriv(new(6), arende, 2, Innehall("x") with { Dag = Idag.AddDays(-2) }, Hanna, Nu).Error?.Code);
    }

    [Fact]
    public void En_rattelse_pekar_pa_den_gamla_som_star_kvar_ocksa_i_ett_avslutat_arende()
    {
        var arende = Arendet();
        var gammal = Skriven(arende);
        Assert.False(arende.Avsluta(AvslutsOrsak.Atertagen, Nu.AddDays(-3)).Failed);

        var rattad = gammal.Ratta(new(6), arende, 2, Innehall("Det var sonen"), null, Kim, Nu).Value;

        Assert.Equal((gammal.Id, Anteckningskoppling.Rattelse, "Det var sonen"), (rattad.Anteckning.GallerId, rattad.Anteckning.Koppling, rattad.Anteckning.Text));
        Assert.Equal(("Dottern ringde", false), (gammal.Text, gammal.ArStruken));
        Assert.Equal(new AnteckningRattad(new(1), new(6), 2, 1), rattad.Handelse);
    }

    [Fact]
    public void En_rattad_anteckning_rattas_i_rattelsen_och_en_struken_inte_alls()
    {
        var arende = Arendet();
        var gammal = Skriven(arende);
        var rattelse = gammal.Ratta(new(6), arende, 2, Innehall("Det var sonen"), null, Hanna, Nu).Value.Anteckning;

        var igen = gammal.Ratta(new(7), arende, 3, Innehall("x"), rattelse, Hanna, Nu).Error!;
        Assert.Equal(("ANTECKNING_REDAN_RATTAD", true), (igen.Code, igen.Text.Contains("anteckning 2", StringComparison.Ordinal)));

        Assert.False(gammal.Stryk(Hanna, false, "Fel person", Nu).Failed);
        Assert.Equal("ANTECKNING_STRUKEN", gammal.Ratta(new(7), arende, 3, Innehall("x"), null, Hanna, Nu).Error?.Code);
    }

    [Fact]
    public void Personens_invandning_antecknas_varje_gang_ocksa_mot_en_struken()
    {
        var arende = Arendet();
        var gammal = Skriven(arende);
        Assert.False(gammal.Stryk(Hanna, false, "Fel person", Nu).Failed);

        var ett = gammal.Invand(new(6), arende, 2, Innehall("Personen säger att hon inte sagt så"), Hanna, Nu).Value;
        Assert.False(gammal.Invand(new(7), arende, 3, Innehall("Hon säger det igen"), Hanna, Nu).Failed);

        Assert.Equal((Anteckningskoppling.Invandning, new InvandningNoterad(new(1), new(6), 2, 1)), (ett.Anteckning.Koppling, ett.Handelse));
    }

    [Theory]
    [InlineData(11, false, null)]
    [InlineData(12, false, "STRYKS_AV_SKRIBENTEN")]
    [InlineData(12, true, null)]
    public void En_anteckning_stryks_av_den_som_skrev_den_eller_av_chefen(long vem, bool chef, string? kod) =>
        Assert.Equal(kod, Skriven(Arendet()).Stryk(new(vem), chef, "Fel person", Nu).Error?.Code);

    [Fact]
    public void En_struken_anteckning_gar_att_lasa_med_vem_nar_och_varfor()
    {
        var a = Skriven(Arendet());
        Assert.Equal("SKAL_SAKNAS", a.Stryk(Hanna, false, "  ", Nu).Error?.Code);
        Assert.Equal("TEXT_FOR_LANG", a.Stryk(Hanna, false, new string('x', 10_001), Nu).Error?.Code);

        Assert.Equal(new AnteckningStruken(new(1), new(5), 1), a.Stryk(Hanna, false, " Fel person ", Nu).Value);

        Assert.Equal(("Dottern ringde", Nu.ToUniversalTime(), Hanna, "Fel person"), (a.Text, a.Struken, a.StrukenAv, a.StrukenSkal));
        Assert.Equal("ANTECKNING_STRUKEN", a.Stryk(Hanna, false, "Igen", Nu).Error?.Code);
    }

    [Fact]
    public void Varje_slag_har_en_kod_som_gar_att_lasa_tillbaka() =>
        Assert.All(Enum.GetValues<Anteckningsslag>(), s => Assert.Equal(s, Anteckningsslagkoder.Tolka(s.Kod())));

    private static Arende Arendet() => Arende.Oppna(new(1), Guid.Empty, "2026-0001", new(2), new(3), false, Arendeslag.Ansokan, Tid.Vid("2026-11-02T09:00:00+01:00"));

    private static Anteckning Skriven(Arende arende) => Anteckning.Skriv(new(5), arende, 1, Innehall("Dottern ringde"), Hanna, Nu).Value.Anteckning;

    private static Anteckningsinnehall Innehall(string text) => new(Anteckningsslag.Telefonsamtal, Idag.AddDays(-1), new(9, 30), "Eva, dotter", text);
}
