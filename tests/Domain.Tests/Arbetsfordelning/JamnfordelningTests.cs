using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Domain.Tests.Arbetsfordelning;

public sealed class JamnfordelningTests
{
    [Fact]
    public void Den_som_har_minst_far_forst()
    {
        Flyttbart[] arenden = [Ett(1, 9), Ett(2, 9), Ett(3, 9)];
        Mottagare[] till = [new(new(1), 10), new(new(2), 8.5m)];

        var svar = Jamnfordelning.Fordela(arenden, till, new HashSet<(ArendeId, AnvandareId)>());

        Assert.Equal([2L, 2, 1], svar.Select(s => s.Till!.Value.Value));
    }

    [Fact]
    public void Den_javige_far_inte_och_ar_bara_hon_kvar_stannar_det()
    {
        var javig = new HashSet<(ArendeId, AnvandareId)> { (new(1), new(1)) };

        Assert.Equal(2, Jamnfordelning.Fordela([Ett(1, null)], [new(new(1), 0), new(new(2), 50)], javig)[0].Till!.Value.Value);
        Assert.Null(Jamnfordelning.Fordela([Ett(1, null)], [new(new(1), 0)], javig)[0].Till);
        Assert.Null(Jamnfordelning.Fordela([Ett(1, 2)], [new(new(2), 0)], javig)[0].Till);
    }

    [Fact]
    public void En_persons_arenden_foljs_at_till_den_som_redan_har_henne()
    {
        var ingen = new HashSet<(ArendeId, AnvandareId)>();
        Flyttbart[] arenden = [Hennes(1, 7), Hennes(2, 8), Hennes(3, 7), Hennes(4, 8)];

        // Ingen har dem sedan förut: den första går till den som har minst, resten efter.
        Assert.Equal([1L, 2, 1, 2], Till(Jamnfordelning.Fordela(arenden, [new(new(1), 0), new(new(2), 0.5m)], ingen)));
        Assert.Equal([2L, 1, 2, 1], Till(Jamnfordelning.Fordela(arenden, [new(new(1), 0), new(new(2), 50)], ingen, [(new(7), new(2))])));
        // Jäv går före.
        Assert.Equal(1, Till(Jamnfordelning.Fordela([Hennes(1, 7)], [new(new(1), 9), new(new(2), 0)], new HashSet<(ArendeId, AnvandareId)> { (new(1), new(2)) }, [(new(7), new(2))]))[0]);

        static Flyttbart Hennes(long id, long person) => new(new(id), new AnvandareId(9), 1, new PersonId(person));

        static List<long> Till(IReadOnlyList<(Flyttbart Arende, AnvandareId? Till)> svar) => [.. svar.Select(s => s.Till!.Value.Value)];
    }

    /// <summary>Over any load and any jäv: everything is answered, nobody gets what she may not have, and without jäv nobody who got
    /// something ends more than one ärende above the one with least.</summary>
    [Fact]
    public void Fordelningen_ar_tillaten_jamn_och_densamma_varje_gang() => Prop.ForAll(
        (from antal in Gen.Choose(0, 30)
         from folk in Gen.Choose(1, 6)
         from laster in Gen.Choose(0, 40).ListOf(folk)
         from agare in Gen.Choose(0, 8).ListOf(antal)
         from jav in Gen.Choose(0, 200).ListOf(10)
         from medJav in Gen.Elements(true, false)
         select (laster, agare, jav: medJav ? jav : [])).ToArbitrary(),
        fall =>
        {
            var mottagare = fall.laster.Select((l, n) => new Mottagare(new(n + 1), l)).ToList();
            var arenden = fall.agare.Select((a, n) => new Flyttbart(new(n + 1), a == 0 ? null : new AnvandareId(a + 100), 1)).ToList();
            var javiga = fall.jav.Select(j => (new ArendeId(j % 30 + 1), new AnvandareId(j % 6 + 1))).ToHashSet();

            var svar = Jamnfordelning.Fordela(arenden, mottagare, javiga);

            Assert.Equal(svar, Jamnfordelning.Fordela(arenden, mottagare, javiga));
            Assert.Equal(arenden, svar.Select(s => s.Arende));
            Assert.DoesNotContain(svar, s => s.Till is { } t && (t == s.Arende.Fran || javiga.Contains((s.Arende.Arende, t))));
            if (javiga.Count > 0) return;
            Assert.All(svar, s => Assert.NotNull(s.Till));
            var efter = mottagare.ToDictionary(m => m.Id, m => m.Borda + svar.Count(s => s.Till == m.Id));
            foreach (var fick in svar.Select(s => s.Till!.Value).Distinct()) Assert.True(efter[fick] <= efter.Values.Min() + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bordan_ar_summan_av_stegens_vikter()
    {
        Assert.Equal(4.2m, Bordevikter.Utgangslage.Borda([(Steg.Utredning, 2), (Steg.Verkstallighet, 2)]));
        Assert.Equal(1, new Bordevikter(new Dictionary<Steg, decimal>()).For(Steg.Beslut));
        Assert.All(Enum.GetValues<Steg>(), s => Assert.True(Bordevikter.Utgangslage.Vikter.ContainsKey(s)));
    }

    private static Flyttbart Ett(long id, long? fran) => new(new(id), fran is { } f ? new AnvandareId(f) : null, 1);
}
