using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Saves the proposal for one ansökt insats. It may lack something until it is handed in, but never contradict the law.</summary>
/// <param name="Rev">The copy it was written from, 0 for a new one: an older one is refused with INAKTUELL_KOPIA.</param>
/// <param name="Andringsgrund">Why a running insats may be made smaller, code of <see cref="Domain.Beslutsfattande.Andringsgrund"/>; else null.</param>
/// <param name="Upphor">The last day of a running insats that is not granted again; else null.</param>
/// <param name="Utfall">bifall, delvis-avslag or avslag.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SparaForslag(
    string Nummer, long AnsoktInsats, int Rev, string Utfall, decimal? Omfattning, DateOnly? From, DateOnly? Tom, string? Motivering,
    string? Mal, string? Andringsgrund = null, DateOnly? Upphor = null) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Forslag(AnsoktInsats);
}

internal sealed class SparaForslagHandler(
    CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Beslutsakter akter)
    : ICommandHandler<SparaForslag, Sparat>
{
    public async Task<Result<Sparat>> Handle(SparaForslag request, CancellationToken cancellationToken)
    {
        var tolkat = Tolka(request);
        if (tolkat.Failed) return tolkat.Error;
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var uppgift = await uppgifter.Oppen(arende.Id, Noder.Beslut, cancellationToken);
        if (FarSkriva(uppgift, arende) is { } hinder) return hinder;
        var akt = await akter.Las(arende.Id, cancellationToken);
        if (akt.Ansokta.FirstOrDefault(a => a.Id.Value == request.AnsoktInsats) is not { } ansokt) return await Saknas(arende.Id, new(request.AnsoktInsats), cancellationToken);
        if (tolkat.Value.Period?.From < akt.Ankomstdag)
            return Error.Invalid(new FieldError("from", $"Insatsen kan inte gälla från en dag innan ansökan kom in, {Datumtext.Lang(akt.Ankomstdag)}."));

        var rev = akt.For(ansokt.Id) is { } beslut
            ? Andra(beslut, tolkat.Value, request.Rev, Foredragande(beslut, akt, uppgift!))
            : Borja(arende.Id, akt.Yrkande(ansokt), tolkat.Value);
        return rev.Failed ? rev.Error : new Sparat(anrop.Nu, rev.Value, NyUppgiftsversion(uppgift!));
    }

    /// <summary>The person has withdrawn it since the page was read, or it is not of this ärende.</summary>
    private async Task<Error> Saknas(ArendeId arende, AnsoktInsatsId insats, CancellationToken ct) =>
        await db.Ansokningar.AnyAsync(a => a.ArendeId == arende && a.Insatser.Any(i => i.Id == insats), ct)
            ? AnsoktInsats.RedanAtertagen : Error.NotFound();

    /// <summary>While it is written, and by the one who decides while it waits for a beslut.</summary>
    private Error? FarSkriva(Uppgift? uppgift, Arende arende)
    {
        if (uppgift is null) return Error.Rule("FORSLAG_LAST", "Förslaget går inte att ändra i det steg ärendet är i nu.");
        return uppgift.Nod == Noder.FattaBeslut && uppgift.Grupp == Grupper.Chef && !anrop.Aktor.ChefFor.Contains(arende.EnhetId)
            ? Error.Forbidden("FORSLAG_LAMNAT", "Förslaget ligger hos enhetens chefer. Bara de kan ändra det.")
            : null;
    }

    // FL (2017:900) 31 § 4: föredragande är den som lade fram förslaget, också när den som beslutar ändrar i det; 17 §: aldrig den som är jävig
    private AnvandareId Foredragande(Beslut beslut, Beslutsakt akt, Uppgift uppgift) =>
        uppgift.Nod == Noder.FattaBeslut && beslut.ProvaForedragande(akt.Javiga.Keys) is null ? beslut.Foredragande : anrop.Aktor.Id;

    private Result<int> Andra(Beslut beslut, Forslag forslag, int rev, AnvandareId foredragande)
    {
        var skrivet = beslut.AndraForslag(forslag, rev, foredragande, anrop.Idag);
        if (skrivet.Failed) return skrivet.Error;
        anrop.Handelse(skrivet.Value);
        return beslut.Rev;
    }

    private Result<int> Borja(ArendeId arende, Yrkande yrkande, Forslag forslag)
    {
        var foreslaget = Beslut.Foresla(new(ids.Next()), arende, yrkande, forslag, anrop.Aktor.Id, anrop.Idag);
        if (foreslaget.Failed) return foreslaget.Error;
        db.Beslut.Add(foreslaget.Value.Beslut);
        anrop.Handelse(foreslaget.Value.Handelse);
        return foreslaget.Value.Beslut.Rev;
    }

    /// <summary>Nobody decides on a förslag they have not read: a change makes every read copy of the task FattaBeslut stale.</summary>
    private int? NyUppgiftsversion(Uppgift uppgift)
    {
        if (uppgift.Nod != Noder.FattaBeslut) return null;
        db.GorKopiorInaktuella(uppgift);
        return uppgift.Version + 1;
    }

    private static Result<Forslag> Tolka(SparaForslag request)
    {
        if (Koder.TolkaUtfall(request.Utfall) is not { } utfall)
            return Error.Invalid(new FieldError("utfall", "Välj bifall, delvis avslag eller avslag."));
        if (request.From is null && request.Tom is not null)
            return Error.Invalid(new FieldError("from", "Ange från vilken dag insatsen gäller."));
        if (request.Andringsgrund is not null && Koder.TolkaAndringsgrund(request.Andringsgrund) is null)
            return Error.Invalid(new FieldError("andringsgrund", "Välj bland alternativen."));
        var utan = new Forslag(
            utfall, request.Omfattning, null, null, request.Motivering, request.Mal, Koder.TolkaAndringsgrund(request.Andringsgrund), request.Upphor);
        if (request.From is not { } from) return utan;
        var period = Period.Skapa(from, request.Tom);
        return period.Failed ? Error.Invalid(new FieldError("tom", period.Error.Text)) : utan with { Period = period.Value };
    }
}
