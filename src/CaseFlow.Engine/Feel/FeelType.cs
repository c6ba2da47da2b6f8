using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>A FEEL type, and what it takes for a value to have it. Used by <c>instance of</c>, parameters and DMN's type references.</summary>
internal abstract record FeelType
{
    public static FeelType Any { get; } = new SimpleType("Any");

    public static FeelType ListOf(FeelType item) => new ListType(item);

    public static FeelType RangeOf(FeelType end) => new RangeType(end);

    public static FeelType ContextOf(ImmutableArray<(string Name, FeelType Type)> fields) => new ContextType(fields);

    public static FeelType FunctionOf(ImmutableArray<FeelType> parameters, FeelType result) => new FunctionType(parameters, result);

    /// <summary>A type some of whose values are not allowed; the tests speak of <c>?</c>. Null is always allowed.</summary>
    public static FeelType Restricted(FeelType type, FeelExpression allowed) => new RestrictedType(type, allowed);

    /// <summary>A type by name; an unknown name is a type that no value has.</summary>
    public static FeelType Named(string name) => name switch
    {
        "Any" => Any,
        "list" => ListOf(Any),
        "range" => RangeOf(Any),
        "context" => ContextOf([]),
        "dateTime" => new SimpleType("date and time"),
        "dayTimeDuration" => new SimpleType("days and time duration"),
        "yearMonthDuration" => new SimpleType("years and months duration"),
        _ => new SimpleType(name),
    };

    /// <summary>True when a value has the type as it is. Null is an instance of <c>Null</c> only.</summary>
    public abstract bool IsInstance(FeelValue value);

    /// <summary>The value as the type (DMN 1.5, 10.3.2.9.4: singleton lists, date to date and time), or null when it cannot be.</summary>
    public virtual FeelValue? Coerce(FeelValue value)
    {
        if (value is FeelNull || IsInstance(value)) return value;
        return value is FeelList { Items: [var only] } && IsInstance(only) ? only : null;
    }

    private sealed record SimpleType(string Name) : FeelType
    {
        public override bool IsInstance(FeelValue value) => Name switch
        {
            "Any" => value is not FeelNull,
            "Null" => value is FeelNull,
            "number" => value is FeelNumber,
            "string" => value is FeelString,
            "boolean" => value is FeelBoolean,
            "date" => value is FeelDate,
            "time" => value is FeelTime,
            "date and time" => value is FeelDateTime,
            "years and months duration" => value is FeelYearsMonths,
            "days and time duration" => value is FeelDaysTime,
            "function" => value is FeelFunction,
            _ => false,
        };

        public override FeelValue? Coerce(FeelValue value) =>
            Name == "Any" ? value
            : Name == "date and time" && value is FeelDate date
                ? new FeelDateTime(date.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero, null)
                : base.Coerce(value);
    }

    private sealed record ListType(FeelType Item) : FeelType
    {
        public override bool IsInstance(FeelValue value) =>
            value is FeelList list && list.Items.All(item => item is FeelNull || Item.IsInstance(item));

        public override FeelValue? Coerce(FeelValue value)
        {
            if (value is FeelNull || IsInstance(value)) return value;
            if (value is not FeelList list) return Item.Coerce(value) is { } single ? FeelList.Of([single]) : null;
            var items = list.Items.Select(Item.Coerce).ToImmutableArray();
            return items.Contains(null) ? null : FeelList.Of(items!);
        }
    }

    private sealed record RangeType(FeelType End) : FeelType
    {
        public override bool IsInstance(FeelValue value) =>
            value is FeelRange range && (range.Low is null || End.IsInstance(range.Low)) && (range.High is null || End.IsInstance(range.High));
    }

    private sealed record ContextType(ImmutableArray<(string Name, FeelType Type)> Fields) : FeelType
    {
        public override bool IsInstance(FeelValue value) =>
            value is FeelContext context
            && Fields.All(f => context.Contains(f.Name) && (context[f.Name] is FeelNull || f.Type.IsInstance(context[f.Name])));

        public override FeelValue? Coerce(FeelValue value)
        {
            if (value is FeelList { Items: [FeelContext only] }) value = only;
            if (value is not FeelContext context) return base.Coerce(value);
            foreach (var (name, type) in Fields)
            {
                if (!context.Contains(name)) continue;
                if (type.Coerce(context[name]) is not { } coerced) return null;
                if (!ReferenceEquals(coerced, context[name])) context = context.With(name, coerced);
            }

            return context;
        }
    }

    private sealed record FunctionType(ImmutableArray<FeelType> Parameters, FeelType Result) : FeelType
    {
        public override bool IsInstance(FeelValue value) => value is FeelFunction function && function.Parameters.Length == Parameters.Length;
    }

    private sealed record RestrictedType(FeelType Inner, FeelExpression Allowed) : FeelType
    {
        public override bool IsInstance(FeelValue value) => Inner.IsInstance(value) && IsAllowed(value);

        public override FeelValue? Coerce(FeelValue value) => Inner.Coerce(value) is { } coerced && IsAllowed(coerced) ? coerced : null;

        private bool IsAllowed(FeelValue value) =>
            value is FeelNull || Allowed.Evaluate(FeelContext.Of(("?", value)), new FeelEnvironment(default)).Value is FeelBoolean { Value: true };
    }
}
