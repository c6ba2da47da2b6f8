using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Ansokningar;

// Rummet Ansokningar: det som kommer in - vem som söker, hur, när det räknas
// som inkommet och vilka insatser det gäller - och granskningen vid dörren.
// En ansökan är alltid knuten till ett ärende; vad som händer sedan bor i Arenden.

/// <summary>An ansökan as it came in. What is sought is never changed afterwards, only withdrawn: one insats or all of it.</summary>
public sealed class Ansokan
{
    private readonly List<AnsoktInsats> _insatser = [];

    /// <summary>Months: a day farther before is a slip of the pen, most often the year.</summary>
    private const int LangstForeAnkomst = 3;

    private Ansokan()
    {
    }

    public AnsokanId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public PersonId PersonId { get; private set; }

    public Kanal Kanal { get; private set; }

    /// <summary>The moment it reached us.</summary>
    public DateTimeOffset Ankom { get; private set; }

    /// <summary>The day it counts as received; the deadlines start here.</summary>
    public DateOnly Ankomstdag { get; private set; }

    /// <summary>Why the day is another than the rule gives; null when the rule gave it.</summary>
    public string? AnkomstdagSkal { get; private set; }

    /// <summary>The sender's own key, by which a second delivery is recognised.</summary>
    public string? ExternId { get; private set; }

    /// <summary>Hash of the body as sent, to tell a repeated delivery from another one under the same key.</summary>
    public string? InnehallHash { get; private set; }

    /// <summary>Whether children live in the home. SoL (2025:400) 3 kap.</summary>
    public bool BarnIHemmet { get; private set; }

    public Ombud? Ombud { get; private set; }

    /// <summary>What it says of how the person is reached, when the register says otherwise.</summary>
    public LamnadKontakt? Kontakt { get; private set; }

    /// <summary>When it was noted that the whole ansökan is withdrawn.</summary>
    public DateTimeOffset? Atertagen { get; private set; }

    public int Version { get; private set; }

    /// <summary>All that was sought when it came in.</summary>
    public IReadOnlyList<AnsoktInsats> Insatser => _insatser;

    /// <summary>What is tried: those not withdrawn one by one. Never empty, for the last one is withdrawn with the whole ansökan.</summary>
    public IReadOnlyList<AnsoktInsats> Kvar => [.. _insatser.Where(i => !i.ArAtertagen)];

    /// <summary>Registers an ansökan for an ärende.</summary>
    /// <remarks>Whether the insatstyper exist is asked of the catalogue by the caller (<see cref="Ansokningsgranskning"/> for what a machine sent).</remarks>
    /// <returns>The ansökan and its event; <c>INSATS_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<RegistreradAnsokan> Registrera(
        AnsokanId id, ArendeId arende, PersonId person, Kanal kanal, DateTimeOffset ankom, bool barnIHemmet,
        IReadOnlyList<AnsoktInsats> insatser, Ombud? ombud = null, string? externId = null, string? innehallHash = null,
        LamnadKontakt? kontakt = null)
    {
        if (insatser.Count == 0) return Ansokningsgranskning.InsatsSaknas;
        if (insatser.Any(i => Textlangd.ArForLang(i.Onskemal))) return Textlangd.ForLang;
        var ansokan = new Ansokan
        {
            Id = id,
            ArendeId = arende,
            PersonId = person,
            Kanal = kanal,
            Ankom = ankom.ToUniversalTime(),
            Ankomstdag = Ansokningar.Ankomstdag.Berakna(ankom, kanal),
            BarnIHemmet = barnIHemmet,
            Ombud = ombud,
            Kontakt = kontakt,
            ExternId = externId,
            InnehallHash = innehallHash,
        };
        ansokan._insatser.AddRange(insatser);
        return new RegistreradAnsokan(ansokan, new(
            arende, id, kanal, ansokan.Ankomstdag, insatser.Count, [.. insatser.Select(i => i.Insatstyp)]));
    }

    /// <summary>Sets another day than the rule gives, e.g. when the letter demonstrably came by courier, or the mailbox was emptied that morning.</summary>
    /// <returns>The event; <c>ANKOMSTDAG_SKAL_SAKNAS</c>; <c>ANKOMSTDAG_EFTER_ANKOMST</c> when the day is later than it reached us;
    /// <c>ANKOMSTDAG_LANGT_FORE</c> when it is so long before that it is a slip of the pen.</returns>
    // FL (2017:900) 22 §, 2 st: om det inte framstår som osannolikt ...; 3 st: postlådan
    public Result<AnkomstdagAndrad> AndraAnkomstdag(DateOnly dag, string? skal)
    {
        if (string.IsNullOrWhiteSpace(skal)) return Error.Invalid("ANKOMSTDAG_SKAL_SAKNAS", "Skriv varför ankomstdagen ska vara en annan.");
        if (Textlangd.ArForLang(skal)) return Textlangd.ForLang;
        if (dag > SvenskTid.Dag(Ankom))
            return Error.Rule("ANKOMSTDAG_EFTER_ANKOMST", "Ankomstdagen kan inte vara senare än den dag ansökan nådde oss.");
        if (dag < SvenskTid.Dag(Ankom).AddMonths(-LangstForeAnkomst))
            return Error.Rule("ANKOMSTDAG_LANGT_FORE", $"Ankomstdagen kan vara högst {LangstForeAnkomst} månader före den dag ansökan nådde oss. Kontrollera årtalet.");
        var handelse = new AnkomstdagAndrad(ArendeId, Id, Ankomstdag, dag);
        (Ankomstdag, AnkomstdagSkal) = (dag, skal.Trim());
        return handelse;
    }

    /// <summary>The applicant withdraws the whole ansökan.</summary>
    /// <param name="dag">The day the person said so, between the ankomstdag and today.</param>
    /// <returns>The event; <c>ANSOKAN_ATERTAGEN</c>; <c>ATERTAGEN_I_FRAMTIDEN</c>; <c>ATERTAGEN_FORE_ANKOMST</c>.</returns>
    // FL (2017:900) 27 §: när och hur det sades antecknas
    public Result<AnsokanAtertagen> Aterta(DateOnly dag, Atertagandesatt satt, DateTimeOffset now)
    {
        if (ProvaAtertagande(dag, now) is { } fel) return fel;
        Atertagen = now.ToUniversalTime();
        return new AnsokanAtertagen(ArendeId, Id, dag, satt);
    }

    /// <summary>The applicant withdraws one insats and still asks for the others.</summary>
    /// <param name="dag">As for <see cref="Aterta"/>.</param>
    /// <returns>The event; what <see cref="Aterta"/> refuses with; <c>ANSOKT_INSATS_OKAND</c>; <c>INSATS_ATERTAGEN</c>;
    /// <c>SISTA_INSATSEN</c> when nothing would be left (<see cref="ArSista"/>): that is to withdraw the ansökan.</returns>
    // FL (2017:900) 27 §: när och hur det sades antecknas
    public Result<AnsoktInsatsAtertagen> AtertaInsats(AnsoktInsatsId id, DateOnly dag, Atertagandesatt satt, DateTimeOffset now)
    {
        if (_insatser.Find(i => i.Id == id) is not { } insats) return Error.Invalid("ANSOKT_INSATS_OKAND", "Insatsen finns inte i ansökan.");
        if (insats.ArAtertagen) return AnsoktInsats.RedanAtertagen;
        if (ProvaAtertagande(dag, now) is { } fel) return fel;
        if (ArSista(id)) return Error.Rule("SISTA_INSATSEN", "Det är den enda insats som är kvar. Ta tillbaka hela ansökan.");
        insats.Aterta(dag, satt, now);
        return new AnsoktInsatsAtertagen(ArendeId, Id, id, insats.Insatstyp, dag, satt);
    }

    /// <summary>It is the only insats left: withdrawing it withdraws the ansökan.</summary>
    public bool ArSista(AnsoktInsatsId id) => Kvar is [var enda] && enda.Id == id;

    private Error? ProvaAtertagande(DateOnly dag, DateTimeOffset now)
    {
        if (Atertagen is not null) return Error.Rule("ANSOKAN_ATERTAGEN", "Ansökan är redan återtagen.");
        if (dag > SvenskTid.Dag(now)) return Error.Invalid("ATERTAGEN_I_FRAMTIDEN", "Ansökan kan inte ha tagits tillbaka en dag som inte har varit.");
        return dag < Ankomstdag ? Error.Invalid("ATERTAGEN_FORE_ANKOMST", "Ansökan kan inte ha tagits tillbaka innan den kom in.") : null;
    }
}

/// <summary>One insats that is sought. Each gets an outcome of its own in the beslut.</summary>
public sealed class AnsoktInsats
{
    private AnsoktInsats()
    {
    }

    public AnsoktInsatsId Id { get; private set; }

    /// <summary>Code of the insatstyp in the catalogue, e.g. <c>hemtjanst</c>.</summary>
    public string Insatstyp { get; private set; } = "";

    /// <summary>What the person wants, in her own words.</summary>
    public string Onskemal { get; private set; } = "";

    /// <summary>The amount sought, in <see cref="SoktEnhet"/>; null when none was named. Less granted than sought is a partial refusal.</summary>
    public decimal? SoktOmfattning { get; private set; }

    public string? SoktEnhet { get; private set; }

    /// <summary>What an amount of it is counted in: as sought, else as the catalogue says.</summary>
    public string? Enhet => SoktEnhet ?? Insatskatalog.Finn(Insatstyp)?.Enhet;

    /// <summary>The running insats that is tried anew; null for something new.</summary>
    public InsatsId? OmprovarInsatsId { get; private set; }

    /// <summary>The time that is asked for; null when none was named.</summary>
    public DateOnly? SoktFrom { get; private set; }

    public DateOnly? SoktTom { get; private set; }

    /// <summary>The day the person said that she no longer asks for this one; null while she does.</summary>
    public DateOnly? AtertagenDag { get; private set; }

    public Atertagandesatt? AtertagenSatt { get; private set; }

    /// <summary>When it was noted.</summary>
    public DateTimeOffset? Atertagen { get; private set; }

    public bool ArAtertagen => AtertagenDag is not null;

    /// <summary>What is withdrawn is neither described nor decided.</summary>
    public static Error RedanAtertagen { get; } = Error.Rule("INSATS_ATERTAGEN", "Personen har tagit tillbaka den här insatsen. Den ska inte prövas.");

    /// <summary>Asks for what the person has today: less than that is a change to her disadvantage.</summary>
    public static AnsoktInsats Omprova(AnsoktInsatsId id, Insats lopande, string onskemal) => new()
    {
        Id = id, Insatstyp = lopande.Insatstyp, Onskemal = onskemal, SoktOmfattning = lopande.Omfattning, SoktEnhet = lopande.OmfattningEnhet,
        OmprovarInsatsId = lopande.Id, SoktFrom = lopande.From, SoktTom = lopande.Tom,
    };

    public static AnsoktInsats Skapa(AnsoktInsatsId id, string insatstyp, string? onskemal, decimal? soktOmfattning = null, string? soktEnhet = null) =>
        new() { Id = id, Insatstyp = insatstyp, Onskemal = onskemal?.Trim() ?? "", SoktOmfattning = soktOmfattning, SoktEnhet = soktEnhet };

    internal void Aterta(DateOnly dag, Atertagandesatt satt, DateTimeOffset now) =>
        (AtertagenDag, AtertagenSatt, Atertagen) = (dag, satt, now.ToUniversalTime());
}

public sealed record RegistreradAnsokan(Ansokan Ansokan, AnsokanRegistrerad Handelse);

public sealed record AnsokanRegistrerad(
    ArendeId Arende, AnsokanId Ansokan, Kanal Kanal, DateOnly Ankomstdag, int AntalInsatser, IReadOnlyList<string> Insatstyper) : IHandelse;

public sealed record AnkomstdagAndrad(ArendeId Arende, AnsokanId Ansokan, DateOnly Fran, DateOnly Till) : IHandelse;

/// <summary>How the person said that the ansökan, or one insats of it, is withdrawn.</summary>
public enum Atertagandesatt { Skriftligt = 1, Telefon = 2, Besok = 3 }

public sealed record AnsokanAtertagen(ArendeId Arende, AnsokanId Ansokan, DateOnly Dag, Atertagandesatt Satt) : IHandelse;

/// <summary>One insats is withdrawn, and the ansökan stands for the others.</summary>
public sealed record AnsoktInsatsAtertagen(
    ArendeId Arende, AnsokanId Ansokan, AnsoktInsatsId AnsoktInsats, string Insatstyp, DateOnly Dag, Atertagandesatt Satt) : IHandelse;
