using System.IO.Compression;
using System.Text;
using System.Xml;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>DOCX and XLSX: what they consist of, what they are bound to, and what their fields and formulas do when the document is opened.</summary>
internal static class Officegranskning
{
    private static readonly HashSet<string> Slagen = new(StringComparer.OrdinalIgnoreCase)
    {
        ".xml", ".rels", ".vml", ".svg", ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".odttf", ".fntdata", ".sigs",
    };

    private static readonly HashSet<string> Textslag = new(StringComparer.OrdinalIgnoreCase) { ".xml", ".rels", ".vml", ".svg" };

    /// <summary>What a relation may not be, wherever it leads: the last word of its type.</summary>
    private static readonly HashSet<string> Inbaddade = new(StringComparer.OrdinalIgnoreCase) { "oleObject", "package", "aFChunk", "subDocument", "frame" };

    private static readonly HashSet<string> Program = new(StringComparer.OrdinalIgnoreCase)
    {
        "control", "activeXControlBinary", "vbaProject", "wordVbaData", "attachedToolbars", "xlMacrosheet", "xlIntlMacrosheet", "keyMapCustomizations",
    };

    private static readonly HashSet<string> Hamtande = new(StringComparer.OrdinalIgnoreCase) { "externalLink", "connections", "mailMergeSource", "mailMergeHeaderSource", "recipientData" };

    private static readonly HashSet<string> Formelelement = new(StringComparer.OrdinalIgnoreCase) { "f", "definedName", "formula", "formula1", "formula2" };

    /// <returns>Why the document is refused, in a sentence, or null.</returns>
    public static string? Prova(ZipArchive arkiv, Filtyp typ)
    {
        var (rot, huvudtyp) = typ is Filtyp.Word
            ? ("word/document.xml", "wordprocessingml.document.main+xml") : ("xl/workbook.xml", "spreadsheetml.sheet.main+xml");
        if (arkiv.GetEntry("[Content_Types].xml") is not { } innehallstyper || arkiv.GetEntry(rot) is null) return Filgranskning.FelSlag;
        if (arkiv.Entries.Any(d => !ArEttSlag(d.FullName))) return Zipgranskning.HorInteHemma;
        var texter = arkiv.Entries.Where(d => Textslag.Contains(Path.GetExtension(d.FullName))).ToList();
        if (Xmldelar.ArForStora(texter)) return Zipgranskning.ForStor;
        return Innehallstyper(innehallstyper, huvudtyp)
            ?? texter.Where(d => d.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Select(Relationer).FirstOrDefault(f => f is not null)
            ?? texter.Select(d => Texten(d, typ)).FirstOrDefault(f => f is not null);
    }

    private static bool ArEttSlag(string namn) =>
        namn.EndsWith('/') || Slagen.Contains(Path.GetExtension(namn)) || namn.Contains("/printerSettings/", StringComparison.OrdinalIgnoreCase);

    private static string? Innehallstyper(ZipArchiveEntry del, string huvudtyp)
    {
        var ratt = false;
        foreach (var element in Xmldelar.Element(del))
        {
            var attribut = Xmldelar.Attribut(element);
            if (!attribut.TryGetValue("ContentType", out var typ)) continue;
            if (Sager(typ, "macroEnabled") || Sager(typ, "vba") || Sager(typ, "activeX")) return Zipgranskning.Makro;
            if (Sager(typ, "oleObject") || Sager(typ, "message/rfc822") || Sager(typ, "html")) return Zipgranskning.Inbaddat;
            // En bild som är XML för den som öppnar den lästes inte som XML här.
            var namn = attribut.TryGetValue("Extension", out var andelse) ? "." + andelse : attribut.GetValueOrDefault("PartName", "");
            if ((typ.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || Sager(typ, "vml")) && !Textslag.Contains(Path.GetExtension(namn))) return Zipgranskning.HorInteHemma;
            ratt |= typ.EndsWith(huvudtyp, StringComparison.Ordinal);
        }
        return ratt ? null : Filgranskning.FelSlag;
    }

    private static bool Sager(string typ, string ord) => typ.Contains(ord, StringComparison.OrdinalIgnoreCase);

    /// <summary>A link that someone clicks is no harm; what the program fetches by itself is.</summary>
    private static string? Relationer(ZipArchiveEntry del)
    {
        foreach (var element in Xmldelar.Element(del))
        {
            var attribut = Xmldelar.Attribut(element);
            var slag = attribut.GetValueOrDefault("Type", "").Split('/')[^1].Trim();
            var till = attribut.GetValueOrDefault("Target", "");
            if (Inbaddade.Contains(slag)) return Zipgranskning.Inbaddat;
            if (Program.Contains(slag)) return Zipgranskning.Makro;
            if (Hamtande.Contains(slag)) return Zipgranskning.Utifran;
            var utat = attribut.TryGetValue("TargetMode", out var lage) && !lage.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase);
            if ((utat || !Xmldelar.ArIPaketet(till)) && !(slag.Equals("hyperlink", StringComparison.OrdinalIgnoreCase) && Xmldelar.ArVanligLank(till))) return Zipgranskning.Utifran;
        }
        return null;
    }

    private static string? Texten(ZipArchiveEntry del, Filtyp typ)
    {
        var (falt, formel) = (new Faltkoder(), (StringBuilder?)null);
        foreach (var nod in Xmldelar.Noder(del))
        {
            if (nod.NodeType is XmlNodeType.Element)
            {
                if (Elementet(nod) is { } fel) return fel;
                if (typ is Filtyp.Word) falt.Element(nod);
                else if (Formelelement.Contains(nod.LocalName) && !nod.IsEmptyElement) formel = new();
            }
            else if (nod.NodeType is XmlNodeType.EndElement)
            {
                falt.Slut(nod.LocalName);
                if (formel is null || !Formelelement.Contains(nod.LocalName)) continue;
                if (Formler.Hamtar(formel.ToString())) return Zipgranskning.Utifran;
                formel = null;
            }
            else if (nod.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                falt.Text(nod.Value);
                formel?.Append(nod.Value);
            }
            if (falt.Hamtar) return Zipgranskning.Utifran;
        }
        falt.Klart();
        return falt.Hamtar ? Zipgranskning.Utifran : null;
    }

    private static string? Elementet(XmlReader element) => element.LocalName.ToUpperInvariant() switch
    {
        "ALTCHUNK" or "OLEOBJECT" or "SUBDOC" => Zipgranskning.Inbaddat,
        "OLELINK" or "DDELINK" or "EXTERNALBOOK" => Zipgranskning.Utifran,
        "SCRIPT" => Zipgranskning.Makro,
        _ => null,
    };
}
