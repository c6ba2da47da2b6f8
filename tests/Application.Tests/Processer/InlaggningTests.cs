using CaseFlow.Application.Processer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>Definitions come from folders; a changed folder is a new version.</summary>
public sealed class InlaggningTests : IDisposable
{
    private const string Bpmn = "bistand/bistand.bpmn";

    private readonly Processkopia _mapp = new();

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_mapp_tva_ganger_ger_en_version(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);

        var igen = Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser()));

        Assert.Equal(2, igen.Antal);
        Assert.Empty(igen.Nya);
        Assert.Equal([("bistand", 1), ("insats", 1)], await Versioner(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ny_version_ror_inte_det_som_pagar(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);
        var gammalt = await enhet.EttArende().Bygg();
        _mapp.Andra(Bpmn, "name=\"Utred behov\"", "name=\"Utred allt\"");

        Assert.Equal(["bistand"], Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser())).Nya);
        var nytt = await enhet.EttArende().Bygg();
        await gammalt.Granska();
        await nytt.Granska();

        Assert.Equal(("Utred behov", "Utred allt"), ((await gammalt.Uppgift("Utred")).Titel, (await nytt.Uppgift("Utred")).Titel));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_aldre_innehall_kommer_tillbaka_bara_nar_nagon_ber_om_det(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);
        var forsta = await File.ReadAllTextAsync(_mapp.Fil(Bpmn));
        _mapp.Andra(Bpmn, "name=\"Utred behov\"", "name=\"Utred allt\"");
        Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser()));
        await File.WriteAllTextAsync(_mapp.Fil(Bpmn), forsta);

        var omstart = Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser()));
        Assert.Empty(omstart.Nya);
        Assert.Equal(["bistand"], omstart.Aldre);
        Assert.Equal(["bistand"], Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser(Aterga: true))).Nya);

        var arende = await enhet.EttArende().Granskat().Bygg();
        Assert.Equal("Utred behov", (await arende.Uppgift("Utred")).Titel);
        Assert.Equal([("bistand", 1), ("bistand", 2), ("bistand", 3), ("insats", 1)], await Versioner(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_trasig_mapp_nekar_alla_och_sager_vilket_element(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);
        _mapp.Andra("insats/insats.bpmn", "<bpmn:process ", "<!-- hel men ny --><bpmn:process ");
        _mapp.Andra(Bpmn, "<bpmn:userTask id=\"Utred\"", "<bpmn:choreographyTask id=\"Utred\"");

        var svar = await enhet.Vard.Sand(new LaggInProcesser());

        Assert.Equal("PROCESS_NEKAD", svar.Error?.Code);
        Assert.Contains("Utred", svar.Error!.Text, StringComparison.Ordinal);
        Assert.Equal([("bistand", 1), ("insats", 1)], await Versioner(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_lucka_i_en_beslutstabell_sags_nar_versionen_laggs_in_men_stoppar_inget(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);
        _mapp.Andra("bistand/delegation.dmn", "<text>&gt; 40</text>", "<text>&gt; 41</text>");

        var svar = Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser()));

        Assert.Equal(["bistand"], svar.Nya);
        Assert.StartsWith("bistand: beslutstabellen delegation: Ingen regel gäller när", Assert.Single(svar.Varningar), StringComparison.Ordinal);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser())).Varningar);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_vardar_som_startar_samtidigt_lagger_in_en_version(Provdatabas databas)
    {
        await using var enhet = await Skapa(databas);
        _mapp.Andra(Bpmn, "name=\"Utred behov\"", "name=\"Utred allt\"");
        await using (var granne = enhet.Vard.Granne(_mapp.Anvand))
        {
            var svar = await Task.WhenAll(
                Task.Run(() => enhet.Vard.Sand(new LaggInProcesser())), Task.Run(() => granne.Sand(new LaggInProcesser())));
            Assert.All(svar, s => Assert.False(s.Failed));
        }

        Assert.Equal([("bistand", 1), ("bistand", 2), ("insats", 1)], await Versioner(enhet));
    }

    [Fact]
    public async Task Utan_processer_startar_inget()
    {
        await using var vard = await Testvard.Skapa(mer: s => s.AddSingleton(new Processmapp(_mapp.Fil("bistand/forms"))));

        Assert.Equal("PROCESSER_SAKNAS", (await vard.Sand(new LaggInProcesser())).Error?.Code);
    }

    public void Dispose() => _mapp.Dispose();

    private Task<Provenhet> Skapa(Provdatabas databas) => Provenhet.Skapa(databas, _mapp.Anvand).BaraHanna();

    private static async Task<List<(string, int)>> Versioner(Provenhet enhet) =>
        [.. (await enhet.Vard.Las(db => db.Definitioner.OrderBy(d => d.Nyckel).ThenBy(d => d.VersionNr).Select(d => new { d.Nyckel, d.VersionNr }).ToListAsync()))
            .Select(d => (d.Nyckel, d.VersionNr))];
}
