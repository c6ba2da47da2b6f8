using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Avvikelser;

// Rummet Avvikelser: vem som helst i enheten rapporterar i tre fält, enhetens chefer och kvalitetsråd läser listan och tar emot.

/// <summary>A report in three fields; coding is the investigator's.</summary>
[Kraver(Behorighet.RapporteraAvvikelse)]
public sealed record RapporteraAvvikelse(string Vad, string NarVar, string Atgard) : ICommand<RapporteradAvvikelse>;

public sealed record RapporteradAvvikelse(Guid Id, string Nummer);

internal sealed class RapporteraAvvikelseHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, INummerserie nummer)
    : ICommandHandler<RapporteraAvvikelse, RapporteradAvvikelse>
{
    public async Task<Result<RapporteradAvvikelse>> Handle(RapporteraAvvikelse request, CancellationToken cancellationToken)
    {
        if (anrop.Aktor.Hemenhet == default) return Error.Rule("ENHET_SAKNAS", "Du är inte knuten till någon enhet. Be förvaltaren om ett uppdrag.");
        var lopnummer = await nummer.Lopnummer(string.Create(CultureInfo.InvariantCulture, $"avvikelse:{anrop.Idag.Year}"), cancellationToken);
        var rapport = Avvikelse.Rapportera(
            new(ids.Next()), ids.NextPublic(), Avvikelsenummer.Formatera(anrop.Idag.Year, lopnummer), anrop.Aktor.Hemenhet, anrop.Aktor.Id,
            request.Vad, request.NarVar, request.Atgard, anrop.Nu);
        if (rapport.Failed) return rapport.Error;

        db.Avvikelser.Add(rapport.Value.Avvikelse);
        anrop.Handelse(rapport.Value.Handelse);
        return new RapporteradAvvikelse(rapport.Value.Avvikelse.PublikId, rapport.Value.Avvikelse.Nummer);
    }
}
