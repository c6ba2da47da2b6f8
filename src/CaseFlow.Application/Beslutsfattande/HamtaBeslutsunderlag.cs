using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Everything the decision page shows: proposal per insats, who decides and why, what is missing, and the letter.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FattaBeslut)]
public sealed record HamtaBeslutsunderlag(string Nummer) : IQuery<BeslutsunderlagSvar>;

/// <param name="Uppgift">The open task LamnaForslag or FattaBeslut; null when none is open.</param>
/// <param name="Nod">LamnaForslag, FattaBeslut or null.</param>
public sealed record BeslutsunderlagSvar(
    ArendeHuvud Huvud, Guid? Uppgift, string? Nod, int UppgiftVersion, IReadOnlyList<ForslagVy> Forslag, IReadOnlyList<KontrollVy> Kontroller,
    BrevVy Brev, bool AktorFarBesluta);

/// <param name="Delegation">"Beslutas av biträdande enhetschef enligt punkt 3.2: ..." as computed for this proposal.</param>
public sealed record ForslagVy(
    long AnsoktInsats, string Typ, string Namn, string Onskemal, decimal? SoktOmfattning, string Enhet, string? Utfall, decimal? Omfattning, DateOnly? From,
    DateOnly? Tom, string? Motivering, string? Mal, string Lagrum, string LagrumNot, string? Delegation, string? Niva, bool AktorFarBesluta,
    bool Fattat, int Rev);

/// <summary>A line of the check list before a decision. Lage: ok, varning, saknas.</summary>
public sealed record KontrollVy(string Rubrik, string Text, string Lage);

/// <summary>The letter as it will read; a model, rendered as page now and as PDF later.</summary>
public sealed record BrevVy(
    string Avsandare, string Enhet, string Rubrik, string Arendenummer, string DatumText, IReadOnlyList<string> Mottagare,
    IReadOnlyList<BrevRad> Rader, IReadOnlyList<BrevAvsnitt> Avsnitt, string Underskrift);

public sealed record BrevRad(string Insats, string Utfall, string Text);

public sealed record BrevAvsnitt(string Rubrik, IReadOnlyList<string> Stycken);

/// <summary>Saves the proposal for one ansökt insats.</summary>
/// <param name="Utfall">bifall, delvis-avslag or avslag.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SparaForslag(
    string Nummer, long AnsoktInsats, int Rev, string Utfall, decimal? Omfattning, DateOnly? From, DateOnly? Tom, string? Motivering,
    string? Mal) : ICommand<Utredningar.Sparat>;

/// <summary>Hands in the proposal: every ansökt insats has one, and the process finds out who decides.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LamnaForslag(Guid Uppgift, int Version) : ICommand<Uppgifter.SlutfordUppgift>;

/// <summary>Takes the decision, one outcome per ansökt insats, within the delegationsordning (KL 6 kap. 37-40 §§).</summary>
[Kraver(Behorighet.FattaBeslut)]
public sealed record FattaBeslut(Guid Uppgift, int Version) : ICommand<Uppgifter.SlutfordUppgift>;
