using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arbetsfordelning;

/// <summary>Many ärenden to others at once: shown before, done as shown, and undone while it can be.</summary>
public sealed class FlyttTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_visades_flyttas_och_gar_att_angra(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arenden = new List<Provarende>();
        for (var n = 0; n < 4; n++) arenden.Add(await enhet.EttArende().Bygg());
        await KimArTillbaka(enhet);
        var urval = new Flytturval([enhet.Handlaggare.Id.Value], [], Hogst: 3);

        var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(urval), enhet.Chef));
        Assert.Equal((3, 4), (plan.Rader.Count, plan.Handlaggare.Single(h => h.Id == enhet.Handlaggare.Id.Value).Antal));
        Assert.All(plan.Rader, r => Assert.Equal("Kim Kollega", r.Till));
        // Den som töms erbjuds inte det hon blev av med.
        Assert.Equal([true, false], plan.Handlaggare.OrderBy(h => h.Id).Select(h => h.Toms));
        Assert.Equal((0, 3, 3m), plan.Handlaggare.Where(h => h.Id == enhet.Kollega.Id.Value).Select(h => ((int)h.Nu, h.Andring, h.Efter)).Single());
        var flyttade = Provarende.Ok(await enhet.Vard.Sand(new FlyttaArenden(urval, plan.Fingeravtryck, "Jämnare inför december"), enhet.Chef));

        Assert.Equal(3, flyttade.Antal);
        Assert.Equal(plan.Rader.Select(r => r.Nummer).Order(StringComparer.Ordinal), await Nummer(enhet, enhet.Kollega));
        Assert.Equal(3, await enhet.Vard.Las(db => db.Uppgifter.CountAsync(u => u.TilldeladId == enhet.Kollega.Id && u.Status == Uppgiftsstatus.Oppen)));
        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(plan.Rader[0].Nummer), enhet.Kollega)).Tidslinje;
        Assert.Contains(tidslinje, r => r.Skal == "Jämnare inför december");
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new FlyttaArenden(urval, plan.Fingeravtryck, "Igen"), enhet.Chef)).Error?.Code);

        // En har gått vidare till någon annan innan någon ångrar.
        var tagen = plan.Rader[0].Nummer;
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Provarende.Ok(await enhet.Vard.Sand(new Omfordela(tagen, (await Las(enhet, tagen)).Version, enhet.Handlaggare.Id.Value, "Känner personen"), enhet.Chef));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new AngraFlytt(flyttade.Flytt), enhet.Utomstaende)).Error?.Kind);
        var angrad = Provarende.Ok(await enhet.Vard.Sand(new AngraFlytt(flyttade.Flytt), enhet.BitradandeChef));
        Assert.Equal((2, 1), (angrad.Tillbaka, angrad.Kvar));
        Assert.Empty(await Nummer(enhet, enhet.Kollega));
        Assert.Equal("FLYTT_ANGRAD", (await enhet.Vard.Sand(new AngraFlytt(flyttade.Flytt), enhet.Chef)).Error?.Code);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Angertiden_tar_slut(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().Bygg();
        await KimArTillbaka(enhet);
        var flytt = await Flytta(enhet, new([enhet.Handlaggare.Id.Value], []));
        Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef)).Flyttar);

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(16));

        Assert.Equal("ANGERTID_SLUT", (await enhet.Vard.Sand(new AngraFlytt(flytt.Flytt), enhet.Chef)).Error?.Code);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef)).Flyttar);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skyddade_och_javiga_stannar_och_det_sags_varfor(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (vanligt, javigt, skyddat) = (await enhet.EttArende().Bygg(), await enhet.EttArende().Bygg(), await enhet.EttArende().MedSkyddadeUppgifter().Bygg());
        Provarende.Ok(await skyddat.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", enhet.Handlaggare.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        await KimArTillbaka(enhet);
        var id = (await javigt.Las()).Id;
        await enhet.Vard.Skriv(db =>
        {
            db.Jav.Add(Jav.Anmal(enhet.Kollega.Id, id, "Granne", enhet.Vard.Tid.GetUtcNow()).Value.Jav);
            return Task.CompletedTask;
        });

        var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([enhet.Handlaggare.Id.Value], [])), enhet.Chef));

        Assert.Equal(vanligt.Nummer, Assert.Single(plan.Rader).Nummer);
        Assert.Equal([javigt.Nummer, skyddat.Nummer], plan.Stannar.SelectMany(s => s.Nummer).Order(StringComparer.Ordinal));
        Assert.Contains(plan.Stannar, s => s.Varfor.StartsWith("har skyddade", StringComparison.Ordinal) && s.Nummer[0] == skyddat.Nummer);
        // Den som inte är namngiven får inte veta att det skyddade finns.
        await enhet.Vard.Skriv(db => db.NamngivnaAtkomster.Where(n => n.AnvandareId == enhet.Chef.Id).ExecuteDeleteAsync());
        Assert.DoesNotContain(Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([enhet.Handlaggare.Id.Value], [])), enhet.Chef)).Stannar, s => s.Nummer.Contains(skyddat.Nummer));
        Assert.DoesNotContain(Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([], [skyddat.Nummer])), enhet.Chef)).Stannar, s => s.Nummer.Contains(skyddat.Nummer));
    }

    /// <summary>FL (2017:900) 17 §: she neither moves an ärende she has jäv in, chooses its handläggare, nor undoes what another chef did with it.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task En_javig_chef_flyttar_inte_arendet_och_angrar_inte_flytten(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (javigt, annat) = (await enhet.EttArende().Bygg(), await enhet.EttArende().Bygg());
        await KimArTillbaka(enhet);
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(javigt.Nummer, "Min bror"), enhet.Chef));

        foreach (var urval in new Flytturval[] { new([enhet.Handlaggare.Id.Value], []), new([], [javigt.Nummer, annat.Nummer]) })
        {
            var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(urval), enhet.Chef));
            Assert.Equal((annat.Nummer, 1), (Assert.Single(plan.Rader).Nummer, plan.Valda));
            Assert.Equal(1, plan.Handlaggare.Single(h => h.Id == enhet.Handlaggare.Id.Value).Antal);
            Assert.Equal(2, Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(urval), enhet.BitradandeChef)).Valda);
        }
        var hennes = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([], [javigt.Nummer])), enhet.Chef));
        Assert.Empty(hennes.Rader);
        Assert.Equal("INGET_ATT_FLYTTA", (await enhet.Vard.Sand(new FlyttaArenden(new([], [javigt.Nummer]), hennes.Fingeravtryck, "Till en kollega"), enhet.Chef)).Error?.Code);

        var bada = new Flytturval([enhet.Handlaggare.Id.Value], []);
        var andras = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(bada), enhet.BitradandeChef));
        var flytt = Provarende.Ok(await enhet.Vard.Sand(new FlyttaArenden(bada, andras.Fingeravtryck, "Jämnare"), enhet.BitradandeChef));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        var angrad = Provarende.Ok(await enhet.Vard.Sand(new AngraFlytt(flytt.Flytt), enhet.Chef));
        Assert.Equal((1, 1), (angrad.Tillbaka, angrad.Kvar));
        Assert.Equal(enhet.Kollega.Id, (await javigt.Las()).HandlaggareId);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_ingen_har_fordelas_och_processen_gar_vidare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        foreach (var vem in new[] { enhet.Handlaggare, enhet.Kollega }) Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(vem.Id.Value, enhet.Idag, null, null), enhet.Chef));
        var nytt = await enhet.EttArende().Bygg();
        Assert.Null((await nytt.Las()).HandlaggareId);
        Assert.Equal(1, Provarende.Ok(await enhet.Vard.Sand(new HamtaEnheten(), enhet.Chef)).Ingens?.Oppna);

        var flytt = await Flytta(enhet, new([0], [], Till: [enhet.Kollega.Id.Value]));

        Assert.Equal((1, 1, null), (flytt.Antal, flytt.Nya, flytt.AngrasSenast));
        Assert.Equal(enhet.Kollega.Id, (await nytt.Las()).HandlaggareId);
        Assert.Equal(enhet.Kollega.Id, (await nytt.Uppgift("GranskaAnsokan")).TilldeladId);
        Assert.Equal(Uppgiftsstatus.Slutford, await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == "TilldelaHandlaggare").Select(u => u.Status).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_chefen_flyttar_och_bara_i_sin_enhet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await KimArTillbaka(enhet);

        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new PlaneraFlytt(new([], [arende.Nummer])), enhet.Handlaggare)).Error?.Code);
        var grannens = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([], [arende.Nummer])), enhet.Utomstaende));
        Assert.Equal((0, 0), (grannens.Valda, grannens.Rader.Count));
        Assert.Equal("Till", Assert.Single((await enhet.Vard.Sand(new PlaneraFlytt(new([], [arende.Nummer], Till: [15])), enhet.Chef)).Error!.Fields).Field);
        Assert.Equal("Fran", Assert.Single((await enhet.Vard.Sand(new PlaneraFlytt(new([], [])), enhet.Chef)).Error!.Fields).Field);
        var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(new([], [arende.Nummer])), enhet.Chef));
        Assert.Equal("Skal", Assert.Single((await enhet.Vard.Sand(new FlyttaArenden(new([], [arende.Nummer]), plan.Fingeravtryck, " "), enhet.Chef)).Error!.Fields).Field);
    }

    /// <summary>Kim is back, so that somebody can take over.</summary>
    private static Task KimArTillbaka(Provenhet enhet) => enhet.Vard.Skriv(db => db.Stallforetradare.ExecuteDeleteAsync());

    private static async Task<FlyttadeArenden> Flytta(Provenhet enhet, Flytturval urval)
    {
        var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(urval), enhet.Chef));
        return Provarende.Ok(await enhet.Vard.Sand(new FlyttaArenden(urval, plan.Fingeravtryck, "Semester"), enhet.Chef));
    }

    private static async Task<IEnumerable<string>> Nummer(Provenhet enhet, Aktor vem) =>
        Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), vem)).Rader.Select(r => r.Nummer).Order(StringComparer.Ordinal);

    private static Task<Arende> Las(Provenhet enhet, string nummer) => enhet.Vard.Las(db => db.Arenden.SingleAsync(a => a.Nummer == nummer));
}
