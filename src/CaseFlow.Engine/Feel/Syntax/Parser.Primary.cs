using System.Collections.Immutable;
using System.Globalization;

namespace CaseFlow.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    private Node Prefix()
    {
        var at = _token.Start;
        if (Accept("-")) return new NegateNode(at, Expression(Unary));
        return Postfix(Primary());
    }

    private Node Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Next();
                return new LiteralNode(token.Start, Number(token));
            case TokenKind.String:
                Next();
                return new LiteralNode(token.Start, new FeelString(token.Text));
            case TokenKind.Temporal:
                Next();
                return new LiteralNode(token.Start, Temporal.Parse(token.Text)
                    ?? throw new FeelSyntaxException($"'{token.Text}' är varken datum, tid, tidpunkt eller varaktighet.", token.Start));
            case TokenKind.Word:
                return Word(token);
            case TokenKind.Symbol:
                return Symbol(token);
            default:
                throw Unexpected("Här väntades ett uttryck");
        }
    }

    private Node Symbol(Token token)
    {
        switch (token.Text)
        {
            case "?":
                Next();
                _askedInput = true;
                return new NameNode(token.Start, "?");
            case "(": return Parenthesis(token.Start);
            case "[": return Bracket(token.Start);
            case "]":
                Next();
                return RangeFrom(token.Start, lowClosed: false, Expression(Additive));
            case "{": return Context(token.Start);
            default: throw Unexpected("Här väntades ett uttryck");
        }
    }

    private Node Word(Token token)
    {
        if (_names.Match(_source, _lexer, token.Start).End > token.End) return new NameNode(token.Start, Name());
        switch (token.Text)
        {
            case "true" or "false":
                Next();
                return new LiteralNode(token.Start, FeelBoolean.Of(token.Text == "true"));
            case "null":
                Next();
                return new LiteralNode(token.Start, FeelValue.Null);
            case "if": return If(token.Start);
            case "for": return For(token.Start);
            case "some" or "every": return Quantified(token);
            case "function" when _lexer.Read(token.End).Is("("): return Function(token.Start);
            case var reserved when IsReserved(reserved): throw Unexpected("Här väntades ett uttryck");
            default: return new NameNode(token.Start, Name());
        }
    }

    private Node Postfix(Node node)
    {
        for (var steps = 0; ; steps++)
        {
            var at = _token.Start;
            if (Accept(".")) node = new PathNode(at, node, Name());
            else if (_token.Is("("))
            {
                node = Call(at, node);
            }
            else if (_token.Is("[") && !ClosesRange(node))
            {
                Next();
                node = new FilterNode(at, node, Expression());
                Expect("]");
            }
            else return node;

            if (steps > MaxDepth) throw new FeelSyntaxException("Uttrycket är för djupt nästlat.", at);
        }
    }

    private int _openRanges;

    /// <summary>Inside <c>[a..b[</c> the last bracket ends the range; it begins a filter only when what follows can be one.</summary>
    private bool ClosesRange(Node before)
    {
        if (_openRanges == 0) return false;
        if (before is LiteralNode or CallNode) return true;
        var next = _lexer.Read(_token.End);
        return next.Kind is TokenKind.End || next.Is(")") || next.Is("]") || next.Is(",") || next.Is("}")
            || next.IsWord("and") || next.IsWord("or") || next.IsWord("then") || next.IsWord("else");
    }

    private Node Parenthesis(int at)
    {
        Next();
        if (TestOperator() is { } comparison)
        {
            Next();
            var end = Expression(Additive);
            Expect(")");
            return comparison switch
            {
                BinaryOperator.Less => new RangeNode(at, null, false, end, false),
                BinaryOperator.LessOrEqual => new RangeNode(at, null, false, end, true),
                BinaryOperator.Greater => new RangeNode(at, end, false, null, false),
                BinaryOperator.GreaterOrEqual => new RangeNode(at, end, true, null, false),
                BinaryOperator.Equal => new RangeNode(at, end, true, end, true),
                _ => throw new FeelSyntaxException("Ett intervall kan inte skrivas med !=.", at),
            };
        }

        var openRanges = _openRanges;
        _openRanges = 0;
        var inner = Expression();
        _openRanges = openRanges;
        if (_token.Is("..")) return RangeFrom(at, lowClosed: false, inner);
        Expect(")");
        return inner;
    }

    private Node Bracket(int at)
    {
        Next();
        if (Accept("]")) return new ListNode(at, []);
        var openRanges = _openRanges;
        _openRanges = 0;
        var items = ImmutableArray.CreateBuilder<Node>();
        items.Add(Expression());
        if (_token.Is(".."))
        {
            _openRanges = openRanges;
            return RangeFrom(at, lowClosed: true, items[0]);
        }

        while (Accept(",")) items.Add(Expression());
        _openRanges = openRanges;
        Expect("]");
        return new ListNode(at, items.ToImmutable());
    }

    private RangeNode RangeFrom(int at, bool lowClosed, Node low)
    {
        Expect("..");
        _openRanges++;
        var high = Expression(Additive);
        _openRanges--;
        var highClosed = _token.Is("]");
        if (!highClosed && !_token.Is(")") && !_token.Is("[")) throw Unexpected("Intervallet ska sluta med ], ) eller [");
        Next();
        return new(at, low, lowClosed, high, highClosed);
    }

    private ContextNode Context(int at)
    {
        Next();
        var entries = ImmutableArray.CreateBuilder<(string, Node)>();
        if (!_token.Is("}"))
        {
            do
            {
                var key = Key();
                Expect(":");
                if (_token.IsWord("function")) _names.Add(key);
                entries.Add((key, Expression()));
                _names.Add(key);
            }
            while (Accept(","));
        }

        Expect("}");
        return new(at, entries.ToImmutable());
    }

    private CallNode Call(int at, Node callee)
    {
        Next();
        var arguments = ImmutableArray.CreateBuilder<Node>();
        var names = ImmutableArray.CreateBuilder<string>();
        if (!_token.Is(")"))
        {
            do
            {
                if (ArgumentName() is { } name) names.Add(name);
                arguments.Add(Expression());
            }
            while (Accept(","));
        }

        Expect(")");
        if (names.Count != 0 && names.Count != arguments.Count)
            throw new FeelSyntaxException("Antingen har alla argument namn eller inget.", at);
        return new(at, callee, arguments.ToImmutable(), names.ToImmutable());
    }

    private string? ArgumentName()
    {
        if (_token.Kind != TokenKind.Word) return null;
        var start = _token.Start;
        var name = Name();
        if (Accept(":")) return name;
        MoveTo(start);
        return null;
    }

    private static FeelNumber Number(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : throw new FeelSyntaxException($"Talet {token.Text} ryms inte.", token.Start);
}
