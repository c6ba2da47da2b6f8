using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Functions;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>Paths, filters, calls and function literals.</summary>
internal sealed partial class Compiler
{
    private Eval Path(PathNode node)
    {
        var at = At(node);
        var target = Compile(node.Target);
        return (s, f) =>
        {
            s.Step();
            return Member(s, at, target(s, f), node.Name);
        };
    }

    /// <summary>An entry of a context, a property of a time or range, or the same of every item of a list.</summary>
    private static FeelValue Member(EvalState state, Place at, FeelValue target, string name)
    {
        switch (target)
        {
            case FeelNull: return target;
            case FeelContext context:
                return context.Contains(name) ? context[name] : state.Warn(at, $"Kontexten har inget '{name}'.");
            case FeelList list:
                return state.List([.. list.Items.Select(item => Member(state, at, item, name))]);
            default:
                return Properties.Of(target, name) ?? state.Warn(at, $"{Kinds.Name(target)} har ingen egenskap '{name}'.");
        }
    }

    private Eval Filter(FilterNode node)
    {
        var at = At(node);
        var (target, predicate) = (Compile(node.Target), Compile(node.Predicate));
        return (s, f) =>
        {
            s.Step();
            var value = target(s, f);
            var items = value is FeelList list ? list.Items : value is FeelNull ? [] : [value];
            var kept = ImmutableArray.CreateBuilder<FeelValue>();
            foreach (var item in items)
            {
                s.Step();
                var scope = f.With("item", item);
                var verdict = predicate(s, item is FeelContext context ? scope.WithAll(context) : scope);
                if (verdict is FeelNumber index) return Nth(s, at, items, index.Value);
                if (Comparison.Truth(verdict) == true) kept.Add(item);
            }

            // A list without items says nothing about what the predicate is: an index gives null, a condition nothing.
            if (items.Length == 0 && node.Predicate is LiteralNode { Value: FeelNumber } or NegateNode { Operand: LiteralNode }) return FeelValue.Null;
            return s.List(kept.ToImmutable());
        };
    }

    private static FeelValue Nth(EvalState state, Place at, ImmutableArray<FeelValue> items, decimal index)
    {
        if (index > 0 && index <= items.Length && index == decimal.Truncate(index)) return items[(int)index - 1];
        if (index < 0 && -index <= items.Length && index == decimal.Truncate(index)) return items[items.Length + (int)index];
        return state.Warn(at, $"Listan har {items.Length} värden, inget på plats {Kinds.Number(index)}.");
    }

    private Eval Call(CallNode node)
    {
        var at = At(node);
        var arguments = node.Arguments.Select(Compile).ToArray();
        var called = node.Callee is NameNode { Name: var name } ? name : null;
        var builtin = called is null ? null : Builtins.Find(called);
        var callee = Compile(node.Callee);
        return (s, f) =>
        {
            s.Step();
            var own = called is null ? callee(s, f) : f.Find(called);
            if (own is not FeelFunction && builtin is not null)
            {
                var values = Values(s, f);
                if (node.Names.Length == 0) return builtin.Invoke(s, at, values);
                return builtin.Arrange(node.Names, values) is { } arranged
                    ? builtin.Invoke(s, at, arranged)
                    : s.Warn(at, $"Funktionen {called} tar inte argumenten {string.Join(", ", node.Names)}.");
            }

            if (own is not FeelFunction function)
                return s.Warn(at, own is null && called is not null ? $"Funktionen '{called}' finns inte." : $"{Kinds.Name(own)} kan inte anropas.");
            return Apply(s, at, function, Values(s, f), node.Names);
        };

        FeelValue[] Values(EvalState s, Frame f)
        {
            var values = new FeelValue[arguments.Length];
            for (var i = 0; i < values.Length; i++) values[i] = arguments[i](s, f);
            return values;
        }
    }

    /// <summary>Calls a function with positional arguments, or named ones when <paramref name="names"/> is not empty.</summary>
    internal static FeelValue Apply(EvalState state, Place at, FeelFunction function, FeelValue[] values, ImmutableArray<string> names)
    {
        if (names.Length > 0)
        {
            var arranged = new FeelValue[function.Parameters.Length];
            Array.Fill(arranged, FeelValue.Null);
            for (var i = 0; i < names.Length; i++)
            {
                var index = function.Parameters.IndexOf(names[i]);
                if (index < 0) return state.Warn(at, $"Funktionen har ingen parameter '{names[i]}'.");
                arranged[index] = values[i];
            }

            values = arranged;
        }

        return function.Parameters is [.., var last] && last.EndsWith(Builtin.Many, StringComparison.Ordinal) || values.Length == function.Parameters.Length
            ? function.Body(state, values)
            : state.Warn(at, $"Funktionen tar {function.Parameters.Length} argument men fick {values.Length}.");
    }

    private Eval Function(FunctionNode node)
    {
        var at = At(node);
        var (outerLevel, outerDeepest) = (_level, _deepest);
        _deepest = _level;
        var body = Compile(node.Body);
        var levels = _deepest - outerLevel + 2;
        _deepest = Math.Max(outerDeepest, _deepest);
        var names = node.Parameters.Select(p => p.Name).ToImmutableArray();
        return (_, f) => new FeelFunction(names, (s, values) =>
        {
            var scope = f;
            for (var i = 0; i < values.Length; i++)
            {
                if (node.Parameters[i].Type.Coerce(values[i]) is not { } value)
                    return s.Warn(at, $"Parametern '{names[i]}' kan inte vara {Kinds.Name(values[i])}.");
                scope = scope.With(names[i], value);
            }

            s.Enter(levels);
            var result = body(s, scope);
            s.Leave(levels);
            return result;
        });
    }
}
