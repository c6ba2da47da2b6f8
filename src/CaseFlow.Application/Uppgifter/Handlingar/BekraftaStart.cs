using CaseFlow.Application.Insatser;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Uppfoljningar;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The insats has begun: the clock of beslut that are not carried out stops, and the first uppföljning gets its day.</summary>
// SoL (2025:400) 34 kap. 1 § och 5 kap. 2 §
[Laser("startdatum", Falttyp.Datum)]
[Laser("uppfoljningsdag", Falttyp.Datum)]
[Laser("avstar", Falttyp.JaNej, Valfritt = true)]
[Laser("avstarOrsak", Falttyp.Val, Avslutsorsak.EgenBegaran, Avslutsorsak.TidenUte, Valfritt = true)]
[Laser("avstarDag", Falttyp.Datum, Valfritt = true)]
[Laser(Avstaende.Av, Falttyp.Ombud, Valfritt = true)]
internal sealed class BekraftaStart(CaseFlowDb db, Anrop anrop, IIdKalla ids, Avstaende avstaende, Verkstallighetsanmalan anmalan) : IUppgiftshandling
{
    public string Nod => nameof(BekraftaStart);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var insats = await db.Insatsen(lage, ct);
        if (Avstaende.Galler(svar)) return await avstaende.Registrera(lage.Arende, insats, svar, ct) is { } avstar ? avstar : svar.Korta(lage.Formular!);
        if (svar.Dag("startdatum") is not { } start) return Svarsvarden.Saknas("startdatum");
        if (svar.Dag("uppfoljningsdag") is not { } uppfoljning) return Svarsvarden.Saknas("uppfoljningsdag");
        var startad = insats.BekraftaStart(start, anrop.Nu);
        if (startad.Failed) return startad.Error;
        anrop.Handelse(startad.Value);
        if (await Bekrafta(insats.Id, start, ct) is { } hinder) return hinder;
        var planerad = insats.PlaneraUppfoljning(uppfoljning);
        if (planerad.Failed) return planerad.Error;
        db.Uppfoljningar.Add(Uppfoljning.Planera(new(ids.Next()), insats.Id, lage.Arende.Id, uppfoljning));
        return svar.Korta(lage.Formular!);
    }

    // SoL (2025:400) 34 kap. 2 §: att ett rapporterat beslut är verkställt anmäls när det är det, inte med nästa kvartals rapport
    public async Task<Result<Done>> Efter(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Avstaende.Galler(svar) ? Result.Done : await anmalan.Begar(lage.Arende, lage.Uppgift.InsatsId!.Value, ct);

    /// <summary>The day of start is never filled in: it stops the law's clock, and is what the utförare says, not what was wished.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct)
    {
        var onskad = await db.Bestallningar.Where(b => b.InsatsId == lage.Uppgift.InsatsId).OrderByDescending(b => b.Id)
            .Select(b => b.OnskadStart).FirstOrDefaultAsync(ct);
        var tidigast = onskad is { } dag && dag < anrop.Idag ? dag : anrop.Idag;
        var tom = await db.Insatser.Where(i => i.Id == lage.Uppgift.InsatsId).Select(i => i.Tom).SingleAsync(ct);
        // En insats från före gränserna följde med till dess process får sista dagen.
        var provning = lage.Dagar("utredningDagar") + lage.Dagar("svarDagar") ?? 0;
        return new Dictionary<string, string[]>(StringComparer.Ordinal) { ["uppfoljningsdag"] = [Svarsvarden.Iso(Uppfoljning.ForeslaDag(tidigast, tom, provning))] };
    }

    public string Kvittens(FeelContext svar) => Avstaende.Galler(svar) ? Avstaende.Kvittens(svar) :
        $"Starten är bekräftad. Insatsen följs upp {Datumtext.Lang(svar.Dag("uppfoljningsdag")!.Value)}.";

    private async Task<Error?> Bekrafta(InsatsId insats, DateOnly start, CancellationToken ct)
    {
        var bestallning = await db.Bestallningar.Where(b => b.InsatsId == insats).OrderByDescending(b => b.Id).FirstAsync(ct);
        return bestallning.Bekrafta(start, anrop.Nu).Error;
    }
}
