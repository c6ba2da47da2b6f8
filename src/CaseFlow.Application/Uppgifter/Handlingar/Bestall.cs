using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Orders a granted insats from a utförare, with the goals of the beslut. SoL (2025:400) 10 kap. 3-5 §§.</summary>
internal sealed class Bestall(CaseFlowDb db, Anrop anrop, IIdKalla ids) : IUppgiftshandling
{
    public string Nod => nameof(Bestall);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var insats = await db.Insatser.SingleAsync(i => i.Id == lage.Uppgift.InsatsId, ct);
        if (Avstaende.Galler(svar)) return Avstaende.Registrera(anrop, insats, svar) is { } fel ? fel : svar.Korta(lage.Formular!);
        if (svar.Dag("onskadStart") < insats.Beslutsdag)
            return Svarsvarden.Fel("onskadStart", "Insatsen kan inte börja före beslutsdagen.");
        if (Svarsvarden.LangtFram("onskadStart", svar, anrop.Idag) is { } langt) return langt;
        var bestalld = insats.Bestall(
            new(ids.Next()), svar.Text("utforare")!, svar.Text("mal"), svar.Text("uppdrag"), svar.Dag("onskadStart"), anrop.Nu);
        if (bestalld.Failed) return bestalld.Error;
        db.Bestallningar.Add(bestalld.Value.Bestallning);
        anrop.Handelse(bestalld.Value.Handelse);
        return svar.Korta(lage.Formular!);
    }

    public async Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct)
    {
        var ur = await db.Insatser.Where(i => i.Id == lage.Uppgift.InsatsId)
            .Join(db.Beslut, i => i.BeslutId, b => b.Id, (i, b) => new { i.From, b.Mal }).SingleAsync(ct);
        var varden = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["onskadStart"] = [Svarsvarden.Iso(ur.From > anrop.Idag ? ur.From : anrop.Idag)],
        };
        if (ur.Mal is { } mal) varden["mal"] = [mal];
        return varden;
    }

    public string Kvittens(FeelContext svar) => Avstaende.Galler(svar) ? Avstaende.Kvittens(svar) :
        $"Beställningen är sparad. Skicka den till utföraren om du inte redan har gjort det. Önskad start är {Datumtext.DagOchManad(svar.Dag("onskadStart")!.Value)}.";
}
