using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Beslutstabellens_regler_star_i_loggen()
    {
        await using var enhet = await Provenhet.Skapa();

        await enhet.EttArende().Bygg();

        Assert.Contains((await enhet.Spar()), h => h.Typ == nameof(BeslutstabellTillampad) && h.ArendeId is not null
            && h.Data.Contains("\"Tabellkod\":\"frister\"", StringComparison.Ordinal) && h.Data.Contains("\"Regelkoder\":[\"", StringComparison.Ordinal));
    }
}
