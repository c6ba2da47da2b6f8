using System.Buffers;
using System.Text;
using System.Xml;

namespace CaseFlow.Application.Handlingar;

/// <summary>The fields of a Word document as they are read, run by run: a code can be cut into many runs and lie in another field.</summary>
internal sealed class Faltkoder
{
    private const int Djupast = 50;

    /// <summary>Fields that read another file, another program or a database.</summary>
    private static readonly HashSet<string> Hamtande = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE", "DDEAUTO", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "RD", "DATABASE",
    };

    private static readonly SearchValues<char> Namnslut = SearchValues.Create(" \t\r\n\u00A0\"\\\u201C\u201D");

    private readonly Stack<StringBuilder> oppna = new();
    private StringBuilder utanfor = new();
    private bool iKod;

    /// <summary>A field that fetches has been seen, or one whose name cannot be read because another field writes it.</summary>
    public bool Hamtar { get; private set; }

    public void Element(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "instrText" or "delInstrText":
                iKod = !element.IsEmptyElement;
                break;
            case "fldSimple":
                Prova(Xmldelar.Attribut(element).GetValueOrDefault("instr", ""));
                break;
            case "fldChar":
                Tecken(Xmldelar.Attribut(element).GetValueOrDefault("fldCharType", ""));
                break;
        }
    }

    public void Slut(string element) => iKod &= element is not ("instrText" or "delInstrText");

    public void Text(string text)
    {
        if (iKod) (oppna.TryPeek(out var kod) ? kod : utanfor).Append(text);
    }

    /// <summary>The part has ended: what was never closed counts too.</summary>
    public void Klart()
    {
        while (oppna.TryPop(out var kod)) Prova(kod.ToString());
        Prova(utanfor.ToString());
    }

    private void Tecken(string slag)
    {
        switch (slag.Trim().ToUpperInvariant())
        {
            case "BEGIN":
                // { { QUOTE 68 68 69 } ... }: namnet skrivs av ett annat fält och går inte att läsa här.
                Hamtar |= oppna.Count >= Djupast || (oppna.TryPeek(out var yttre) && !HarNamn(yttre.ToString()));
                Prova(utanfor.ToString());
                utanfor = new();
                oppna.Push(new());
                break;
            case "SEPARATE" when oppna.TryPeek(out var kod):
                Prova(kod.ToString());
                break;
            case "END" when oppna.TryPop(out var kod):
                Prova(kod.ToString());
                break;
        }
    }

    private static bool HarNamn(string kod) => Namn(kod) is { Length: > 0 } namn && kod.TrimStart().Length > namn.Length;

    private static string Namn(string kod)
    {
        var text = kod.TrimStart();
        var slut = text.AsSpan().IndexOfAny(Namnslut);
        return slut < 0 ? text : text[..slut];
    }

    private void Prova(string kod)
    {
        var namn = Namn(kod);
        Hamtar |= Hamtande.Contains(namn) || (namn.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) && !Klickas(kod.TrimStart()[namn.Length..].Trim()));
    }

    /// <summary>The address, quoted or not, or a place in the document (<c>\l</c>).</summary>
    private static bool Klickas(string argument) =>
        argument.Length == 0 || (argument[0] == '\\' && !argument.StartsWith(@"\\", StringComparison.Ordinal)) || argument.Trim('"', '\u201C', '\u201D', ' ').Length == 0
        || Xmldelar.ArVanligLank(argument.TrimStart('"', '\u201C', '\u201D', ' '));
}

/// <summary>Formulas in a workbook that reach out of it: DDE (<c>program|'fråga'!A1</c>) and the functions that fetch or call.</summary>
internal static class Formler
{
    private static readonly string[] Funktioner = ["WEBSERVICE", "IMAGE", "RTD", "CALL", "REGISTER", "REGISTER.ID", "EXEC"];

    public static bool Hamtar(string formel)
    {
        var utan = UtanCitat(formel);
        return utan.Contains('|', StringComparison.Ordinal) || Funktioner.Any(f => Anropar(utan, f));
    }

    private static bool Anropar(string formel, string funktion)
    {
        for (var plats = formel.IndexOf(funktion, StringComparison.OrdinalIgnoreCase); plats >= 0; plats = formel.IndexOf(funktion, plats + 1, StringComparison.OrdinalIgnoreCase))
            if ((plats == 0 || !char.IsLetterOrDigit(formel[plats - 1])) && formel.AsSpan(plats + funktion.Length).TrimStart().StartsWith('(')) return true;
        return false;
    }

    private static string UtanCitat(string formel)
    {
        var (kvar, citat) = (new StringBuilder(formel.Length), '\0');
        foreach (var tecken in formel)
        {
            if (citat != '\0') citat = tecken == citat ? '\0' : citat;
            else if (tecken is '"' or '\'') citat = tecken;
            else kvar.Append(tecken);
        }
        return kvar.ToString();
    }
}
