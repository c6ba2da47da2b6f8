using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Functions;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Walks a syntax tree for the variables it reads.</summary>
internal sealed class UseCollector
{
    private readonly ImmutableArray<FeelReference>.Builder _references = ImmutableArray.CreateBuilder<FeelReference>();
    private readonly ImmutableArray<FeelTextTest>.Builder _texts = ImmutableArray.CreateBuilder<FeelTextTest>();
    private ImmutableStack<string> _bound = ["?"];

    public static FeelUse Collect(Node root)
    {
        var collector = new UseCollector();
        collector.Visit(root);
        return new([.. collector._references.OrderBy(r => r.Position)], collector._texts.ToImmutable());
    }

    private void Visit(Node? node)
    {
        switch (node)
        {
            case null or LiteralNode: break;
            case NameNode or PathNode:
                if (Reference(node) is { } reference) _references.Add(reference);
                else if (node is PathNode path && Root(path) is not NameNode) Visit(Root(path));
                break;
            case FilterNode n: Visit(n.Target); Within(["item"], n.Predicate); break;
            case CallNode n: Call(n); break;
            case BinaryNode n: Compared(n); Visit(n.Left); Visit(n.Right); break;
            case NegateNode n: Visit(n.Operand); break;
            case BetweenNode n: Visit(n.Value); Visit(n.Low); Visit(n.High); break;
            case InNode n: Compared(n); Visit(n.Value); Visit(n.Tests); break;
            case InstanceOfNode n: Visit(n.Value); break;
            case IfNode n: Visit(n.Condition); Visit(n.Then); Visit(n.Else); break;
            case ForNode n: Iterate(n.Iterators, ["partial"], n.Body); break;
            case QuantifiedNode n: Iterate(n.Iterators, [], n.Body); break;
            case ListNode n: All(n.Items); break;
            case ContextNode n: Context(n); break;
            case RangeNode n: Visit(n.Low); Visit(n.High); break;
            case FunctionNode n: Within(n.Parameters.Select(p => p.Name), n.Body); break;
            case UnaryTestsNode n: All(n.Tests); break;
            case ComparisonTestNode n: Visit(n.Operand); break;
            case ExpressionTestNode n: Visit(n.Expression); break;
            default: throw new InvalidOperationException($"Okänd nod {node.GetType().Name}.");
        }
    }

    private void All(ImmutableArray<Node> nodes)
    {
        foreach (var node in nodes) Visit(node);
    }

    private void Call(CallNode node)
    {
        Visit(node.Callee);
        if (node is { Callee: NameNode { Name: "list contains" }, Names: [], Arguments: [var list, LiteralNode { Value: FeelString text }] }) Compare(list, text);
        All(node.Arguments);
    }

    private void Compared(BinaryNode node)
    {
        if (node.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual)) return;
        if (node.Right is LiteralNode { Value: FeelString right }) Compare(node.Left, right);
        if (node.Left is LiteralNode { Value: FeelString left }) Compare(node.Right, left);
    }

    private void Compared(InNode node)
    {
        foreach (var test in node.Tests.Tests.OfType<ExpressionTestNode>())
        {
            foreach (var item in test.Expression is ListNode list ? list.Items : [test.Expression])
                if (item is LiteralNode { Value: FeelString text }) Compare(node.Value, text);
        }
    }

    private void Compare(Node variable, FeelString text)
    {
        if (Reference(variable) is { } reference) _texts.Add(new(reference, text.Value));
    }

    private void Iterate(ImmutableArray<Iterator> iterators, string[] alsoBound, Node body)
    {
        var outer = _bound;
        foreach (var iterator in iterators)
        {
            Visit(iterator.From);
            Visit(iterator.To);
            _bound = _bound.Push(iterator.Name);
        }

        Within(alsoBound, body);
        _bound = outer;
    }

    /// <summary>An entry sees those before it, and itself: a function may call itself.</summary>
    private void Context(ContextNode node)
    {
        var outer = _bound;
        foreach (var (key, value) in node.Entries)
        {
            _bound = _bound.Push(key);
            Visit(value);
        }

        _bound = outer;
    }

    private void Within(IEnumerable<string> names, Node body)
    {
        var outer = _bound;
        foreach (var name in names) _bound = _bound.Push(name);
        Visit(body);
        _bound = outer;
    }

    private FeelReference? Reference(Node node)
    {
        var names = new Stack<string>();
        var at = node;
        for (; at is PathNode path; at = path.Target) names.Push(path.Name);
        if (at is not NameNode { Name: var root } || _bound.Contains(root, StringComparer.Ordinal) || Builtins.Find(root) is not null) return null;
        names.Push(root);
        return new([.. names], at.Position);
    }

    private static Node Root(Node node)
    {
        while (node is PathNode path) node = path.Target;
        return node;
    }
}
