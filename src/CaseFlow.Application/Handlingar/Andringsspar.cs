using System.IO.Compression;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>Tracked changes and comments in a DOCX, XLSX or ODT: words that were taken away are left in the file, for whoever it is sent to.</summary>
// JO 2437-2006: spårade ändringar i en återanvänd mall avslöjade ett annat barn
internal static class Andringsspar
{
    public const string Text =
        "Dokumentet har spårade ändringar eller kommentarer kvar, och den som får filen kan läsa dem. Godkänn eller avvisa ändringarna och ta bort kommentarerna, eller skriv ut dokumentet till PDF, och försök igen.";

    private static readonly HashSet<string> Word = new(StringComparer.Ordinal)
    {
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange",
        "tcPrChange", "numberingChange", "comment", "commentReference",
    };

    private static readonly HashSet<string> OpenDocument = new(StringComparer.Ordinal) { "tracked-changes", "annotation" };

    private static readonly string[] Kalkyl = ["xl/comments", "xl/threadedComments/", "xl/revisions/"];

    /// <param name="innehall">Already looked at by <see cref="Filgranskning"/>.</param>
    public static bool Finns(Stream innehall, Filtyp typ)
    {
        if (typ is not (Filtyp.Word or Filtyp.Excel or Filtyp.OpenDocument)) return false;
        innehall.Position = 0;
        using var arkiv = new ZipArchive(innehall, ZipArchiveMode.Read, leaveOpen: true);
        return typ is Filtyp.Excel ? arkiv.Entries.Any(ArKalkylens) : arkiv.Entries.Any(d => HarElement(d, typ is Filtyp.Word ? Word : OpenDocument));
    }

    private static bool ArKalkylens(ZipArchiveEntry del) =>
        Kalkyl.Any(b => del.FullName.StartsWith(b, StringComparison.OrdinalIgnoreCase));

    private static bool HarElement(ZipArchiveEntry del, HashSet<string> namn) =>
        Path.GetExtension(del.FullName).Equals(".xml", StringComparison.OrdinalIgnoreCase) && Xmldelar.Element(del).Any(e => namn.Contains(e.LocalName));
}
