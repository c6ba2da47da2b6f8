using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Functions;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>A compiled node.</summary>
internal delegate FeelValue Eval(EvalState state, Frame frame);

/// <summary>Turns a syntax tree into delegates, once per expression.</summary>
internal sealed partial class Compiler(string source)
{
    /// <summary>A tree is refused beyond this many levels, so that evaluation cannot use up the stack.</summary>
    public const int MaxLevels = 300;

    private int _level;
    private int _deepest;

    /// <exception cref="FeelSyntaxException">The tree has too many levels.</exception>
    public Eval Compile(Node node)
    {
        if (++_level > MaxLevels) throw new FeelSyntaxException("Uttrycket är för djupt nästlat eller har för många led.", node.Position);
        _deepest = Math.Max(_deepest, _level);
        var compiled = node switch
        {
            LiteralNode n => Constant(n.Value),
            NameNode n => Name(n),
            PathNode n => Path(n),
            FilterNode n => Filter(n),
            CallNode n => Call(n),
            BinaryNode n => Binary(n),
            NegateNode n => Negate(n),
            BetweenNode n => Between(n),
            InNode n => In(n),
            InstanceOfNode n => InstanceOf(n),
            IfNode n => If(n),
            ForNode n => For(n),
            QuantifiedNode n => Quantified(n),
            ListNode n => List(n),
            ContextNode n => Context(n),
            RangeNode n => Range(n),
            FunctionNode n => Function(n),
            UnaryTestsNode n => Tests(n),
            ComparisonTestNode n => ComparisonTest(n),
            ExpressionTestNode n => ExpressionTest(n),
            _ => throw new InvalidOperationException($"Okänd nod {node.GetType().Name}."),
        };
        _level--;
        return compiled;
    }

    private Place At(Node node) => Place.Of(source, node.Position);

    private static Eval Constant(FeelValue value) => (_, _) => value;

    private Eval Name(NameNode node)
    {
        var at = At(node);
        var builtin = Builtins.Find(node.Name)?.AsFunction(at);
        return (s, f) =>
        {
            s.Step();
            return f.Find(node.Name) ?? builtin ?? s.Warn(at, $"Namnet '{node.Name}' finns inte.");
        };
    }

    private Eval Binary(BinaryNode node)
    {
        var at = At(node);
        var (left, right) = (Compile(node.Left), Compile(node.Right));
        return node.Operator switch
        {
            BinaryOperator.Or => (s, f) => Or(left(s, f), () => right(s, f)),
            BinaryOperator.And => (s, f) => And(left(s, f), () => right(s, f)),
            BinaryOperator.Add => (s, f) => Stepped(s, Arithmetic.Add(s, at, left(s, f), right(s, f))),
            BinaryOperator.Subtract => (s, f) => Stepped(s, Arithmetic.Subtract(s, at, left(s, f), right(s, f))),
            BinaryOperator.Multiply => (s, f) => Stepped(s, Arithmetic.Multiply(s, at, left(s, f), right(s, f))),
            BinaryOperator.Divide => (s, f) => Stepped(s, Arithmetic.Divide(s, at, left(s, f), right(s, f))),
            BinaryOperator.Power => (s, f) => Stepped(s, Arithmetic.Power(s, at, left(s, f), right(s, f))),
            _ => (s, f) => Compare(s, at, node.Operator, left(s, f), right(s, f)),
        };
    }

    private static FeelValue Stepped(EvalState state, FeelValue value)
    {
        state.Step();
        return value;
    }

    private static FeelValue Or(FeelValue left, Func<FeelValue> right)
    {
        if (Comparison.Truth(left) == true) return left;
        var second = Comparison.Truth(right());
        return second == true ? FeelBoolean.True
            : Comparison.Truth(left) == false && second == false ? FeelBoolean.False
            : FeelValue.Null;
    }

    private static FeelValue And(FeelValue left, Func<FeelValue> right)
    {
        if (Comparison.Truth(left) == false) return left;
        return Comparison.Value(Comparison.And(Comparison.Truth(left), Comparison.Truth(right())));
    }

    /// <summary>Null in gives null out, quietly; values of different kinds give null and a warning.</summary>
    internal static FeelValue Compare(EvalState state, Place at, BinaryOperator op, FeelValue left, FeelValue right)
    {
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            if (Comparison.AreEqual(state, left, right) is { } equal) return FeelBoolean.Of(equal == (op == BinaryOperator.Equal));
        }
        else
        {
            state.Step();
            if (Comparison.Order(left, right) is { } order)
            {
                return FeelBoolean.Of(op switch
                {
                    BinaryOperator.Less => order < 0,
                    BinaryOperator.LessOrEqual => order <= 0,
                    BinaryOperator.Greater => order > 0,
                    _ => order >= 0,
                });
            }
        }

        return left is FeelNull || right is FeelNull
            ? FeelValue.Null
            : state.Warn(at, $"{Kinds.Name(left)} kan inte jämföras med {Kinds.Name(right)}.");
    }

    private Eval Negate(NegateNode node)
    {
        var at = At(node);
        var operand = Compile(node.Operand);
        return (s, f) => Arithmetic.Negate(s, at, operand(s, f));
    }

    private Eval Between(BetweenNode node)
    {
        var at = At(node);
        var (value, low, high) = (Compile(node.Value), Compile(node.Low), Compile(node.High));
        return (s, f) =>
        {
            var v = value(s, f);
            return And(Compare(s, at, BinaryOperator.GreaterOrEqual, v, low(s, f)), () => Compare(s, at, BinaryOperator.LessOrEqual, v, high(s, f)));
        };
    }

    private Eval InstanceOf(InstanceOfNode node)
    {
        var value = Compile(node.Value);
        return (s, f) => FeelBoolean.Of(node.Type.IsInstance(value(s, f)));
    }

    private Eval If(IfNode node)
    {
        var (condition, then, otherwise) = (Compile(node.Condition), Compile(node.Then), Compile(node.Else));
        return (s, f) => Comparison.Truth(condition(s, f)) == true ? then(s, f) : otherwise(s, f);
    }

    private Eval List(ListNode node)
    {
        var items = node.Items.Select(Compile).ToArray();
        return (s, f) =>
        {
            var values = ImmutableArray.CreateBuilder<FeelValue>(items.Length);
            foreach (var item in items) values.Add(item(s, f));
            return s.List(values.MoveToImmutable());
        };
    }

    private Eval Context(ContextNode node)
    {
        var at = At(node);
        var entries = node.Entries.Select(e => (e.Key, Value: Compile(e.Value), IsFunction: e.Value is FunctionNode)).ToArray();
        var repeated = node.Entries.GroupBy(e => e.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (repeated is not null) return (s, _) => s.Warn(at, $"Namnet '{repeated}' står två gånger i samma kontext.");
        return (s, f) =>
        {
            var context = FeelContext.Empty;
            foreach (var (key, value, isFunction) in entries)
            {
                s.Step();
                var scope = isFunction ? f.With(key, FeelValue.Null) : f;
                var entry = value(s, scope);
                f = isFunction ? scope : f.With(key, entry);
                f.Value = entry;
                context = s.Checked(context.With(key, entry));
            }

            return context;
        };
    }

    private Eval Range(RangeNode node)
    {
        var at = At(node);
        var low = node.Low is null ? null : Compile(node.Low);
        var high = node.High is null ? null : Compile(node.High);
        return (s, f) =>
        {
            s.Step();
            var (from, to) = (low?.Invoke(s, f), high?.Invoke(s, f));
            if (from is FeelNull && to is null or FeelNull || to is FeelNull && from is null)
                return s.Warn(at, "Intervallet har ingen gräns.");
            if (from is FeelNull) from = null;
            if (to is FeelNull) to = null;
            if (from is not null && to is not null && Comparison.Order(from, to) is null)
                return s.Warn(at, $"Ett intervall kan inte gå från {Kinds.Name(from)} till {Kinds.Name(to)}.");
            return new FeelRange(from, node.LowClosed && from is not null, to, node.HighClosed && to is not null);
        };
    }
}
