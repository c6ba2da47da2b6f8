using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>A value of the expression language FEEL (DMN 1.5, chapter 10). Closed set; immutable; structural equality.</summary>
public abstract record FeelValue
{
    private protected FeelValue() { }

    /// <summary>How many values this one holds, itself counted; a value that is shared counts each time. Saturates.</summary>
    internal virtual int Weight => 1;

    /// <summary>Levels of lists and contexts, this one counted.</summary>
    internal virtual int Nesting => 0;

    /// <summary>FEEL's <c>null</c>.</summary>
    public static FeelValue Null { get; } = new FeelNull();

    public static implicit operator FeelValue(string? value) => value is null ? Null : new FeelString(value);
    public static implicit operator FeelValue(bool value) => FeelBoolean.Of(value);
    public static implicit operator FeelValue(decimal value) => new FeelNumber(value);
    public static implicit operator FeelValue(int value) => new FeelNumber(value);
    public static implicit operator FeelValue(DateOnly value) => new FeelDate(value);

    /// <summary>The value under its usual .NET operator name, for callers that do not use implicit conversion.</summary>
    public static FeelValue FromString(string? value) => value;
}

public sealed record FeelNull : FeelValue;

public sealed record FeelBoolean : FeelValue
{
    private FeelBoolean(bool value) => Value = value;

    public bool Value { get; }

    public static FeelBoolean True { get; } = new(true);

    public static FeelBoolean False { get; } = new(false);

    public static FeelBoolean Of(bool value) => value ? True : False;
}

public sealed record FeelNumber(decimal Value) : FeelValue;

public sealed record FeelString(string Value) : FeelValue;

public sealed record FeelDate(DateOnly Value) : FeelValue;

/// <summary>Time of day with an offset, a zone or neither (local).</summary>
public sealed record FeelTime(TimeOnly Value, TimeSpan? Offset, string? Zone) : FeelValue;

/// <summary>Date and time with an offset, a zone or neither (local, read as Europe/Stockholm where an instant is needed).</summary>
public sealed record FeelDateTime(DateTime Value, TimeSpan? Offset, string? Zone) : FeelValue;

/// <summary>Years and months duration; a type of its own, never mixed with days and time.</summary>
public sealed record FeelYearsMonths(int Months) : FeelValue;

/// <summary>Days and time duration.</summary>
public sealed record FeelDaysTime(TimeSpan Value) : FeelValue;

public sealed record FeelList : FeelValue
{
    public FeelList(ImmutableArray<FeelValue> items)
    {
        Items = items;
        (Weight, Nesting) = Size.Of(items);
    }

    public ImmutableArray<FeelValue> Items { get; }

    internal override int Weight { get; }

    internal override int Nesting { get; }

    public static FeelList Of(IEnumerable<FeelValue> items) => new([.. items]);

    public bool Equals(FeelList? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
}

/// <summary>A FEEL context: named values in the order they were given. Equality does not depend on the order.</summary>
public sealed record FeelContext : FeelValue
{
    private readonly ImmutableDictionary<string, FeelValue> _values;

    private FeelContext(ImmutableArray<string> keys, ImmutableDictionary<string, FeelValue> values, int weight, int nesting)
    {
        Keys = keys;
        _values = values;
        Weight = weight;
        Nesting = nesting;
    }

    public static FeelContext Empty { get; } = new([], ImmutableDictionary<string, FeelValue>.Empty.WithComparers(StringComparer.Ordinal), 1, 1);

    public ImmutableArray<string> Keys { get; }

    internal override int Weight { get; }

    internal override int Nesting { get; }

    /// <summary>The value of a name; <see cref="FeelValue.Null"/> when the name is missing.</summary>
    public FeelValue this[string key] => _values.GetValueOrDefault(key, Null);

    public bool Contains(string key) => _values.ContainsKey(key);

    public static FeelContext Of(params IEnumerable<(string Key, FeelValue Value)> entries) =>
        entries.Aggregate(Empty, (context, entry) => context.With(entry.Key, entry.Value));

    public FeelContext With(string key, FeelValue value) =>
        new(
            _values.ContainsKey(key) ? Keys : Keys.Add(key),
            _values.SetItem(key, value),
            Size.Add(Weight, value.Weight),
            Math.Max(Nesting, value.Nesting + 1));

    /// <summary>This context with every entry of <paramref name="other"/> set on top of it.</summary>
    public FeelContext Merge(FeelContext other) => other.Keys.Aggregate(this, (context, key) => context.With(key, other[key]));

    public bool Equals(FeelContext? other) =>
        other is not null && Keys.Length == other.Keys.Length
        && Keys.All(key => other.Contains(key) && this[key].Equals(other[key]));

    public override int GetHashCode() => Keys.Aggregate(0, (hash, key) => hash ^ HashCode.Combine(key, this[key]));
}

/// <summary>A range with open or closed ends; an end that is missing is unbounded.</summary>
public sealed record FeelRange(FeelValue? Low, bool LowClosed, FeelValue? High, bool HighClosed) : FeelValue;

/// <summary>A function: a FEEL literal, a built-in or a DMN business knowledge model. Equal only to itself; has no JSON form.</summary>
public sealed record FeelFunction : FeelValue
{
    internal FeelFunction(ImmutableArray<string> parameters, Func<Runtime.EvalState, FeelValue[], FeelValue> body)
    {
        Parameters = parameters;
        Body = body;
    }

    public ImmutableArray<string> Parameters { get; }

    internal Func<Runtime.EvalState, FeelValue[], FeelValue> Body { get; }

    public bool Equals(FeelFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>The saturating arithmetic behind <see cref="FeelValue.Weight"/>.</summary>
internal static class Size
{
    public static int Add(int left, int right) => (int)Math.Min((long)left + right, int.MaxValue);

    public static (int Weight, int Nesting) Of(ImmutableArray<FeelValue> items)
    {
        var (weight, nesting) = (1, 0);
        foreach (var item in items)
        {
            weight = Add(weight, item.Weight);
            nesting = Math.Max(nesting, item.Nesting);
        }

        return (weight, nesting + 1);
    }
}
