using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>The ärende with everything its page shows. SKAL_KRAVS (Forbidden) when the actor must give a reason first;
/// not found for another unit or a protected person without named access.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaArende(string Nummer) : IQuery<ArendeSvar>;

/// <param name="Plats">Where the process stands, as sentences: "Väntar på att utredningen blir klar."</param>
public sealed record ArendeSvar(
    ArendeHuvud Huvud, AnsokanVy Ansokan, IReadOnlyList<UppgiftVy> Uppgifter, IReadOnlyList<string> Plats, IReadOnlyList<FristVy> Frister,
    IReadOnlyList<TidslinjeRad> Tidslinje, IReadOnlyList<BeslutVy> Beslut, IReadOnlyList<InsatsVy> Insatser, IReadOnlyList<SvarVy> Svar,
    int DagarTotalt, int DagarHosOss, int DagarVantan, ArendeAtgarder Atgarder, string? Valdsfraga);

/// <summary>What the applicant asked for, and how it came in.</summary>
public sealed record AnsokanVy(
    string Kanal, DateTimeOffset Ankom, DateOnly Ankomstdag, string? AnkomstdagSkal, bool BarnIHemmet, string? Ombud,
    IReadOnlyList<AnsoktInsatsVy> Insatser);

public sealed record AnsoktInsatsVy(string Typ, string Namn, string Onskemal, string? Omfattning);

public sealed record BeslutVy(
    string Insats, string Utfall, string? Omfattning, string? Period, string? Motivering, string Lagrum, string? Beslutsfattare, DateOnly? Beslutsdag,
    string Status, string? Delegationspunkt);

public sealed record InsatsVy(
    string Namn, string? Omfattning, string Status, string? Utforare, DateOnly? Start, DateOnly? Uppfoljning, DateOnly Beslutsdag, string? Avslut);

/// <summary>A form that was answered: who, when and what (question and answer).</summary>
public sealed record SvarVy(string Titel, DateTimeOffset Tid, string Vem, IReadOnlyList<ForklaringVy> Rader);

/// <summary>What the actor may do with the ärende besides its tasks.</summary>
public sealed record ArendeAtgarder(bool Aterta, bool RegistreraDodsfall, bool RegistreraFlytt, bool VisaSkyddade, bool AndraAnkomstdag, bool Omfordela);
