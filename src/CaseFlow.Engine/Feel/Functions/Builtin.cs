using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>A function of the language: its name, the parameter lists it takes and its body.</summary>
internal sealed class Builtin
{
    /// <summary>Ends the name of a last parameter that takes any number of arguments.</summary>
    public const string Many = "...";

    private const string Optional = "?";

    private readonly string[][] _signatures;
    private readonly Func<Call, FeelValue> _body;

    /// <param name="signatures">Parameter names with commas between; <c>?</c> after an optional one; <c>|</c> between alternatives.</param>
    public Builtin(string name, string signatures, Func<Call, FeelValue> body)
    {
        Name = name;
        _signatures = [.. signatures.Split('|').Select(s => s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        _body = body;
    }

    public string Name { get; }

    public FeelValue Invoke(EvalState state, Place at, FeelValue?[] values) =>
        _signatures.Any(signature => Takes(signature, values.Length))
            ? _body(new Call(state, at, Name, values))
            : state.Warn(at, $"Funktionen {Name} kan inte ta {values.Length} argument.");

    /// <summary>Named arguments in the order of the signature that has them all; null when there is none.</summary>
    public FeelValue[]? Arrange(ImmutableArray<string> names, FeelValue[] values)
    {
        foreach (var signature in _signatures)
        {
            var plain = signature.Select(Plain).ToArray();
            if (names.Any(name => !plain.Contains(name, StringComparer.Ordinal)) || names.Distinct(StringComparer.Ordinal).Count() != names.Length) continue;
            if (signature.Any(p => !p.EndsWith(Optional, StringComparison.Ordinal) && names.IndexOf(Plain(p)) < 0)) continue;
            var arranged = plain.Select(p => names.IndexOf(p) is >= 0 and var i ? values[i] : FeelValue.Null).ToArray();
            var used = arranged.Length;
            while (used > 0 && names.IndexOf(plain[used - 1]) < 0) used--;
            return arranged[..used];
        }

        return null;
    }

    /// <summary>The function as a value that can be passed on.</summary>
    public FeelFunction AsFunction(Place at) =>
        new([.. _signatures[0].Length == 0 ? _signatures[0] : [.. _signatures[0][..^1], _signatures[0][^1].TrimEnd('.') + (_signatures.Length > 1 || _signatures[0].Any(p => p.EndsWith(Optional, StringComparison.Ordinal)) || _signatures[0][^1].EndsWith(Many, StringComparison.Ordinal) ? Many : string.Empty)]],
            (state, values) => Invoke(state, at, values));

    private static bool Takes(string[] signature, int count)
    {
        if (signature is [.., var last] && last.EndsWith(Many, StringComparison.Ordinal)) return count >= signature.Length;
        return count <= signature.Length && count >= signature.Count(p => !p.EndsWith(Optional, StringComparison.Ordinal));
    }

    private static string Plain(string parameter) => parameter.TrimEnd('?', '.');
}

/// <summary>One call of a built-in: typed access to its arguments. An accessor that fails has already noted a warning.</summary>
internal sealed class Call(EvalState state, Place at, string name, FeelValue?[] arguments)
{
    public EvalState State => state;

    public int Count => arguments.Length;

    /// <summary>The argument as it is; null (FEEL's) when it was not given.</summary>
    public FeelValue this[int index] => index < arguments.Length ? arguments[index] ?? FeelValue.Null : FeelValue.Null;

    public bool Has(int index) => this[index] is not FeelNull;

    public FeelValue Fail(string why) => state.Warn(at, $"Funktionen {name}: {why}");

    /// <summary>Gives null for an argument of the wrong kind; the warning says which and what it was.</summary>
    public FeelValue Bad(int index, string expected) => Fail($"argument {index + 1} ska vara {expected} men är {Kinds.Name(this[index])}.");

    /// <summary>The argument as a kind of value; a list of one is its only item (DMN 1.5, 10.3.2.9.4).</summary>
    public bool Is<T>(int index, [NotNullWhen(true)] out T? value)
        where T : FeelValue
    {
        value = this[index] as T ?? (this[index] is FeelList { Items: [T only] } ? only : null);
        return value is not null;
    }

    public bool Number(int index, out decimal value)
    {
        value = Is<FeelNumber>(index, out var number) ? number.Value : 0;
        if (number is null) Bad(index, "ett tal");
        return number is not null;
    }

    public bool Whole(int index, out int value)
    {
        value = 0;
        if (!Number(index, out var number)) return false;
        if (number < int.MinValue || number > int.MaxValue)
        {
            Fail($"argument {index + 1} är för stort.");
            return false;
        }

        value = (int)decimal.Truncate(number);
        return true;
    }

    public bool Text(int index, out string value)
    {
        value = Is<FeelString>(index, out var text) ? text.Value : string.Empty;
        if (text is null) Bad(index, "en text");
        return text is not null;
    }

    /// <summary>The argument as a list; a single value is a list of one, null is refused.</summary>
    public bool List(int index, out ImmutableArray<FeelValue> items)
    {
        items = this[index] switch
        {
            FeelList list => list.Items,
            FeelNull => default,
            var single => [single],
        };
        if (items.IsDefault) Bad(index, "en lista");
        else state.Step(items.Length / 4);
        return !items.IsDefault;
    }

    /// <summary>All arguments as one list: <c>max(1,2)</c> is <c>max([1,2])</c>.</summary>
    public bool ListOrArguments(out ImmutableArray<FeelValue> items)
    {
        if (Count == 1) return List(0, out items);
        items = [.. arguments.Select(a => a ?? FeelValue.Null)];
        return true;
    }

    public FeelValue Apply(FeelFunction function, params FeelValue[] values) => Compiler.Apply(state, at, function, values, []);
}
