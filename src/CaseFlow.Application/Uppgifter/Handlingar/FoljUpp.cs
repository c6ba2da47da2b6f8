using CaseFlow.Application.Insatser;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Uppfoljningar;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Did it become as it was meant? The insats goes on, is tried anew or ends. SoL (2025:400) 5 kap. 2 §.</summary>
[Laser("resultat", Falttyp.Langtext)]
[Laser("maluppfyllelse", Falttyp.Val, Katalog = "maluppfyllelse")]
[Laser("utgang", Falttyp.Val, Katalog = "uppfoljningsutgangar")]
[Laser("uppfoljningsdag", Falttyp.Datum)]
[Laser("avslutsorsak", Falttyp.Val, Avslutsorsak.EgenBegaran, Avslutsorsak.TidenUte)]
[Laser("avslutsdag", Falttyp.Datum)]
[Laser(Besked, Falttyp.Langtext)]
[Laser(Beskedsdag, Falttyp.Datum, Valfritt = true)]
[Laser(Av, Falttyp.Ombud, Valfritt = true)]
internal sealed class FoljUpp(CaseFlowDb db, Anrop anrop, IIdKalla ids, Ombudsregister register) : IUppgiftshandling
{
    private const string Besked = "egetBesked";
    private const string Beskedsdag = "egetBeskedDag";
    private const string Av = "avslutAv";

    private static readonly Steg[] UtanBeslut = [Steg.Ansokan, Steg.Utredning, Steg.Kommunicering, Steg.Beslut];

    public string Nod => nameof(FoljUpp);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (Utgangskoder.Tolka(svar.Text("utgang")) is not { } utgang) return Svarsvarden.Saknas("utgang");
        var nasta = svar.Dag("uppfoljningsdag");
        if (Brister(utgang, nasta, svar) is { } brist) return Svarsvarden.Saknas(brist);

        var insats = await db.Insatsen(lage, ct);
        if (await Ombudets(lage.Arende, svar, ct) is { } hinder) return hinder;
        if (EfterTiden(insats, utgang) is { } sent) return sent;
        if (utgang is Uppfoljningsutgang.NyProvning && await ProvasRedan(insats, ct) is { } redan)
            return Svarsvarden.Fel("utgang", $"Insatsen prövas redan på nytt i ärende {redan}. Välj att den fortsätter tills det beslutet är fattat.");
        var uppfoljning = await db.Uppfoljningar.Where(u => u.InsatsId == insats.Id && u.Genomford == null).OrderBy(u => u.Id).FirstAsync(ct);
        var genomford = uppfoljning.Genomfor(
            svar.Text("resultat") ?? "", svar.Text("maluppfyllelse") ?? "", utgang, nasta, anrop.Idag, anrop.Idag, anrop.Aktor.Id);
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
    private Error? EfterTiden(Insats insats, Uppfoljningsutgang utgang) => utgang is Uppfoljningsutgang.Fortsatter && insats.Tom is { } tom && tom <= anrop.Idag
        ? Svarsvarden.Fel("utgang", $"Beslutet gällde till och med {Datumtext.Lang(tom)}. Avsluta insatsen, eller pröva behovet på nytt.")
        : null;

    /// <summary>Who gave the insats up in the person's place could do so that day. Older forms ask neither who nor when.</summary>
    // FL (2017:900) 14-15 och 37 §§: ett gynnande beslut faller inte på ord av någon vars behörighet ingen har sett
    private Task<Error?> Ombudets(Arende arende, FeelContext svar, CancellationToken ct) =>
        register.Prova(svar, Av, arende, Ombudshandling.Avsta, svar.Dag(Beskedsdag) ?? anrop.Idag, ct);

    /// <summary>What is needed to go on and is not there; null when nothing is. FL (2017:900) 27 §: what was said is written down.</summary>
    private static string? Brister(Uppfoljningsutgang utgang, DateOnly? nasta, FeelContext svar) =>
        utgang is not Uppfoljningsutgang.Avslut ? nasta is null ? "uppfoljningsdag" : null
        : svar.Dag("avslutsdag") is null ? "avslutsdag"
        : svar.Text("avslutsorsak") is not { } orsak ? "avslutsorsak"
        : orsak == Avslutsorsak.EgenBegaran && svar.Text(Besked) is null ? Besked : null;

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
