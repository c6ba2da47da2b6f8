using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Indikatorer;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Pipeline;

internal sealed partial class Spartabell
{
    /// <summary>About no ärende: lists, the work of the unit, what is counted.</summary>
    private void Enheten()
    {
        var (hanna, chef, system) = (enhet.Handlaggare, enhet.Chef, Testvard.Allt);
        Rad(hanna, () => new HamtaRegistreringsval());
        Rad(hanna, () => new HamtaIdag());
        Rad(hanna, () => new ListaArenden());
        Rad(hanna, () => new SparaVy("Saknar delar", "saknar=1", false));
        RadEfter(hanna, async () => new TaBortVy(Provarende.Ok(await enhet.Vard.Sand(new SparaVy("Ska bort", "saknar=1", false), hanna)).Id));
        Rad(chef, () => new HamtaEnheten());
        Rad(hanna, () => new HamtaFranvaro());
        Rad(hanna, () => new RegistreraFranvaro(null, enhet.Idag.AddDays(100), enhet.Idag.AddDays(101), null));
        RadEfter(chef, async () =>
        {
            Provarende.Ok(await enhet.Vard.Sand(new RegistreraFranvaro(hanna.Id.Value, enhet.Idag.AddDays(200), null, null), chef));
            return new AvslutaFranvaro(Provarende.Ok(await enhet.Vard.Sand(new HamtaFranvaro(), chef)).Rader[^1].Id);
        });
        RadEfter(chef, async () =>
        {
            await enhet.EttArende().Bygg();
            return new PlaneraFlytt(Hannas(1));
        });
        RadEfter(chef, async () => new FlyttaArenden(Hannas(1), Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(Hannas(1)), chef)).Fingeravtryck, "Semester"), galler: true);
        RadEfter(chef, async () =>
        {
            await enhet.EttArende().Bygg();
            var plan = Provarende.Ok(await enhet.Vard.Sand(new PlaneraFlytt(Hannas(1)), chef));
            var flytt = Provarende.Ok(await enhet.Vard.Sand(new FlyttaArenden(Hannas(1), plan.Fingeravtryck, "Semester"), chef)).Flytt;
            enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
            return new AngraFlytt(flytt);
        }, galler: true);
        Rad(hanna, () => new ListaUppgifter());
        Rad(hanna, () => new SokPersoner("test"));
        Rad(hanna, () => new SokArenden("0001"));
        Rad(hanna, () => new HamtaIndikatorer());
        Rad(hanna, () => new HamtaIndikatorUnderlag(IndikatorKatalog.SamtligaInsatserBeskrivna.Kod, "2026"));
        Rad(system, () => new ByggOmIndikatorer());
        Rad(hanna, () => new RapporteraAvvikelse("Fel", "I dag", "Rättat"));
        Rad(chef, () => new ListaAvvikelser());
        RadEfter(chef, async () =>
        {
            var rapport = Provarende.Ok(await enhet.Vard.Sand(new RapporteraAvvikelse("Fel", "I dag", "Rättat"), hanna));
            return new TaEmotAvvikelse(rapport.Id, 0);
        });
    }

    private Flytturval Hannas(int hogst) => new([enhet.Handlaggare.Id.Value], [], Hogst: hogst, Till: [enhet.Kollega.Id.Value]);
}
