using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>Backtracking is bounded for the whole source, so that nested parentheses cannot make it exponential.</summary>
    private const int MaxRetries = 64;

    private int _retries;

    /// <summary>A cell: <c>-</c>, <c>not(...)</c> or tests with commas between.</summary>
    private UnaryTestsNode UnaryTests()
    {
        var at = _token.Start;
        if (_token.Kind == TokenKind.End) throw new FeelSyntaxException("Cellen är tom; skriv - för vad som helst.", 0);
        if (_token.Is("-") && _lexer.Read(_token.End).Kind == TokenKind.End)
        {
            Next();
            return new(at, [], Negated: false);
        }

        if (_token.IsWord("not") && _lexer.Read(_token.End).Is("("))
        {
            Next();
            Next();
            var tests = Tests();
            Expect(")");
            if (_token.Kind == TokenKind.End) return new(at, tests, Negated: true);
            MoveTo(at);
        }

        return new(at, Tests(), Negated: false);
    }

    /// <summary>What may follow <c>in</c>: one test, or several in parentheses.</summary>
    private UnaryTestsNode InTests()
    {
        var at = _token.Start;
        if (_token.Is("("))
        {
            // "(1..5]" is a range and "(a) + 1" an expression; only when a list of tests closes here is it one.
            var depth = _depth;
            Next();
            try
            {
                var tests = Tests();
                if (Accept(")") && !_token.Is("+") && !_token.Is("-") && !_token.Is("*") && !_token.Is("/") && !_token.Is("["))
                    return new(at, tests, Negated: false);
            }
            catch (FeelSyntaxException) when (_retries < MaxRetries)
            {
                // Falls through to the single test below, which gives its own error.
            }

            if (++_retries > MaxRetries) throw Unexpected("Uttrycket är för sammansatt");
            _depth = depth;
            MoveTo(at);
        }

        return new(at, [Test(Additive)], Negated: false);
    }

    private ImmutableArray<Node> Tests()
    {
        var tests = ImmutableArray.CreateBuilder<Node>();
        do tests.Add(Test(0));
        while (Accept(","));
        return tests.ToImmutable();
    }

    private Node Test(int minimum)
    {
        var at = _token.Start;
        if (TestOperator() is { } comparison)
        {
            Next();
            return new ComparisonTestNode(at, comparison, Expression(Additive));
        }

        var outer = _askedInput;
        _askedInput = false;
        var expression = Expression(minimum);
        var node = new ExpressionTestNode(at, expression, _askedInput);
        _askedInput = outer;
        return node;
    }

    private BinaryOperator? TestOperator() => _token.Kind != TokenKind.Symbol ? null : _token.Text switch
    {
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        "=" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        _ => null,
    };
}
