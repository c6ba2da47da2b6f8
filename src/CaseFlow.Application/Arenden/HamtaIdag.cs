using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>The landing page: what to do now, in four bands.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaIdag : IQuery<IdagSvar>;

/// <param name="SedanText">"fredag 16.48": when the user was here last; null the first time.</param>
/// <param name="SenareAntal">Open tasks due after this week that are not new; shown as a line with a link.</param>
public sealed record IdagSvar(
    DateOnly Idag, int OppnaArenden, int AttGoraIdag, string? SedanText, IReadOnlyList<IdagBand> Band, int SenareAntal);

/// <param name="Antal">Counted by the server over the whole band, capped at 1000.</param>
public sealed record IdagBand(BandSlag Slag, int Antal, IReadOnlyList<IdagRad> Rader);

public enum BandSlag { ForsenatOchIdag, DennaVecka, NyttSedanSist, Vantar }

/// <param name="Verb">The next action as a verb: "Föreslå beslut".</param>
public sealed record IdagRad(
    Guid UppgiftId, string Arendenummer, PersonVy Person, string Arendetyp, string Steg, string Verb, string Lank, FristVy Frist,
    int DagarHosOss, int DagarVantan, string? SenasteHandelse, DateTimeOffset? SenasteTid, bool Ny);
