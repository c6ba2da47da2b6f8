using System.Reflection;
using CaseFlow.Domain.Insatser;
using CaseFlow.Seed.Texter;

namespace CaseFlow.Seed.Tests;

/// <summary>What the demo writes is what the product asks of those who write.</summary>
public sealed class TexterTests
{
    /// <summary>The violence question has one place, and it is none of these.</summary>
    private static readonly string[] Valdsfragan = ["våld", "enrum", "nära relation", "trygghet i hemmet", "trygghetsfråg", "utsatt för", "hotad", "slagen"];

    [Fact]
    public void Ingen_text_som_laggs_i_akten_talar_om_valdsfragan()
    {
        var texter = Alla().ToList();

        Assert.True(texter.Count > 100, $"bara {texter.Count} texter lästes");
        Assert.Contains(texter, t => t.Text.StartsWith("Hembesök. {Hon} visar", StringComparison.Ordinal));
        Assert.DoesNotContain(texter, t => Valdsfragan.Any(ord => t.Text.Contains(ord, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Ett_avslag_strax_fore_lagbytet_namner_ingen_lag_som_kan_ha_upphort_nar_det_beslutas()
    {
        var sista = new DateOnly(2025, 6, 30);
        foreach (var typ in Insatskatalog.Standard.Select(t => t.Kod))
            for (var dag = sista.AddDays(-60); dag <= sista; dag = dag.AddDays(10))
                Assert.All(Bedomningar.AvslagFor(typ, dag), t => Assert.Empty(Lagrumstabell.NamndaSomInteGaller(t, new(2025, 8, 15))));
        Assert.Contains(Bedomningar.AvslagFor("hemtjanst", new(2024, 12, 1)), t => t.Contains("(2001:453)", StringComparison.Ordinal));
        Assert.DoesNotContain(Bedomningar.AvslagFor("hemtjanst", sista), t => t.Contains("socialtjänstlagen", StringComparison.Ordinal));
    }

    /// <summary>Every string in the rooms of texts, however it is kept.</summary>
    private static IEnumerable<(string Var, string Text)> Alla() => typeof(Anteckningstexter).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Anteckningstexter).Namespace)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(f => Strangar(f.GetValue(null), 0).Select(s => ($"{t.Name}.{f.Name}", s))));

    private static IEnumerable<string> Strangar(object? varde, int djup) => varde switch
    {
        null => [],
        string text => [text],
        _ when djup > 6 => [],
        System.Collections.IEnumerable flera => flera.Cast<object?>().SelectMany(v => Strangar(v, djup + 1)),
        System.Runtime.CompilerServices.ITuple par => Enumerable.Range(0, par.Length).SelectMany(i => Strangar(par[i], djup + 1)),
        _ when varde.GetType() is { IsPrimitive: false, IsEnum: false } typ && (typ.Namespace?.StartsWith("CaseFlow.Seed", StringComparison.Ordinal) == true || typ.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)) =>
            typ.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => Strangar(p.GetValue(varde), djup + 1)),
        _ => [],
    };
}
