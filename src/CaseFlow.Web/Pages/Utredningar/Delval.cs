using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Web.Pages.Utredningar;

/// <summary>The parts of a utredning as addresses (<c>?omrade=</c>): the livsområden by their codes, and five of our own.</summary>
internal static class Delval
{
    public const string Insatser = "insatser";
    public const string Vald = "vald";
    public const string Bedomning = "bedomning";
    public const string Avsluta = "avsluta";
    public const string Tillagg = "tillagg";

    private static readonly string[] Egna = [Insatser, Vald, Bedomning, Avsluta, Tillagg];

    /// <summary>The part that is asked for; else the one begun, the first not begun, or the end. Who reads a closed utredning begins with the assessment.</summary>
    public static string Valj(UtredningSvar svar, string? onskad)
    {
        if (onskad is not null && (Egna.Contains(onskad, StringComparer.Ordinal) || svar.Omraden.Any(o => o.Kod == onskad))) return onskad;
        if (svar.Avslutad) return Bedomning;
        return (svar.Omraden.FirstOrDefault(o => o.Status == "pagar") ?? svar.Omraden.FirstOrDefault(o => o.Status == "ej-borjad"))?.Kod
            ?? (svar.Insatser.All(i => i.Beskriven) ? Bedomning : Insatser);
    }

    /// <summary>What comes after a livsområde: the next one that is not finished, then the insatser.</summary>
    public static (string Kod, string Namn) Nasta(UtredningSvar svar, string kod)
    {
        var efter = svar.Omraden.SkipWhile(o => o.Kod != kod).Skip(1).Concat(svar.Omraden.TakeWhile(o => o.Kod != kod));
        return efter.FirstOrDefault(o => o.Status is "ej-borjad" or "pagar") is { } nasta ? (nasta.Kod, nasta.Namn) : (Insatser, "Ansökta insatser");
    }

    /// <summary>The form of a part: all livsområden have the same.</summary>
    public static string Blankett(string del) => Egna.Contains(del, StringComparer.Ordinal) ? del : Omradesformular.Namn;

    /// <summary>Where one types in a part, as code; null when there is nothing to type in.</summary>
    public static string? Plats(UtredningSvar svar, string del) => del != Avsluta ? Utkastplats.Omrade(del).Kod
        : svar.Uppgift is { } uppgift ? Utkastplats.Uppgift(uppgift).Kod : null;

    /// <summary>The reader has typed something in the part that is not saved.</summary>
    public static bool HarUtkast(UtredningSvar svar, string del) => svar.Utkast.Any(u => u.Plats == Plats(svar, del));

    public static string Adress(string nummer, string del) => $"/arenden/{nummer}/utredning?omrade={del}";

    /// <summary>Where it is read who wrote what in a part.</summary>
    public static string Lydelser(string nummer, string del) => $"/arenden/{nummer}/utredning/lydelser?omrade={del}";

    private static readonly string[] Skiljetecken = [",", " och ", " från "];

    /// <summary>"Utbildning, arbete och ekonomi" -> "Utbildning", for a button.</summary>
    public static string Kort(string namn)
    {
        var slut = Skiljetecken.Select(s => namn.IndexOf(s, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(namn.Length).Min();
        return namn[..slut];
    }

    /// <summary>Where a thing that is missing is written, by what the sentence is about.</summary>
    public static string ForSaknad(UtredningSvar svar, string mening)
    {
        if (mening.Contains("våld", StringComparison.OrdinalIgnoreCase)) return Vald;
        if (mening.Contains("barn", StringComparison.OrdinalIgnoreCase) || mening.Contains("bedömning", StringComparison.OrdinalIgnoreCase)) return Bedomning;
        if (mening.Contains("insats", StringComparison.OrdinalIgnoreCase)) return Insatser;
        return svar.Omraden.FirstOrDefault(o => o.Status is "ej-borjad" or "pagar")?.Kod ?? svar.Omraden[0].Kod;
    }
}
