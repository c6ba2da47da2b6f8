using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>Stands in for <c>arende.fordela</c>: changes the ärende, adds a row and an event, and then fails.</summary>
internal sealed class Halvgjord(CaseFlowDb db, Anrop anrop) : ITjansteoperation
{
    public const string Kod = "HALVGJORT";

    public static readonly EnhetId Enhet = new(77);

    public string Namn => "arende.fordela";

    public static void I(IServiceCollection tjanster)
    {
        tjanster.Remove(tjanster.Single(t => t.ServiceType == typeof(ITjansteoperation) && t.ImplementationType == typeof(FordelaArende)));
        tjanster.AddScoped<ITjansteoperation, Halvgjord>();
    }

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        db.Enheter.Add(Domain.Behorigheter.Enhet.Skapa(Enhet, "Halvgjord", []));
        var tilldelat = tjanst.Arende.Tilldela(new(11), anrop.Aktor.Id, anrop.Nu);
        anrop.Handelse(tilldelat.Value, tjanst.Arende.Id);
        var insats = await tjanst.Motor.Starta("insats", tjanst.Arende, FeelContext.Of(("beslutsdag", "2026-09-16"), ("insatstyp", "hemtjanst")), null, null, ct);
        return insats.Failed ? insats.Error : Error.Rule(Kod, "Hälften blev gjort.");
    }
}
