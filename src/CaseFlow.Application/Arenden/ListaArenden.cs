using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>The user's open ärenden, or with <paramref name="HelaEnheten"/> (chef) the unit's; keyset paged, oldest first.</summary>
/// <param name="Efter">Cursor from the previous page: the last row's number; null from the start.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record ListaArenden(bool HelaEnheten = false, bool Avslutade = false, string? Efter = null, int Antal = 50) : IQuery<ArendeLista>;

public sealed record ArendeLista(IReadOnlyList<ArendeRad> Rader, string? Nasta, int Antal, bool FarSeEnheten);

public sealed record ArendeRad(
    string Nummer, PersonVy Person, string Rubrik, string Steg, DateOnly Oppnat, int DagarHosOss, int DagarVantan, string? Handlaggare);
