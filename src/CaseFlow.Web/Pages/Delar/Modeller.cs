namespace CaseFlow.Web.Pages.Delar;

/// <summary>What a mark says. The words and the icon carry the meaning, the tone repeats it.</summary>
public enum Ton { Lugn, Fel, Varning, Klar, Ny, Skydd, Kontur }

/// <summary>A short mark with text and, when there is one, an icon (<see cref="Ikoner"/>).</summary>
public sealed record Markering(string Text, Ton Ton = Ton.Kontur, string? Ikon = null)
{
    /// <summary>The mark of a protected person: violet and a shield, used for nothing else.</summary>
    public static Markering Skyddad { get; } = new("Skyddad", Ton.Skydd, "skydd");
}

/// <summary>How near a date is; decides word, shape and colour together.</summary>
public enum Fristlage { Lugn, Snart, IDag, Forsenad, Vantar }

/// <summary>Which of the bands on Idag.</summary>
public enum Bandslag { Forsenat, Vecka, Nytt, Senare, Vantar }

/// <summary>The date of a row and why, in a few words ("60 d + 14 d paus").</summary>
public sealed record Radfrist(string Nar, string Skal, Fristlage Lage);

/// <summary>The next action as a verb.</summary>
public sealed record Atgard(string Text, string Href);

/// <summary>The latest event of a row.</summary>
public sealed record Radhandelse(string Nar, string Text);

/// <summary>One row of a band. The person is already masked when protected: no age, no name.</summary>
/// <param name="Person">"Birger Hällgren, 88" or "Skyddade uppgifter".</param>
/// <param name="DagarHosOss">Whole days the unit has had it, waiting not counted.</param>
/// <param name="DagarVantan">Whole days paused.</param>
/// <param name="Forhandsvisa">Where the ärende is shown beside the list; null when it is not.</param>
public sealed record Radinnehall(
    string Person, string Arendenummer, string Href, string Arendetyp, string Steg, Radfrist Frist, int DagarHosOss, int DagarVantan,
    Radhandelse? Handelse, Atgard Atgard, IReadOnlyList<Markering> Markeringar, string? Forhandsvisa = null);

/// <summary>Where a step of the ärende stands.</summary>
public enum Steglage { Klart, Nu, Kvar, Hoppat }

/// <summary>A step of the stage bar.</summary>
/// <param name="Not">"14 sep", "senast 27 nov"; nothing when nothing is known.</param>
public sealed record Stegpunkt(string Namn, Steglage Lage, string? Not = null);

/// <summary>Internal and legal dates are two lines, never one; a wait for someone else is no goal.</summary>
public enum Fristslag { Intern, Vantan, Lag }

/// <summary>One fact behind a date: "Start", "ansökan kom in 14 sep".</summary>
public sealed record Forklaring(string Namn, string Text, string? Href = null);

/// <summary>A deadline with its reason. <paramref name="Varfor"/> is the whole rule, one click away.</summary>
/// <param name="Rubrik">"Beslut fre 27 nov", "Lag: genast".</param>
/// <param name="Kvar">"4 d kvar", or the lagrum for a legal date.</param>
public sealed record Frist(
    Fristslag Slag, string Rubrik, Fristlage Lage, string? Kvar = null, string? Skal = null, IReadOnlyList<Forklaring>? Varfor = null);

/// <summary>Whether an event came from us, from others, or paused the clock.</summary>
public enum Handelseslag { FranAndra, FranOss, Paus }

/// <summary>An event of the timeline.</summary>
/// <param name="Tid">Shown short; the machine-readable time stands beside it.</param>
/// <param name="Skal">Why, in the words of the one who did it.</param>
public sealed record Tidpunkt(
    DateTimeOffset Nar, string Tid, string Text, Handelseslag Slag = Handelseslag.FranAndra, string? Href = null, string? Skal = null);

/// <summary>An error of a form: the field's name (empty for the whole form) and a sentence that says what to do.</summary>
public sealed record Faltfel(string Falt, string Text);

/// <summary>A fact of the person header; <paramref name="Fore"/> is the muted word before, <paramref name="Efter"/> after.</summary>
public sealed record Personfakta(string Text, string? Fore = null, string? Efter = null, bool Siffror = false);

/// <summary>A person as the viewer may see them.</summary>
/// <param name="Namn">The name, or "Skyddade uppgifter".</param>
/// <param name="Alder">"84 år"; null when protected or unknown.</param>
public sealed record Personinnehall(string Namn, string? Alder, IReadOnlyList<Markering> Markeringar, IReadOnlyList<Personfakta> Fakta);

/// <summary>A row of a letter's table: what was applied for and the answer.</summary>
public sealed record Brevrad(string Namn, string Svar, string Text, bool Viktig = false);

/// <summary>A paragraph group of a letter.</summary>
public sealed record Brevstycke(string? Rubrik, string Text, bool Dampat = false);

/// <summary>A letter as it will be read on paper. Plain text throughout: nothing in it is markup.</summary>
public sealed record Brevinnehall(
    string Avsandare, string Enhet, string Slag, string Arendenummer, string Datum, string Mottagare, string Rubrik, string Inledning,
    IReadOnlyList<Brevrad> Rader, IReadOnlyList<Brevstycke> Stycken, string Halsning);

/// <summary>How a control is tied to its label, hint and error.</summary>
public sealed record Faltkoppling(string Id, string Namn, string? BeskrivsAv, bool Ogiltigt)
{
    /// <summary>The id of the control (or of a group's first choice) for a field name; error summaries link to it.</summary>
    public static string IdFor(string namn) => "f-" + namn;

    /// <summary>"true" or null, so that the attribute is absent when the field is right.</summary>
    public string? AriaOgiltigt => Ogiltigt ? "true" : null;

    /// <summary>The ids that exist of hint and error, in reading order; null when neither.</summary>
    public static Faltkoppling For(string namn, string? hjalp, string? fel)
    {
        var id = IdFor(namn);
        var ids = string.Join(' ', new[] { hjalp is null ? null : id + "-hjalp", fel is null ? null : id + "-fel" }.OfType<string>());
        return new(id, namn, ids.Length == 0 ? null : ids, fel is not null);
    }
}
