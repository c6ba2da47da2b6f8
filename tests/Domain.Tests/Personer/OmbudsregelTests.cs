using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Tests.Personer;

public sealed class OmbudsregelTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-23T14:30:00+01:00");
    private static readonly DateOnly Idag = new(2026, 11, 23);
    private static readonly ArendeId Arendet = new(1);
    private static readonly AnvandareId Hanna = new(11);

    [Theory]
    [InlineData(Ombud.SorjaForPerson, true, true, true, true, true, true)]
    [InlineData(Ombud.BevakaRatt, true, true, true, true, false, true)]
    [InlineData(Ombud.ForvaltaEgendom, false, false, false, false, false, false)]
    public void Vad_en_god_man_far_gora_foljer_av_uppdragets_delar(string del, bool ansoka, bool svara, bool aterta, bool overklaga, bool samtycka, bool avsta)
    {
        var ombud = Styrkt(OmbudRoll.GodMan, [del]);
        Assert.Equal(
            [ansoka, svara, aterta, overklaga, samtycka, avsta], Enum.GetValues<Ombudshandling>().Select(h => Ombudsregel.Hinder(ombud, h, Arendet, Idag) is null));
    }

    [Theory]
    [InlineData(OmbudRoll.Fullmakt)]
    [InlineData(OmbudRoll.Framtidsfullmakt)]
    public void En_fullmakt_galler_det_den_sager(OmbudRoll roll)
    {
        foreach (var (kod, handling) in new[]
        {
            (Ombudsomfattning.Ansoka, Ombudshandling.Ansoka), (Ombudsomfattning.Svara, Ombudshandling.Svara), (Ombudsomfattning.Aterta, Ombudshandling.Aterta),
            (Ombudsomfattning.Overklaga, Ombudshandling.Overklaga), (Ombudsomfattning.Samtycka, Ombudshandling.Samtycka), (Ombudsomfattning.Avsta, Ombudshandling.Avsta),
        })
        {
            var ombud = Styrkt(roll, [kod]);
            Assert.Equal([handling], Enum.GetValues<Ombudshandling>().Where(h => Ombudsregel.Hinder(ombud, h, Arendet, Idag) is null));
        }
        Assert.All(Enum.GetValues<Ombudshandling>(), h => Assert.Null(Ombudsregel.Hinder(Styrkt(roll, [Ombudsomfattning.Allt]), h, Arendet, Idag)));
    }

    [Fact]
    public void Nekandet_sager_vad_som_kravs_och_kallar_enhetens_regel_for_det()
    {
        var fullmakt = Ombudsregel.Hinder(Styrkt(OmbudRoll.Fullmakt, [Ombudsomfattning.Ansoka]), Ombudshandling.Aterta, Arendet, Idag)!;
        Assert.Equal(("OMBUD_OMFATTNING", true), (fullmakt.Code, fullmakt.Text.Contains("omfattar inte att ta tillbaka en ansökan", StringComparison.Ordinal) && fullmakt.Text.Contains("15 § förvaltningslagen", StringComparison.Ordinal)));
        var forvaltare = Ombudsregel.Hinder(Styrkt(OmbudRoll.Forvaltare, [Ombud.ForvaltaEgendom]), Ombudshandling.Samtycka, Arendet, Idag)!;
        Assert.Contains("Enhetens regel är att det kräver sörja för person", forvaltare.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("föräldrabalken", forvaltare.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OmbudRoll.GodMan, "förordnande", "ullmakt")]
    [InlineData(OmbudRoll.Forvaltare, "förordnande", "ullmakt")]
    [InlineData(OmbudRoll.Framtidsfullmakt, "trätt i kraft", "15 §")]
    [InlineData(OmbudRoll.Fullmakt, "15 § förvaltningslagen", "förordnande")]
    public void Det_som_ska_visas_foljer_grunden(OmbudRoll roll, string star, string starInte)
    {
        var utgatt = Styrkt(roll, [Ombud.ForvaltaEgendom], tom: Idag.AddDays(-1));
        var annat = Nytt(roll, [Ombud.ForvaltaEgendom], arende: new(7));
        foreach (var nekat in new[] { Nytt(roll, []), utgatt, annat })
        {
            var text = Ombudsregel.Hinder(nekat, Ombudshandling.Svara, Arendet, Idag)!.Text;
            Assert.Contains(star, text, StringComparison.Ordinal);
            Assert.DoesNotContain(starInte, text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(starInte, Nytt(roll, []).Styrk(null, [], null, null, Hanna, Nu).Error!.Fields[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Foraldrabalkens_delar_ar_inte_det_en_framtidsfullmakt_valjer_bland()
    {
        Assert.DoesNotContain(Ombud.SorjaForPerson, Ombudsomfattning.Valbara(OmbudRoll.Framtidsfullmakt));
        Assert.Equal([Ombud.SorjaForPerson, Ombud.BevakaRatt, Ombud.ForvaltaEgendom], Ombudsomfattning.Valbara(OmbudRoll.GodMan));
        Assert.DoesNotContain("föräldrabalken", Ombudsregel.Hinder(Styrkt(OmbudRoll.Framtidsfullmakt, [Ombudsomfattning.Svara]), Ombudshandling.Avsta, Arendet, Idag)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, "OMBUD_UPPHORT")]
    public void Uppdraget_galler_till_och_med_sin_sista_dag(int efter, string? kod)
    {
        var ombud = Styrkt(OmbudRoll.GodMan, [Ombud.SorjaForPerson], tom: Idag);
        Assert.Equal(kod, Ombudsregel.Hinder(ombud, Ombudshandling.Svara, Arendet, Idag.AddDays(efter))?.Code);
    }

    [Fact]
    public void Det_som_inte_har_borjat_inte_ar_styrkt_eller_galler_ett_annat_arende_haller_inte()
    {
        Assert.Equal("OMBUD_EJ_BORJAT", Ombudsregel.Hinder(Styrkt(OmbudRoll.GodMan, [Ombud.SorjaForPerson], from: Idag.AddDays(1)), Ombudshandling.Svara, Arendet, Idag)?.Code);
        Assert.Equal("OMBUD_EJ_STYRKT", Ombudsregel.Hinder(Nytt(OmbudRoll.Fullmakt, [Ombudsomfattning.Allt]), Ombudshandling.Svara, Arendet, Idag)?.Code);
        var bara = Nytt(OmbudRoll.Fullmakt, [Ombudsomfattning.Allt], arende: Arendet);
        Assert.False(bara.Styrk("Fullmakt 1 november", [Ombudsomfattning.Allt], null, null, Hanna, Nu).Failed);
        Assert.Equal((null, "OMBUD_ANNAT_ARENDE"), (Ombudsregel.Hinder(bara, Ombudshandling.Svara, Arendet, Idag)?.Code, Ombudsregel.Hinder(bara, Ombudshandling.Svara, new(2), Idag)?.Code));
    }

    [Fact]
    public void Ett_avslutat_uppdrag_holl_till_sin_sista_dag()
    {
        var ombud = Styrkt(OmbudRoll.GodMan, [Ombud.SorjaForPerson], tom: Idag.AddYears(1));
        Assert.Equal(["upphort", "upphortSkal"], ombud.Avsluta(Idag.AddDays(1), " ", Nu).Error!.Fields.Select(f => f.Field));
        Assert.Equal(new OmbudUpphort(new(2), new(5), Idag.AddDays(-10)), ombud.Avsluta(Idag.AddDays(-10), "Entledigad", Nu).Value);

        Assert.Equal("OMBUD_UPPHORT", Ombudsregel.Hinder(ombud, Ombudshandling.Svara, Arendet, Idag)?.Code);
        Assert.Null(Ombudsregel.Hinder(ombud, Ombudshandling.Svara, Arendet, Idag.AddDays(-10)));
        Assert.Equal(("OMBUD_UPPHORT", Idag.AddDays(-10)), (ombud.Avsluta(Idag, "Igen", Nu).Error?.Code, ombud.Sista));
    }

    [Fact]
    public void Det_som_styrkts_andras_inte()
    {
        var ombud = Nytt(OmbudRoll.GodMan, []);
        Assert.Equal(["underlag", "omfattning"], ombud.Styrk(" ", [], null, null, Hanna, Nu).Error!.Fields.Select(f => f.Field));
        Assert.Equal("omfattning", ombud.Styrk("Utdrag", [Ombudsomfattning.Ansoka], null, null, Hanna, Nu).Error?.Fields[0].Field);
        Assert.Equal("tom", ombud.Styrk("Utdrag", [Ombud.BevakaRatt], Idag, Idag.AddDays(-1), Hanna, Nu).Error?.Fields[0].Field);

        Assert.Equal(new OmbudStyrkt(new(2), new(5)), ombud.Styrk(" Utdrag 1 november ", [Ombud.BevakaRatt, Ombud.BevakaRatt], Idag, null, Hanna, Nu).Value);

        Assert.Equal(("Utdrag 1 november", Hanna, Idag, "bevaka-ratt"), (ombud.Underlag, ombud.StyrktAv, ombud.From, string.Join(' ', ombud.Omfattning)));
        Assert.Equal("OMBUD_REDAN_STYRKT", ombud.Styrk("Annat", [Ombud.SorjaForPerson], null, null, Hanna, Nu).Error?.Code);
    }

    [Fact]
    public void Ett_ombud_har_namn_och_grund()
    {
        var fel = Personombud.Registrera(new(5), Guid.Empty, new(2), null, new(" ", (OmbudRoll)(-1), null, [], Idag, Idag.AddDays(-1)), Hanna, Nu).Error!;
        Assert.Equal(["namn", "tom", "roll"], fel.Fields.Select(f => f.Field));
    }

    private static Personombud Nytt(OmbudRoll roll, IReadOnlyList<string> omfattning, ArendeId? arende = null) =>
        Personombud.Registrera(new(5), Guid.Empty, new(2), arende, new("Eva Ek", roll, null, omfattning, null, null), Hanna, Nu).Value.Ombud;

    private static Personombud Styrkt(OmbudRoll roll, IReadOnlyList<string> omfattning, DateOnly? from = null, DateOnly? tom = null)
    {
        var ombud = Nytt(roll, omfattning);
        Assert.False(ombud.Styrk("Utdrag", omfattning, from, tom, Hanna, Nu).Failed);
        return ombud;
    }
}
