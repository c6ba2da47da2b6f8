using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>A document that is a zip (DOCX, XLSX, ODT): it is unpacked and counted, never written, and holds no macro and nothing that is fetched from
/// elsewhere when it is opened.</summary>
internal static class Zipgranskning
{
    private const int FlestDelar = 5000;
    private const long StorstUppackad = 300 * Handlingsgranser.Megabyte;

    /// <summary>How many times larger than packed: more is made to fill a disk.</summary>
    private const int StorstForhallande = 100;

    private const long Smatt = 10 * Handlingsgranser.Megabyte;
    private const int StorstXml = 4 * 1024 * 1024;

    private static readonly HashSet<string> Korbara = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".wsf", ".hta", ".msi", ".dll", ".jar", ".lnk", ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".htm", ".html", ".svgz",
    };

    private static readonly XmlReaderSettings Saker = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = StorstXml };

    /// <returns>Why the file is refused, in a sentence, or null.</returns>
    public static string? Prova(Stream innehall, Filtyp typ)
    {
        // Efter arkivets slut följer inget, inte ens en kommentar: det som ligger där är en annan fil.
        var slut = Filgranskning.Las(innehall, Math.Max(0, innehall.Length - 22), 22);
        if (slut.Length < 22 || !slut.AsSpan().StartsWith("PK\u0005\u0006"u8) || BinaryPrimitives.ReadUInt16LittleEndian(slut.AsSpan(20)) != 0) return Filgranskning.FelSlag;
        try
        {
            using var arkiv = new ZipArchive(innehall, ZipArchiveMode.Read, leaveOpen: true);
            return Delarna(arkiv, innehall.Length) ?? (typ is Filtyp.OpenDocument ? OpenDocument(arkiv) : Office(arkiv, typ));
        }
        catch (Exception fel) when (fel is InvalidDataException or XmlException or DecoderFallbackException or NotSupportedException or ArgumentException)
        {
            return Trasig;
        }
    }

    private static string? Delarna(ZipArchive arkiv, long langd)
    {
        if (arkiv.Entries.Count > FlestDelar) return ForStor;
        // Delar som ligger på varandra packar upp samma byte många gånger.
        if (arkiv.Entries.Sum(e => e.CompressedLength) > langd) return ForStor;
        var (buffert, totalt) = (new byte[64 * 1024], 0L);
        foreach (var del in arkiv.Entries)
        {
            if (del.IsEncrypted) return "Filen är låst med lösenord. Spara den utan lösenord och försök igen.";
            if (Otillaten(del.FullName)) return "Filen innehåller delar som inte hör hemma i ett dokument. Spara den på nytt, eller skriv ut den till PDF, och försök igen.";
            if (ArMakro(del.FullName)) return Makro;
            using var strom = del.Open();
            var delen = 0L;
            for (var antal = strom.Read(buffert); antal > 0; antal = strom.Read(buffert))
            {
                delen += antal;
                totalt += antal;
                if (totalt > StorstUppackad || (delen > Smatt && delen > del.CompressedLength * StorstForhallande)) return ForStor;
            }
            if (delen != del.Length) return Trasig;
        }
        return null;
    }

    private static bool Otillaten(string namn) =>
        namn.StartsWith('/') || namn.Contains('\\', StringComparison.Ordinal) || namn.Contains(':', StringComparison.Ordinal) || namn.Any(char.IsControl)
        || namn.Split('/').Any(d => d is ".." or ".") || Korbara.Contains(Path.GetExtension(namn))
        || (namn.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && Path.GetExtension(namn).Equals(".bin", StringComparison.OrdinalIgnoreCase));

    private static bool ArMakro(string namn) =>
        namn.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || namn.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || namn.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase) || namn.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || namn.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || namn.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static string? Office(ZipArchive arkiv, Filtyp typ)
    {
        var (rot, huvudtyp) = typ is Filtyp.Word
            ? ("word/document.xml", "wordprocessingml.document.main+xml") : ("xl/workbook.xml", "spreadsheetml.sheet.main+xml");
        if (arkiv.GetEntry("[Content_Types].xml") is not { } innehallstyper || arkiv.GetEntry(rot) is null) return Filgranskning.FelSlag;
        var typer = Attribut(innehallstyper, "ContentType").Select(a => a.Varde).ToList();
        if (typer.Exists(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vba", StringComparison.OrdinalIgnoreCase) || t.Contains("activeX", StringComparison.OrdinalIgnoreCase)))
            return Makro;
        if (!typer.Exists(t => t.EndsWith(huvudtyp, StringComparison.Ordinal))) return Filgranskning.FelSlag;
        return arkiv.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Any(HamtarUtifran)
            ? "Dokumentet hämtar något från en annan plats när det öppnas, till exempel en mall eller en bild. Spara det utan länkar, eller skriv ut det till PDF, och försök igen."
            : null;
    }

    /// <summary>A link that someone clicks is no harm; what the program fetches by itself is.</summary>
    private static bool HamtarUtifran(ZipArchiveEntry relationer) => Attribut(relationer, "TargetMode")
        .Any(a => a.Varde == "External" && !a.Slag.EndsWith("/hyperlink", StringComparison.Ordinal) && !a.Slag.EndsWith("/externalLinkPath", StringComparison.Ordinal));

    private static string? OpenDocument(ZipArchive arkiv)
    {
        const string ratt = "application/vnd.oasis.opendocument.text";
        if (arkiv.Entries is not [{ FullName: "mimetype", Length: < 200 } forst, ..] || arkiv.GetEntry("content.xml") is null || arkiv.GetEntry("META-INF/manifest.xml") is not { } manifest)
            return Filgranskning.FelSlag;
        using (var text = new StreamReader(forst.Open(), Encoding.ASCII))
            if (text.ReadToEnd() != ratt) return Filgranskning.FelSlag;
        return Element(manifest).Contains("encryption-data", StringComparer.Ordinal) ? "Filen är låst med lösenord. Spara den utan lösenord och försök igen." : null;
    }

    /// <summary>The values of an attribute wherever it stands, with the Type beside it.</summary>
    private static List<(string Varde, string Slag)> Attribut(ZipArchiveEntry del, string namn)
    {
        var varden = new List<(string, string)>();
        using var xml = Xml(del);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.GetAttribute(namn) is { } varde) varden.Add((varde, xml.GetAttribute("Type") ?? ""));
        return varden;
    }

    private static List<string> Element(ZipArchiveEntry del)
    {
        var namn = new List<string>();
        using var xml = Xml(del);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element) namn.Add(xml.LocalName);
        return namn;
    }

    private static XmlReader Xml(ZipArchiveEntry del) => XmlReader.Create(del.Open(), Saker);

    private const string Trasig = "Filen är trasig eller låst med lösenord. Öppna den, spara den på nytt utan lösenord och försök igen.";
    private const string Makro = "Filen innehåller makron, och sådana tas inte emot. Spara den utan makron, eller skriv ut den till PDF, och försök igen.";
    private const string ForStor = "Filen blir mycket större när den packas upp. Sådana filer tas inte emot.";
}
