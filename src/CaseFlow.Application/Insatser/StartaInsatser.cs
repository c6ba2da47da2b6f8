using System.Globalization;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

// Rummet Insatser: det som processen gör av ett beslut. Varje beviljad insats får en egen process, eftersom den lever längre än ansökan.

/// <summary>Grants what the beslut of the ärende gave, and starts the process of each insats.</summary>
internal sealed class StartaInsatser(CaseFlowDb db, Anrop anrop, IIdKalla ids, ErsattInsats ersatt) : ITjansteoperation
{
    public string Namn => "insats.starta";

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        var arende = tjanst.Arende;
        // Besluten är fattade i samma transaktion: villkoret prövas på det som är läst, inte i databasen.
        var beslut = await db.BeslutI(arende.Id).ToListAsync(ct);
        foreach (var gynnande in beslut.Where(b => b.GerInsats))
        {
            var beviljad = Insats.Bevilja(new(ids.Next()), gynnande, arende.PersonId, arende.EnhetId);
            if (beviljad.Failed) return beviljad.Error;
            var insats = beviljad.Value.Insats;
            db.Insatser.Add(insats);
            anrop.Handelse(beviljad.Value.Handelse, arende.Id);
            var variabler = FeelContext.Of(
                ("beslutsdag", Iso(insats.Beslutsdag)), ("ejVerkstalltFran", Iso(Insats.ForstaDagEjVerkstallt(insats.Beslutsdag))), ("insatstyp", insats.Insatstyp),
                ("frister", tjanst.Variabler["frister"]));
            var start = await tjanst.Motor.Starta("insats", arende, variabler, insats.Id, tjanst.Instans.Id, ct);
            if (start.Failed) return start.Error;
        }
        foreach (var nytt in beslut.Where(b => b.OmprovarInsatsId is not null))
        {
            if (await ersatt.Avsluta(nytt, tjanst.Motor, ct) is { } fel) return fel;
        }
        return FeelContext.Empty;
    }

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
