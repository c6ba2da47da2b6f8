using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>Unary tests: what stands in a decision table's cell, and to the right of <c>in</c>. They read <c>?</c>.</summary>
internal sealed partial class Compiler
{
    private const string Input = "?";

    private Eval In(InNode node)
    {
        var (value, tests) = (Compile(node.Value), Compile(node.Tests));
        return (s, f) => tests(s, f.With(Input, value(s, f)));
    }

    private Eval Tests(UnaryTestsNode node)
    {
        if (node.Tests.Length == 0) return Constant(FeelBoolean.True);
        var tests = node.Tests.Select(Compile).ToArray();
        return (s, f) =>
        {
            bool? any = false;
            foreach (var test in tests)
            {
                var truth = Comparison.Truth(test(s, f));
                if (truth == true)
                {
                    any = true;
                    break;
                }

                if (truth is null) any = null;
            }

            return Comparison.Value(node.Negated ? !any : any);
        };
    }

    private Eval ComparisonTest(ComparisonTestNode node)
    {
        var at = At(node);
        var operand = Compile(node.Operand);
        return (s, f) => Compare(s, at, node.Operator, f.Find(Input) ?? FeelValue.Null, operand(s, f));
    }

    private Eval ExpressionTest(ExpressionTestNode node)
    {
        var expression = Compile(node.Expression);
        return (s, f) =>
        {
            s.Step();
            var input = f.Find(Input) ?? FeelValue.Null;
            var value = expression(s, f);

            // An expression about "?" decides by its truth; so does one that is true or false where the input is neither.
            if (value is FeelBoolean && (node.AsksInput || input is not FeelBoolean)) return input is FeelNull && !node.AsksInput ? FeelBoolean.False : value;
            return Matches(s, input, value);
        };
    }

    /// <summary>Equal to the value, inside the range, or in (or equal to) the list.</summary>
    private static FeelValue Matches(EvalState state, FeelValue input, FeelValue value)
    {
        switch (value)
        {
            case FeelRange range when input is not FeelRange:
                return Comparison.Value(Comparison.Contains(range, input));
            case FeelList list:
                foreach (var item in list.Items)
                {
                    if (item is FeelRange range && input is not FeelRange ? Comparison.Contains(range, input) == true : Comparison.AreEqual(state, input, item) == true)
                        return FeelBoolean.True;
                }

                return Comparison.Value(Comparison.AreEqual(state, input, value) ?? false);
            default:
                return Comparison.Value(Comparison.AreEqual(state, input, value));
        }
    }
}
