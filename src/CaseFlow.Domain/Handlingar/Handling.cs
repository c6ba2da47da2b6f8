using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Handlingar;

// Rummet Handlingar: det som kommer in till ärendet, upprättas i det och lämnar det som fil - vad det är, när,
// från eller till vem. Filen själv ligger i ett lager utanför databasen och ändras aldrig. En handling tas inte
// bort: den som lagts fel makuleras med skäl, står kvar och öppnas bara av chefen.

/// <summary>A document of an ärende, registered with what the law asks.</summary>
// OSL (2009:400) 5 kap. 1-2 §§ [overifierat]: en allmän handling registreras så snart den kommit in eller upprättats, med datum, beteckning,
// avsändare eller mottagare, och i korthet vad den rör. I en personakt får den i stället hållas ordnad. SoL (2025:400) 14 kap. 7 §: den
// förvaras så att obehöriga inte får tillgång till den.
public sealed class Handling
{
    private Handling()
    {
    }

    public HandlingId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    /// <summary>1, 2, 3... in the ärende; with the ärendenummer its designation.</summary>
    public int Nr { get; private set; }

    public Handlingsslag Slag { get; private set; }

    /// <summary>The day it came in, was drawn up or was sent.</summary>
    public DateOnly Dag { get; private set; }

    /// <summary>Who it is from, or to; null for one that was drawn up here.</summary>
    public string? Part { get; private set; }

    /// <summary>What it is about, in short.</summary>
    public string Titel { get; private set; } = "";

    /// <summary>The name to give the file when it is fetched: <see cref="Handlingsnamn"/> has cleaned it.</summary>
    public string Filnamn { get; private set; } = "";

    public Filtyp Typ { get; private set; }

    /// <summary>Bytes.</summary>
    public long Langd { get; private set; }

    /// <summary>SHA-256 of the content, in lower case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Where the file store has it: random, says nothing of what it is.</summary>
    public string Lagringsnamn { get; private set; } = "";

    public AnvandareId RegistreradAv { get; private set; }

    public DateTimeOffset Registrerad { get; private set; }

    public DateTimeOffset? Makulerad { get; private set; }

    public AnvandareId? MakuleradAv { get; private set; }

    public string? MakuleradSkal { get; private set; }

    public int Version { get; private set; }

    public bool ArMakulerad => Makulerad is not null;

    /// <summary>Registers a document. Also in a closed ärende: what comes in is registered.</summary>
    /// <param name="nr">One more than the ärende's last.</param>
    /// <param name="redan">How much the ärende already holds.</param>
    /// <returns>The document and its event; faults by field (<c>OGILTIGT</c>); <c>TEXT_FOR_LANG</c>; <c>HANDLINGAR_FULLT</c>.</returns>
    public static Result<RegistreradHandling> Registrera(
        HandlingId id, Guid publikId, Arende arende, int nr, Handlingsuppgifter uppgifter, Filuppgifter fil, Handlingsmangd redan, AnvandareId av, DateTimeOffset now)
    {
        if (Fel(arende, uppgifter, now) is { } fel) return fel;
        if (redan.Antal >= Handlingsgranser.FlestIArendet || redan.Langd + fil.Langd > Handlingsgranser.StorstIArendet)
            return Error.Rule(
                "HANDLINGAR_FULLT",
                $"Ärendet rymmer {Handlingsgranser.FlestIArendet} handlingar och {Handlingsgranser.StorstIArendet / Handlingsgranser.Megabyte} MB. Kontakta förvaltningen.");
        var handling = new Handling
        {
            Id = id,
            PublikId = publikId,
            ArendeId = arende.Id,
            Nr = nr,
            Slag = uppgifter.Slag,
            Dag = uppgifter.Dag,
            Part = Texter.Stada(uppgifter.Part),
            Titel = uppgifter.Titel!.Trim(),
            Filnamn = fil.Namn,
            Typ = fil.Typ,
            Langd = fil.Langd,
            Sha256 = fil.Sha256,
            Lagringsnamn = fil.Lagringsnamn,
            RegistreradAv = av,
            Registrerad = now.ToUniversalTime(),
        };
        return new RegistreradHandling(handling, new(arende.Id, id, nr, handling.Slag, handling.Dag, handling.Typ));
    }

    /// <summary>Takes the document out of use: it was filed in the wrong ärende, or twice. It stands with who, when and why.</summary>
    /// <returns>The event; <c>HANDLING_MAKULERAD</c>; <c>SKAL_SAKNAS</c>; <c>TEXT_FOR_LANG</c>.</returns>
    public Result<HandlingMakulerad> Makulera(AnvandareId av, string? skal, DateTimeOffset now)
    {
        if (ArMakulerad) return Error.Rule("HANDLING_MAKULERAD", "Handlingen är redan makulerad.");
        if (Texter.Stada(skal) is not { } text) return Error.Invalid("SKAL_SAKNAS", "Skriv varför handlingen makuleras.");
        if (Textlangd.ArForLang(text)) return Textlangd.ForLang;
        (Makulerad, MakuleradAv, MakuleradSkal) = (now.ToUniversalTime(), av, text);
        return new HandlingMakulerad(ArendeId, Id, Nr);
    }

    /// <summary>The refusal of one who asks for the file, or null.</summary>
    /// <param name="chef">The one who asks leads the ärende's unit.</param>
    public Error? OppningsHinder(bool chef) => ArMakulerad && !chef
        ? Error.Forbidden("HANDLING_MAKULERAD", "Handlingen är makulerad. Bara enhetens chef kan öppna den.")
        : null;

    private static Error? Fel(Arende arende, Handlingsuppgifter uppgifter, DateTimeOffset now)
    {
        var fel = new List<FieldError>();
        if (!Enum.IsDefined(uppgifter.Slag)) fel.Add(new("slag", "Välj om handlingen har kommit in, upprättats här eller skickats."));
        if (Texter.Stada(uppgifter.Titel) is null) fel.Add(new("titel", "Skriv kort vad handlingen gäller."));
        if (uppgifter.Slag is Handlingsslag.Inkommen && Texter.Stada(uppgifter.Part) is null) fel.Add(new("part", "Skriv vem handlingen kommer från."));
        if (uppgifter.Slag is Handlingsslag.Utgaende && Texter.Stada(uppgifter.Part) is null) fel.Add(new("part", "Skriv vem handlingen har skickats till."));
        if (uppgifter.Dag > SvenskTid.Dag(now)) fel.Add(new("dag", "Dagen har inte varit än."));
        // Ett intyg kan vara gammalt när det kommer in, men kommer in sedan ärendet öppnades, eller strax före.
        else if (uppgifter.Dag < SvenskTid.Dag(arende.Oppnat).AddYears(-1)) fel.Add(new("dag", "Dagen ligger mer än ett år före ärendet. Kontrollera årtalet."));
        if (fel.Count > 0) return Error.Invalid(fel);
        return uppgifter.Titel!.Trim().Length > Handlingsgranser.LangstTitel || uppgifter.Part?.Trim().Length > Handlingsgranser.LangstTitel
            ? Error.Invalid(new FieldError("titel", $"Titeln, och vem handlingen är från eller till, får ha högst {Handlingsgranser.LangstTitel} tecken."))
            : null;
    }
}

/// <summary>What is known about a document besides its file, as the form sends it.</summary>
public sealed record Handlingsuppgifter(Handlingsslag Slag, DateOnly Dag, string? Part, string? Titel)
{
    public override string ToString() => nameof(Handlingsuppgifter);
}

/// <summary>A file that has been received and found to be what it says.</summary>
/// <param name="Namn">Cleaned.</param>
public sealed record Filuppgifter(string Namn, Filtyp Typ, long Langd, string Sha256, string Lagringsnamn)
{
    public override string ToString() => nameof(Filuppgifter);
}

/// <summary>How much an ärende holds, makulerade with them.</summary>
public sealed record Handlingsmangd(int Antal, long Langd);

public readonly record struct HandlingId(long Value) : IId, IComparable<HandlingId>
{
    public static bool operator <(HandlingId a, HandlingId b) => a.Value < b.Value;

    public static bool operator >(HandlingId a, HandlingId b) => a.Value > b.Value;

    public static bool operator <=(HandlingId a, HandlingId b) => a.Value <= b.Value;

    public static bool operator >=(HandlingId a, HandlingId b) => a.Value >= b.Value;

    public int CompareTo(HandlingId other) => Value.CompareTo(other.Value);
}
