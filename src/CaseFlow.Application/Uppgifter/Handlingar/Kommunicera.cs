using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person gets all material of importance and time to answer, or it is plainly needless, with the reason.</summary>
// FL (2017:900) 25 §; SoL (2025:400) 14 kap. 8 §, från 2025-07-01
internal sealed class Kommunicera(CaseFlowDb db, Anrop anrop, IIdKalla ids) : IUppgiftshandling
{
    private const string Muntligt = "muntligInformation";
    private const string SkrivOm = "skriv-om";

    private static readonly FeelExpression OmInteOmskrivning =
        FeelExpression.TryParse($"kommuniceras != \"{SkrivOm}\"", out var uttryck, out _) ? uttryck : throw new InvalidOperationException("Uttrycket är fel.");

    public string Nod => nameof(Kommunicera);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (ArOmskrivning(svar)) return svar.Korta(lage.Formular!);
        var arende = lage.Arende.Id;
        var forslag = await db.BeslutI(arende).ToListAsync(ct);
        if (Svarsvarden.LangtFram("svarSenast", svar, anrop.Idag) is { } langt) return langt;
        var kommunicering = svar.Ja("kommuniceras") ? Skicka(lage.Uppgift, svar, forslag) : Obehovlig(arende, svar, forslag);
        if (kommunicering.Failed) return kommunicering.Error;
        db.Kommuniceringar.Add(kommunicering.Value);
        return svar.Korta(lage.Formular!);
    }

    /// <summary>Asks whether the person was told of the right to speak before the nämnd only when the law gives it, and names the law.</summary>
    public async Task<Formulardefinition> Anpassa(Uppgiftslage lage, Formulardefinition formular, CancellationToken ct)
    {
        var forslag = await db.BeslutI(lage.Arende.Id).AsNoTracking().ToListAsync(ct);
        var ratt = Kommunicering.MuntligRatt(forslag, anrop.Idag);
        var alltid = Kommunicering.MuntligRatt(forslag, anrop.Idag, obehovlig: true).Count > 0;
        return formular.Med(Muntligt, f => ratt.Count == 0 ? null : f with { Hjalp = $"{string.Join(", ", ratt)}.", VisasNar = alltid ? OmInteOmskrivning : f.VisasNar });
    }

    public Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct)
    {
        var varden = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["kommuniceratDag"] = [Svarsvarden.Iso(anrop.Idag)] };
        if (lage.Dagar("svarDagar") is { } dagar) varden["svarSenast"] = [Svarsvarden.Iso(anrop.Idag.AddDays(dagar))];
        return Task.FromResult<IReadOnlyDictionary<string, string[]>>(varden);
    }

    public string Kvittens(FeelContext svar) =>
        ArOmskrivning(svar) ? "Inget nytt är kommunicerat. Skriv om förslaget, eller lägg till det som saknas i utredningen, och lämna förslaget igen."
        : svar.Ja("kommuniceras") ? $"Underlaget är kommunicerat. Personen kan svara till och med {Datumtext.DagOchManad(svar.Dag("svarSenast")!.Value)}."
        : "Sparat. Ärendet går vidare till beslut.";

    /// <summary>Something in the förslag or the utredning is wrong, and is mended before the person sees it.</summary>
    private static bool ArOmskrivning(FeelContext svar) => svar.Text("kommuniceras") == SkrivOm;

    private Result<Kommunicering> Skicka(Uppgift uppgift, FeelContext svar, List<Beslut> forslag)
    {
        var satt = Koder.TolkaKommuniceringssatt(svar.Text("kommuniceratSatt"));
        var (dag, senast, muntligt) = (svar.Dag("kommuniceratDag"), svar.Dag("svarSenast"), svar.Ja(Muntligt));
        var saknas = new List<FieldError>();
        if (satt is null) saknas.Add(new("kommuniceratSatt", "Välj hur underlaget kommunicerades."));
        if (dag is null) saknas.Add(new("kommuniceratDag", "Välj vilken dag."));
        if (dag > anrop.Idag) saknas.Add(new("kommuniceratDag", "Kommunicera först, och fyll i dagen då det är gjort."));
        if (dag < SvenskTid.Dag(uppgift.Skapad))
            saknas.Add(new("kommuniceratDag", $"Förslaget lämnades {Datumtext.Lang(SvenskTid.Dag(uppgift.Skapad))}. Underlaget kan inte ha kommunicerats före det."));
        if (senast is null) saknas.Add(new("svarSenast", "Välj en sista dag för svar (25 § förvaltningslagen)."));
        if (senast <= anrop.Idag) saknas.Add(new("svarSenast", "Personen ska hinna svara: välj en dag efter i dag (25 § förvaltningslagen)."));
        if (saknas.Count > 0) return Error.Invalid([.. saknas]);

        var skickad = Kommunicering.Skicka(
            new(ids.Next()), uppgift.ArendeId, satt!.Value, dag!.Value, senast!.Value, muntligt, anrop.Aktor.Id, forslag, anrop.Nu);
        if (skickad.Failed) return skickad.Error;
        anrop.Handelse(skickad.Value.Handelse);
        return skickad.Value.Kommunicering;
    }

    private Result<Kommunicering> Obehovlig(ArendeId arende, FeelContext svar, List<Beslut> forslag)
    {
        if (svar.Text("obehovligtSkal") is not { } skal)
            return Svarsvarden.Fel("obehovligtSkal", "Skriv varför det är uppenbart obehövligt att kommunicera (25 § förvaltningslagen).");
        var obehovlig = Kommunicering.Obehovlig(new(ids.Next()), arende, skal, anrop.Idag, svar.Ja(Muntligt), anrop.Aktor.Id, forslag, anrop.Nu);
        if (obehovlig.Failed) return obehovlig.Error;
        anrop.Handelse(obehovlig.Value.Handelse);
        return obehovlig.Value.Kommunicering;
    }
}
