using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Begins a draft or goes on with it, once past the door of its place.</summary>
internal sealed class Utkastskrivning(CaseFlowDb db, Anrop anrop, IIdKalla ids, Utkastdorr dorr)
{
    /// <param name="arende">Null for a place that is not in an ärende.</param>
    /// <param name="blankett">The idempotency key of the shown form.</param>
    /// <returns>When; or <c>UTKAST_SKICKAT</c>, <c>UTKAST_OGILTIGT</c>, <c>UTKAST_FOR_STORT</c>, <c>FOR_MANGA_UTKAST</c>.</returns>
    public async Task<Result<SparatUtkast>> Spara(
        ArendeId? arende, Utkastplats plats, IReadOnlyDictionary<string, string[]> falten, string? blankett, CancellationToken ct)
    {
        if (await ArSkickat(blankett, ct)) return Skickat(plats);
        if (Utkastfalt.SomJson(falten) is not { } falt) return Utkastfalt.Ogiltiga;
        var sparat = await dorr.Egna(arende, plats).SingleOrDefaultAsync(ct) is { } utkast ? Fortsatt(utkast, falt) : await Borja(arende, plats, falt, ct);
        return sparat.Failed ? sparat.Error : new SparatUtkast(anrop.Nu);
    }

    private Result<Done> Fortsatt(Utkast utkast, string falt)
    {
        var fortsatt = utkast.Fortsatt(falt, anrop.Nu, anrop.Idag);
        if (fortsatt.Failed) return fortsatt.Error;
        if (fortsatt.Value is { } handelse) anrop.Handelse(handelse);
        return Result.Done;
    }

    private async Task<Result<Done>> Borja(ArendeId? arende, Utkastplats plats, string falt, CancellationToken ct)
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

    private static Error Skickat(Utkastplats plats) =>
        Error.Conflict("UTKAST_SKICKAT", plats.IArende ? "Det här är redan sparat i ärendet." : "Ansökan är redan registrerad.");
}
