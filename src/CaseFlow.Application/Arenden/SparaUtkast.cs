using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Keeps what is being typed in a place of the ärende, so that it is there again whatever happens to the browser or the session. Sent again and
/// again while one types: the last one counts.</summary>
/// <param name="Plats">Code of a <see cref="Utkastplats"/>.</param>
/// <param name="Falt">What the fields hold, by name.</param>
/// <param name="Blankett">The idempotency key of the shown form: what has been sent under it is no draft any more. Null when it has none.</param>
[Fortlopande]
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende, Behorighet.FattaBeslut)]
public sealed record SparaUtkast(string Nummer, string Plats, IReadOnlyDictionary<string, string[]> Falt, string? Blankett = null) : ICommand<SparatUtkast>
{
    public override string ToString() => $"SparaUtkast {Nummer}";
}

public sealed record SparatUtkast(DateTimeOffset Tid);

internal sealed class SparaUtkastHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Utkastdorr dorr) : ICommandHandler<SparaUtkast, SparatUtkast>
{
    public async Task<Result<SparatUtkast>> Handle(SparaUtkast request, CancellationToken cancellationToken)
    {
        var oppnad = await dorr.Oppna(request.Nummer, request.Plats, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var (arende, plats) = oppnad.Value;
        if (await ArSkickat(request.Blankett, cancellationToken)) return Skickat;
        if (Utkastfalt.SomJson(request.Falt) is not { } falt) return Utkastfalt.Ogiltiga;
        var sparat = await dorr.Egna(arende.Id, plats).SingleOrDefaultAsync(cancellationToken) is { } utkast
            ? Fortsatt(utkast, falt) : await Borja(arende.Id, plats, falt, cancellationToken);
        return sparat.Failed ? sparat.Error : new SparatUtkast(anrop.Nu);
    }

    private Result<Done> Fortsatt(Utkast utkast, string falt)
    {
        var fortsatt = utkast.Fortsatt(falt, anrop.Nu, anrop.Idag);
        if (fortsatt.Failed) return fortsatt.Error;
        if (fortsatt.Value is { } handelse) anrop.Handelse(handelse);
        return Result.Done;
    }

    private async Task<Result<Done>> Borja(ArendeId arende, Utkastplats plats, string falt, CancellationToken ct)
    {
        var agare = anrop.Aktor.Id;
        if (await db.Utkast.CountAsync(u => u.AgareId == agare, ct) >= Utkast.FlestPerPerson)
            return Error.Rule("FOR_MANGA_UTKAST", $"Du har {Utkast.FlestPerPerson} utkast. Spara eller släng något av dem först.");
        var borjat = Utkast.Borja(new(ids.Next()), agare, arende, plats, falt, anrop.Nu, anrop.Idag);
        if (borjat.Failed) return borjat.Error;
        db.Utkast.Add(borjat.Value.Utkast);
        anrop.Handelse(borjat.Value.Handelse);
        return Result.Done;
    }

    /// <summary>The form was sent and done while this was on its way: it would bring back what is already saved.</summary>
    private async Task<bool> ArSkickat(string? blankett, CancellationToken ct)
    {
        var (slag, agare) = (anrop.Aktor.Slag, anrop.Aktor.Id);
        return blankett is { Length: > 0 } && await db.Idempotensposter.AnyAsync(p => p.AktorSlag == slag && p.AktorId == agare && p.Nyckel == blankett, ct);
    }

    private static Error Skickat { get; } = Error.Conflict("UTKAST_SKICKAT", "Det här är redan sparat i ärendet.");
}
