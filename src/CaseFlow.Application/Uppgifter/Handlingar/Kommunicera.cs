using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person gets all material of importance and time to answer, or it is plainly needless, with the reason.</summary>
// FL (2017:900) 25 §; SoL (2025:400) 14 kap. 8 §, från 2025-07-01
[Laser("kommuniceras", Falttyp.Val, "ja", "nej", SkrivOm)]
[Laser("kommuniceratSatt", Falttyp.Val, Katalog = "kommuniceringssatt")]
[Laser("kommuniceratDag", Falttyp.Datum)]
[Laser("svarSenast", Falttyp.Datum)]
[Laser("obehovligtSkal", Falttyp.Langtext)]
[Laser(Muntligt, Falttyp.JaNej)]
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
        var kommunicering = svar.Ja("kommuniceras") ? Skicka(arende, svar, forslag) : Obehovlig(arende, svar, forslag);
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

    public string Kvittens(FeelContext svar) =>
        ArOmskrivning(svar) ? "Inget nytt är kommunicerat. Skriv om förslaget, eller lägg till det som saknas i utredningen, och lämna förslaget igen."
        : svar.Ja("kommuniceras") ? $"Underlaget är kommunicerat. Personen kan svara till och med {Datumtext.DagOchManad(svar.Dag("svarSenast")!.Value)}."
        : "Sparat. Ärendet går vidare till beslut.";

    /// <summary>Something in the förslag or the utredning is wrong, and is mended before the person sees it.</summary>
    private static bool ArOmskrivning(FeelContext svar) => svar.Text("kommuniceras") == SkrivOm;

    private Result<Kommunicering> Skicka(ArendeId arende, FeelContext svar, List<Beslut> forslag)
    {
        if (Koder.TolkaKommuniceringssatt(svar.Text("kommuniceratSatt")) is not { } satt) return Svarsvarden.Saknas("kommuniceratSatt");
        if (svar.Dag("kommuniceratDag") is not { } dag) return Svarsvarden.Saknas("kommuniceratDag");
        if (svar.Dag("svarSenast") is not { } senast) return Svarsvarden.Saknas("svarSenast");
        var skickad = Kommunicering.Skicka(new(ids.Next()), arende, satt, dag, senast, svar.Ja(Muntligt), anrop.Aktor.Id, forslag, anrop.Nu);
        if (skickad.Failed) return skickad.Error;
        anrop.Handelse(skickad.Value.Handelse);
        return skickad.Value.Kommunicering;
    }

    private Result<Kommunicering> Obehovlig(ArendeId arende, FeelContext svar, List<Beslut> forslag)
    {
        if (svar.Text("obehovligtSkal") is not { } skal) return Svarsvarden.Saknas("obehovligtSkal");
        var obehovlig = Kommunicering.Obehovlig(new(ids.Next()), arende, skal, anrop.Idag, svar.Ja(Muntligt), anrop.Aktor.Id, forslag, anrop.Nu);
        if (obehovlig.Failed) return obehovlig.Error;
        anrop.Handelse(obehovlig.Value.Handelse);
        return obehovlig.Value.Kommunicering;
    }
}
