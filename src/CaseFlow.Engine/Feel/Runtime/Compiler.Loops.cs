using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>for, some and every.</summary>
internal sealed partial class Compiler
{
    private Eval For(ForNode node)
    {
        var at = At(node);
        var domains = Domains(node.Iterators, at);
        var body = Compile(node.Body);
        var usesPartial = source.Contains("partial", StringComparison.Ordinal);
        return (s, f) =>
        {
            var results = ImmutableArray.CreateBuilder<FeelValue>();
            var ok = Each(s, f, domains, 0, scope =>
            {
                s.CheckItems(results.Count + 1);
                if (usesPartial) scope = scope.With("partial", s.List(results.ToImmutable()));
                results.Add(body(s, scope));
                return true;
            });
            return ok is null ? FeelValue.Null : s.List(results.ToImmutable());
        };
    }

    private Eval Quantified(QuantifiedNode node)
    {
        var domains = Domains(node.Iterators, At(node));
        var body = Compile(node.Body);
        return (s, f) =>
        {
            bool? answer = node.Every;
            var ok = Each(s, f, domains, 0, scope =>
            {
                var truth = Comparison.Truth(body(s, scope));
                if (truth is null) answer = null;
                if (truth != !node.Every) return true;
                answer = truth;
                return false;
            });
            return ok is null ? FeelValue.Null : Comparison.Value(answer);
        };
    }

    private (string Name, Func<EvalState, Frame, IEnumerable<FeelValue>?> Items)[] Domains(ImmutableArray<Iterator> iterators, Place at) =>
        [.. iterators.Select(iterator =>
        {
            var from = Compile(iterator.From);
            var to = iterator.To is null ? null : Compile(iterator.To);
            return (iterator.Name, (Func<EvalState, Frame, IEnumerable<FeelValue>?>)((s, f) =>
                to is null ? Items(s, at, from(s, f)) : Steps(s, at, from(s, f), to(s, f))));
        })];

    /// <summary>Runs the body for every combination. Null: a domain was nothing to walk through. False: the body stopped it.</summary>
    private static bool? Each(
        EvalState s, Frame f, (string Name, Func<EvalState, Frame, IEnumerable<FeelValue>?> Items)[] domains, int index, Func<Frame, bool> body)
    {
        if (index == domains.Length) return body(f);
        if (domains[index].Items(s, f) is not { } items) return null;
        foreach (var item in items)
        {
            s.Step();
            if (Each(s, f.With(domains[index].Name, item), domains, index + 1, body) is not true and var stopped) return stopped;
        }

        return true;
    }

    private static IEnumerable<FeelValue>? Items(EvalState state, Place at, FeelValue domain)
    {
        switch (domain)
        {
            case FeelList list: return list.Items;
            case FeelNull:
                state.Warn(at, "Det finns ingen lista att gå igenom (null).");
                return null;
            case FeelRange range:
                return Steps(state, at, range.Low ?? FeelValue.Null, range.High ?? FeelValue.Null)?.Where(value => Comparison.Contains(range, value) == true);
            default: return [domain];
        }
    }

    /// <summary>From one whole number or date to another, both included, upwards or downwards.</summary>
    private static IEnumerable<FeelValue>? Steps(EvalState state, Place at, FeelValue from, FeelValue to)
    {
        if (from is FeelDate start && to is FeelDate end)
        {
            return Count(state, start.Value.DayNumber, end.Value.DayNumber).Select(day => new FeelDate(DateOnly.FromDayNumber((int)day)));
        }

        if (from is FeelNumber a && to is FeelNumber b) return Count(state, a.Value, b.Value).Select(n => new FeelNumber(n));
        state.Warn(at, $"Det går inte att räkna från {Kinds.Name(from)} till {Kinds.Name(to)}.");
        return null;
    }

    private static IEnumerable<decimal> Count(EvalState state, decimal from, decimal to)
    {
        state.CheckItems(Math.Abs((to / 2) - (from / 2)) * 2);
        return Walk();

        IEnumerable<decimal> Walk()
        {
            var step = from <= to ? 1 : -1;
            for (var n = from; step > 0 ? n <= to : n >= to; n += step) yield return n;
        }
    }
}
