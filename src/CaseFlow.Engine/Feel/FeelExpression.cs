using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CaseFlow.Engine.Feel.Runtime;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel;

/// <summary>A parsed and compiled FEEL expression. Immutable, safe to share between threads and to keep for good.</summary>
public sealed class FeelExpression
{
    private const int MaxVariants = 16;

    private readonly bool _isTests;
    private readonly ImmutableArray<string> _knownNames;
    private readonly Eval _eval;
    private readonly ConcurrentDictionary<string, Eval> _variants = new(StringComparer.Ordinal);
    private FeelUse? _uses;

    private FeelExpression(string source, bool isTests, ImmutableArray<string> knownNames)
    {
        Source = source;
        _isTests = isTests;
        _knownNames = knownNames;
        _eval = Compile(knownNames);
    }

    /// <summary>The text as it was given.</summary>
    public string Source { get; }

    /// <summary>Parses an expression; a leading <c>=</c> is allowed. Words side by side are one name; a name with operators or
    /// keywords in it is found when the evaluation's variables have it, or through the overload with known names.</summary>
    public static bool TryParse(string source, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error) =>
        TryParse(source, [], isTests: false, out expression, out error);

    /// <param name="knownNames">Names of the scope, in any order; only those that are not single words matter.</param>
    public static bool TryParse(
        string source, IEnumerable<string> knownNames, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error) =>
        TryParse(source, knownNames, isTests: false, out expression, out error);

    /// <summary>Parses a decision table's cell. It evaluates to true, false or null against the variable <c>?</c>.</summary>
    public static bool TryParseUnaryTests(
        string source, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error) =>
        TryParse(source, [], isTests: true, out expression, out error);

    public static bool TryParseUnaryTests(
        string source, IEnumerable<string> knownNames, [NotNullWhen(true)] out FeelExpression? expression, [NotNullWhen(false)] out FeelError? error) =>
        TryParse(source, knownNames, isTests: true, out expression, out error);

    /// <summary>Evaluates. Whatever goes wrong is null and a warning, except:</summary>
    /// <exception cref="FeelBudgetException">The budget ran out.</exception>
    public FeelOutcome Evaluate(FeelContext variables, FeelEnvironment environment)
    {
        var state = new EvalState(environment);
        var value = Evaluate(variables, state);
        return new(value, state.Warnings);
    }

    /// <summary>The variables it reads, known without evaluating it.</summary>
    public FeelUse Uses => _uses ??= UseCollector.Collect(Parse(_knownNames));

    /// <summary>The syntax tree, for those that ask what an expression says rather than what it answers.</summary>
    internal Node Tree => Parse(_knownNames);

    internal FeelValue Evaluate(FeelContext variables, EvalState state) => For(variables)(state, new Frame(null, null, variables));

    private static bool TryParse(
        string source,
        IEnumerable<string> knownNames,
        bool isTests,
        [NotNullWhen(true)] out FeelExpression? expression,
        [NotNullWhen(false)] out FeelError? error)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(knownNames);
        try
        {
            expression = new(source, isTests, [.. knownNames.Where(name => !NameTable.IsPlain(name))]);
            error = null;
            return true;
        }
        catch (FeelSyntaxException problem)
        {
            expression = null;
            error = new($"{Capitalised(Place.Of(source, problem.Position))}: {problem.Message}", problem.Position);
            return false;
        }
    }

    private Eval Compile(ImmutableArray<string> names) => new Compiler(Source).Compile(Parse(names));

    private Node Parse(ImmutableArray<string> names) => _isTests ? Parser.ParseUnaryTests(Source, names) : Parser.ParseExpression(Source, names);

    /// <summary>The expression as it reads when the variables' own names are known: <c>a-b</c> may be one of them.</summary>
    private Eval For(FeelContext variables)
    {
        List<string>? special = null;
        foreach (var key in variables.Keys)
        {
            if (!NameTable.IsPlain(key) && key != "?" && CanStandHere(key)) (special ??= []).Add(key);
        }

        if (special is null || special.TrueForAll(_knownNames.Contains)) return _eval;
        special.Sort(StringComparer.Ordinal);
        var id = string.Join('\n', special);
        if (_variants.TryGetValue(id, out var known)) return known;
        Eval eval;
        try
        {
            eval = Compile([.. _knownNames, .. special]);
        }
        catch (FeelSyntaxException)
        {
            eval = _eval;
        }

        if (_variants.Count < MaxVariants) _variants.TryAdd(id, eval);
        return eval;
    }

    private bool CanStandHere(string key)
    {
        var first = key.AsSpan().Trim();
        var length = 0;
        while (length < first.Length && Lexer.IsNamePart(first[length])) length++;
        return length > 0 && Source.AsSpan().Contains(first[..length], StringComparison.Ordinal);
    }

    private static string Capitalised(Place place) => string.Concat("R", place.ToString().AsSpan(1));
}
