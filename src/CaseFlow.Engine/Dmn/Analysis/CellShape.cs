using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Runtime;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>What a cell compares its input with. Between two neighbouring such values its answer is the same everywhere, so that one example
/// evaluated by the cell itself speaks for all.</summary>
/// <param name="Points">The values, in no order; null may be among them.</param>
/// <param name="IsOrdered">It asks for more than equality.</param>
/// <param name="Reason">Why nothing can be said of it, a Swedish clause; null when it can.</param>
internal sealed record CellShape(ImmutableArray<FeelValue> Points, bool IsOrdered, string? Reason)
{
    public static CellShape Of(FeelExpression cell) => new CellReader(cell.Source).Read(cell.Tree);

    /// <summary>Whether an expression has the same value whatever the input is.</summary>
    public static bool IsFixed(FeelExpression expression) => CellReader.IsConstant(expression.Tree);

    private sealed class CellReader(string source)
    {
        private const string Opaque = "är ett uttryck, inte en jämförelse med fasta värden";

        private readonly ImmutableArray<FeelValue>.Builder _points = ImmutableArray.CreateBuilder<FeelValue>();
        private bool _isOrdered;
        private string? _reason;

        public CellShape Read(Node root)
        {
            if (root is UnaryTestsNode tests) Tests(tests);
            else Refuse(Opaque);
            return new(_points.ToImmutable(), _isOrdered, _reason);
        }

        private void Refuse(string reason) => _reason ??= reason;

        private void Tests(UnaryTestsNode node)
        {
            foreach (var test in node.Tests)
            {
                switch (test)
                {
                    case ComparisonTestNode { Operator: var comparison, Operand: var operand }: Compared(comparison, operand); break;
                    case ExpressionTestNode { AsksInput: true, Expression: var predicate }: Predicate(predicate); break;
                    case ExpressionTestNode { Expression: var value }: Constant(value); break;
                    default: Refuse(Opaque); break;
                }
            }
        }

        /// <summary>An expression about <c>?</c>: comparisons with fixed values, joined by and, or and not.</summary>
        private void Predicate(Node node)
        {
            switch (node)
            {
                case BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                    Predicate(both.Left);
                    Predicate(both.Right);
                    break;
                case BinaryNode { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison when IsInput(comparison.Left):
                    Compared(comparison.Operator, comparison.Right);
                    break;
                case BinaryNode { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison when IsInput(comparison.Right):
                    Compared(comparison.Operator, comparison.Left);
                    break;
                case CallNode { Callee: NameNode { Name: "not" }, Arguments: [var denied] }: Predicate(denied); break;
                case BetweenNode between when IsInput(between.Value):
                    Compared(BinaryOperator.GreaterOrEqual, between.Low);
                    Compared(BinaryOperator.LessOrEqual, between.High);
                    break;
                case InNode inside when IsInput(inside.Value): Tests(inside.Tests); break;
                default: Refuse(Opaque); break;
            }
        }

        private static bool IsInput(Node node) => node is NameNode { Name: "?" };

        private void Compared(BinaryOperator comparison, Node operand)
        {
            _isOrdered |= comparison is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
            Constant(operand);
        }

        private void Constant(Node node)
        {
            if (!IsConstant(node))
            {
                Refuse(Opaque);
                return;
            }

            try
            {
                var state = new EvalState(new FeelEnvironment(default));
                var value = new Compiler(source).Compile(node)(state, new Frame(null, null, FeelContext.Empty));
                if (state.Warnings.IsEmpty) Value(value);
                else Refuse("har ett värde som inte går att räkna ut");
            }
            catch (FeelBudgetException)
            {
                Refuse("är för stor");
            }
        }

        private void Value(FeelValue value)
        {
            switch (value)
            {
                case FeelList list:
                    foreach (var item in list.Items) Value(item);
                    break;
                case FeelRange range:
                    _isOrdered = true;
                    if (range.Low is not null) Value(range.Low);
                    if (range.High is not null) Value(range.High);
                    break;
                case FeelContext or FeelFunction: Refuse($"jämför med {Kinds.Name(value)}"); break;
                default: _points.Add(value); break;
            }
        }

        public static bool IsConstant(Node? node) => node switch
        {
            null or LiteralNode => true,
            NegateNode negate => IsConstant(negate.Operand),
            ListNode list => list.Items.All(IsConstant),
            RangeNode range => IsConstant(range.Low) && IsConstant(range.High),
            BinaryNode { Operator: >= BinaryOperator.Add } sum => IsConstant(sum.Left) && IsConstant(sum.Right),
            CallNode { Callee: NameNode { Name: "date" or "time" or "date and time" or "duration" or "years and months duration" or "number" } } call =>
                call.Arguments.All(IsConstant),
            _ => false,
        };
    }
}
