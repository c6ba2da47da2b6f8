using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>A document that is a zip (DOCX, XLSX, ODT): it is unpacked and counted, never written, and holds no macro, no other document, and nothing that
/// is fetched from elsewhere when it is opened.</summary>
internal static class Zipgranskning
{
    private const int FlestDelar = 5000;
    private const long StorstUppackad = 300 * Handlingsgranser.Megabyte;

    /// <summary>How many times larger than packed: more is made to fill a disk.</summary>
    private const int StorstForhallande = 100;

    private const long Smatt = 10 * Handlingsgranser.Megabyte;

    private static readonly HashSet<string> Korbara = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".wsf", ".hta", ".msi", ".dll", ".jar", ".lnk", ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".htm", ".html", ".svgz",
        ".mht", ".mhtml", ".rtf", ".swf",
    };

    /// <returns>Why the file is refused, in a sentence, or null.</returns>
    public static string? Prova(Stream innehall, Filtyp typ)
    {
        // Efter arkivets slut följer inget, inte ens en kommentar: det som ligger där är en annan fil.
        var slut = Filgranskning.Las(innehall, Math.Max(0, innehall.Length - 22), 22);
        if (slut.Length < 22 || !slut.AsSpan().StartsWith("PK\u0005\u0006"u8) || BinaryPrimitives.ReadUInt16LittleEndian(slut.AsSpan(20)) != 0) return Filgranskning.FelSlag;
        try
        {
            using var arkiv = new ZipArchive(innehall, ZipArchiveMode.Read, leaveOpen: true);
            return Delarna(arkiv, innehall.Length) ?? (typ is Filtyp.OpenDocument ? Odtgranskning.Prova(arkiv) : Officegranskning.Prova(arkiv, typ));
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
            if (del.IsEncrypted) return Last;
            if (ArMakro(del.FullName)) return Makro;
            if (ArInbaddad(del.FullName)) return Inbaddat;
            if (Otillaten(del.FullName)) return HorInteHemma;
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
        || namn.Split('/').Any(d => d is ".." or ".") || Korbara.Contains(Path.GetExtension(namn));

    private static bool ArMakro(string namn) =>
        namn.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || namn.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || namn.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase) || namn.Contains("activeX", StringComparison.OrdinalIgnoreCase)
        || namn.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || namn.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static bool ArInbaddad(string namn) =>
        namn.Contains("embeddings/", StringComparison.OrdinalIgnoreCase) || namn.Contains("oleObject", StringComparison.OrdinalIgnoreCase)
        || namn.Contains("afchunk", StringComparison.OrdinalIgnoreCase);

    internal const string Trasig = "Filen är trasig eller låst med lösenord. Öppna den, spara den på nytt utan lösenord och försök igen.";
    internal const string Last = "Filen är låst med lösenord. Spara den utan lösenord och försök igen.";
    internal const string Makro = "Filen innehåller makron, och sådana tas inte emot. Spara den utan makron, eller skriv ut den till PDF, och försök igen.";
    internal const string Inbaddat = "Filen har ett annat dokument eller objekt inbäddat i sig, till exempel ett kalkylblad, ett diagram eller en fil. Ta bort det, eller skriv ut dokumentet till PDF, och försök igen.";
    internal const string Utifran = "Dokumentet hämtar något från en annan plats när det öppnas, till exempel en mall eller en bild. Spara det utan länkar, eller skriv ut det till PDF, och försök igen.";
    internal const string HorInteHemma = "Filen innehåller delar som inte hör hemma i ett dokument. Spara den på nytt, eller skriv ut den till PDF, och försök igen.";
    internal const string ForStor = "Filen blir mycket större när den packas upp. Sådana filer tas inte emot.";
}
