using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

public sealed class IncidentTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_operation_som_misslyckas_lamnar_en_incident_och_inget_av_sitt_eget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Halvgjord.I);

        var arende = await enhet.EttArende().Bygg();

        var incident = Assert.Single(await enhet.Vard.Las(db => db.Incidenter.ToListAsync()));
        Assert.Equal((Halvgjord.Kod, "FordelaArende"), (incident.Kod, incident.Nod));
        Assert.False(await enhet.Vard.Las(db => db.Enheter.AnyAsync(e => e.Id == Halvgjord.Enhet)));
        Assert.Null((await arende.Las()).HandlaggareId);
        Assert.Equal(1, await enhet.Vard.Las(db => db.Instanser.CountAsync()));
        var spar = (await enhet.Spar()).Where(h => h.ArendeId is not null).Select(h => h.Typ).ToList();
        Assert.Contains(nameof(ProcessStannade), spar);
        Assert.DoesNotContain(nameof(ArendeTilldelat), spar);
        await enhet.KedjornaHaller();
        Assert.Equal(["Processen har stannat. Kontakta förvaltningen."], Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Plats);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_incident_som_gors_om_ar_lost(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Halvgjord.I);
        await enhet.EttArende().Bygg();
        var incident = await enhet.Vard.Las(db => db.Incidenter.SingleAsync());

        await using (var frisk = enhet.Vard.Granne())
        await using (var scope = frisk.Tjanster.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Anrop>().Borja(Testvard.Allt, frisk.Tid.GetUtcNow());
            var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
            await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor<bool>(
                async ct =>
                {
                    var (instans, arende) = (await db.Instanser.SingleAsync(ct), await db.Arenden.Include(a => a.Pauser).SingleAsync(ct));
                    var motor = scope.ServiceProvider.GetRequiredService<Processmotor>();
                    Provarende.Ok(await motor.Ge(instans, arende, new RetryIncident(incident.MotorId, FeelContext.Empty), ct));
                    await db.SaveChangesAsync(ct);
                    return new(true, true);
                },
                CancellationToken.None);
        }

        Assert.NotNull((await enhet.Vard.Las(db => db.Incidenter.SingleAsync(i => i.Id == incident.Id))).Lost);
    }

    [Fact]
    public async Task Beslutstabellens_regler_star_i_loggen()
    {
        await using var enhet = await Provenhet.Skapa();

        await enhet.EttArende().Bygg();

        Assert.Contains((await enhet.Spar()), h => h.Typ == nameof(BeslutstabellTillampad) && h.ArendeId is not null
            && h.Data.Contains("\"Tabellkod\":\"frister\"", StringComparison.Ordinal) && h.Data.Contains("\"Regelkoder\":[\"", StringComparison.Ordinal));
    }
}
