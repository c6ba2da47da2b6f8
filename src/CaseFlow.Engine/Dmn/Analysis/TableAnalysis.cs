using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>Gaps, overlaps and unreachable rules of a decision table. A cell it does not understand may pass or not: a gap is one whatever it does, and so
/// is an overlap, so that everything reported is true and only the rest may be missed.</summary>
internal sealed class TableAnalysis
{
    public const int MostShown = 20;

    /// <summary>Well under a second (<c>TableAnalysisTests</c>).</summary>
    private const int EvaluationSteps = 3_000_000;
    private const int SearchSteps = 4_000_000;

    private readonly DecisionTable _table;
    private readonly SearchBudget _budget = new(SearchSteps);
    private readonly List<DmnFinding> _findings = [];

    private TableAnalysis(DecisionTable table) => _table = table;

    public static IReadOnlyList<DmnTableReport> Of(DmnDefinitions definitions) =>
    [
        .. definitions.Decisions.Select(d => (d.Id, Logic: d.Logic)).Concat(definitions.KnowledgeModels.Select(k => (k.Id, Logic: (Boxed)k.Logic)))
            .SelectMany(element => Tables(element.Logic).Select(table => new TableAnalysis(table).Report(element.Id))),
    ];

    private static IEnumerable<DecisionTable> Tables(Boxed logic) => logic switch
    {
        DecisionTable table => [table],
        BoxedContext context => context.Entries.SelectMany(e => Tables(e.Value)),
        BoxedList list => list.Items.SelectMany(Tables),
        BoxedRelation relation => relation.Rows.SelectMany(row => row.SelectMany(Tables)),
        BoxedFunction function => Tables(function.Body),
        BoxedInvocation call => [.. Tables(call.Callee), .. call.Bindings.SelectMany(b => Tables(b.Value))],
        BoxedConditional choice => [.. Tables(choice.If), .. Tables(choice.Then), .. Tables(choice.Else)],
        BoxedIterator loop => [.. Tables(loop.In), .. Tables(loop.Body)],
        _ => [],
    };

    private DmnTableReport Report(string decision)
    {
        double? gaps = null;
        int? overlaps = null;
        if (Axes() is { } axes)
        {
            var dead = Dead(axes);
            overlaps = Attempt("Sökningen efter överlapp", () => Overlaps(axes));
            gaps = _table.Outputs.Any(o => o.Default is not null) ? 0 : Gaps(axes);
            if (_table.Policy == HitPolicy.First) Attempt("Sökningen efter dolda regler", () => Hidden(axes, dead));
        }

        return new(decision, _table.Id, Policy(_table.Policy), _table.Rules.Length, gaps, overlaps, [.. _findings.OrderByDescending(f => f.Severity)]);
    }

    private int? Attempt(string what, Func<int> search)
    {
        try
        {
            return search();
        }
        catch (SearchExhaustedException)
        {
            Found(DmnFindingKind.GaveUp, DmnSeverity.Warning, $"{what} avbröts: tabellen är för stor. Det som hann hittas står här.");
            return null;
        }
    }

    private void Found(DmnFindingKind kind, DmnSeverity severity, string text, IEnumerable<TableRule>? rules = null, FeelContext? example = null) =>
        _findings.Add(new(kind, severity, text, [.. (rules ?? []).Select(r => r.Id)], example ?? FeelContext.Empty));

    /// <summary>The inputs divided; null when that alone was too much.</summary>
    private List<Axis>? Axes()
    {
        var state = new EvalState(new FeelEnvironment(default, FeelBudget.Default with { Steps = EvaluationSteps }));
        var axes = new List<Axis>();
        foreach (var columns in Enumerable.Range(0, _table.Inputs.Length).GroupBy(i => _table.Inputs[i].Expression.Source.Trim(), StringComparer.Ordinal))
        {
            try
            {
                axes.Add(Axis.Of(_table, [.. columns], state, NotUnderstood));
            }
            catch (FeelBudgetException)
            {
                Found(DmnFindingKind.GaveUp, DmnSeverity.Warning, $"Analysen avbröts vid kolumnen {_table.Inputs[columns.First()].Title}: den har för många olika celler och gränser. Inga luckor eller överlapp har sökts.");
                return null;
            }
        }

        return axes;
    }

    private void NotUnderstood(TableRule? rule, TableInput column, FeelExpression cell, string reason) => Found(
        DmnFindingKind.NotAnalysed,
        DmnSeverity.Note,
        rule is null
            ? $"Tillåtna värden för {column.Title} analyseras inte: ”{Short(cell)}” {reason}. Luckor söks bland alla värden."
            : $"{Name(rule)}, kolumnen {column.Title} analyseras inte: ”{Short(cell)}” {reason}. Luckor och överlapp som hänger på den cellen syns inte.",
        rule is null ? [] : [rule]);

    private static string Short(FeelExpression cell)
    {
        const int most = 80;
        var text = string.Join(' ', cell.Source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
    }

    private static string Name(TableRule rule)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"regel {rule.Number}");
        return rule.Id == number ? number : $"{number} ({rule.Id})";
    }

    /// <summary>The rules that some cell keeps from ever passing.</summary>
    private HashSet<TableRule> Dead(List<Axis> axes)
    {
        var dead = new HashSet<TableRule>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _table.Rules.Length; i++)
        {
            var rule = _table.Rules[i];
            if (axes.Find(axis => axis.May[i].IsEmpty) is not { } axis) continue;
            dead.Add(rule);
            Found(DmnFindingKind.Unreachable, DmnSeverity.Warning, $"{Capital(Name(rule))} gäller aldrig: inget tillåtet värde på {axis.Label} passar i cellen.", [rule]);
        }

        return dead;
    }

    private int Overlaps(List<Axis> axes)
    {
        if (_table.Policy is not (HitPolicy.Unique or HitPolicy.Any)) return 0;
        var count = 0;
        var rules = _table.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            for (var j = i + 1; j < rules.Length; j++)
            {
                if (Common(axes, i, j) is not { } box || (_table.Policy == HitPolicy.Any && Answers(rules[i], rules[j]) == true)) continue;
                if (++count > MostShown) continue;
                var example = RegionText.Example(axes, box);
                var both = $"{Capital(Name(rules[i]))} och {Name(rules[j])} gäller båda för {RegionText.Of(axes, example)}";
                if (_table.Policy == HitPolicy.Unique)
                    Found(DmnFindingKind.Overlap, DmnSeverity.Error, $"{both}. I en tabell med hit policy UNIQUE får bara en regel gälla.", [rules[i], rules[j]], example);
                else if (Answers(rules[i], rules[j]) == false)
                    Found(DmnFindingKind.Overlap, DmnSeverity.Error, $"{both} men ger olika svar. Hit policy ANY kräver samma svar.", [rules[i], rules[j]], example);
                else
                    Found(DmnFindingKind.Overlap, DmnSeverity.Warning, $"{both}, och svaren räknas ut. Hit policy ANY kräver att de blir lika.", [rules[i], rules[j]], example);
            }
        }

        if (count > MostShown)
        {
            Found(DmnFindingKind.Overlap, _table.Policy == HitPolicy.Unique ? DmnSeverity.Error : DmnSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"Det finns {count - MostShown} överlapp till."));
        }

        return count;
    }

    /// <summary>Where two rules certainly both pass, or null.</summary>
    private Bits[]? Common(List<Axis> axes, int one, int other)
    {
        var box = new Bits[axes.Count];
        for (var a = 0; a < box.Length; a++)
        {
            _budget.Spend(box.Length + axes[a].Must[one].Cost);
            box[a] = axes[a].Must[one].And(axes[a].Must[other]);
            if (box[a].IsEmpty) return null;
        }

        return box;
    }

    /// <summary>Whether two rules answer alike; null when that depends on the input.</summary>
    private static bool? Answers(TableRule one, TableRule other)
    {
        bool? same = true;
        foreach (var (a, b) in one.Outputs.Zip(other.Outputs))
        {
            if (a.Source.Trim() == b.Source.Trim()) continue;
            var state = new EvalState(new FeelEnvironment(default));
            var isFixed = CellShape.IsFixed(a) && CellShape.IsFixed(b);
            same = Comparison.And(same, isFixed ? Comparison.AreEqual(state, a.Evaluate(FeelContext.Empty, state), b.Evaluate(FeelContext.Empty, state)) ?? false : null);
        }

        return same;
    }

    private double? Gaps(List<Axis> axes)
    {
        Coverage? coverage = null;
        try
        {
            coverage = new(
                [.. axes.Select(a => a.Possible)], [.. axes.Select(a => (IReadOnlyList<Bits>)a.May)], [.. axes.Select(a => a.Regions.Length)], _table.Rules.Length, _budget);
            var (count, first) = coverage.Gaps(MostShown);
            foreach (var gap in first) Gap(axes, gap);
            if (count > first.Length) Found(DmnFindingKind.Gap, DmnSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"Det finns {count - first.Length:0} luckor till."));
            return count;
        }
        catch (SearchExhaustedException)
        {
            var done = coverage is null || coverage.Progress.Of == 0
                ? string.Empty
                : string.Create(CultureInfo.InvariantCulture, $" Av kolumnen {axes[coverage.Progress.Axis].Label} hann {coverage.Progress.Done} av {coverage.Progress.Of} delar prövas.");
            Found(DmnFindingKind.GaveUp, DmnSeverity.Warning, $"Sökningen efter luckor avbröts: tabellen är för stor.{done} Det som hann hittas står här.");
            foreach (var gap in coverage?.Met ?? []) Gap(axes, gap);
            return null;
        }
    }

    private void Gap(List<Axis> axes, Bits[] box)
    {
        var example = RegionText.Example(axes, box);
        Found(DmnFindingKind.Gap, DmnSeverity.Warning, RegionText.Of(axes, box) is { } when
            ? $"Ingen regel gäller när {when}. Till exempel {RegionText.Of(axes, example)}."
            : "Ingen regel gäller, vad indata än är.", example: example);
    }

    private int Hidden(List<Axis> axes, HashSet<TableRule> dead)
    {
        var hidden = 0;
        for (var i = 1; i < _table.Rules.Length; i++)
        {
            var rule = i;
            if (dead.Contains(_table.Rules[rule])) continue;
            _budget.Spend((rule + 1L) * axes.Count);
            var earlier = Enumerable.Range(0, rule).Where(e => axes.TrueForAll(a => a.Must[e].Overlaps(a.May[rule]))).ToList();
            var isHidden = earlier.Count > 0 && new Coverage(
                [.. axes.Select(a => a.May[rule])], [.. axes.Select(a => (IReadOnlyList<Bits>)[.. earlier.Select(e => a.Must[e])])], [.. axes.Select(a => a.Regions.Length)],
                earlier.Count, _budget).IsCovered();
            if (!isHidden) continue;
            hidden++;
            Found(DmnFindingKind.Unreachable, DmnSeverity.Warning, $"{Capital(Name(_table.Rules[rule]))} nås aldrig: reglerna före den tar allt som den gäller (hit policy FIRST).", [_table.Rules[rule]]);
        }

        return hidden;
    }

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string Policy(HitPolicy policy) => policy switch
    {
        HitPolicy.Unique => "UNIQUE",
        HitPolicy.First => "FIRST",
        HitPolicy.Priority => "PRIORITY",
        HitPolicy.Any => "ANY",
        HitPolicy.Collect => "COLLECT",
        HitPolicy.RuleOrder => "RULE ORDER",
        HitPolicy.OutputOrder => "OUTPUT ORDER",
    };
}
