namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>The arithmetic operators (DMN 1.5, tables 53-56). Operands of the wrong kind and results that do not fit give null and a warning.</summary>
internal static class Arithmetic
{
    public static FeelValue Add(EvalState state, Place at, FeelValue left, FeelValue right)
    {
        try
        {
            return (left, right) switch
            {
                (FeelNumber a, FeelNumber b) => new FeelNumber(a.Value + b.Value),
                (FeelString a, FeelString b) => Concatenate(state, a.Value, b.Value),
                (FeelYearsMonths a, FeelYearsMonths b) => new FeelYearsMonths(checked(a.Months + b.Months)),
                (FeelDaysTime a, FeelDaysTime b) => new FeelDaysTime(a.Value + b.Value),
                (FeelYearsMonths or FeelDaysTime, FeelDate or FeelDateTime or FeelTime) => Move(state, at, right, left, 1),
                (FeelDate or FeelDateTime or FeelTime, FeelYearsMonths or FeelDaysTime) => Move(state, at, left, right, 1),
                _ => state.Warn(at, $"{Kinds.Name(left)} och {Kinds.Name(right)} kan inte adderas."),
            };
        }
        catch (OverflowException)
        {
            return TooLarge(state, at);
        }
    }

    public static FeelValue Subtract(EvalState state, Place at, FeelValue left, FeelValue right)
    {
        try
        {
            return (left, right) switch
            {
                (FeelNumber a, FeelNumber b) => new FeelNumber(a.Value - b.Value),
                (FeelYearsMonths a, FeelYearsMonths b) => new FeelYearsMonths(checked(a.Months - b.Months)),
                (FeelDaysTime a, FeelDaysTime b) => new FeelDaysTime(a.Value - b.Value),
                (FeelDate a, FeelDate b) => new FeelDaysTime(TimeSpan.FromDays(a.Value.DayNumber - b.Value.DayNumber)),
                (FeelTime a, FeelTime b) => new FeelDaysTime(new TimeSpan(
                    a.Value.Ticks - Comparison.Offset(a) - (b.Value.Ticks - Comparison.Offset(b)))),
                (FeelDateTime a, FeelDateTime b) => Between(state, at, a, b),
                (FeelDateTime a, FeelDate b) => Between(state, at, a, Midnight(b, a)),
                (FeelDate a, FeelDateTime b) => Between(state, at, Midnight(a, b), b),
                (FeelDate or FeelDateTime or FeelTime, FeelYearsMonths or FeelDaysTime) => Move(state, at, left, right, -1),
                _ => state.Warn(at, $"{Kinds.Name(right)} kan inte dras från {Kinds.Name(left)}."),
            };
        }
        catch (OverflowException)
        {
            return TooLarge(state, at);
        }
    }

    public static FeelValue Multiply(EvalState state, Place at, FeelValue left, FeelValue right)
    {
        try
        {
            return (left, right) switch
            {
                (FeelNumber a, FeelNumber b) => new FeelNumber(a.Value * b.Value),
                (FeelYearsMonths a, FeelNumber b) => new FeelYearsMonths((int)decimal.Truncate(a.Months * b.Value)),
                (FeelNumber, FeelYearsMonths) => Multiply(state, at, right, left),
                (FeelDaysTime a, FeelNumber b) => new FeelDaysTime(new TimeSpan((long)decimal.Truncate(a.Value.Ticks * b.Value))),
                (FeelNumber, FeelDaysTime) => Multiply(state, at, right, left),
                _ => state.Warn(at, $"{Kinds.Name(left)} och {Kinds.Name(right)} kan inte multipliceras."),
            };
        }
        catch (OverflowException)
        {
            return TooLarge(state, at);
        }
    }

    public static FeelValue Divide(EvalState state, Place at, FeelValue left, FeelValue right)
    {
        try
        {
            return (left, right) switch
            {
                (FeelNumber or FeelYearsMonths or FeelDaysTime, FeelNumber { Value: 0 } or FeelYearsMonths { Months: 0 } or FeelDaysTime { Value.Ticks: 0 }) =>
                    state.Warn(at, "Det går inte att dela med noll."),
                (FeelNumber a, FeelNumber b) => new FeelNumber(a.Value / b.Value),
                (FeelYearsMonths a, FeelNumber b) => new FeelYearsMonths((int)decimal.Truncate(a.Months / b.Value)),
                (FeelDaysTime a, FeelNumber b) => new FeelDaysTime(new TimeSpan((long)decimal.Truncate(a.Value.Ticks / b.Value))),
                (FeelYearsMonths a, FeelYearsMonths b) => new FeelNumber((decimal)a.Months / b.Months),
                (FeelDaysTime a, FeelDaysTime b) => new FeelNumber((decimal)a.Value.Ticks / b.Value.Ticks),
                _ => state.Warn(at, $"{Kinds.Name(left)} kan inte delas med {Kinds.Name(right)}."),
            };
        }
        catch (OverflowException)
        {
            return TooLarge(state, at);
        }
    }

    public static FeelValue Power(EvalState state, Place at, FeelValue left, FeelValue right)
    {
        if (left is not FeelNumber a || right is not FeelNumber b)
            return state.Warn(at, $"{Kinds.Name(left)} kan inte upphöjas till {Kinds.Name(right)}.");
        try
        {
            return DecimalMath.Power(a.Value, b.Value) is { } result
                ? new FeelNumber(result)
                : state.Warn(at, $"{Kinds.Number(a.Value)} upphöjt till {Kinds.Number(b.Value)} är inget tal.");
        }
        catch (OverflowException)
        {
            return TooLarge(state, at);
        }
    }

    public static FeelValue Negate(EvalState state, Place at, FeelValue value) => value switch
    {
        FeelNumber number => new FeelNumber(-number.Value),
        FeelYearsMonths { Months: not int.MinValue } months => new FeelYearsMonths(-months.Months),
        FeelDaysTime time when time.Value != TimeSpan.MinValue => new FeelDaysTime(-time.Value),
        _ => state.Warn(at, $"{Kinds.Name(value)} kan inte få minustecken."),
    };

    /// <summary>A point in time moved by a duration; months keep the clock face, exact times follow <see cref="FeelClock.Add"/>.</summary>
    private static FeelValue Move(EvalState state, Place at, FeelValue point, FeelValue duration, int sign)
    {
        FeelValue? moved = (point, duration) switch
        {
            (FeelDate date, FeelYearsMonths d) =>
                FeelClock.AddMonths(date.Value.ToDateTime(TimeOnly.MinValue), checked(sign * d.Months)) is { } day ? new FeelDate(DateOnly.FromDateTime(day)) : null,
            (FeelDate date, FeelDaysTime d) =>
                FeelClock.Add(new(date.Value.ToDateTime(TimeOnly.MinValue), null, null), d.Value * sign) is { } time
                    ? new FeelDate(DateOnly.FromDateTime(time.Value)) : null,
            (FeelDateTime dateTime, FeelYearsMonths d) =>
                FeelClock.AddMonths(dateTime.Value, checked(sign * d.Months)) is { } time
                    ? dateTime with { Value = time, Offset = dateTime.Zone is null ? dateTime.Offset : null } : null,
            (FeelDateTime dateTime, FeelDaysTime d) => FeelClock.Add(dateTime, d.Value * sign),
            (FeelTime time, FeelDaysTime d) => time with { Value = time.Value.Add(new TimeSpan(d.Value.Ticks % TimeSpan.TicksPerDay) * sign) },
            _ => null,
        };
        return moved ?? state.Warn(at, $"{Kinds.Name(point)} kan inte flyttas med {Kinds.Name(duration)} (eller hamnar utanför år 1-9999).");
    }

    /// <summary>Both local: by the clock face. Otherwise by the time line.</summary>
    private static FeelValue Between(EvalState state, Place at, FeelDateTime left, FeelDateTime right)
    {
        if (Comparison.IsLocal(left) != Comparison.IsLocal(right))
            return state.Warn(at, "En tidpunkt med tidszon och en utan kan inte dras från varandra.");
        return new FeelDaysTime(Comparison.IsLocal(left)
            ? left.Value - right.Value
            : new TimeSpan(FeelClock.UtcTicks(left) - FeelClock.UtcTicks(right)));
    }

    private static FeelDateTime Midnight(FeelDate date, FeelDateTime like) =>
        new(date.Value.ToDateTime(TimeOnly.MinValue), Comparison.IsLocal(like) ? null : TimeSpan.Zero, null);

    private static FeelString Concatenate(EvalState state, string left, string right)
    {
        state.CheckText((long)left.Length + right.Length);
        return new(left + right);
    }

    private static FeelValue TooLarge(EvalState state, Place at) => state.Warn(at, "Resultatet är för stort.");
}
