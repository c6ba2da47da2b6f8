using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Processer;

public sealed class TimerTests
{
    private const int Antal = 12;

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_vardar_tander_varje_timer_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        for (var i = 0; i < Antal; i++) await enhet.EttArende().Granskat().Bygg();
        Assert.Equal(Antal, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(200));
        await using (var granne = enhet.Vard.Granne())
        {
            await Task.WhenAll(
                Task.Run(() => Tom(enhet.Vard)), Task.Run(() => Tom(granne)), Task.Run(() => Tom(enhet.Vard)), Task.Run(() => Tom(granne)));
        }

        Assert.Equal(0, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()));
        Assert.Equal(Antal, await enhet.Vard.Las(db => db.Uppgifter.CountAsync(u => u.Nod == "HanteraForsening")));
        Assert.Equal(Antal, (await enhet.Spar()).Count(h => h.Typ == nameof(TidsgransPasserad)));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_nya_dag_som_personen_fick_vid_en_forsening_ar_utredningens_dag(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Granskat().Bygg();
        await enhet.Ga(46);

        await arende.Slutfor("HanteraForsening", ("orsak", "Läkarintyg dröjer"), ("vasentligt", "nej"), ("nyttDatum", enhet.Dag(20)));

        Assert.Equal(enhet.Idag.AddDays(20), Domain.Kalender.SvenskTid.Dag((await arende.Uppgift("Utred")).Forfaller));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_timer_som_inte_har_forfallit_far_sta(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().Granskat().Bygg();

        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand);
        Assert.Equal(1, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_timer_vars_uppgift_ar_stangd_gor_ingenting_och_forsvinner(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Granskat().Bygg();
        var timer = await enhet.Vard.Las(db => db.Processtimrar.AsNoTracking().SingleAsync());
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare));
        await enhet.Vard.Skriv(db =>
        {
            db.Processtimrar.Add(new() { Id = timer.Id, InstansId = timer.InstansId, MotorId = timer.MotorId, Forfaller = timer.Forfaller, Tands = timer.Tands });
            return Task.CompletedTask;
        });

        await enhet.Ga(200);

        Assert.Equal(0, await enhet.Vard.Las(db => db.Processtimrar.CountAsync()));
        Assert.Empty(await arende.Oppna());
        Assert.DoesNotContain(await enhet.Spar(), h => h.Typ == nameof(TidsgransPasserad));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_uppskjuten_timer_star_inte_i_vagen_for_de_andra(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().Granskat().Bygg();
        await enhet.EttArende().Granskat().Bygg();
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(200));

        var forsta = await enhet.Vard.Las(db => db.Processtimrar.OrderBy(t => t.Tands).ThenBy(t => t.Id).Select(t => t.Id).FirstAsync());
        Provarende.Ok(await enhet.Vard.Sand(new SkjutUppTimer(forsta)));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand);
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand);

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_timer_som_misslyckades_skjuts_upp_aven_nar_en_annan_har_blivit_forst(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().Granskat().Bygg();
        await enhet.EttArende().Granskat().Bygg();
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(200));
        var trasig = await enhet.Vard.Las(db => db.Processtimrar.AsNoTracking().OrderBy(t => t.Tands).ThenBy(t => t.Id).FirstAsync());
        await enhet.Vard.Las(db => db.Instanser.Where(i => i.Id == trasig.InstansId).ExecuteUpdateAsync(s => s.SetProperty(i => i.Tillstand, "{")));
        var begaran = new TandNastaTimer();
        await Assert.ThrowsAnyAsync<Exception>(() => enhet.Vard.Sand(begaran));
        var tidigare = trasig.Tands.AddDays(-1);
        await enhet.Vard.Las(db => db.Processtimrar.Where(t => t.Id != trasig.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Tands, tidigare)));

        Assert.Equal(trasig.Id, begaran.Tagen);
        Provarende.Ok(await enhet.Vard.Sand(new SkjutUppTimer(begaran.Tagen!.Value)));

        Assert.Equal([trasig.Id], await enhet.Vard.Las(db => db.Processtimrar.Where(t => t.Forsok > 0).Select(t => t.Id).ToListAsync()));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand);
    }

    private static async Task Tom(Testvard vard)
    {
        for (var tomma = 0; tomma < 3;)
        {
            var svar = await vard.Sand(new TandNastaTimer());
            if (svar.Failed) Assert.Equal("NAGON_HANN_FORE", svar.Error.Code);
            else if (!svar.Value.Tand) tomma++;
        }
    }
}
