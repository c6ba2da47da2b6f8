using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>Adds to a closed utredning what has come to light since, until the beslut is fattat. Refused with <c>TILLAGG_LAST</c> after that, and as
/// <see cref="Utredning.LaggTill"/> refuses.</summary>
/// <param name="Rev">How many tillägg the writer read: another number is refused with INAKTUELL_KOPIA.</param>
/// <param name="Dag">The day it was said or written; null is today.</param>
/// <param name="AnsoktInsats">The insats for which the person now asks for <paramref name="SoktOmfattning"/>; else both null.</param>
/// <param name="Ombud">Who asks for it in the person's place; null when she does, and when nothing else is asked for.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivTillagg(
    string Nummer, int Rev, string? Text, string? Kalla, DateOnly? Dag, long? AnsoktInsats = null, decimal? SoktOmfattning = null, Guid? Ombud = null) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Tillagg;
}

internal sealed class SkrivTillaggHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Beslutsakter akter, Ombudsregister register)
    : ICommandHandler<SkrivTillagg, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivTillagg request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value.Id;
        var akt = await akter.Las(arende, cancellationToken);
        if (akt.Utredning is not { } utredning) return Error.NotFound();
        var uppgift = await uppgifter.Oppen(arende, Noder.Tillagg, cancellationToken);
        if (utredning.ArAvslutad && uppgift is null)
            return Error.Rule("TILLAGG_LAST", "Ett tillägg skrivs från att utredningen är avslutad tills beslutet är fattat.");
        if (request.AnsoktInsats is { } id && !akt.Ansokta.Any(a => a.Id.Value == id)) return Error.NotFound();
        if (await Ombudets(request, oppnat.Value, akt, cancellationToken) is { } hinder) return hinder;

        var text = new Tillaggstext(
            request.Text, request.Kalla, request.Dag ?? anrop.Idag, request.AnsoktInsats is { } insats ? new(insats) : null, request.SoktOmfattning);
        var tillagt = utredning.LaggTill(text, request.Rev, anrop.Aktor.Id, anrop.Nu);
        if (tillagt.Failed) return tillagt.Error;
        if (text is { AnsoktInsats: { } andrad, SoktOmfattning: { } sokt } && akt.For(andrad) is { } forslag && forslag.AndraYrkande(sokt) is { } fattat)
            return fattat;
        anrop.Handelse(tillagt.Value);
        // Ingen kommunicerar eller beslutar på ett underlag som hen inte har läst: öppnade kopior av uppgiften blir inaktuella.
        if (uppgift is not null) db.GorKopiorInaktuella(uppgift);
        return new Sparat(anrop.Nu, tillagt.Value.Nr);
    }

    /// <summary>An ombud who changes what is asked for could do so that day.</summary>
    // FL (2017:900) 14-15 §§
    private async Task<Error?> Ombudets(SkrivTillagg request, Arende arende, Beslutsakt akt, CancellationToken ct)
    {
        if (request is not { AnsoktInsats: { } insats, SoktOmfattning: { } sokt, Ombud: { } ombud }) return null;
        var forut = akt.Ansokta.First(a => a.Id.Value == insats).SoktOmfattning;
        return (await register.Prova(ombud, arende, Yrkandehandling.For(sokt, akt.Utredning!.Yrkad(new(insats), forut)), request.Dag ?? anrop.Idag, ct)).Fel;
    }
}
