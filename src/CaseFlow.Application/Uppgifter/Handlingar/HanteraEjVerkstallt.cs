using CaseFlow.Application.Insatser;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Three months have gone since the beslut: why, what is done, and the day it was reported to IVO and the revisorer. Until it has begun it
/// comes again each quarter.</summary>
// SoL (2025:400) 34 kap. 1 §, från 2025-07-01; LSS 28 f §
[Laser("orsak", Falttyp.Val, "resursbrist", "tackat-nej", "personliga-skal", "annat")]
[Laser(Rapporterad, Falttyp.Datum, Valfritt = true)]
internal sealed class HanteraEjVerkstallt(CaseFlowDb db, Anrop anrop, Verkstallighetsanmalan anmalan) : IUppgiftshandling
{
    private const string Rapporterad = "rapporteradDag";

    public string Nod => nameof(HanteraEjVerkstallt);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var typ = await db.Insatser.Where(i => i.Id == lage.Uppgift.InsatsId).Select(i => i.Insatstyp).SingleAsync(ct);
        if (Insatskatalog.Finn(typ) is not { RaknasIEjVerkstallda: true })
            return Error.Rule("RAPPORTERAS_INTE", "Beslut om den här insatsen rapporteras inte som ej verkställda.");
        anrop.Handelse(new EjVerkstalltNoterat(lage.Uppgift.InsatsId!.Value, lage.Arende.Id, Orsak(svar.Text("orsak")), svar.Dag(Rapporterad)));
        return svar.Korta(lage.Formular!);
    }

    /// <summary>It may have begun while the task lay open: then there is no quarter to wait for.</summary>
    public async Task<Result<Done>> Efter(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        await db.Insatsen(lage, ct) is { StartDatum: not null } insats ? await anmalan.Begar(lage.Arende, insats.Id, ct) : Result.Done;

    public string Kvittens(FeelContext svar) => svar.Dag(Rapporterad) is { } dag
        ? $"Orsaken är noterad, och att beslutet rapporterades {Datumtext.Lang(dag)}. Klockan går tills insatsen har startat."
        : "Orsaken är noterad. Uppgiften kommer igen när nästa kvartal börjar, tills insatsen har startat: fyll då i dagen beslutet rapporterades.";

    private static EjVerkstalltOrsak Orsak(string? kod) => kod switch
    {
        "resursbrist" => EjVerkstalltOrsak.Resursbrist,
        "tackat-nej" => EjVerkstalltOrsak.TackatNej,
        "personliga-skal" => EjVerkstalltOrsak.PersonligaSkal,
        _ => EjVerkstalltOrsak.Annat,
    };
}

public enum EjVerkstalltOrsak { Resursbrist, TackatNej, PersonligaSkal, Annat }

/// <param name="Rapporterad">The day it was reported to IVO and the revisorer; null when it has not been yet.</param>
public sealed record EjVerkstalltNoterat(InsatsId Insats, ArendeId Arende, EjVerkstalltOrsak Orsak, DateOnly? Rapporterad = null) : IHandelse;
