using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Behorigheter;

/// <summary>More rights take two persons, and neither is the one who gets them.</summary>
public sealed class UppdragsforslagTests
{
    private static readonly AnvandareId Hon = new(1);
    private static readonly AnvandareId Forvaltare = new(2);
    private static readonly AnvandareId Annan = new(3);
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-20T09:00:00Z");
    private static readonly DateOnly Idag = new(2026, 11, 20);

    [Fact]
    public void Den_som_foreslar_godkanner_inte_och_ingen_ger_sig_sjalv()
    {
        Assert.Equal("EGEN_RATT", Foresla(av: Hon).Error?.Code);
        var forslag = Foresla().Value.Forslag;
        Assert.Equal("EGET_FORSLAG", forslag.Godkann(Forvaltare, Nu).Error?.Code);
        Assert.Equal("EGEN_RATT", forslag.Godkann(Hon, Nu).Error?.Code);
        var givet = forslag.Godkann(Annan, Nu).Value;
        Assert.Equal((Roll.Chef, Delegatniva.Chef, Annan), (givet.Uppdrag.Roll, givet.Uppdrag.Delegat, givet.Uppdrag.GavsAv!.Value));
        Assert.Equal("FORSLAG_AVGJORT", forslag.Godkann(Annan, Nu).Error?.Code);
        Assert.Equal("FORSLAG_AVGJORT", forslag.Avsla("För sent", Annan, Nu).Error?.Code);
    }

    [Fact]
    public void Ett_forslag_tas_tillbaka_eller_avslas_med_skal()
    {
        Assert.Equal(Forslagsstatus.Aterkallat, Foresla().Value.Forslag.Avsla(null, Forvaltare, Nu).Value.Status);
        var forslag = Foresla().Value.Forslag;
        Assert.Equal("SKAL_SAKNAS", forslag.Avsla("nej", Annan, Nu).Error?.Code);
        Assert.Equal("EGEN_RATT", forslag.Avsla("Vill inte ha det", Hon, Nu).Error?.Code);
        Assert.Equal(Forslagsstatus.Avslaget, forslag.Avsla("Hon har redan rätt roll", Annan, Nu).Value.Status);
    }

    [Theory]
    [InlineData(Roll.Handlaggare, Delegatniva.BitradandeChef, "DELEGAT_FOR_HOG"), InlineData(Roll.Jour, Delegatniva.Handlaggare, "DELEGAT_FOR_HOG")]
    [InlineData(Roll.System, Delegatniva.Ingen, "ROLL_GES_INTE"), InlineData((Roll)99, Delegatniva.Ingen, "ROLL_GES_INTE"), InlineData(Roll.Chef, Delegatniva.Namnd, "DELEGAT_FOR_HOG")]
    public void Ingen_far_en_hogre_niva_an_rollen_har(Roll roll, Delegatniva niva, string kod) => Assert.Equal(kod, Foresla(roll, niva).Error?.Code);

    [Fact]
    public void Perioden_ska_ga_framat()
    {
        Assert.Equal("PERIOD_BAKLANGES", Foresla(tom: Idag.AddDays(-1)).Error?.Code);
        Assert.Equal("UPPDRAG_SLUT_BAKAT", Foresla(from: Idag.AddDays(-9), tom: Idag.AddDays(-1)).Error?.Code);
        var forslag = Foresla(tom: Idag).Value.Forslag;
        Assert.Equal("UPPDRAG_SLUT_BAKAT", forslag.Godkann(Annan, Nu.AddDays(1)).Error?.Code);
    }

    [Fact]
    public void Ett_uppdrag_slutar_nu_eller_tidigare_an_det_skulle_men_aldrig_senare()
    {
        var uppdrag = Uppdrag.Ge(Hon, new(5), Roll.Handlaggare, new Period(Idag.AddYears(-1), Idag.AddDays(30)), Delegatniva.Handlaggare);
        Assert.Equal("UPPDRAG_FORLANGS_INTE", uppdrag.Avsluta(Idag.AddDays(30), Idag).Error?.Code);
        Assert.Equal("UPPDRAG_SLUT_BAKAT", uppdrag.Avsluta(Idag.AddDays(-2), Idag).Error?.Code);
        Assert.False(uppdrag.Avsluta(Idag.AddDays(7), Idag).Failed);
        Assert.Equal(new UppdragAvslutat(Hon, new(5), Roll.Handlaggare, Idag.AddDays(-1)), uppdrag.Avsluta(Idag.AddDays(-1), Idag).Value);
        Assert.Equal("UPPDRAG_SLUT", uppdrag.Avsluta(Idag.AddDays(-1), Idag).Error?.Code);
    }

    private static Result<ForeslagetUppdrag> Foresla(
        Roll roll = Roll.Chef, Delegatniva niva = Delegatniva.Chef, AnvandareId? av = null, DateOnly? from = null, DateOnly? tom = null) =>
        Uppdragsforslag.Foresla(new(7), Hon, new(5), roll, niva, from ?? Idag, tom, "Börjar på måndag", av ?? Forvaltare, Nu);
}
