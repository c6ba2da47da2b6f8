using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Personer;

/// <summary>What an authority can be for.</summary>
public static class Ombudsomfattning
{
    public const string Allt = "allt-i-arendet";
    public const string Ansoka = "ansoka";
    public const string Svara = "svara";
    public const string Aterta = "aterta";
    public const string Overklaga = "overklaga";
    public const string Samtycka = "samtycka";
    public const string Avsta = "avsta";

    private static readonly string[] Stallforetradares = [Ombud.SorjaForPerson, Ombud.BevakaRatt, Ombud.ForvaltaEgendom];
    private static readonly string[] Fullmaktens = [Allt, Ansoka, Svara, Aterta, Avsta, Overklaga, Samtycka];

    /// <summary>A fullmakt and a framtidsfullmakt say themselves what they are for; the others have the parts of the föräldrabalk, as an ansökan too may say
    /// of a fullmakt.</summary>
    public static IReadOnlyList<string> For(OmbudRoll roll) => roll.ArFullmakt() ? [.. Fullmaktens, .. Stallforetradares] : Stallforetradares;

    /// <summary>The choices of a form.</summary>
    public static IReadOnlyList<string> Valbara(OmbudRoll roll) => roll.ArFullmakt() ? Fullmaktens : Stallforetradares;
}

/// <summary>What an ombud does in the person's place. <see cref="Ombudshandling.Avsta"/> gives up what is granted, <see cref="Ombudshandling.Aterta"/> what is
/// asked for.</summary>
public enum Ombudshandling { Ansoka = 1, Svara = 2, Aterta = 3, Overklaga = 4, Samtycka = 5, Avsta = 6 }

/// <summary>Whether an ombud may do something for the person today.</summary>
public static class Ombudsregel
{
    /// <summary>Which parts of a god man's or förvaltare's task carry which act. Any one is enough.</summary>
    // Enhetens regel, inte lagens ord: läst ur föräldrabalken 11 kap. 4 § och 12 kap. 2 § [overifierat]. Att samtycka till att uppgifter om personen lämnas
    // ut rör personen själv: sörja för person. Nekandet säger att det är enhetens regel.
    private static readonly Dictionary<Ombudshandling, string[]> Bars = new()
    {
        [Ombudshandling.Ansoka] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Svara] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Aterta] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Overklaga] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Samtycka] = [Ombud.SorjaForPerson],
        [Ombudshandling.Avsta] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
    };

    /// <summary>The codes that <see cref="Hinder"/> refuses with: they are about who was chosen.</summary>
    public static IReadOnlyList<string> Koder { get; } = ["OMBUD_ANNAT_ARENDE", "OMBUD_EJ_STYRKT", "OMBUD_EJ_BORJAT", "OMBUD_UPPHORT", "OMBUD_OMFATTNING"];

    /// <summary>The refusal, or null when the authority is shown, holds today and is for this.</summary>
    /// <param name="arende">Where it is done.</param>
    /// <param name="dag">When the ombud did it.</param>
    /// <returns>One of <see cref="Koder"/>.</returns>
    public static Error? Hinder(Personombud ombud, Ombudshandling handling, ArendeId arende, DateOnly dag)
    {
        if (ombud.ArendeId is { } bara && bara != arende)
            return Error.Rule("OMBUD_ANNAT_ARENDE", $"Ombudets uppdrag gäller ett annat ärende. {Be(ombud.Roll, "som gäller det här")}.");
        if (ombud.Styrkt is null)
            return Error.Rule("OMBUD_EJ_STYRKT", $"Ombudets behörighet är inte styrkt. {Be(ombud.Roll, null)}, och anteckna det bland personens ombud.");
        if (ombud.From > dag) return Error.Rule("OMBUD_EJ_BORJAT", $"Ombudets uppdrag börjar först {SvenskTid.Text(ombud.From.Value)}.");
        if (ombud.Sista is { } sista && sista < dag)
            return Error.Rule("OMBUD_UPPHORT", $"Ombudets uppdrag gällde till och med {SvenskTid.Text(sista)}. {Be(ombud.Roll, "som gäller nu")}, eller vänd dig till personen själv.");
        return Omfattar(ombud.Omfattning, handling) ? null : Error.Rule("OMBUD_OMFATTNING", Saknas(ombud.Roll, handling));
    }

    public static bool Omfattar(IEnumerable<string> omfattning, Ombudshandling handling) =>
        omfattning.Any(o => o == Ombudsomfattning.Allt || o == Kod(handling) || Bars[handling].Contains(o, StringComparer.Ordinal));

    /// <summary>What shows the authority, by its ground: a text to write in a form.</summary>
    public static string Underlag(OmbudRoll roll) => roll switch
    {
        OmbudRoll.Fullmakt => "fullmaktens dag, eller vem som sa vad och när om den var muntlig (15 § förvaltningslagen)",
        OmbudRoll.Framtidsfullmakt => "framtidsfullmaktens dag, och vad som visar att den har trätt i kraft",
        _ => "förordnandets dag, och om det är tingsrättens eller överförmyndarens",
    };

    /// <summary>What to ask for: only an ombud by fullmakt is asked for a fullmakt.</summary>
    // FL (2017:900) 15 § gäller ombud med fullmakt. En ställföreträdare visar sitt förordnande (FB 11 kap. [overifierat]), en framtidsfullmaktshavare
    // framtidsfullmakten, som ska ha trätt i kraft (lag 2017:310 [overifierat]).
    private static string Be(OmbudRoll roll, string? som)
    {
        var till = som is null ? "" : $" {som}";
        return roll switch
        {
            OmbudRoll.Fullmakt => $"Be om en fullmakt{till}, skriftlig eller muntlig (15 § förvaltningslagen)",
            OmbudRoll.Framtidsfullmakt => $"Be om en framtidsfullmakt{till}, och det som visar att den har trätt i kraft",
            _ => $"Be om tingsrättens eller överförmyndarens förordnande{till}",
        };
    }

    private static string Kod(Ombudshandling handling) => handling switch
    {
        Ombudshandling.Ansoka => Ombudsomfattning.Ansoka,
        Ombudshandling.Svara => Ombudsomfattning.Svara,
        Ombudshandling.Aterta => Ombudsomfattning.Aterta,
        Ombudshandling.Overklaga => Ombudsomfattning.Overklaga,
        Ombudshandling.Samtycka => Ombudsomfattning.Samtycka,
        Ombudshandling.Avsta => Ombudsomfattning.Avsta,
    };

    private static string Saknas(OmbudRoll roll, Ombudshandling handling)
    {
        var att = handling switch
        {
            Ombudshandling.Ansoka => "att ansöka",
            Ombudshandling.Svara => "att svara på underlaget",
            Ombudshandling.Aterta => "att ta tillbaka en ansökan eller en del av den",
            Ombudshandling.Overklaga => "att överklaga",
            Ombudshandling.Samtycka => "att samtycka till att uppgifter lämnas",
            Ombudshandling.Avsta => "att avstå från en insats",
        };
        return roll switch
        {
            OmbudRoll.Fullmakt => $"Fullmakten omfattar inte {att}. Be om en som gör det (15 § förvaltningslagen), eller vänd dig till personen själv.",
            OmbudRoll.Framtidsfullmakt => $"Framtidsfullmakten omfattar inte {att}, så som den är antecknad. Det är dess egna ord som avgör: läs den, eller vänd dig till personen själv.",
            _ => $"Uppdraget omfattar inte {att}. Enhetens regel är att det kräver {(handling is Ombudshandling.Samtycka ? "sörja för person" : "sörja för person eller bevaka rätt")}: vänd dig till personen själv, eller fråga enhetens jurist om förordnandet räcker.",
        };
    }
}

/// <summary>An ombud did something in the person's place, and the authority was tried and found to hold.</summary>
public sealed record OmbudHandlade(ArendeId Arende, PersonombudId Ombud, Ombudshandling Handling) : IHandelse;

/// <summary>An ansökan was made by an ombud whose authority is not to be relied on.</summary>
public sealed record OmbudOsakert(ArendeId Arende, Ombudsbrist Brist) : IHandelse;

/// <summary>What is wrong with the authority that an ansökan states. It is registered all the same, and the handläggare asks.</summary>
public enum Ombudsbrist { Utgangen = 1, Omfattning = 2, EjStyrkt = 3 }
