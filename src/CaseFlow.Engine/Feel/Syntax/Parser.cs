using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>A Pratt parser: <see cref="Expression"/> holds the operators, the other files the rest of the grammar.</summary>
internal sealed partial class Parser
{
    public const int MaxLength = 64 * 1024;
    private const int MaxDepth = 200;

    private const int Or = 1, And = 2, Comparison = 3, Additive = 4, Multiplicative = 5, Exponent = 6, Unary = 7;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "and", "or", "in", "then", "else", "return", "satisfies", "between", "if", "for", "some", "every", "true", "false", "null",
    };

    private readonly string _source;
    private readonly Lexer _lexer;
    private readonly NameTable _names = new();
    private Token _token;
    private int _depth;
    private bool _askedInput;

    private Parser(string source, IEnumerable<string> knownNames)
    {
        _source = source;
        _lexer = new Lexer(source);
        foreach (var name in BuiltinNames.WithKeywords) _names.Add(name);
        foreach (var name in knownNames) _names.Add(name);
    }

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Parses a whole expression; a leading <c>=</c> is skipped.</summary>
    /// <exception cref="FeelSyntaxException">The text is not an expression.</exception>
    public static Node ParseExpression(string source, IEnumerable<string> knownNames)
    {
        var parser = Begin(source, knownNames);
        if (parser._token.Is("=")) parser.Next();
        var root = parser.Expression();
        parser.ExpectEnd();
        return root;
    }

    /// <summary>Parses the content of a decision table's input cell.</summary>
    /// <exception cref="FeelSyntaxException">The text is not a list of tests.</exception>
    public static UnaryTestsNode ParseUnaryTests(string source, IEnumerable<string> knownNames)
    {
        var parser = Begin(source, knownNames);
        var root = parser.UnaryTests();
        parser.ExpectEnd();
        return root;
    }

    private static Parser Begin(string source, IEnumerable<string> knownNames)
    {
        if (source.Length > MaxLength) throw new FeelSyntaxException("Uttrycket är längre än 65 536 tecken.", 0);
        var parser = new Parser(source, knownNames);
        parser._token = parser._lexer.Read(0);
        return parser;
    }

    private Node Expression(int minimum = 0)
    {
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new FeelSyntaxException("Uttrycket är för djupt nästlat.", _token.Start);
        var left = Prefix();
        while (Operator(_token) is { } infix && infix.Precedence >= minimum)
        {
            var at = _token.Start;
            Next();
            left = infix.Text switch
            {
                "between" => Between(at, left),
                "in" => new InNode(at, left, InTests()),
                "instance" => InstanceOf(at, left),
                _ => new BinaryNode(at, infix.Binary, left, Expression(infix.Precedence + 1)),
            };
        }

        _depth--;
        return left;
    }

    private (string Text, int Precedence, BinaryOperator Binary)? Operator(Token token)
    {
        if (token.Kind is not (TokenKind.Symbol or TokenKind.Word)) return null;
        return token.Text switch
        {
            "or" => ("or", Or, BinaryOperator.Or),
            "and" => ("and", And, BinaryOperator.And),
            "=" => ("=", Comparison, BinaryOperator.Equal),
            "!=" => ("!=", Comparison, BinaryOperator.NotEqual),
            "<" => ("<", Comparison, BinaryOperator.Less),
            "<=" => ("<=", Comparison, BinaryOperator.LessOrEqual),
            ">" => (">", Comparison, BinaryOperator.Greater),
            ">=" => (">=", Comparison, BinaryOperator.GreaterOrEqual),
            "between" => ("between", Comparison, default),
            "in" => ("in", Comparison, default),
            "+" => ("+", Additive, BinaryOperator.Add),
            "-" => ("-", Additive, BinaryOperator.Subtract),
            "*" => ("*", Multiplicative, BinaryOperator.Multiply),
            "/" => ("/", Multiplicative, BinaryOperator.Divide),
            "**" => ("**", Exponent, BinaryOperator.Power),
            "instance" when _lexer.Read(token.End).IsWord("of") => ("instance", Unary, default),
            "==" => throw new FeelSyntaxException("Likhet skrivs med ett lika med-tecken (=).", token.Start),
            _ => null,
        };
    }

    private BetweenNode Between(int at, Node value)
    {
        var low = Expression(Additive);
        ExpectWord("and");
        return new(at, value, low, Expression(Additive));
    }

    private InstanceOfNode InstanceOf(int at, Node value)
    {
        ExpectWord("of");
        return new(at, value, Type());
    }

    private void Next() => _token = _lexer.Read(_token.End);

    private void MoveTo(int position) => _token = _lexer.Read(position);

    private bool Accept(string symbol)
    {
        if (!_token.Is(symbol)) return false;
        Next();
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Accept(symbol)) throw Unexpected($"Här väntades '{symbol}'");
    }

    private void ExpectWord(string word)
    {
        if (!_token.IsWord(word)) throw Unexpected($"Här väntades '{word}'");
        Next();
    }

    private void ExpectEnd()
    {
        if (_token.Kind != TokenKind.End) throw Unexpected("Uttrycket borde ha tagit slut");
    }

    private FeelSyntaxException Unexpected(string what) => new(
        _token.Kind == TokenKind.End ? $"{what}, men uttrycket tar slut." : $"{what}, men här står '{_source[_token.Start.._token.End]}'.",
        _token.Start);
}
