using System.Globalization;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>The nights when clocks are changed, the leap day, and a computer's clock that jumps: a time limit passes once, and at its time.</summary>
public sealed class KlockanTests : IDisposable
{
    private readonly Processkopia _kopia = new();

    public void Dispose() => _kopia.Dispose();

    [Theory, PaSqlite, PaPostgres]
    public async Task Utredningens_tidsgrans_har_samma_klockslag_fast_klockan_stalls_om_pa_vagen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var start in new[] { Tid("2026-10-05T08:30:00+02:00"), Tid("2027-03-01T08:30:00+01:00") })
        {
            enhet.Vard.Tid.Satt(start);
            var arende = await enhet.EttArende().Granskat().Bygg();
            var grans = TimeZoneInfo.ConvertTime(Assert.Single(await Tider(enhet)), SvenskTid.Zon);
            Assert.NotEqual(start.Offset, grans.Offset);
            Assert.Equal(start.TimeOfDay, grans.TimeOfDay);
            Assert.Equal(start.TimeOfDay, TimeZoneInfo.ConvertTime((await arende.Uppgift("Utred")).Forfaller, SvenskTid.Zon).TimeOfDay);

            enhet.Vard.Tid.Satt(grans.AddSeconds(-1));
            Assert.False(await Tand(enhet));
            enhet.Vard.Tid.Satt(grans);
            Assert.True(await Tand(enhet));
            Assert.False(await Tand(enhet));
            Assert.Equal(["HanteraForsening", "Utred"], await arende.Oppna());
        }

        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Natten_med_en_timme_for_mycket_och_natten_med_en_for_lite_gar_varje_timer_ut_en_gang(Provdatabas databas)
    {
        // 02.30 finns två gånger den ena natten och gäller den första; den andra natten finns den inte, och 03.30 gäller.
        foreach (var (start, dagsatt, timmarna, dagen) in new[]
        {
            ("2026-10-25T01:30:00+02:00", "2026-10-25T02:30:00", new[] { "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-25T03:30:00+01:00" }, "2026-10-25T02:30:00+02:00"),
            ("2027-03-28T01:15:00+01:00", "2027-03-28T02:30:00", ["2027-03-28T03:15:00+02:00", "2027-03-28T04:15:00+02:00", "2027-03-28T05:15:00+02:00"], "2027-03-28T03:30:00+02:00"),
        })
        {
            Bevakat("<b:timeCycle>R3/PT1H</b:timeCycle>", $"<b:timeDate>{dagsatt}</b:timeDate>");
            await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
            enhet.Vard.Tid.Satt(Tid(start));
            var arende = await enhet.Hannas();
            for (var kvart = 0; kvart < 24; kvart++)
            {
                enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(15));
                await enhet.Ga(0);
            }

            Assert.Equal(timmarna.Select(Tid), await Nar(enhet, "Ena"));
            Assert.Equal(Tid(dagen), Assert.Single(await Nar(enhet, "Andra")));
            Assert.Equal(5, (await arende.Oppna()).Count);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_manad_och_ett_ar_fran_skottdagen_slutar_pa_en_dag_som_finns(Provdatabas databas)
    {
        foreach (var (start, manad, ar) in new[]
        {
            ("2028-01-31T09:00:00+01:00", "2028-02-29T09:00:00+01:00", "2029-01-31T09:00:00+01:00"),
            ("2028-02-29T09:00:00+01:00", "2028-03-29T09:00:00+02:00", "2029-02-28T09:00:00+01:00"),
        })
        {
            Bevakat("<b:timeDuration>P1M</b:timeDuration>", "<b:timeDuration>P1Y</b:timeDuration>");
            await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
            enhet.Vard.Tid.Satt(Tid(start));
            await enhet.Hannas();
            Assert.Equal([Tid(manad), Tid(ar)], await Tider(enhet));

            await enhet.Ga(366);
            Assert.Equal((1, 1), ((await Nar(enhet, "Ena")).Count, (await Nar(enhet, "Andra")).Count));
        }
    }

    [Fact]
    public async Task Ett_arende_som_borjar_pa_skottdagen_gar_hela_vagen()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        enhet.Vard.Tid.Satt(Tid("2028-02-29T09:00:00+01:00"));
        var arende = await enhet.EttArende().Granskat().Bygg();

        Assert.Equal(new DateOnly(2028, 2, 29), await enhet.Vard.Las(db => db.Ansokningar.Select(a => a.Ankomstdag).SingleAsync()));
        await enhet.Ga(366);
        Assert.Equal(["HanteraForsening", "Utred"], await arende.Oppna());
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Hoppar_klockan_fram_gar_allt_som_har_forfallit_ut_i_ordning_och_inget_tva_ganger(Provdatabas databas)
    {
        const int Arenden = 4;
        Bevakat("<b:timeCycle>R5/PT1H</b:timeCycle>", "<b:timeDuration>PT150M</b:timeDuration>");
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        for (var i = 0; i < Arenden; i++)
        {
            await enhet.Hannas();
            enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(7));
        }

        enhet.Vard.Tid.Ga(TimeSpan.FromDays(3));
        var ordning = new List<DateTimeOffset>();
        while ((await Tider(enhet)).FirstOrDefault() is var forst && await Tand(enhet)) ordning.Add(forst);

        Assert.Equal(ordning.Order(), ordning);
        Assert.Equal(Arenden * 6, ordning.Count);
        Assert.Equal((Arenden * 5, Arenden), ((await Nar(enhet, "Ena")).Count, (await Nar(enhet, "Andra")).Count));
        Assert.Equal(Arenden * 6, (await enhet.Spar()).Count(h => h.Typ == nameof(TidsgransPasserad)));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Backar_klockan_gar_inget_ut_igen_och_det_som_hander_sedan_star_sist(Provdatabas databas)
    {
        Bevakat("<b:timeDuration>PT1H</b:timeDuration>", "<b:timeDuration>PT3H</b:timeDuration>");
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var arende = await enhet.Hannas();
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        Assert.True(await Tand(enhet));

        enhet.Vard.Tid.Ga(TimeSpan.FromHours(-2));
        Assert.False(await Tand(enhet));
        var innan = (await enhet.Spar()).Max(h => h.Id.Value);
        // Noden startas om medan klockan går fel.
        await using (var omstartad = enhet.Vard.Granne(_kopia.Anvand))
        {
            await omstartad.Tjanster.GetRequiredService<IDatabas>().Migrera(CancellationToken.None);
            Assert.False(Provarende.Ok(await omstartad.Sand(new TandNastaTimer())).Tand);
            Assert.True(omstartad.Tjanster.GetRequiredService<IIdKalla>().Next() > innan);
        }

        await arende.Slutfor("Ena", ("svar", "ja"));
        Assert.All(await Egna(enhet, "UppgiftSlutford"), h => Assert.True(h > innan));
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(4));
        Assert.True(await Tand(enhet));
        Assert.False(await Tand(enhet));
        Assert.Equal(["Andra", "Vanta"], await arende.Oppna());
        await enhet.KedjornaHaller();
    }

    /// <summary>A process that waits, with two time limits beside that each give a task.</summary>
    private void Bevakat(string ena, string andra) => _kopia.Skriv("bistand", $"""
        <b:startEvent id="S"/>
        @Vanta
        <b:boundaryEvent id="VidEna" attachedToRef="Vanta" cancelActivity="false"><b:timerEventDefinition>{ena}</b:timerEventDefinition></b:boundaryEvent>
        <b:boundaryEvent id="VidAndra" attachedToRef="Vanta" cancelActivity="false"><b:timerEventDefinition>{andra}</b:timerEventDefinition></b:boundaryEvent>
        @Ena
        @Andra
        <b:endEvent id="E"/>
        S>Vanta
        Vanta>E
        VidEna>Ena
        Ena>E
        VidAndra>Andra
        Andra>E
        """);

    private static DateTimeOffset Tid(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<bool> Tand(Provenhet enhet) => Provarende.Ok(await enhet.Vard.Sand(new TandNastaTimer())).Tand;

    private static Task<List<DateTimeOffset>> Tider(Provenhet enhet) => enhet.Vard.Las(db => db.Processtimrar.OrderBy(t => t.Tands).Select(t => t.Tands).ToListAsync());

    private static Task<List<DateTimeOffset>> Nar(Provenhet enhet, string nod) =>
        enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Nod == nod).OrderBy(u => u.Id).Select(u => u.Skapad).ToListAsync());

    private static async Task<IReadOnlyList<long>> Egna(Provenhet enhet, string typ) => [.. (await enhet.Spar()).Where(h => h.Typ == typ).Select(h => h.Id.Value)];
}
