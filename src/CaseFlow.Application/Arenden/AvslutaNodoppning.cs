using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The actor is done with an ärende she opened in an emergency. Also when the right to it has been taken from her: it is always hers to end.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record AvslutaNodoppning(string Nummer) : ICommand<Done>;

/// <summary>The chef, or the one who reviews the log, ends someone else's emergency opening.</summary>
[Kraver(Behorighet.SeEnheten, Behorighet.GranskaLogg)]
public sealed record AvbrytNodoppning(long Nodoppning) : ICommand<Done>;

/// <summary>Ends what someone has opened in an emergency.</summary>
internal static class Nodoppningsslut
{
    private static readonly string Grund = Atkomstbeslut.Nodoppning.Grund();

    /// <summary>All that lasts, because the right to it has ended.</summary>
    public static async Task AvslutaNodoppningar(this CaseFlowDb db, Anrop anrop, AnvandareId vem, CancellationToken ct)
    {
        var nu = anrop.Nu;
        foreach (var nodoppning in await db.Nodoppningar.Where(n => n.AnvandareId == vem && n.Tom > nu).ToListAsync(ct)) Avsluta(nodoppning, anrop);
    }

    /// <returns>Done, or <c>NODOPPNING_SLUT</c>.</returns>
    public static Result<Done> Avsluta(Nodoppning nodoppning, Anrop anrop)
    {
        var avslutad = nodoppning.Avsluta(anrop.Nu);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value, nodoppning.ArendeId);
        return Result.Done;
    }

    public static void Galler(this Anrop anrop, Nodoppning nodoppning) => anrop.Galler(nodoppning.ArendeId, Grund);
}

internal sealed class AvslutaNodoppningHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<AvslutaNodoppning, Done>
{
    public async Task<Result<Done>> Handle(AvslutaNodoppning request, CancellationToken cancellationToken)
    {
        var (aktor, nu) = (anrop.Aktor.Id, anrop.Nu);
        // Inte genom ärendets dörr: den kan ha stängts medan öppningen pågår.
        var pagar = await db.Nodoppningar
            .Where(n => n.AnvandareId == aktor && n.Tom > nu && db.Arenden.Any(a => a.Id == n.ArendeId && a.Nummer == request.Nummer)).ToListAsync(cancellationToken);
        if (pagar.Count == 0) return Error.NotFound();
        anrop.Galler(pagar[0]);
        foreach (var nodoppning in pagar)
        {
            var avslutad = Nodoppningsslut.Avsluta(nodoppning, anrop);
            if (avslutad.Failed) return avslutad;
        }
        return Result.Done;
    }
}

internal sealed class AvbrytNodoppningHandler(Anrop anrop, Granskningslista lista) : ICommandHandler<AvbrytNodoppning, Done>
{
    public async Task<Result<Done>> Handle(AvbrytNodoppning request, CancellationToken cancellationToken)
    {
        var id = new NodoppningId(request.Nodoppning);
        if (await lista.Granskningsbara().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) is not { } nodoppning) return Error.NotFound();
        anrop.Galler(nodoppning.ArendeId, "granskning");
        return Nodoppningsslut.Avsluta(nodoppning, anrop);
    }
}
