using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>A node of the syntax tree. <paramref name="Position"/> is the 0-based position of its first or deciding character.</summary>
internal abstract record Node(int Position);

internal sealed record LiteralNode(int Position, FeelValue Value) : Node(Position);

/// <summary>A name, already normalised: one space between words. <c>?</c> is the value under test.</summary>
internal sealed record NameNode(int Position, string Name) : Node(Position);

internal sealed record PathNode(int Position, Node Target, string Name) : Node(Position);

internal sealed record FilterNode(int Position, Node Target, Node Predicate) : Node(Position);

/// <summary>A call; <paramref name="Names"/> is empty for positional arguments, otherwise as long as the arguments.</summary>
internal sealed record CallNode(int Position, Node Callee, ImmutableArray<Node> Arguments, ImmutableArray<string> Names) : Node(Position);

internal enum BinaryOperator { Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Power }

internal sealed record BinaryNode(int Position, BinaryOperator Operator, Node Left, Node Right) : Node(Position);

internal sealed record NegateNode(int Position, Node Operand) : Node(Position);

internal sealed record BetweenNode(int Position, Node Value, Node Low, Node High) : Node(Position);

internal sealed record InNode(int Position, Node Value, UnaryTestsNode Tests) : Node(Position);

internal sealed record InstanceOfNode(int Position, Node Value, FeelType Type) : Node(Position);

internal sealed record IfNode(int Position, Node Condition, Node Then, Node Else) : Node(Position);

/// <summary>One <c>name in domain</c>; <paramref name="To"/> is set for <c>name in a..b</c>.</summary>
internal sealed record Iterator(string Name, Node From, Node? To);

internal sealed record ForNode(int Position, ImmutableArray<Iterator> Iterators, Node Body) : Node(Position);

internal sealed record QuantifiedNode(int Position, bool Every, ImmutableArray<Iterator> Iterators, Node Body) : Node(Position);

internal sealed record ListNode(int Position, ImmutableArray<Node> Items) : Node(Position);

internal sealed record ContextNode(int Position, ImmutableArray<(string Key, Node Value)> Entries) : Node(Position);

/// <summary>A range literal; a missing end is unbounded.</summary>
internal sealed record RangeNode(int Position, Node? Low, bool LowClosed, Node? High, bool HighClosed) : Node(Position);

internal sealed record FunctionNode(int Position, ImmutableArray<(string Name, FeelType Type)> Parameters, Node Body) : Node(Position);

/// <summary>A list of tests of <c>?</c>; an empty list is <c>-</c>, which anything passes.</summary>
internal sealed record UnaryTestsNode(int Position, ImmutableArray<Node> Tests, bool Negated) : Node(Position);

/// <summary>A test such as <c>&lt; 5</c>: the value under test compared with an expression.</summary>
internal sealed record ComparisonTestNode(int Position, BinaryOperator Operator, Node Operand) : Node(Position);

/// <summary>Any other test; <paramref name="AsksInput"/> when the expression itself speaks of <c>?</c>, so that its truth decides.</summary>
internal sealed record ExpressionTestNode(int Position, Node Expression, bool AsksInput) : Node(Position);
