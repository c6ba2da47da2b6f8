using CaseFlow.Application.Insatser;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Uppfoljningar;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Did it become as it was meant? The insats goes on, is tried anew or ends. SoL (2025:400) 5 kap. 2 §.</summary>
internal sealed class FoljUpp(CaseFlowDb db, Anrop anrop, IIdKalla ids) : IUppgiftshandling
{
    private static readonly Steg[] UtanBeslut = [Steg.Ansokan, Steg.Utredning, Steg.Kommunicering, Steg.Beslut];

    public string Nod => nameof(FoljUpp);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var (utgang, nasta) = (Utgangskoder.Tolka(svar.Text("utgang"))!.Value, svar.Dag("uppfoljningsdag"));
        if (utgang is Uppfoljningsutgang.Avslut && AvslutFel(svar) is { } avslut) return avslut;
        if (utgang is not Uppfoljningsutgang.Avslut && Uppfoljningsdag.Fel(nasta, anrop.Idag) is { } utanfor) return Error.Invalid(utanfor);

        var insats = await db.Insatser.SingleAsync(i => i.Id == lage.Uppgift.InsatsId, ct);
        if (EfterTiden(insats, utgang, nasta) is { } sent) return sent;
        if (utgang is Uppfoljningsutgang.NyProvning && await ProvasRedan(insats, ct) is { } redan)
            return Svarsvarden.Fel("utgang", $"Insatsen prövas redan på nytt i ärende {redan}. Välj att den fortsätter tills det beslutet är fattat.");
        var uppfoljning = await db.Uppfoljningar.Where(u => u.InsatsId == insats.Id && u.Genomford == null).OrderBy(u => u.Id).FirstAsync(ct);
        var genomford = uppfoljning.Genomfor(
            svar.Text("resultat")!, svar.Text("maluppfyllelse")!, utgang, nasta, anrop.Idag, anrop.Idag, anrop.Aktor.Id);
        if (genomford.Failed) return genomford.Error;
        anrop.Handelse(genomford.Value);
        var fel = utgang is Uppfoljningsutgang.Avslut ? Avsluta(insats, svar) : Planera(insats, nasta!.Value);
        return fel is null ? svar.Korta(lage.Formular!) : fel;
    }

    public string Kvittens(FeelContext svar) => svar.Text("utgang") switch
    {
        "avslut" => "Uppföljningen är sparad och insatsen är avslutad.",
        "ny-provning" => $"Uppföljningen är sparad. Behovet prövas på nytt i ett nytt ärende{(Nytt is { } nummer ? $", {nummer}" : "")}.",
        _ => $"Uppföljningen är sparad. Nästa är {Datumtext.Lang(svar.Dag("uppfoljningsdag")!.Value)}.",
    };

    /// <summary>The ärende the process has opened in this call.</summary>
    private string? Nytt => anrop.Handelser.Select(h => h.Handelse).OfType<OmprovningOppnad>().FirstOrDefault() is { } oppnad
        ? db.Arenden.Local.FirstOrDefault(a => a.Id == oppnad.Nytt)?.Nummer : null;

    /// <summary>The ärende that tries the insats anew and has no beslut yet. Two at once would each begin from the same beslut, and the later one would
    /// change what the person no longer has.</summary>
    private async Task<string?> ProvasRedan(Insats insats, CancellationToken ct) => await db.Arenden
        .Where(a => a.PersonId == insats.PersonId && a.Slag == Arendeslag.NyProvning && UtanBeslut.Contains(a.Steg)
            && db.Ansokningar.Any(x => x.ArendeId == a.Id && x.Insatser.Any(i => i.OmprovarInsatsId == insats.Id)))
        .OrderBy(a => a.Id).Select(a => a.Nummer).FirstOrDefaultAsync(ct);

    /// <summary>What a beslut gave does not go on after its last day: it ends, or the need is tried anew.</summary>
    private Error? EfterTiden(Insats insats, Uppfoljningsutgang utgang, DateOnly? nasta) => insats.Tom is not { } tom || utgang is Uppfoljningsutgang.Avslut ? null
        : utgang is Uppfoljningsutgang.Fortsatter && tom <= anrop.Idag
            ? Svarsvarden.Fel("utgang", $"Beslutet gällde till och med {Datumtext.Lang(tom)}. Avsluta insatsen, eller pröva behovet på nytt.")
        : tom > anrop.Idag && nasta > tom
            ? Svarsvarden.Fel("uppfoljningsdag", $"Beslutet gäller till och med {Datumtext.Lang(tom)}. Följ upp senast den dagen.")
        : null;

    /// <summary>An insats ends here only by the person's own will, or when its time is out.</summary>
    private Error? AvslutFel(FeelContext svar)
    {
        if (svar.Dag("avslutsdag") > anrop.Idag) return Svarsvarden.Fel("avslutsdag", "Avsluta insatsen när den sista dagen har kommit.");
        return svar.Text("avslutsorsak") == Avslutsorsak.EgenBegaran && svar.Text("egetBesked") is null
            ? Svarsvarden.Fel("egetBesked", "Skriv när och hur personen sa det.")
            : null;
    }

    private Error? Avsluta(Insats insats, FeelContext svar)
    {
        var avslutad = insats.Avsluta(svar.Text("avslutsorsak")!, svar.Dag("avslutsdag")!.Value);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return null;
    }

    /// <summary>Also while the need is tried anew: until there is a new beslut the old one holds.</summary>
    private Error? Planera(Insats insats, DateOnly nasta)
    {
        var planerad = insats.PlaneraUppfoljning(nasta);
        if (planerad.Failed) return planerad.Error;
        db.Uppfoljningar.Add(Uppfoljning.Planera(new(ids.Next()), insats.Id, insats.ArendeId, nasta));
        return null;
    }
}
