using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Moves what <see cref="PlaneraFlytt"/> showed. When something has changed since, nothing is moved and the new proposal is to be read.</summary>
/// <param name="Fingeravtryck">Of the proposal that was read.</param>
/// <param name="Skal">Why; stands in each ärende.</param>
[Kraver(Behorighet.FordelaArende)]
public sealed record FlyttaArenden(Flytturval Urval, string Fingeravtryck, string? Skal) : ICommand<FlyttadeArenden>;

/// <param name="AngrasSenast">The last moment it can be undone; null when nothing of it can.</param>
public sealed record FlyttadeArenden(Guid Flytt, int Antal, int Nya, DateTimeOffset? AngrasSenast);

internal sealed class FlyttaArendenHandler(Anrop anrop, Arendeatkomst atkomst, Flyttplanerare planerare, Flyttare flyttare)
    : ICommandHandler<FlyttaArenden, FlyttadeArenden>
{
    public async Task<Result<FlyttadeArenden>> Handle(FlyttaArenden request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Skal)) return Error.Invalid(new FieldError("Skal", "Skriv varför ärendena flyttas."));
        var planerat = await planerare.Planera(request.Urval, cancellationToken);
        if (planerat.Failed) return planerat.Error;
        var forslag = planerat.Value;
        if (forslag.Fingeravtryck != request.Fingeravtryck) return Inaktuell.Kopia;
        if (forslag.Rader.Count == 0) return Error.Rule("INGET_ATT_FLYTTA", "Inget av det som är valt kan flyttas.");

        var ids = forslag.Rader.Select(r => r.Arende).ToList();
        var arenden = await atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var flyttad = await flyttare.Flytta([.. forslag.Rader.Select(r => (arenden[r.Arende], r.Till))], forslag.Enhet, request.Skal, cancellationToken);
        if (flyttad.Failed) return flyttad.Error;
        var flytt = flyttad.Value;
        anrop.Handelse(new Domain.Arbetsfordelning.ArendenFlyttade(flytt.Id, flytt.Rader.Count));
        return new FlyttadeArenden(
            flytt.PublikId, forslag.Rader.Count, forslag.Rader.Count(r => r.Fran is null), flytt.KanAngras(anrop.Nu) ? flytt.AngrasSenast : null);
    }
}
