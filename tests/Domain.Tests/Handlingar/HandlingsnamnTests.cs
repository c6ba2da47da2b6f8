using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Domain.Tests.Handlingar;

public sealed class HandlingsnamnTests
{
    [Theory]
    [InlineData("Läkarintyg.pdf", "Läkarintyg.pdf", Filtyp.Pdf)]
    [InlineData("  Skannat   2026-09-16 09:30.PDF ", "Skannat 2026-09-16 09-30.pdf", Filtyp.Pdf)]
    [InlineData("foto.JPEG", "foto.jpeg", Filtyp.Jpeg)]
    [InlineData("Intyg..pdf", "Intyg.pdf", Filtyp.Pdf)]
    [InlineData("v. 2 av planen.docx", "v. 2 av planen.docx", Filtyp.Word)]
    [InlineData("a\u030Angra\u0308t.txt", "\u00e5ngr\u00e4t.txt", Filtyp.Text)]
    public void Ett_vanligt_namn_stadas_och_behalls(string skickat, string namn, Filtyp typ) => Assert.Equal((namn, typ), Handlingsnamn.Tolka(skickat).Value);

    [Theory]
    [InlineData("../../etc/passwd.pdf")]
    [InlineData("..\\..\\windows\\intyg.pdf")]
    [InlineData("C:\\Users\\eva\\intyg.pdf")]
    [InlineData("/intyg.pdf")]
    public void En_sokvag_nekas(string namn) => Nekas(namn, "sökväg");

    [Theory]
    [InlineData("intyg\u202Efdp.exe.pdf")]
    [InlineData("intyg\u2066.pdf")]
    [InlineData("intyg\u200B.pdf")]
    [InlineData("intyg\0.pdf")]
    [InlineData("intyg\r\nSet-Cookie: x.pdf")]
    [InlineData("intyg\uD800.pdf")]
    public void Tecken_som_inte_syns_nekas(string namn) => Nekas(namn, "inte syns");

    [Theory]
    [InlineData("faktura.pdf.exe")]
    [InlineData("bild.svg")]
    [InlineData("sida.html")]
    [InlineData("makro.docm")]
    [InlineData("arkiv.zip")]
    [InlineData("gammal.doc")]
    [InlineData("utan andelse")]
    public void Andra_slag_av_fil_nekas(string namn) => Nekas(namn, "tas inte emot");

    [Theory]
    [InlineData("faktura.exe.pdf")]
    [InlineData("sida.html.txt")]
    [InlineData("rapport.docm.docx")]
    public void Tva_andelser_nekas(string namn) => Nekas(namn, "två slag");

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData(".pdf")]
    [InlineData("...pdf")]
    public void En_fil_utan_namn_nekas(string? namn) => Nekas(namn, "saknar namn");

    [Fact]
    public void Ett_langt_namn_kapas_men_behaller_sin_andelse_och_sina_hela_tecken()
    {
        var (namn, typ) = Handlingsnamn.Tolka(new string('å', 200) + ".pdf").Value;
        Assert.Equal((120, ".pdf", Filtyp.Pdf), (namn.Length, namn[^4..], typ));
        var medEmoji = Handlingsnamn.Tolka(new string('a', 115) + string.Concat(Enumerable.Repeat("\U0001F600", 20)) + ".pdf").Value.Namn;
        Assert.False(char.IsHighSurrogate(medEmoji[^5]));
    }

    [Fact]
    public void Varje_godtagen_andelse_har_en_medietyp() =>
        Assert.All(Filtyper.Andelser.Split(','), a => Assert.Contains("/", Filtyper.Tolka(a[1..])!.Value.Medietyp(), StringComparison.Ordinal));

    private static void Nekas(string? namn, string med)
    {
        var fel = Handlingsnamn.Tolka(namn).Error!;
        Assert.Equal("fil", Assert.Single(fel.Fields).Field);
        Assert.Contains(med, fel.Fields[0].Text, StringComparison.Ordinal);
    }
}
