using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Someone reports that she has jäv in an ärende. From then on she takes no part in it: what was hers goes to the chef, who tries the
/// question. Never refused for a stale copy: it is to be reported at once.</summary>
// FL (2017:900) 17 och 18 §§
[Kraver(Behorighet.LasaArende)]
public sealed record AnmalJav(string Nummer, string? Orsak) : ICommand<Done>
{
    public override string ToString() => $"AnmalJav {Nummer}";
}

/// <summary>The chef registers someone else's jäv, and has thereby tried it.</summary>
/// <param name="Version">Of the ärende, as it was read.</param>
[Kraver(Behorighet.FordelaArende)]
public sealed record RegistreraJav(string Nummer, int Version, long Anvandare, string? Orsak) : ICommand<Done>
{
    public override string ToString() => $"RegistreraJav {Nummer}";
}

/// <summary>The chef tries a jäv: it stands, or it is lifted with a reason.</summary>
/// <param name="Version">Of the jäv, as it was read.</param>
[Kraver(Behorighet.FordelaArende)]
public sealed record ProvaJav(string Nummer, long Anvandare, int Version, bool Javig, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"ProvaJav {Nummer}";
}

/// <summary>Makes a jäv hold.</summary>
internal sealed class Javsanmalan(CaseFlowDb db, Anrop anrop, Frantagande frantagande)
{
    public async Task<Result<Done>> Ta(Arende arende, Result<AnmaltJav> anmalt, CancellationToken ct)
    {
        if (arende.ArAvslutat) return Error.Rule("ARENDE_AVSLUTAT", "Ärendet är avslutat: det finns inget att ta del i.");
        if (anmalt.Failed) return anmalt.Error;
        var (jav, handelse) = anmalt.Value;
        if (await db.Jav.AnyAsync(j => j.AnvandareId == jav.AnvandareId && j.ArendeId == jav.ArendeId && j.Havt == null, ct))
            return Error.Conflict("JAV_FINNS", "Jävet är redan anmält.");
        db.Jav.Add(jav);
        anrop.Handelse(handelse);
        if (arende.HandlaggareId == jav.AnvandareId) await frantagande.Ta(arende, ct);
        // Den som just nu fördelar ärendet läser om.
        db.GorKopiorInaktuella(arende);
        return Result.Done;
    }
}

internal sealed class AnmalJavHandler(Anrop anrop, Arendeatkomst atkomst, Javsanmalan anmalan) : ICommandHandler<AnmalJav, Done>
{
    public async Task<Result<Done>> Handle(AnmalJav request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        return await anmalan.Ta(oppnat.Value, Jav.Anmal(anrop.Aktor.Id, oppnat.Value.Id, request.Orsak, anrop.Nu), cancellationToken);
    }
}

internal sealed class RegistreraJavHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Javsanmalan anmalan) : ICommandHandler<RegistreraJav, Done>
{
    public async Task<Result<Done>> Handle(RegistreraJav request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        var vem = new AnvandareId(request.Anvandare);
        if (vem == anrop.Aktor.Id || !await db.ArbetarI(arende.EnhetId, anrop.Idag).AnyAsync(a => a.Id == vem, cancellationToken))
            return Error.Invalid(new FieldError("javAnvandare", "Välj vem som har jäv."));
        return await anmalan.Ta(arende, Jav.Registrera(vem, arende.Id, request.Orsak, anrop.Aktor.Id, anrop.Nu), cancellationToken);
    }
}

internal sealed class ProvaJavHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<ProvaJav, Done>
{
    public async Task<Result<Done>> Handle(ProvaJav request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (id, vem) = (oppnat.Value.Id, new AnvandareId(request.Anvandare));
        if (await db.Jav.SingleOrDefaultAsync(j => j.ArendeId == id && j.AnvandareId == vem && j.Havt == null, cancellationToken) is not { } jav)
            return Inaktuell.Kopia;
        if (jav.Version != request.Version) return Inaktuell.Kopia;
        var provat = jav.Prova(request.Javig, request.Skal, anrop.Aktor.Id, anrop.Nu);
        if (provat.Failed) return provat.Error;
        anrop.Handelse(provat.Value);
        return Result.Done;
    }
}
