using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Says whether the question about violence was asked; the answer itself is never written here.</summary>
/// <param name="Rev">The copy it was written from: an older one is refused with INAKTUELL_KOPIA.</param>
/// <param name="Utfall">fragad, ej-fragad or avbojd.</param>
/// <param name="Orsak">Why it was not asked, one of <see cref="EjFragadOrsak.Alla"/>; else null.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BesvaraValdsfraga(string Nummer, int Rev, string Utfall, string? Orsak, DateOnly Datum) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Valdsfraga;
}

internal sealed class BesvaraValdsfragaHandler(CaseFlowDb db, Anrop anrop, Utredningsbok bok) : ICommandHandler<BesvaraValdsfraga, Sparat>
{
    public async Task<Result<Sparat>> Handle(BesvaraValdsfraga request, CancellationToken cancellationToken)
    {
        if (Koder.TolkaValdsfraga(request.Utfall) is not { } utfall)
            return Error.Invalid(new FieldError("utfall", "Ange om frågan om våld är ställd."));
        if (request.Datum > anrop.Idag) return Error.Invalid(new FieldError("datum", "Välj en dag som har varit."));
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;

        var orsak = string.IsNullOrEmpty(request.Orsak) ? null : request.Orsak;
        var forut = utredning.Value.Valdsfraga;
        var besvarad = utredning.Value.BesvaraValdsfraga(utfall, orsak, request.Datum, request.Rev, anrop.Aktor.Id);
        if (besvarad.Failed) return besvarad.Error;
        anrop.Handelse(besvarad.Value);
        if (forut is null || (forut.Utfall, forut.Orsak, forut.Datum) != (utfall, orsak, request.Datum))
            db.Valdsfragelydelser.Add(new(utredning.Value.Id, await Nasta(utredning.Value.Id, cancellationToken), forut, anrop.Aktor.Id, anrop.Nu));
        return new Sparat(anrop.Nu, utredning.Value.ValdsfragaRev);
    }

    private async Task<int> Nasta(UtredningId utredning, CancellationToken ct) =>
        (await db.Valdsfragelydelser.Where(l => l.UtredningId == utredning).MaxAsync(l => (int?)l.Nr, ct) ?? 0) + 1;
}
