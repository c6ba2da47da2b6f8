using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Dmn;

/// <summary>The analysis against every input there is: small tables over the numbers 0 to 4, asked at each number, between them and outside (-1 to 6 by halves).</summary>
public sealed class TableAnalysisProperties
{
    private static readonly FeelValue[] Line = [.. Enumerable.Range(-2, 15).Select(n => (FeelValue)(n / 2m)), FeelValue.Null];

    private static readonly Gen<string> Cells =
        from kind in Gen.Choose(0, 11)
        from a in Gen.Choose(0, 4)
        from b in Gen.Choose(0, 4)
        let low = Math.Min(a, b)
        let high = Math.Max(a, b)
        select kind switch
        {
            0 or 1 or 2 => "-",
            3 => $"{a}",
            4 => $"< {a}",
            5 => $">= {a}",
            6 => $"[{low}..{high + 1})",
            7 => $"({low}..{high + 1}]",
            8 => $"not({a}, {b})",
            9 => $"{a}, > {b}",
            10 => $"? > {low} and not(? = {high})",
            _ => $"? between {low} and {high} or ? in (< {low}, {a})",
        };

    private static readonly Arbitrary<(int Columns, string[][] Rules, int[] At)> Tables = Arb.From(
        from columns in Gen.Choose(1, 3)
        from rules in Gen.Choose(0, 5).SelectMany(count => Gen.ArrayOf(Gen.ArrayOf(Cells, columns), count))
        from at in Gen.ArrayOf(Gen.Choose(0, Line.Length - 2), columns)
        select (columns, rules, at));

    private static void Holds(Action<int, string[][], int[]> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Tables, table => check(table.Columns, table.Rules, table.At)));

    private static (DmnTableReport Report, List<(FeelValue[] Input, int[] Rules)> Answers) Both(string policy, int columns, string[][] rules)
    {
        string[] types = [.. Enumerable.Repeat("number", columns)];
        string[][] withOutput = [.. rules.Select(r => (string[])[.. r, "1"])];
        var asked = TableAnalysisTests.Analyse("COLLECT", types, withOutput).Model;
        var inputs = Enumerable.Range(0, columns).Aggregate((IEnumerable<FeelValue[]>)[[]], (so, _) => so.SelectMany(one => Line.Select(value => (FeelValue[])[.. one, value])));
        return (TableAnalysisTests.Analyse(policy, types, withOutput).Report, [.. inputs.Select(input => (input, Matched(asked, input)))]);
    }

    private static int[] Matched(DmnModel model, FeelValue[] input)
    {
        var result = model.Evaluate("t", FeelContext.Of(input.Select((value, i) => (TableAnalysisTests.Name(i), value))), Feels.Environment);
        return [.. result.Matches.Select(m => m.Number)];
    }

    [Fact]
    public void En_lucka_finns_precis_nar_nagot_varde_saknar_regel() => Holds((columns, rules, _) =>
    {
        var (report, answers) = Both("COLLECT", columns, rules);

        Assert.Equal(answers.Exists(a => a.Rules.Length == 0 && !a.Input.Contains(FeelValue.Null)), report.Gaps > 0);
        Assert.All(report.Findings.Where(f => f.Kind == DmnFindingKind.Gap && f.Example.Keys.Length > 0), gap =>
            Assert.Empty(Matched(TableAnalysisTests.Analyse("COLLECT", [.. Enumerable.Repeat("number", columns)], [.. rules.Select(r => (string[])[.. r, "1"])]).Model,
                [.. gap.Example.Keys.Select(k => gap.Example[k])])));
    });

    [Fact]
    public void Bland_ett_enda_tillatet_varde_ar_luckan_just_det() => Holds((columns, rules, at) =>
    {
        var values = at.Select(i => Line[i]).ToArray();
        string[] types = [.. values.Select(v => $"number:{CaseFlow.Engine.Feel.Runtime.Kinds.Text(v)}")];

        var (model, report) = TableAnalysisTests.Analyse("COLLECT", types, [.. rules.Select(r => (string[])[.. r, "1"])]);

        Assert.Equal(Matched(model, values).Length == 0 ? 1 : 0, report.Gaps);
    });

    [Fact]
    public void Overlappen_ar_precis_de_par_som_nagot_varde_har_bada_av() => Holds((columns, rules, _) =>
    {
        var (report, answers) = Both("UNIQUE", columns, rules);

        var expected = answers.SelectMany(a => a.Rules.SelectMany(one => a.Rules.Where(other => one < other).Select(other => $"r{one} r{other}"))).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(expected, report.Findings.Where(f => f.Kind == DmnFindingKind.Overlap).Select(f => string.Join(' ', f.Rules)).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void De_regler_som_inte_nas_ar_precis_de_som_aldrig_ar_forst() => Holds((columns, rules, _) =>
    {
        var (report, answers) = Both("FIRST", columns, rules);

        var first = answers.Where(a => a.Rules.Length > 0).Select(a => a.Rules[0]).ToHashSet();
        var expected = Enumerable.Range(1, rules.Length).Where(number => !first.Contains(number)).Select(number => $"r{number}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, report.Findings.Where(f => f.Kind == DmnFindingKind.Unreachable).SelectMany(f => f.Rules).Order(StringComparer.Ordinal));
    });
}
