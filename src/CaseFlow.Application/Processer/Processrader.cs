using CaseFlow.Domain;

namespace CaseFlow.Application.Processer;

// Raderna som processmotorn vilar på. Motorn själv känner dem inte: den ger effekter, och Processmotor gör dem till rader
// i samma transaktion som ärendets egna ändringar. Listor läser aldrig Tillstand.

/// <summary>A deployed definition. Immutable; a running instance stays on the version it started with.</summary>
public sealed class Processdefinition
{
    public required long Id { get; init; }

    /// <summary>Process id in the BPMN file, e.g. <c>bistand</c>.</summary>
    public required string Nyckel { get; init; }

    public required int VersionNr { get; init; }

    /// <summary>Hash over every file it was deployed with, also forms and <c>process.json</c> (hex, lower case).</summary>
    public required string Sha256 { get; init; }

    public required string Xml { get; init; }

    /// <summary>The DMN files deployed with it, by file name, as one JSON object.</summary>
    public required string Beslutstabeller { get; init; }

    /// <summary>The forms and <c>process.json</c> it was deployed with, by file name, as one JSON object.</summary>
    public required string Formular { get; init; }

    public required DateTimeOffset Inlagd { get; init; }
}

public sealed class Processinstans
{
    public required InstansId Id { get; init; }
    public required long DefinitionId { get; init; }
    public required ArendeId ArendeId { get; init; }

    /// <summary>The granted insats the instance belongs to; null for the ärende's own process.</summary>
    public InsatsId? InsatsId { get; init; }

    /// <summary>The instance that started this one, by an operation or by a call.</summary>
    public InstansId? StartadAv { get; init; }

    /// <summary>The engine's id of the call in <see cref="StartadAv"/> that waits for this one; null when nothing does.</summary>
    public string? AnropId { get; init; }

    public required Instansstatus Status { get; set; }

    /// <summary>The engine's state as JSON; read only when a command is given to the instance.</summary>
    public required string Tillstand { get; set; }

    public required DateTimeOffset Startad { get; init; }
    public DateTimeOffset? Slutad { get; set; }
    public int Version { get; set; }
}

public enum Instansstatus { Aktiv, Fullbordad, Avbruten, Misslyckad }

/// <summary>Something a person has to do: the row behind Idag. Carries what the list filters and shows, so that no list joins.</summary>
public sealed class Uppgift
{
    /// <summary>Stands for "no date": sorts last.</summary>
    public static readonly DateTimeOffset UtanFrist = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required UppgiftId Id { get; init; }
    public required Guid PublikId { get; init; }
    public required InstansId InstansId { get; init; }

    /// <summary>The engine's id of the task within the instance.</summary>
    public required string MotorId { get; init; }

    /// <summary>The BPMN element, which is also the use case and the page: <c>FattaBeslut</c>.</summary>
    public required string Nod { get; init; }

    public required string Titel { get; init; }
    public string? Formular { get; init; }
    public required ArendeId ArendeId { get; init; }
    public InsatsId? InsatsId { get; init; }
    public required EnhetId EnhetId { get; set; }

    /// <summary>handlaggare or chef: who may take it (<c>cf:group</c>, <see cref="Grupper"/>).</summary>
    public required string Grupp { get; set; }

    public AnvandareId? TilldeladId { get; set; }
    public required Uppgiftsstatus Status { get; set; }
    public required DateTimeOffset Skapad { get; init; }

    /// <summary>When it should be done; tasks without a date sort last.</summary>
    public required DateTimeOffset Forfaller { get; set; }

    /// <summary>The rule behind the date, short ("60 d", "svarstid 10 d, 25 § FL").</summary>
    public string? Forfalloregel { get; set; }

    /// <summary>Set when the task waits for someone else: code of the reason, and when it wakes.</summary>
    public string? VantarOrsak { get; set; }

    public DateTimeOffset? Vaknar { get; set; }

    /// <summary>What is waited for, in the words of the one who put it aside. Shown in the ärende, never in a list.</summary>
    public string? VantarText { get; set; }

    /// <summary>Who put it aside by hand; null when the process itself waits.</summary>
    public AnvandareId? VantarSattAv { get; set; }

    public DateTimeOffset? Slutford { get; set; }
    public AnvandareId? SlutfordAv { get; set; }
    public int Version { get; set; }
}

public enum Uppgiftsstatus { Oppen, Vantar, Slutford, Avbruten }

public sealed class Prenumeration
{
    public required long Id { get; init; }
    public required InstansId InstansId { get; init; }
    public required string MotorId { get; init; }
    public required string Slag { get; init; }
    public required string Namn { get; init; }
    public required string Korrelation { get; init; }
}

/// <summary>A workflow timer. Claimed by one node at a time; its effect commits with the claim.</summary>
public sealed class Processtimer
{
    public required long Id { get; init; }
    public required InstansId InstansId { get; init; }
    public required string MotorId { get; init; }
    public required DateTimeOffset Forfaller { get; init; }

    /// <summary>When it goes off: when it is due, and later than that while it is put aside.</summary>
    public required DateTimeOffset Tands { get; set; }

    /// <summary>How many times it has failed.</summary>
    public int Forsok { get; set; }
}

/// <summary>What a step has left to be done after its own transaction: an operation to try again, or a signal on its way to other ärenden. Claimed by
/// one node at a time like a timer; what comes of it commits with the claim.</summary>
public sealed class Utkorgspost
{
    public required long Id { get; init; }
    public required Utkorgsslag Slag { get; init; }

    /// <summary>The instance that asked.</summary>
    public required InstansId InstansId { get; init; }
    public required ArendeId ArendeId { get; init; }

    /// <summary>The engine's id of the request that waits for an answer; empty for a signal.</summary>
    public required string MotorId { get; init; }

    /// <summary>The operation's or the signal's name.</summary>
    public required string Namn { get; init; }

    public required DateTimeOffset Skapad { get; init; }

    /// <summary>When it is due: now, or when the back-off is over.</summary>
    public required DateTimeOffset Tands { get; set; }

    /// <summary>How many times it has failed.</summary>
    public int Forsok { get; set; }

    /// <summary>Code of the latest failure; null before the first.</summary>
    public string? Kod { get; set; }

    /// <summary>The instance that a signal has come to; all up to it have got it.</summary>
    public InstansId Efter { get; set; }
}

public enum Utkorgsslag { Tjanst, Signal }

/// <summary>Where a process stands still and someone must look.</summary>
public sealed class Incident
{
    public required long Id { get; init; }
    public required InstansId InstansId { get; init; }
    public required ArendeId ArendeId { get; init; }
    public required string MotorId { get; set; }
    public required string Nod { get; init; }

    /// <summary>Code of the latest cause.</summary>
    public required string Kod { get; set; }

    /// <summary>The latest cause in words: of the operation or the engine, never a value of the ärende.</summary>
    public required string Text { get; set; }
    public required DateTimeOffset Uppstod { get; init; }

    /// <summary>In <see cref="MotorId"/> when the process ended in an error that nothing caught: it cannot be tried again.</summary>
    public const string Slut = "slut";

    /// <summary>First in <see cref="MotorId"/> when what stopped is a signal on its way to the instance; its name follows.</summary>
    public const string Signal = "signal:";

    /// <summary>When a retry went through, or what it stood at was cancelled.</summary>
    public DateTimeOffset? Lost { get; set; }

    /// <summary>A retry failed at the same place: open since before, with its new cause and the engine's new id.</summary>
    public void StarKvar(string motorId, string kod, string text) => (MotorId, Kod, Text, Lost) = (motorId, kod, text, null);
}

/// <summary>Append-only history of an instance, one row a step: which elements it entered and left, when and by whom.</summary>
public sealed class Processhistorik
{
    public required long Id { get; init; }
    public required InstansId InstansId { get; init; }

    /// <summary>A JSON array in the order it happened: <c>[{"nod":"Utred","handelse":"Entered"}]</c>.</summary>
    public required string Vag { get; init; }

    public required AnvandareId Aktor { get; init; }
    public required DateTimeOffset Tid { get; init; }
}

/// <summary>What was answered in a task's form, as JSON, kept with the ärende (never in the audit trail).</summary>
public sealed class Formularsvar
{
    public required UppgiftId UppgiftId { get; init; }
    public required ArendeId ArendeId { get; init; }
    public required string Nod { get; init; }
    public required string Varden { get; init; }
    public required AnvandareId Av { get; init; }
    public required DateTimeOffset Tid { get; init; }
}
