using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Ansokningar;

/// <summary>The choices of the page Registrera ansökan: channels, insatstyper, languages, roles; and what the reader has begun there.</summary>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record HamtaRegistreringsval : IQuery<Registreringsval>;

/// <param name="Utkast">The ansökan that the reader has begun and not registered.</param>
public sealed record Registreringsval(
    IReadOnlyList<Val> Kanaler, IReadOnlyList<Val> Insatstyper, IReadOnlyList<Val> Sprak, IReadOnlyList<Val> Ombudsroller,
    IReadOnlyList<Val> Skydd, IReadOnlyList<Val> Ombudsomfattning, IReadOnlyList<Val> Fullmaktsomfattning,
    UtkastVy? Utkast = null);

public sealed record Val(string Kod, string Text);

internal sealed class HamtaRegistreringsvalHandler(Utkastdorr utkasten) : IQueryHandler<HamtaRegistreringsval, Registreringsval>
{
    private static readonly Registreringsval Svar = new(
        [new("telefon", "Telefon"), new("besok", "Besök"), new("e-post", "E-post"), new("e-tjanst", "E-tjänst"), new("brev", "Brev"),
            new("aldre-direkt", "Äldre direkt")],
        [.. Insatskatalog.Standard.Select(t => new Val(t.Kod, Namn(t)))],
        [.. Spraknamn.Alla.Select(s => new Val(s.Kod, s.Namn))],
        [new("fullmakt", "Ombud med fullmakt"), new("god-man", "God man"), new("forvaltare", "Förvaltare"), new("framtidsfullmakt", "Framtidsfullmakt")],
        [new("ingen", "Nej"), new("sekretessmarkering", "Sekretessmarkering"), new("skyddad-folkbokforing", "Skyddad folkbokföring")],
        Ombudsuppdrag.Alla,
        [.. Ombudsomfattning.Valbara(OmbudRoll.Fullmakt).Select(o => new Val(o, Personer.Ombudsord.Namn(o)))]);

    /// <summary>The name, and what its scope is counted in where that is not plain.</summary>
    private static string Namn(Insatstyp typ) =>
        typ.Enhet is Omfattningsenhet.Plats or Omfattningsenhet.Antal or Omfattningsenhet.Arende ? typ.Namn : $"{typ.Namn} ({typ.Enhet})";

    public async Task<Result<Registreringsval>> Handle(HamtaRegistreringsval request, CancellationToken cancellationToken) =>
        Svar with { Utkast = await utkasten.Las(null, Utkastplats.NyAnsokan, cancellationToken) };
}
