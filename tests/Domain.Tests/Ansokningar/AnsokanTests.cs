using CaseFlow.Domain.Ansokningar;

namespace CaseFlow.Domain.Tests.Ansokningar;

public sealed class AnsokanTests
{
    [Theory]
    // vanlig dag; kvällen före midnatt i Stockholm och natten efter
    [InlineData("2026-11-18T23:28:00Z", Kanal.ETjanst, "2026-11-19")]
    [InlineData("2026-11-18T22:59:59Z", Kanal.ETjanst, "2026-11-18")]
    [InlineData("2026-07-01T22:00:00Z", Kanal.EPost, "2026-07-02")]
    [InlineData("2026-07-01T21:59:59Z", Kanal.EPost, "2026-07-01")]
    // båda 02.30 natten då klockan ställs tillbaka, och timmen som inte finns på våren
    [InlineData("2026-10-25T00:30:00Z", Kanal.Besok, "2026-10-25")]
    [InlineData("2026-10-25T01:30:00Z", Kanal.Besok, "2026-10-25")]
    [InlineData("2026-10-24T21:59:00Z", Kanal.Besok, "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", Kanal.Besok, "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", Kanal.Besok, "2026-10-25")]
    [InlineData("2026-03-29T01:00:00Z", Kanal.Besok, "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", Kanal.Besok, "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", Kanal.Besok, "2026-03-30")]
    // annan tidsförskjutning i anropet
    [InlineData("2026-11-19T03:00:00+09:00", Kanal.Telefon, "2026-11-18")]
    // brev: närmast föregående arbetsdag, över helg, påsk och nyår
    [InlineData("2026-11-19T09:00:00Z", Kanal.Brev, "2026-11-18")]
    [InlineData("2026-11-23T09:00:00Z", Kanal.Brev, "2026-11-20")]
    [InlineData("2026-04-07T09:00:00Z", Kanal.Brev, "2026-04-02")]
    [InlineData("2027-01-04T09:00:00Z", Kanal.Brev, "2026-12-30")]
    [InlineData("2026-10-25T00:30:00Z", Kanal.Brev, "2026-10-23")]
    // söndag kväll UTC är redan måndag här
    [InlineData("2026-11-22T23:30:00Z", Kanal.Brev, "2026-11-20")]
    public void Ankomstdagen(string ankom, Kanal kanal, string vantad) =>
        Assert.Equal(Tid.Dag(vantad), Ankomstdag.Berakna(Tid.Vid(ankom), kanal));

    [Fact]
    public void Registreringen_berattar_om_sig_utan_personuppgifter()
    {
        var svar = EnAnsokan().Value;
        Assert.Equal(new DateOnly(2026, 11, 18), svar.Ansokan.Ankomstdag);
        Assert.Equal(["hemtjanst", "trygghetslarm"], svar.Handelse.Insatstyper);
        Assert.Equal((2, Kanal.Brev), (svar.Handelse.AntalInsatser, svar.Handelse.Kanal));
    }

    [Fact]
    public void Utan_insats_finns_ingen_ansokan() =>
        Assert.Equal("INSATS_SAKNAS", Ansokan.Registrera(new(1), new(2), new(3), Kanal.Brev, default, false, []).Error?.Code);

    [Fact]
    public void En_annan_ankomstdag_kraver_skal_och_ligger_inte_efter_ankomsten()
    {
        var ansokan = EnAnsokan().Value.Ansokan;
        Assert.Equal("ANKOMSTDAG_SKAL_SAKNAS", ansokan.AndraAnkomstdag(new(2026, 11, 19), " ").Error?.Code);
        Assert.Equal("ANKOMSTDAG_EFTER_ANKOMST", ansokan.AndraAnkomstdag(new(2026, 11, 20), "Bud").Error?.Code);
        Assert.Equal("ANKOMSTDAG_LANGT_FORE", ansokan.AndraAnkomstdag(new(2026, 8, 18), "Fel årtal").Error?.Code);
        Assert.Equal(
            new AnkomstdagAndrad(new(2), new(1), new(2026, 11, 18), new(2026, 11, 19)),
            ansokan.AndraAnkomstdag(new(2026, 11, 19), "Kom med bud").Value);
        Assert.Equal("Kom med bud", ansokan.AnkomstdagSkal);
    }

    [Fact]
    public void En_ansokan_aterkallas_en_gang()
    {
        var ansokan = EnAnsokan().Value.Ansokan;
        var (dag, nu) = (ansokan.Ankomstdag, ansokan.Ankom.AddDays(3));
        Assert.Equal("ATERTAGEN_FORE_ANKOMST", ansokan.Aterta(dag.AddDays(-1), Atertagandesatt.Besok, nu).Error?.Code);
        Assert.Equal("ATERTAGEN_I_FRAMTIDEN", ansokan.Aterta(dag.AddDays(40), Atertagandesatt.Besok, nu).Error?.Code);
        Assert.Equal((dag, Atertagandesatt.Besok), (ansokan.Aterta(dag, Atertagandesatt.Besok, nu).Value.Dag, Atertagandesatt.Besok));
        Assert.Equal("ANSOKAN_ATERTAGEN", ansokan.Aterta(dag, Atertagandesatt.Besok, nu).Error?.Code);
    }

    [Fact]
    public void En_insats_tas_tillbaka_och_resten_ar_kvar()
    {
        var ansokan = EnAnsokan().Value.Ansokan;
        var (dag, nu) = (ansokan.Ankomstdag.AddDays(2), ansokan.Ankom.AddDays(3));

        Assert.Equal(
            new AnsoktInsatsAtertagen(new(2), new(1), new(11), "trygghetslarm", dag, Atertagandesatt.Telefon),
            ansokan.AtertaInsats(new(11), dag, Atertagandesatt.Telefon, nu).Value);

        var larm = ansokan.Insatser[1];
        Assert.Equal((dag, Atertagandesatt.Telefon, nu), (larm.AtertagenDag, larm.AtertagenSatt, larm.Atertagen));
        Assert.Equal(["hemtjanst"], ansokan.Kvar.Select(i => i.Insatstyp));
        Assert.Equal(2, ansokan.Insatser.Count);
        Assert.Null(ansokan.Atertagen);
    }

    [Fact]
    public void En_insats_tas_tillbaka_en_gang_en_dag_som_har_varit_och_finns_i_ansokan()
    {
        var ansokan = EnAnsokan().Value.Ansokan;
        var (dag, nu) = (ansokan.Ankomstdag, ansokan.Ankom.AddDays(3));
        Assert.Equal("ANSOKT_INSATS_OKAND", Kod(12, dag));
        Assert.Equal("ATERTAGEN_FORE_ANKOMST", Kod(11, dag.AddDays(-1)));
        Assert.Equal("ATERTAGEN_I_FRAMTIDEN", Kod(11, dag.AddDays(40)));
        Assert.Null(Kod(11, dag));
        Assert.Equal("INSATS_ATERTAGEN", Kod(11, dag));

        string? Kod(long insats, DateOnly nar) => ansokan.AtertaInsats(new(insats), nar, Atertagandesatt.Besok, nu).Error?.Code;
    }

    [Fact]
    public void Den_sista_insatsen_tas_tillbaka_med_hela_ansokan()
    {
        var ansokan = EnAnsokan().Value.Ansokan;
        var (dag, nu) = (ansokan.Ankomstdag, ansokan.Ankom.AddDays(3));
        Assert.False(ansokan.ArSista(new(10)));
        Assert.False(ansokan.AtertaInsats(new(11), dag, Atertagandesatt.Telefon, nu).Failed);

        Assert.True(ansokan.ArSista(new(10)));
        Assert.False(ansokan.ArSista(new(11)));
        Assert.Equal("SISTA_INSATSEN", ansokan.AtertaInsats(new(10), dag, Atertagandesatt.Telefon, nu).Error?.Code);
        Assert.False(ansokan.Aterta(dag, Atertagandesatt.Telefon, nu).Failed);
        Assert.Equal("ANSOKAN_ATERTAGEN", ansokan.AtertaInsats(new(10), dag, Atertagandesatt.Telefon, nu).Error?.Code);
        Assert.Equal(["hemtjanst"], ansokan.Kvar.Select(i => i.Insatstyp));
    }

    [Fact]
    public void Kontraktets_koder_ar_alla_kanaler_och_roller()
    {
        Assert.Equal(Enum.GetValues<Kanal>().Where(k => k != Kanal.Uppfoljning).Cast<Kanal?>(),
            new[] { "besok", "telefon", "e-post", "e-tjanst", "brev", "aldre-direkt" }.Select(Kanaler.Tolka));
        Assert.Equal(Enum.GetValues<OmbudRoll>().Cast<OmbudRoll?>(), new[] { "god-man", "forvaltare", "framtidsfullmakt", "fullmakt" }.Select(OmbudRoller.Tolka));
        Assert.Null(Kanaler.Tolka("uppfoljning")); // vår egen, inte kontraktets
        Assert.Null(Kanaler.Tolka("Besok"));
    }

    private static Result<RegistreradAnsokan> EnAnsokan() => Ansokan.Registrera(
        new(1), new(2), new(3), Kanal.Brev, Tid.Vid("2026-11-19T09:00:00Z"), false,
        [AnsoktInsats.Skapa(new(10), "hemtjanst", "Hjälp med dusch", 3, "h/vecka"), AnsoktInsats.Skapa(new(11), "trygghetslarm", null)]);
}
