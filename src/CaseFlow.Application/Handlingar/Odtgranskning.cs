using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CaseFlow.Application.Handlingar;

/// <summary>ODT: no script, no object of another kind in it, and no picture, section or template from elsewhere.</summary>
internal static class Odtgranskning
{
    private static readonly HashSet<string> Inbaddade = new(StringComparer.OrdinalIgnoreCase) { "object", "object-ole", "applet", "plugin", "floating-frame" };

    private static readonly HashSet<string> Program = new(StringComparer.OrdinalIgnoreCase) { "script", "event-listener", "execute-macro", "submission" };

    private static readonly HashSet<string> Hamtande = new(StringComparer.OrdinalIgnoreCase) { "dde-connection-decl", "dde-connection", "dde-source", "section-source", "table-source", "database-display" };

    /// <returns>Why the document is refused, in a sentence, or null.</returns>
    public static string? Prova(ZipArchive arkiv)
    {
        const string ratt = "application/vnd.oasis.opendocument.text";
        if (arkiv.Entries is not [{ FullName: "mimetype", Length: < 200 } forst, ..] || arkiv.GetEntry("content.xml") is null || arkiv.GetEntry("META-INF/manifest.xml") is not { } manifest)
            return Filgranskning.FelSlag;
        using (var text = new StreamReader(forst.Open(), Encoding.ASCII))
            if (text.ReadToEnd() != ratt) return Filgranskning.FelSlag;
        if (Xmldelar.Element(manifest).Any(e => e.LocalName == "encryption-data")) return Zipgranskning.Last;
        var texter = arkiv.Entries.Where(d => Path.GetExtension(d.FullName).ToUpperInvariant() is ".XML" or ".RDF" or ".SVG").ToList();
        return Xmldelar.ArForStora(texter) ? Zipgranskning.ForStor : texter.SelectMany(Xmldelar.Element).Select(Elementet).FirstOrDefault(f => f is not null);
    }

    private static string? Elementet(XmlReader element)
    {
        var namn = element.LocalName;
        if (Inbaddade.Contains(namn)) return Zipgranskning.Inbaddat;
        if (Program.Contains(namn)) return Zipgranskning.Makro;
        if (Hamtande.Contains(namn)) return Zipgranskning.Utifran;
        if (!Xmldelar.Attribut(element).TryGetValue("href", out var till) || string.IsNullOrWhiteSpace(till)) return null;
        return (namn == "a" ? Xmldelar.ArVanligLank(till) : ArDokumentets(namn, till)) ? null : Zipgranskning.Utifran;
    }

    /// <summary>In the package; or the file on someone's own disk that the document was once made from, which nobody reads again.</summary>
    private static bool ArDokumentets(string element, string till) => element == "template"
        ? !till.Contains("://", StringComparison.Ordinal) || till.StartsWith("file:///", StringComparison.OrdinalIgnoreCase)
        : Xmldelar.ArIPaketet(till) && !till.Contains("..", StringComparison.Ordinal) && !till.StartsWith('/');
}
