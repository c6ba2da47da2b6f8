using System.Text;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Journal;

// Rummet Journal: anteckningarna om det som händer i ett ärende - vad, när, med vem - och vem som
// skrev dem. En sparad anteckning är signerad och ändras aldrig: den rättas av en ny anteckning,
// eller stryks med skäl och går ändå att läsa.

/// <summary>A note in the personakt. Signed when it is written; what was wrong is put right by another note that points at it.</summary>
// SoL (2025:400) 14 kap. 3 §, från 2025-07-01: beslut, åtgärder, faktiska omständigheter och händelser av betydelse ska dokumenteras.
// FL (2017:900) 27 §: snarast, och det ska framgå när det gjordes och av vem.
public sealed class Anteckning
{
    /// <summary>Years before the ärende was opened: a day farther back is a slip of the pen.</summary>
    private const int LangstForeArendet = 1;

    private Anteckning()
    {
    }

    public AnteckningId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    /// <summary>1, 2, 3... in the ärende: what people call it.</summary>
    public int Nr { get; private set; }

    public Anteckningsslag Slag { get; private set; }

    /// <summary>The day it happened.</summary>
    public DateOnly Dag { get; private set; }

    /// <summary>The time of day it happened, in Sweden; null when it was not said.</summary>
    public TimeOnly? Klockslag { get; private set; }

    /// <summary>Who was in contact, in the writer's words.</summary>
    public string? Med { get; private set; }

    public string Text { get; private set; } = "";

    public AnvandareId SkrivenAv { get; private set; }

    /// <summary>When it was written and signed, apart from when it happened.</summary>
    public DateTimeOffset Skriven { get; private set; }

    /// <summary>The note that this one is about; null for one that stands by itself, or is held against the akt.</summary>
    public AnteckningId? GallerId { get; private set; }

    /// <summary>Whether it corrects that note or says what the person holds against it; an invändning without <see cref="GallerId"/> is against
    /// something else in the akt. Null for one that stands by itself.</summary>
    public Anteckningskoppling? Koppling { get; private set; }

    public DateTimeOffset? Struken { get; private set; }

    public AnvandareId? StrukenAv { get; private set; }

    public string? StrukenSkal { get; private set; }

    public int Version { get; private set; }

    public bool ArStruken => Struken is not null;

    /// <summary>Writes and signs a note.</summary>
    /// <param name="nr">One more than the ärende's last.</param>
    /// <returns>The note and its event; faults by field (<c>OGILTIGT</c>); <c>TEXT_FOR_LANG</c>; <c>ANTECKNING_EFTER_AVSLUT</c> about something that
    /// happened after the ärende was closed.</returns>
    public static Result<SkrivenAnteckning> Skriv(
        AnteckningId id, Arende arende, int nr, Anteckningsinnehall innehall, AnvandareId av, DateTimeOffset now)
    {
        if (Fel(arende, innehall, now) is { } fel) return fel;
        // SoL (2025:400) 14 kap. 3 §: skyldigheten gäller ärendet. Det som händer sedan det avslutades hör till ett annat.
        if (arende.Avslutat is { } slut && innehall.Dag > SvenskTid.Dag(slut))
            return Error.Rule(
                "ANTECKNING_EFTER_AVSLUT",
                $"Ärendet avslutades {SvenskTid.Text(SvenskTid.Dag(slut))}. Du kan anteckna det som hände till och med den dagen. Det som har hänt sedan hör till ett nytt ärende.");
        var ny = Ny(id, arende, nr, innehall, av, now);
        return new SkrivenAnteckning(ny, new AnteckningSkriven(arende.Id, id, nr, ny.Slag, ny.Dag));
    }

    /// <summary>Corrects this note by a new one. Also in a closed ärende.</summary>
    /// <param name="redan">The note that already corrects this one: then that one is the one to correct.</param>
    /// <returns>As <see cref="Skriv"/>, and <c>ANTECKNING_STRUKEN</c> or <c>ANTECKNING_REDAN_RATTAD</c>.</returns>
    public Result<SkrivenAnteckning> Ratta(
        AnteckningId id, Arende arende, int nr, Anteckningsinnehall innehall, Anteckning? redan, AnvandareId av, DateTimeOffset now)
    {
        if (ArStruken) return RedanStruken;
        if (redan is not null)
            return Error.Rule("ANTECKNING_REDAN_RATTAD", $"Anteckningen är redan rättad i anteckning {redan.Nr}. Läs den, och rätta den om något fortfarande är fel.");
        if (Fel(arende, innehall, now) is { } fel) return fel;
        var ny = Om(Ny(id, arende, nr, innehall, av, now), Anteckningskoppling.Rattelse);
        return new SkrivenAnteckning(ny, new AnteckningRattad(arende.Id, id, nr, Nr));
    }

    /// <summary>Notes that the person holds something in this note to be wrong. Also in a closed ärende, and as often as she says so.</summary>
    // SoL (2025:400) 14 kap. 6 §: anser den enskilde att någon uppgift i dokumentationen är felaktig ska det antecknas
    public Result<SkrivenAnteckning> Invand(AnteckningId id, Arende arende, int nr, Anteckningsinnehall innehall, AnvandareId av, DateTimeOffset now)
    {
        if (Fel(arende, innehall, now) is { } fel) return fel;
        var ny = Om(Ny(id, arende, nr, innehall, av, now), Anteckningskoppling.Invandning);
        return new SkrivenAnteckning(ny, new InvandningNoterad(arende.Id, id, nr, Nr));
    }

    /// <summary>Notes that the person holds something in the akt to be wrong that is not a note: in the utredning, a beslut, a document or a contact. Also in a
    /// closed ärende, on any day since, and as often as she says so.</summary>
    /// <returns>As <see cref="Invand"/>.</returns>
    // SoL (2025:400) 14 kap. 6 §, från 2025-07-01, och LSS (1993:387) 21 b §: "någon uppgift i dokumentationen" är all dokumentation
    public static Result<SkrivenAnteckning> InvandMotAkten(AnteckningId id, Arende arende, int nr, Anteckningsinnehall innehall, AnvandareId av, DateTimeOffset now)
    {
        if (Fel(arende, innehall, now) is { } fel) return fel;
        var ny = Ny(id, arende, nr, innehall, av, now);
        ny.Koppling = Anteckningskoppling.Invandning;
        return new SkrivenAnteckning(ny, new InvandningNoterad(arende.Id, id, nr, null));
    }

    /// <summary>Strikes the note: it is still read, with who struck it, when and why.</summary>
    /// <param name="chef">The one who strikes leads the ärende's unit.</param>
    /// <returns>The event; <c>ANTECKNING_STRUKEN</c>; <c>STRYKS_AV_SKRIBENTEN</c>; <c>SKAL_SAKNAS</c>; <c>TEXT_FOR_LANG</c>.</returns>
    public Result<AnteckningStruken> Stryk(AnvandareId av, bool chef, string? skal, DateTimeOffset now)
    {
        if (ArStruken) return RedanStruken;
        if (av != SkrivenAv && !chef) return Error.Forbidden("STRYKS_AV_SKRIBENTEN", "Anteckningen stryks av den som skrev den eller av enhetens chef.");
        if (Texter.Stada(skal) is not { } text) return Error.Invalid("SKAL_SAKNAS", "Skriv varför anteckningen stryks.");
        if (Textlangd.ArForLang(text)) return Textlangd.ForLang;
        (Struken, StrukenAv, StrukenSkal) = (now.ToUniversalTime(), av, text);
        return new AnteckningStruken(ArendeId, Id, Nr);
    }

    private static Error RedanStruken => Error.Rule("ANTECKNING_STRUKEN", "Anteckningen är struken. Skriv en ny anteckning i stället.");

    private static Error? Fel(Arende arende, Anteckningsinnehall innehall, DateTimeOffset now)
    {
        var fel = new List<FieldError>();
        if (!Enum.IsDefined(innehall.Slag)) fel.Add(new("slag", "Välj vad anteckningen gäller."));
        if (Dagfel(arende, innehall, now) is { } dag) fel.Add(dag);
        if (Texter.Stada(innehall.Text) is null) fel.Add(new("text", "Skriv vad som hände."));
        if (fel.Count > 0) return Error.Invalid(fel);
        return Texter.ForLanga(innehall.Text, innehall.Med) ? Textlangd.ForLang : null;
    }

    private static FieldError? Dagfel(Arende arende, Anteckningsinnehall innehall, DateTimeOffset now)
    {
        var lokal = TimeZoneInfo.ConvertTime(now, SvenskTid.Zon).DateTime;
        var idag = DateOnly.FromDateTime(lokal);
        if (innehall.Dag > idag) return new("dag", "Det kan inte ha hänt en dag som inte har varit.");
        if (innehall.Dag == idag && innehall.Klockslag > TimeOnly.FromDateTime(lokal)) return new("klockslag", "Klockslaget har inte varit än.");
        return innehall.Dag < SvenskTid.Dag(arende.Oppnat).AddYears(-LangstForeArendet)
            ? new("dag", "Dagen ligger mer än ett år före ärendet. Kontrollera årtalet.") : null;
    }

    private static Anteckning Ny(AnteckningId id, Arende arende, int nr, Anteckningsinnehall innehall, AnvandareId av, DateTimeOffset now) => new()
    {
        Id = id,
        ArendeId = arende.Id,
        Nr = nr,
        Slag = innehall.Slag,
        Dag = innehall.Dag,
        Klockslag = innehall.Klockslag,
        Med = Texter.Stada(innehall.Med),
        // Samma bokstav och samma radbrytning skrivs på ett sätt, så att den som söker hittar.
        Text = Texter.Stada(innehall.Text)!.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n"),
        SkrivenAv = av,
        Skriven = now.ToUniversalTime(),
    };

    private Anteckning Om(Anteckning ny, Anteckningskoppling koppling)
    {
        (ny.GallerId, ny.Koppling) = (Id, koppling);
        return ny;
    }
}

/// <summary>What a note says, as the form sends it.</summary>
/// <param name="Med">Who was in contact.</param>
public sealed record Anteckningsinnehall(Anteckningsslag Slag, DateOnly Dag, TimeOnly? Klockslag, string? Med, string? Text)
{
    public override string ToString() => nameof(Anteckningsinnehall);
}

public readonly record struct AnteckningId(long Value) : IId, IComparable<AnteckningId>
{
    public static bool operator <(AnteckningId a, AnteckningId b) => a.Value < b.Value;

    public static bool operator >(AnteckningId a, AnteckningId b) => a.Value > b.Value;

    public static bool operator <=(AnteckningId a, AnteckningId b) => a.Value <= b.Value;

    public static bool operator >=(AnteckningId a, AnteckningId b) => a.Value >= b.Value;

    public int CompareTo(AnteckningId other) => Value.CompareTo(other.Value);
}
