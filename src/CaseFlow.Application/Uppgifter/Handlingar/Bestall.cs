using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Orders a granted insats from a utförare, with the goals of the beslut. SoL (2025:400) 10 kap. 3-5 §§.</summary>
[Laser("utforare", Falttyp.Utforare)]
[Laser(Annan, Falttyp.Text, Valfritt = true)]
[Laser("mal", Falttyp.Langtext)]
[Laser("uppdrag", Falttyp.Langtext)]
[Laser("onskadStart", Falttyp.Datum)]
[Laser("avstar", Falttyp.JaNej, Valfritt = true)]
[Laser("avstarOrsak", Falttyp.Val, Avslutsorsak.EgenBegaran, Avslutsorsak.TidenUte, Valfritt = true)]
[Laser("avstarDag", Falttyp.Datum, Valfritt = true)]
[Laser(Avstaende.Av, Falttyp.Ombud, Valfritt = true)]
internal sealed class Bestall(CaseFlowDb db, Anrop anrop, IIdKalla ids, Avstaende avstaende, Utforarval utforare) : IUppgiftshandling
{
    private const string Annan = "annanUtforare";

    public string Nod => nameof(Bestall);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var insats = await db.Insatsen(lage, ct);
        if (Avstaende.Galler(svar)) return await avstaende.Registrera(lage.Arende, insats, svar, ct) is { } fel ? fel : svar.Korta(lage.Formular!);
        if (svar.Dag("onskadStart") is not { } start) return Svarsvarden.Saknas("onskadStart");
        var bestalld = insats.Bestall(new(ids.Next()), Utforaren(svar), svar.Text("mal"), svar.Text("uppdrag"), start, anrop.Nu);
        if (bestalld.Failed) return bestalld.Error;
        db.Bestallningar.Add(bestalld.Value.Bestallning);
        anrop.Handelse(bestalld.Value.Handelse);
        return svar.Korta(lage.Formular!);
    }

    public async Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct)
    {
        var mal = await db.Insatser.Where(i => i.Id == lage.Uppgift.InsatsId).Join(db.Beslut, i => i.BeslutId, b => b.Id, (_, b) => b.Mal).SingleAsync(ct);
        var svar = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (mal is not null) svar["mal"] = [mal];
        // Den första beställningen har ingen lista att välja ur: då frågas namnet direkt.
        if ((await utforare.For(lage.Uppgift.InsatsId, lage.Arende.EnhetId, ct)).Count == 0) svar["utforare"] = [Svarstext.AnnanUtforare.Varde];
        return svar;
    }

    /// <summary>The one chosen, or the name of another. An older form asks for the name alone.</summary>
    private static string Utforaren(FeelContext svar) =>
        svar.Text("utforare") is { } vald && vald != Svarstext.AnnanUtforare.Varde ? vald : svar.Text(Annan) ?? "";

    public string Kvittens(FeelContext svar) => Avstaende.Galler(svar) ? Avstaende.Kvittens(svar) :
        $"Beställningen är sparad. Skicka den till utföraren om du inte redan har gjort det. Önskad start är {Datumtext.DagOchManad(svar.Dag("onskadStart")!.Value)}.";
}
