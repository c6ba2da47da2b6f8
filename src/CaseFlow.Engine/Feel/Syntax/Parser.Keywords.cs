using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    private IfNode If(int at)
    {
        Next();
        var condition = Expression();
        ExpectWord("then");
        var then = Expression();
        ExpectWord("else");
        return new(at, condition, then, Expression());
    }

    private ForNode For(int at)
    {
        Next();
        var iterators = Iterators();
        ExpectWord("return");
        _names.Add("partial");
        var body = Expression();
        return new(at, iterators, body);
    }

    private QuantifiedNode Quantified(Token word)
    {
        Next();
        var iterators = Iterators();
        ExpectWord("satisfies");
        var body = Expression();
        return new(word.Start, word.Text == "every", iterators, body);
    }

    private ImmutableArray<Iterator> Iterators()
    {
        var iterators = ImmutableArray.CreateBuilder<Iterator>();
        do
        {
            var name = Name();
            ExpectWord("in");
            var from = Expression();
            var to = Accept("..") ? Expression() : null;
            iterators.Add(new(name, from, to));
            _names.Add(name);
        }
        while (Accept(","));
        return iterators.ToImmutable();
    }

    private FunctionNode Function(int at)
    {
        Next();
        Expect("(");
        var parameters = ImmutableArray.CreateBuilder<(string, FeelType)>();
        if (!_token.Is(")"))
        {
            do
            {
                var name = Name();
                parameters.Add((name, Accept(":") ? Type() : FeelType.Any));
            }
            while (Accept(","));
        }

        Expect(")");
        if (_token.IsWord("external")) throw new FeelSyntaxException("Externa funktioner (external) kan inte användas.", _token.Start);
        foreach (var (name, _) in parameters) _names.Add(name);
        return new(at, parameters.ToImmutable(), Expression());
    }

    private FeelType Type()
    {
        if (++_depth > MaxDepth) throw new FeelSyntaxException("Typen är för djupt nästlad.", _token.Start);
        var name = _token.IsWord("function") ? Word("function") : Name();
        var type = name switch
        {
            "list" when Accept("<") => Closed(FeelType.ListOf(Type())),
            "range" when Accept("<") => Closed(FeelType.RangeOf(Type())),
            "context" when Accept("<") => Closed(FeelType.ContextOf(Fields())),
            "function" when Accept("<") => FunctionType(),
            _ => FeelType.Named(name),
        };
        _depth--;
        return type;
    }

    private string Word(string word)
    {
        Next();
        return word;
    }

    private FeelType Closed(FeelType type)
    {
        Expect(">");
        return type;
    }

    private ImmutableArray<(string, FeelType)> Fields()
    {
        var fields = ImmutableArray.CreateBuilder<(string, FeelType)>();
        do
        {
            var name = Key();
            Expect(":");
            fields.Add((name, Type()));
        }
        while (Accept(","));
        return fields.ToImmutable();
    }

    private FeelType FunctionType()
    {
        var parameters = ImmutableArray.CreateBuilder<FeelType>();
        if (!_token.Is(">"))
        {
            do parameters.Add(Type());
            while (Accept(","));
        }

        Expect(">");
        Expect("->");
        return FeelType.FunctionOf(parameters.ToImmutable(), Type());
    }
}
