using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Tests.Personer;

public sealed class SamtyckeTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-23T14:30:00+01:00");
    private static readonly DateOnly Idag = new(2026, 11, 23);
    private static readonly AnvandareId Hanna = new(11);
    private static readonly Samtyckesinnehall Innehall = new(Samtyckesandamal.HalsoOchSjukvard, " Vårdcentralen ", null, Samtyckessatt.Muntligt, Idag.AddDays(-1), Idag.AddDays(30));

    [Fact]
    public void Ett_samtycke_sager_till_vad_vem_hur_och_hur_lange()
    {
        var noterat = Notera(Innehall).Value;

        Assert.Equal(new SamtyckeGivet(new(1), new(5), Samtyckesandamal.HalsoOchSjukvard, Idag.AddDays(-1)), noterat.Handelse);
        var s = noterat.Samtycke;
        Assert.Equal(("Vårdcentralen", Samtyckessatt.Muntligt, Hanna), (s.Mottagare, s.Satt, s.NoteratAv));
        Assert.Equal([false, true, true, true, false], new[] { -2, -1, 0, 30, 31 }.Select(d => s.Galler(Idag.AddDays(d))));
        Assert.True(Notera(Innehall with { Tom = null }).Value.Samtycke.Galler(Idag.AddYears(5)));
    }

    [Fact]
    public void Felen_sags_vid_falten()
    {
        var fel = Notera(new(default, " ", null, default, Idag.AddDays(1), Idag)).Error!;
        Assert.Equal(["andamal", "mottagare", "satt", "dag", "tom"], fel.Fields.Select(f => f.Field));
        Assert.Equal("upplysning", Notera(Innehall with { Andamal = Samtyckesandamal.Annat }).Error?.Fields[0].Field);
        Assert.Equal("TEXT_FOR_LANG", Notera(Innehall with { Upplysning = new string('x', 10_001) }).Error?.Code);
    }

    [Fact]
    public void Ett_aterkallat_samtycke_galler_inte_fran_den_dagen_och_aterkallas_en_gang()
    {
        var s = Notera(Innehall).Value.Samtycke;
        Assert.Equal(["aterkallatDag", "aterkallatHur"], s.Aterkalla(Idag.AddDays(1), " ", Hanna, Nu).Error!.Fields.Select(f => f.Field));
        Assert.Equal("aterkallatDag", s.Aterkalla(Idag.AddDays(-2), "Personen", Hanna, Nu).Error?.Fields[0].Field);

        Assert.Equal(new SamtyckeAterkallat(new(1), new(5), Idag), s.Aterkalla(Idag, " Personen, i telefon ", Hanna, Nu).Value);

        Assert.Equal((true, false, "Personen, i telefon"), (s.Galler(Idag.AddDays(-1)), s.Galler(Idag), s.AterkallatHur));
        Assert.Equal("SAMTYCKE_ATERKALLAT", s.Aterkalla(Idag, "Igen", Hanna, Nu).Error?.Code);
    }

    [Fact]
    public void En_narstaende_laggs_till_och_avslutas()
    {
        var fel = Narstaende.LaggTill(new(5), Guid.Empty, new(2), new(" ", default, null, default, null), Hanna, Nu).Error!;
        Assert.Equal(["namn", "relation", "kontakt"], fel.Fields.Select(f => f.Field));
        var n = Narstaende.LaggTill(new(5), Guid.Empty, new(2), new(" Eva Ek ", Relation.Barn, " 070 ", Kontaktlov.MedSamtycke, " "), Hanna, Nu).Value.Narstaende;

        Assert.Equal(("Eva Ek", "070", null), (n.Namn, n.Telefon, n.Upplysning));
        Assert.Equal(new NarstaendeAvslutad(new(2), new(5)), n.Avsluta(Hanna, Nu).Value);
        Assert.Equal("NARSTAENDE_AVSLUTAD", n.Avsluta(Hanna, Nu).Error?.Code);
    }

    private static Result<NoteratSamtycke> Notera(Samtyckesinnehall innehall) => Samtycke.Notera(new(5), Guid.Empty, new(2), new(1), innehall, null, Hanna, Nu);
}
