using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Seed;

/// <summary>How to sign in to the demo.</summary>
public sealed record Demoinloggning(string Anvandarnamn, string Losenord, string Namn, string Titel);

public static class Demoinloggningar
{
    /// <summary>Known to all: for made-up data on one's own machine only.</summary>
    public const string Losenord = "caseflow-demo";

    /// <summary>One of each role and another handläggare, to print where the small demo was laid.</summary>
    public static IReadOnlyList<Demoinloggning> Utvalda { get; } = For(Demoscenario.Liten);

    /// <summary>Every account that some demo lays.</summary>
    public static IReadOnlyList<Demoinloggning> Alla { get; } =
        [.. Demoscenario.Alla.SelectMany(For).DistinctBy(i => i.Anvandarnamn, StringComparer.Ordinal)];

    public static IReadOnlyList<Demoinloggning> For(Demoscenario scenario) =>
        [.. scenario.Personal.Where(p => p.Utvald).Select(p => new Demoinloggning(p.Anvandarnamn, Losenord, p.Namn, p.Titel))];
}

/// <param name="Omraden">Beginnings of the postal codes the handläggare takes.</param>
/// <param name="Utvald">Has an account. A few are enough to look around, and hashing a password takes as long as laying twenty ärenden.</param>
internal sealed record Medarbetare(
    string Anvandarnamn, string Namn, string Titel, Roll Roll, Delegatniva Delegat, string[] Sprak, string[] Omraden, bool Utvald = false)
{
    public LaggUppAnvandare SomAnrop(Domain.EnhetId enhet, DateOnly from) => new(
        Namn, Titel, enhet, Roll, Delegat, from, Sprak, Omraden, Utvald ? new Kontouppgifter(Anvandarnamn, Demoinloggningar.Losenord, Tillfalligt: false) : null);
}

/// <summary>The people of the unit.</summary>
internal static class Personal
{
    private const string Handlaggartitel = "Biståndshandläggare";

    /// <summary>Fifteen handläggare, two biträdande chefer, a chef, a förvaltare, and one at a utförare.</summary>
    public static IReadOnlyList<Medarbetare> Alla { get; } =
    [
        Handlaggare("karin", "Karin Sandgren", ["sv"], ["12850", "12851", "12852", "12853", "12854", "12855"], utvald: true),
        Handlaggare("anders", "Anders Wikholm", ["sv"], ["12830", "12831", "12832"], utvald: true),
        Handlaggare("pirjo", "Pirjo Lahtinen", ["sv", "fi"], ["12833", "12834"]),
        Handlaggare("samira", "Samira Nazari", ["sv", "fa", "ar"], ["12835", "12836"]),
        Handlaggare("lena", "Lena Brodin", ["sv"], ["12837", "12838"]),
        Handlaggare("jonas", "Jonas Ekelund", ["sv"], ["12839", "12840"]),
        Handlaggare("amina", "Amina Warsame", ["sv", "so"], ["12841", "12842"]),
        Handlaggare("helena", "Helena Storm", ["sv"], ["12843", "12844"]),
        Handlaggare("peter", "Peter Almgren", ["sv"], ["12845", "12846"]),
        Handlaggare("maja", "Maja Kowalska", ["sv", "pl"], ["12847", "12848"]),
        Handlaggare("erik", "Erik Hedman", ["sv"], ["12849", "12856"]),
        Handlaggare("nina", "Nina Petrović", ["sv", "sr", "bs", "hr"], ["12857", "12858"]),
        Handlaggare("david", "David Åkerblom", ["sv", "swl"], ["12859", "12860", "12861"]),
        Handlaggare("zeynep", "Zeynep Aydın", ["sv", "tr", "ku"], ["12862", "12863", "12864"]),
        Handlaggare("gunilla", "Gunilla Frisk", ["sv"], ["12865", "12866", "12867", "12868", "12869"]),
        Annan("henrik", "Henrik Sjöholm", "Biträdande enhetschef", Roll.BitradandeChef, Delegatniva.BitradandeChef, utvald: true),
        Annan("leila", "Leila Rahimi", "Biträdande enhetschef", Roll.BitradandeChef, Delegatniva.BitradandeChef),
        Annan("maria", "Maria Åhlund", "Enhetschef", Roll.Chef, Delegatniva.Chef, utvald: true),
        Annan("fredrik", "Fredrik Norling", "Systemförvaltare", Roll.Forvaltare, Delegatniva.Ingen, utvald: true),
        Annan("ulla", "Ulla Hagström", "Samordnare, Solbackens hemtjänst", Roll.Utforare, Delegatniva.Ingen, utvald: true),
    ];

    /// <summary>The same, and those besides them that the unit's verksamhetsplan names: färdtjänsthandläggare, two administratörer, äldrelots, and a second
    /// utförare, in the city's own regi. Everyone has an account, and the area is shared evenly. The kvalitetsråd is some of them beside their work.</summary>
    public static IReadOnlyList<Medarbetare> Hela { get; } =
    [
        .. Alla.Select((p, i) => p with { Utvald = true, Omraden = p.Roll is Roll.Handlaggare ? Jamnt(i) : [] }),
        new("frida", "Frida Bergsten", "Färdtjänsthandläggare", Roll.Fardtjansthandlaggare, Delegatniva.Handlaggare, ["sv"], [], Utvald: true),
        Annan("ritva", "Ritva Salo", "Administrativ assistent", Roll.Administrator, Delegatniva.Ingen, utvald: true),
        Annan("mikael", "Mikael Dahlin", "Administrativ assistent", Roll.Administrator, Delegatniva.Ingen, utvald: true),
        Annan("yasmin", "Yasmin Nordgren", "Äldrelots", Roll.Aldrelots, Delegatniva.Ingen, utvald: true),
        Annan("roger", "Roger Lindvall", "Samordnare, Skarpnäcks hemtjänst (egen regi)", Roll.Utforare, Delegatniva.Ingen, utvald: true),
    ];

    /// <summary>Those of <see cref="Hela"/> who sit in the kvalitetsråd; the chefer need no assignment of their own for it.</summary>
    public static IReadOnlyList<string> Kvalitetsradet { get; } = ["lena", "ritva"];

    /// <summary>Postal codes 12830-12869, of which each of the fifteen has two or three.</summary>
    private static string[] Jamnt(int plats)
    {
        const int Antal = 15, Forsta = 12830, Koder = 40;
        var (fran, till) = (plats * Koder / Antal, (plats + 1) * Koder / Antal);
        return [.. Enumerable.Range(Forsta + fran, till - fran).Select(k => k.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static Medarbetare Handlaggare(string konto, string namn, string[] sprak, string[] omraden, bool utvald = false) =>
        new(konto, namn, Handlaggartitel, Roll.Handlaggare, Delegatniva.Handlaggare, sprak, omraden, utvald);

    private static Medarbetare Annan(string konto, string namn, string titel, Roll roll, Delegatniva niva, bool utvald = false) =>
        new(konto, namn, titel, roll, niva, ["sv"], [], utvald);
}
