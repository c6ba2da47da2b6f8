using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Journal;

/// <summary>One note of an ärende, to be read in whole, corrected or struck.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaAnteckning(string Nummer, int Nr) : IQuery<AnteckningSvar>;

/// <param name="FarSkriva">The actor may write notes here.</param>
/// <param name="Utkast">The correction or the invändning that the reader has begun and not signed.</param>
public sealed record AnteckningSvar(
    ArendeHuvud Huvud, AnteckningVy Anteckning, bool FarSkriva, IReadOnlyList<(string Kod, string Namn)> SlagVal, IReadOnlyList<UtkastVy> Utkast);

internal sealed class HamtaAnteckningHandler(Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Journalbok bok, Anteckningslasare lasare,
    Utkastdorr utkasten)
    : IQueryHandler<HamtaAnteckning, AnteckningSvar>
{
    public async Task<Result<AnteckningSvar>> Handle(HamtaAnteckning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await bok.Finn(oppnat.Value.Id, request.Nr, cancellationToken) is not { } anteckning) return Error.NotFound();
        anrop.Visar([anteckning.Id.Value]);
        var huvud = await huvuden.Hamta(oppnat.Value, cancellationToken);
        var vyer = await lasare.Las([anteckning], anrop.Aktor.ChefFor.Contains(oppnat.Value.EnhetId), huvud.Person.Dold, cancellationToken);
        return new AnteckningSvar(
            huvud, vyer[0], atkomst.FarSkriva, Anteckningsvyer.Slagen,
            atkomst.FarSkriva ? await utkasten.Las(oppnat.Value.Id, [Utkastslag.Anteckning], cancellationToken) : []);
    }
}
