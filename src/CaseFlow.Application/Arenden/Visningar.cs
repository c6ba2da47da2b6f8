using CaseFlow.Application.Personer;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Arenden;

/// <summary>A person as shown in a head or a row. Masked by the data layer: Namn is "Skyddade uppgifter" and the rest null when protected.</summary>
/// <param name="SprakText">The language in Swedish ("Arabiska") when it is not Swedish, or when the person needs an interpreter; else null.</param>
/// <param name="Version">Of the person, to be sent back with a change of her.</param>
/// <param name="Tolk">The person needs an interpreter, to the language of <paramref name="SprakText"/>.</param>
public sealed record PersonVy(
    Guid Id, string Namn, int? Alder, string? Personnummer, string? Adress, string? Telefon, string? SprakText, bool Tolk, bool Skyddad, bool Dold,
    bool Avliden, Skydd Skydd = Skydd.Ingen, int Version = 0);

/// <summary>What stands at the top of every page about an ärende.</summary>
/// <param name="NodoppnadTill">When the emergency opening by which the actor reads it ends; null when she reads it by right.</param>
/// <param name="OmbudUtgatt">The day the authority of the ombud ended, when it has.</param>
/// <param name="Version">Version of the ärende; sent back with a change so that a stale copy is refused.</param>
public sealed record ArendeHuvud(
    string Nummer, PersonVy Person, string? Ombud, string Rubrik, string? Handlaggare, bool Mitt, IReadOnlyList<StegVy> Steg, bool Avslutat, int Version,
    DateOnly? OmbudUtgatt = null, DateTimeOffset? NodoppnadTill = null)
{
    /// <summary>How much there is to read on the ärende's other pages.</summary>
    public Aktantal Akt { get; init; } = new();

    /// <summary>Who may have acted in the person's place, to choose among; whether the authority holds is tried then.</summary>
    public IReadOnlyList<OmbudVal> Ombuden { get; init; } = [];

    /// <summary>Nobody has seen what shows the authority of the ombud that the head names.</summary>
    public bool OmbudEjStyrkt { get; init; }
}

/// <summary>How many of each the ärende has.</summary>
/// <param name="Handlingar">Those that are not makulerade.</param>
/// <param name="NyaHandlingar">Those that someone else filed since its handläggare looked last; 0 for everybody else.</param>
/// <param name="Ombud">Those in the register whose task has not ended.</param>
/// <param name="Samtycken">Those that hold today.</param>
public sealed record Aktantal(int Anteckningar = 0, int Handlingar = 0, int NyaHandlingar = 0, int Ombud = 0, int Samtycken = 0, int Narstaende = 0);

/// <summary>One stage of the stage bar. Lage: klar, nu, nasta.</summary>
public sealed record StegVy(string Namn, string? Under, StegLage Lage);

public enum StegLage { Klar, Nu, Nasta }

/// <summary>A deadline with its explanation; internal and legal dates are never one.</summary>
/// <param name="Regel">Short rule for a row: "45 d + 14 d paus".</param>
/// <param name="Forklaring">Lines of term and text for "Varför?": Start, Paus, Regel, Lagrum.</param>
public sealed record FristVy(
    string Namn, DateOnly? Datum, FristLage Lage, string Text, string Regel, string Slag, IReadOnlyList<ForklaringVy> Forklaring);

public sealed record ForklaringVy(string Term, string Text);

public enum FristLage { Forsenad, Idag, Snart, Planerad, Vantar }

/// <summary>A line of the timeline: an audit event as a Swedish sentence.</summary>
/// <param name="Skal">Why, in the words of the one who did it, where a reason was asked for. Kept outside the trail.</param>
/// <param name="Arende">The number of another ärende that it leads to.</param>
/// <param name="Sida">The page of this ärende that it leads to, below the ärende's own.</param>
public sealed record TidslinjeRad(
    DateTimeOffset Tid, string Text, string? Vem, string Slag, string? Skal = null, string? Arende = null, string? Sida = null);

/// <summary>An open task as a next step: a verb and where it is done.</summary>
/// <param name="Insats">The insats that the task is about, when it is about one of several.</param>
/// <param name="KanVanta">The reader may put it aside (<see cref="Uppgifter.LaggIVantan"/>), and <paramref name="KanTasUpp"/> take it up again.</param>
/// <param name="VantarPa">What is waited for, in the words of the one who put it aside.</param>
public sealed record UppgiftVy(
    Guid Id, string Nod, string Titel, string Verb, string Lank, FristVy Frist, string? Tilldelad, bool Vantar, string? VantarText, bool KanUtforas,
    string? Insats = null, int Version = 0, bool KanVanta = false, bool KanTasUpp = false, string? VantarPa = null);
