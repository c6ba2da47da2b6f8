using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Three months have gone since the beslut: why, and what is done. Goes into the report to IVO and the revisorer.</summary>
// SoL (2025:400) 34 kap. 1 §, från 2025-07-01; LSS 28 f §
[Laser("orsak", Falttyp.Val, "resursbrist", "tackat-nej", "personliga-skal", "annat")]
internal sealed class HanteraEjVerkstallt(CaseFlowDb db, Anrop anrop) : IUppgiftshandling
{
    public string Nod => nameof(HanteraEjVerkstallt);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var typ = await db.Insatser.Where(i => i.Id == lage.Uppgift.InsatsId).Select(i => i.Insatstyp).SingleAsync(ct);
        if (Insatskatalog.Finn(typ) is not { RaknasIEjVerkstallda: true })
            return Error.Rule("RAPPORTERAS_INTE", "Beslut om den här insatsen rapporteras inte som ej verkställda.");
        anrop.Handelse(new EjVerkstalltNoterat(lage.Uppgift.InsatsId!.Value, lage.Arende.Id, Orsak(svar.Text("orsak"))));
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) => "Orsaken är noterad för rapporten till IVO. Klockan går tills insatsen har startat.";

    private static EjVerkstalltOrsak Orsak(string? kod) => kod switch
    {
        "resursbrist" => EjVerkstalltOrsak.Resursbrist,
        "tackat-nej" => EjVerkstalltOrsak.TackatNej,
        "personliga-skal" => EjVerkstalltOrsak.PersonligaSkal,
        _ => EjVerkstalltOrsak.Annat,
    };
}

public enum EjVerkstalltOrsak { Resursbrist, TackatNej, PersonligaSkal, Annat }

public sealed record EjVerkstalltNoterat(InsatsId Insats, ArendeId Arende, EjVerkstalltOrsak Orsak) : IHandelse;
