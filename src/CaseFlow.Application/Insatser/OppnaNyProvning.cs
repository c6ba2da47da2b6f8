using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

/// <summary>An uppföljning showed changed needs: opens a new ärende for the same person, unit and handläggare, where the insats is tried
/// anew. The old beslut holds until there is a new one.</summary>
/// <remarks>What is to be tried stands as an ansökan with the channel <see cref="Kanal.Uppfoljning"/>, so that utredning, förslag and beslut
/// find it where they always do. It asks for what the person has today, so that less is seen as what it is.</remarks>
// SoL (2025:400) 14 kap. 2 §: "Om socialnämnden får information om något som skulle kunna leda till en åtgärd av nämnden"; 14 kap. 9 §
internal sealed class OppnaNyProvning(CaseFlowDb db, Anrop anrop, IIdKalla ids, INummerserie nummer, Handlaggarval val) : ITjansteoperation
{
    public string Namn => "insats.nyprovning";

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        var (gammalt, insatsId) = (tjanst.Arende, tjanst.Instans.InsatsId);
        var insats = db.Insatser.Local.FirstOrDefault(i => i.Id == insatsId) ?? await db.Insatser.SingleAsync(i => i.Id == insatsId, ct);
        var nytt = Arende.Oppna(
            new(ids.Next()), ids.NextPublic(), await nummer.Nasta(anrop.Idag.Year, ct), gammalt.PersonId, gammalt.EnhetId, gammalt.Skyddat,
            Arendeslag.NyProvning, anrop.Nu);
        db.Arenden.Add(nytt);
        // Skyddet följde med från det gamla ärendet: ändras det samtidigt börjar en av de två om.
        db.GorKopiorInaktuella(gammalt);
        anrop.Handelse(new NyProvningOppnad(nytt.Id, gammalt.Id, insats.Id), nytt.Id);
        anrop.Handelse(new OmprovningOppnad(gammalt.Id, nytt.Id), gammalt.Id);
        await LatJavFolja(gammalt, nytt, ct);
        // Den som har slutat får inget nytt: då fördelas det som en ansökan.
        if (gammalt.HandlaggareId is { } handlaggare && await val.FarHa(handlaggare, gammalt, ct))
        {
            var tilldelat = nytt.Tilldela(handlaggare, anrop.Aktor.Id, anrop.Nu);
            if (tilldelat.Failed) return tilldelat.Error;
            anrop.Handelse(tilldelat.Value, nytt.Id);
        }
        var underlag = await Underlag(nytt, gammalt, insats, ct);
        if (underlag.Failed) return underlag.Error;
        db.Ansokningar.Add(underlag.Value.Ansokan);

        var variabler = FeelContext.Of(("insatser", FeelList.Of([insats.Insatstyp])), ("slag", "ny-provning"));
        var start = await tjanst.Motor.Starta("bistand", nytt, variabler, null, tjanst.Instans.Id, ct);
        return start.Failed ? start.Error : FeelContext.Empty;
    }

    /// <summary>Whoever has jäv in the old ärende has it in the new.</summary>
    // FL (2017:900) 16 och 17 §§
    private async Task LatJavFolja(Arende gammalt, Arende nytt, CancellationToken ct)
    {
        foreach (var jav in await db.Jav.AsNoTracking().Where(j => j.ArendeId == gammalt.Id && j.Havt == null).OrderBy(j => j.AnvandareId).ToListAsync(ct))
        {
            var (foljer, handelse) = jav.Folj(nytt.Id, anrop.Nu);
            db.Jav.Add(foljer);
            anrop.Handelse(handelse, nytt.Id);
        }
    }

    private async Task<Result<RegistreradAnsokan>> Underlag(Arende nytt, Arende gammalt, Insats insats, CancellationToken ct)
    {
        var forra = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == gammalt.Id).OrderBy(a => a.Id).FirstOrDefaultAsync(ct);
        var onskemal = $"Ny prövning efter uppföljningen {Datumtext.Lang(anrop.Idag)} i ärende {gammalt.Nummer}.";
        return Ansokan.Registrera(
            new(ids.Next()), nytt.Id, nytt.PersonId, Kanal.Uppfoljning, anrop.Nu, forra?.BarnIHemmet ?? false,
            [AnsoktInsats.Omprova(new(ids.Next()), insats, onskemal)], Ombudet(forra?.Ombud));
    }

    private Ombud? Ombudet(Ombud? ombud) => ombud is not null && ombud.Galler(anrop.Idag)
        ? Ombud.Skapa(ombud.Namn, ombud.Roll, ombud.Telefon, ombud.Omfattning, ombud.GallerTom)
        : null;
}

/// <summary>A new ärende was opened to try an insats anew.</summary>
/// <param name="Tidigare">The ärende the insats was granted in.</param>
public sealed record NyProvningOppnad(ArendeId Arende, ArendeId Tidigare, InsatsId Insats) : IHandelse;

/// <summary>An insats of this ärende is tried anew in another one.</summary>
/// <param name="Nytt">The ärende where it is tried.</param>
public sealed record OmprovningOppnad(ArendeId Arende, ArendeId Nytt) : IHandelse;
