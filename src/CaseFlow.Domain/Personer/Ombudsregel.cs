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

    private static readonly string[] Stallforetradares = [Ombud.SorjaForPerson, Ombud.BevakaRatt, Ombud.ForvaltaEgendom];
    private static readonly string[] Fullmaktens = [Allt, Ansoka, Svara, Aterta, Overklaga, Samtycka];

    /// <summary>A fullmakt says itself what it is for; the others have the parts of the föräldrabalk, as an ansökan too may say of a fullmakt.</summary>
    public static IReadOnlyList<string> For(OmbudRoll roll) => roll is OmbudRoll.Fullmakt ? [.. Fullmaktens, .. Stallforetradares] : Stallforetradares;

    /// <summary>The choices of a form.</summary>
    public static IReadOnlyList<string> Valbara(OmbudRoll roll) => roll is OmbudRoll.Fullmakt ? Fullmaktens : Stallforetradares;
}

/// <summary>What an ombud does in the person's place.</summary>
public enum Ombudshandling { Ansoka = 1, Svara = 2, Aterta = 3, Overklaga = 4, Samtycka = 5 }

/// <summary>Whether an ombud may do something for the person today.</summary>
public static class Ombudsregel
{
    /// <summary>Which parts of a ställföreträdare's task carry which act. Any one is enough.</summary>
    // Föräldrabalken 11 kap. 4 § och 12 kap. 2 § [overifierat]: bevaka rätt, förvalta egendom, sörja för person. Att samtycka till att uppgifter om personen
    // lämnas ut rör personen själv: sörja för person.
    private static readonly Dictionary<Ombudshandling, string[]> Bars = new()
    {
        [Ombudshandling.Ansoka] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Svara] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Aterta] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Overklaga] = [Ombud.SorjaForPerson, Ombud.BevakaRatt],
        [Ombudshandling.Samtycka] = [Ombud.SorjaForPerson],
    };

    /// <summary>The refusal, or null when the authority is shown, holds today and is for this.</summary>
    /// <param name="arende">Where it is done.</param>
    /// <param name="dag">When the ombud did it.</param>
    /// <returns><c>OMBUD_ANNAT_ARENDE</c>, <c>OMBUD_EJ_STYRKT</c>, <c>OMBUD_EJ_BORJAT</c>, <c>OMBUD_UPPHORT</c> or <c>OMBUD_OMFATTNING</c>.</returns>
    public static Error? Hinder(Personombud ombud, Ombudshandling handling, ArendeId arende, DateOnly dag)
    {
        if (ombud.ArendeId is { } bara && bara != arende) return Error.Rule("OMBUD_ANNAT_ARENDE", "Ombudets uppdrag gäller ett annat ärende. Begär en fullmakt för det här (15 § förvaltningslagen).");
        if (ombud.Styrkt is null)
            return Error.Rule(
                "OMBUD_EJ_STYRKT",
                "Ombudets behörighet är inte styrkt. Be om en fullmakt, skriftlig eller muntlig (15 § förvaltningslagen), eller registerutdraget om god man eller förvaltare, och anteckna det bland personens ombud.");
        if (ombud.From > dag) return Error.Rule("OMBUD_EJ_BORJAT", $"Ombudets uppdrag börjar först {SvenskTid.Text(ombud.From.Value)}.");
        if (ombud.Sista is { } sista && sista < dag)
            return Error.Rule("OMBUD_UPPHORT", $"Ombudets uppdrag gällde till och med {SvenskTid.Text(sista)}. Be om en ny fullmakt (15 § förvaltningslagen), eller vänd dig till personen själv.");
        return Omfattar(ombud.Omfattning, handling) ? null : Error.Rule("OMBUD_OMFATTNING", Saknas(ombud.Roll, handling));
    }

    public static bool Omfattar(IEnumerable<string> omfattning, Ombudshandling handling) =>
        omfattning.Any(o => o == Ombudsomfattning.Allt || o == Kod(handling) || Bars[handling].Contains(o, StringComparer.Ordinal));

    private static string Kod(Ombudshandling handling) => handling switch
    {
        Ombudshandling.Ansoka => Ombudsomfattning.Ansoka,
        Ombudshandling.Svara => Ombudsomfattning.Svara,
        Ombudshandling.Aterta => Ombudsomfattning.Aterta,
        Ombudshandling.Overklaga => Ombudsomfattning.Overklaga,
        Ombudshandling.Samtycka => Ombudsomfattning.Samtycka,
    };

    private static string Saknas(OmbudRoll roll, Ombudshandling handling)
    {
        var att = handling switch
        {
            Ombudshandling.Ansoka => "att ansöka",
            Ombudshandling.Svara => "att svara på underlaget",
            Ombudshandling.Aterta => "att ta tillbaka en ansökan",
            Ombudshandling.Overklaga => "att överklaga",
            Ombudshandling.Samtycka => "att samtycka till att uppgifter lämnas",
        };
        return roll is OmbudRoll.Fullmakt
            ? $"Fullmakten omfattar inte {att}. Be om en som gör det (15 § förvaltningslagen), eller vänd dig till personen själv."
            : $"Uppdraget omfattar inte {att}: det kräver {(handling is Ombudshandling.Samtycka ? "sörja för person" : "sörja för person eller bevaka rätt")} (12 kap. föräldrabalken). Vänd dig till personen själv.";
    }
}

/// <summary>An ombud did something in the person's place, and the authority was tried and found to hold.</summary>
public sealed record OmbudHandlade(ArendeId Arende, PersonombudId Ombud, Ombudshandling Handling) : IHandelse;

/// <summary>An ansökan was made by an ombud whose authority is not to be relied on.</summary>
public sealed record OmbudOsakert(ArendeId Arende, Ombudsbrist Brist) : IHandelse;

/// <summary>What is wrong with the authority that an ansökan states. It is registered all the same, and the handläggare asks.</summary>
public enum Ombudsbrist { Utgangen = 1, Omfattning = 2, EjStyrkt = 3 }
