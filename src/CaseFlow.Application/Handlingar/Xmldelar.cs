using System.IO.Compression;
using System.Xml;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>The XML in a document, read without fetching anything and without an end: no DTD, so many characters, so deep.</summary>
internal static class Xmldelar
{
    private const int StorstDel = 20 * 1024 * 1024;
    private const long StorstTillsammans = 60 * Handlingsgranser.Megabyte;

    /// <summary>A table in a table in a text box in Word is some forty deep.</summary>
    private const int Djupast = 500;

    private static readonly XmlReaderSettings Saker = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = StorstDel };

    public static bool ArForStora(IEnumerable<ZipArchiveEntry> delar) => delar.Sum(d => d.Length) > StorstTillsammans;

    /// <summary>Every node of a part, in order.</summary>
    /// <exception cref="XmlException">It is not XML, or larger than a document's part is.</exception>
    /// <exception cref="InvalidDataException">Deeper than a document is.</exception>
    public static IEnumerable<XmlReader> Noder(ZipArchiveEntry del)
    {
        using var xml = XmlReader.Create(del.Open(), Saker);
        while (xml.Read())
        {
            if (xml.Depth > Djupast) throw new InvalidDataException("Djupare än ett dokument.");
            yield return xml;
        }
    }

    public static IEnumerable<XmlReader> Element(ZipArchiveEntry del) => Noder(del).Where(x => x.NodeType is XmlNodeType.Element);

    /// <summary>The attributes of the element, by their local names in whatever letter case.</summary>
    public static Dictionary<string, string> Attribut(XmlReader element)
    {
        var varden = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var finns = element.MoveToFirstAttribute(); finns; finns = element.MoveToNextAttribute())
            if (!varden.TryAdd(element.LocalName, element.Value)) varden[element.LocalName] += " " + element.Value;
        element.MoveToElement();
        return varden;
    }

    /// <summary>A link that someone clicks: to a page, an address or a place in the document itself. Nothing is fetched before that.</summary>
    public static bool ArVanligLank(string till)
    {
        var mal = till.Trim();
        return mal.StartsWith('#') || mal.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || mal.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || mal.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A place in the same package: relative, no scheme, not above it.</summary>
    public static bool ArIPaketet(string till)
    {
        var mal = till.Trim();
        return !mal.Contains(':', StringComparison.Ordinal) && !mal.Contains('\\', StringComparison.Ordinal) && !mal.StartsWith("//", StringComparison.Ordinal) && !mal.Contains("%3a", StringComparison.OrdinalIgnoreCase);
    }
}
