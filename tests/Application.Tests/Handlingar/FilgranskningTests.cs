using CaseFlow.Application.Handlingar;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Handlingar;

public sealed class FilgranskningTests
{
    [Fact]
    public void Det_som_ar_vad_det_sager_godtas()
    {
        Assert.Multiple(
            () => Godtas(Provfil.Pdf(), Filtyp.Pdf), () => Godtas(Provfil.Png(), Filtyp.Png), () => Godtas(Provfil.Jpeg(), Filtyp.Jpeg),
            () => Godtas(Provfil.Text(), Filtyp.Text), () => Godtas([0xEF, 0xBB, 0xBF, .. Provfil.Text()], Filtyp.Text),
            () => Godtas(Provfil.Text(new string('å', 300_000)), Filtyp.Text),
            () => Godtas(Provfil.Word(), Filtyp.Word), () => Godtas(Provfil.Excel(), Filtyp.Excel), () => Godtas(Provfil.Odt(), Filtyp.OpenDocument),
            () => Godtas(Provfil.Word(Rels("hyperlink")), Filtyp.Word));
    }

    [Fact]
    public void Ett_annat_slag_an_namnet_sager_nekas()
    {
        foreach (var typ in Enum.GetValues<Filtyp>())
            foreach (var (innehall, ar) in new[] { (Provfil.Pdf(), Filtyp.Pdf), (Provfil.Png(), Filtyp.Png), (Provfil.Jpeg(), Filtyp.Jpeg), (Provfil.Word(), Filtyp.Word), (Provfil.Excel(), Filtyp.Excel), (Provfil.Odt(), Filtyp.OpenDocument) })
                if (ar != typ) Nekas(innehall, typ, "");
        Nekas("<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), Filtyp.Pdf, "inte av det slag");
        Nekas("\n  <svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), Filtyp.Text, "inte av det slag");
        Nekas("<html>"u8.ToArray(), Filtyp.Text, "inte av det slag");
        Nekas(Provfil.Pdf()[..40], Filtyp.Pdf, "inte av det slag");
        Nekas([(byte)' ', .. Provfil.Pdf()], Filtyp.Pdf, "inte av det slag");
        Nekas([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0], Filtyp.Jpeg, "inte av det slag");
        Nekas(Provfil.Png(slag: "IDAT"), Filtyp.Png, "inte av det slag");
    }

    [Fact]
    public void Tva_slag_i_en_fil_nekas()
    {
        var zip = Provfil.Zip(("x.txt", [1]));
        Nekas([.. Provfil.Pdf(), .. zip], Filtyp.Pdf, "två slag");
        Nekas(Provfil.Jpeg(efter: zip), Filtyp.Jpeg, "två slag");
        Nekas(Provfil.Png(zip), Filtyp.Png, "två slag");
        Nekas(Provfil.Png([0]), Filtyp.Png, "två slag");
        Nekas(Provfil.Jpeg("<script>alert(1)</script>"), Filtyp.Jpeg, "två slag");
        Nekas(Provfil.Jpeg("%PDF-1.7"), Filtyp.Jpeg, "två slag");
        // En mening om ett zip-arkiv är inte ett.
        Godtas(Provfil.Pdf("PK\u0005\u0006"), Filtyp.Pdf);
    }

    [Fact]
    public void Makron_nekas()
    {
        Nekas(Provfil.Word(("word/vbaProject.bin", [1])), Filtyp.Word, "makron");
        Nekas(Provfil.Word(("word/VBAPROJECT.BIN", [1])), Filtyp.Word, "makron");
        Nekas(Provfil.Office("word/document.xml", "document.macroEnabled.main+xml", [], "application/vnd.ms-word."), Filtyp.Word, "makron");
        Nekas(Provfil.Excel(("xl/macrosheets/sheet1.xml", [1])), Filtyp.Excel, "makron");
        Nekas(Provfil.Odt(("Basic/Standard/Module1.xml", [1])), Filtyp.OpenDocument, "makron");
    }

    [Fact]
    public void Delar_som_inte_hor_till_ett_dokument_nekas()
    {
        foreach (var namn in new[] { "../../etc/cron.d/x", "/etc/passwd", "word\\..\\x.xml", "C:/x.xml", "word/media/okant.bin", "word/media/kor.exe", "word/sida.mht", "word/x.html" })
            Nekas(Provfil.Word((namn, [1])), Filtyp.Word, "inte hör hemma");
    }

    [Fact]
    public void Det_som_hamtas_utifran_nekas()
    {
        Nekas(Provfil.Word(Rels("attachedTemplate")), Filtyp.Word, "annan plats");
        Nekas(Provfil.Word(Rels("image")), Filtyp.Word, "annan plats");
    }

    [Fact]
    public void En_bomb_nekas_utan_att_packas_upp_i_sin_helhet()
    {
        Nekas(Provfil.Bomb(), Filtyp.Word, "mycket större");
        Nekas(Provfil.Word([.. Enumerable.Range(0, 5001).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))]), Filtyp.Word, "mycket större");
    }

    [Fact]
    public void Det_som_inte_gar_att_granska_nekas()
    {
        Nekas([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], Filtyp.Word, "låst med lösenord");
        var trasig = Provfil.Word(("word/lang.xml", System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000)))));
        // Det packade börjar efter delens namn; inget block av det slaget finns.
        trasig.AsSpan(trasig.AsSpan().IndexOf("word/lang.xml"u8) + "word/lang.xml".Length, 40).Fill(0xFF);
        Nekas(trasig, Filtyp.Word, "trasig");
        Nekas(Provfil.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", [1]), ("META-INF/manifest.xml", "<m><encryption-data/></m>"u8.ToArray())), Filtyp.OpenDocument, "lösenord");
        Nekas(Provfil.Word(("word/_rels/x.rels", "<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"u8.ToArray())), Filtyp.Word, "trasig");
        Nekas(Provfil.Word()[..^5], Filtyp.Word, "inte av det slag");
        Nekas([.. Provfil.Word(), 0], Filtyp.Word, "inte av det slag");
        Nekas([(byte)'a', 0, (byte)'b'], Filtyp.Text, "inte av det slag");
        Nekas([0xE5, 0xE4, 0xF6], Filtyp.Text, "UTF-8");
        Nekas([0xFF, 0xFE, (byte)'a', 0], Filtyp.Text, "");
    }

    private static (string, byte[]) Rels(string slag) => ("word/_rels/settings.xml.rels", System.Text.Encoding.UTF8.GetBytes(
        $"""<Relationships><Relationship Id="r1" Type='http://schemas/relationships/{slag}' Target="https://evil.example/x" TargetMode = 'External' /></Relationships>"""));

    private static void Godtas(byte[] innehall, Filtyp typ) => Assert.Null(Filgranskning.Prova(new MemoryStream(innehall), typ));

    private static void Nekas(byte[] innehall, Filtyp typ, string med)
    {
        var fel = Filgranskning.Prova(new MemoryStream(innehall), typ);
        Assert.NotNull(fel);
        Assert.Contains(med, fel, StringComparison.Ordinal);
    }
}
