using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person is told of the beslut in full, and how to appeal. With something granted the ärende goes on to verkställighet;
/// else the process ends here and the ärende closes.</summary>
// FL (2017:900) 33 och 44 §§
[Laser("satt", Falttyp.Val, Katalog = "underrattelsesatt")]
[Laser("underrattadDag", Falttyp.Datum)]
[Laser("delgivenDag", Falttyp.Datum, Valfritt = true)]
internal sealed class Underratta(CaseFlowDb db, Anrop anrop, IIdKalla ids, Brevskrivare brev) : IUppgiftshandling
{
    public string Nod => nameof(Underratta);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (svar.Dag("underrattadDag") is not { } dag) return Svarsvarden.Saknas("underrattadDag");
        if (Koder.TolkaUnderrattelsesatt(svar.Text("satt")) is not { } satt) return Svarsvarden.Saknas("satt");
        var arende = lage.Arende;
        var beslut = await db.BeslutI(arende.Id).ToListAsync(ct);
        // FL (2017:900) 33 §: ett beslut utan namn säger inte vem det gäller
        if (await db.SomVisas(anrop).AnyAsync(p => p.Id == arende.PersonId && p.Dold, ct))
            return Error.Rule("SKYDD_DOLT", "Visa de skyddade uppgifterna innan du skickar beslutet, så att det får rätt namn.");
        var skickad = Underrattelse.Skicka(
            new(ids.Next()), arende.Id, satt, Brevskrivare.SomText(await brev.Skriv(arende, ct)), dag, beslut, anrop.Aktor.Id, anrop.Idag);
        if (skickad.Failed) return skickad.Error;
        db.Underrattelser.Add(skickad.Value.Underrattelse);
        anrop.Handelse(skickad.Value.Handelse);

        if (svar.Dag("delgivenDag") is { } delgiven && Delgivning.Registrera(anrop, skickad.Value.Underrattelse, beslut, delgiven) is { } fel)
            return fel;
        if (!beslut.Exists(b => b.GerInsats)) return svar.Korta(lage.Formular!);
        var steg = arende.GaTill(Steg.Verkstallighet, anrop.Nu);
        if (steg.Failed) return steg.Error;
        anrop.Handelse(steg.Value);
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) => svar.Dag("delgivenDag") is null
        ? "Underrättelsen är sparad. Fyll i när personen tog del av beslutet när du vet det."
        : "Underrättelsen är sparad. Tiden för att överklaga till förvaltningsrätten räknas från den dag personen tog del av beslutet. Vid laglighetsprövning räknas den från anslaget.";
}
