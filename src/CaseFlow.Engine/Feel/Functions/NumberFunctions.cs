using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions of numbers (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("decimal", "n, scale", c => Round(c, MidpointRounding.ToEven)),
        new("floor", "n, scale?", c => Round(c, MidpointRounding.ToNegativeInfinity)),
        new("ceiling", "n, scale?", c => Round(c, MidpointRounding.ToPositiveInfinity)),
        new("round up", "n, scale", RoundUp),
        new("round down", "n, scale", c => Round(c, MidpointRounding.ToZero)),
        new("round half up", "n, scale", c => Round(c, MidpointRounding.AwayFromZero)),
        new("round half down", "n, scale", RoundHalfDown),
        new("abs", "n", Abs),
        new("modulo", "dividend, divisor", Modulo),
        new("sqrt", "number", c => Of(c, DecimalMath.Sqrt)),
        new("log", "number", c => Of(c, DecimalMath.Log)),
        new("exp", "number", c => Of(c, n => DecimalMath.Exp(n))),
        new("odd", "number", c => c.Number(0, out var n) ? n % 2 is 1 or -1 : FeelValue.Null),
        new("even", "number", c => c.Number(0, out var n) ? n % 2 == 0 : FeelValue.Null),
    ];

    private static FeelValue Of(Call call, Func<decimal, decimal?> function)
    {
        if (!call.Number(0, out var number)) return FeelValue.Null;
        try
        {
            return function(number) is { } result ? result : call.Fail($"{Kinds.Number(number)} har inget sådant värde.");
        }
        catch (OverflowException)
        {
            return call.Fail("resultatet är för stort.");
        }
    }

    private static FeelValue Round(Call call, MidpointRounding mode)
    {
        var scale = 0m;
        if (!call.Number(0, out var number) || (call.Count > 1 && !call.Number(1, out scale))) return FeelValue.Null;
        return Rounded(call, () => DecimalMath.Round(number, decimal.Truncate(scale), mode));
    }

    private static FeelValue RoundUp(Call call)
    {
        if (!call.Number(0, out var number) || !call.Number(1, out var scale)) return FeelValue.Null;
        return Rounded(call, () => DecimalMath.Round(
            number, decimal.Truncate(scale), number < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity));
    }

    /// <summary>.NET lacks half towards zero: round half away, and take back the exact halves.</summary>
    private static FeelValue RoundHalfDown(Call call)
    {
        if (!call.Number(0, out var number) || !call.Number(1, out var scale)) return FeelValue.Null;
        return Rounded(call, () =>
        {
            var truncated = DecimalMath.Round(number, decimal.Truncate(scale), MidpointRounding.ToZero);
            var rounded = DecimalMath.Round(number, decimal.Truncate(scale), MidpointRounding.AwayFromZero);
            return truncated is null || rounded is null || Math.Abs(number - truncated.Value) <= Math.Abs(rounded.Value - number) ? truncated : rounded;
        });
    }

    private static FeelValue Rounded(Call call, Func<decimal?> round)
    {
        try
        {
            return round() is { } result ? result : call.Fail("antalet decimaler ska vara ett heltal mellan -6111 och 6176.");
        }
        catch (OverflowException)
        {
            return call.Fail("resultatet är för stort.");
        }
    }

    private static FeelValue Abs(Call call) => call[0] switch
    {
        FeelYearsMonths { Months: not int.MinValue } months => new FeelYearsMonths(Math.Abs(months.Months)),
        FeelDaysTime time when time.Value != TimeSpan.MinValue => new FeelDaysTime(time.Value.Duration()),
        _ => call.Number(0, out var number) ? Math.Abs(number) : FeelValue.Null,
    };

    private static FeelValue Modulo(Call call)
    {
        if (!call.Number(0, out var dividend) || !call.Number(1, out var divisor)) return FeelValue.Null;
        if (divisor == 0) return call.Fail("det går inte att dela med noll.");
        var rest = dividend % divisor;
        return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest;
    }
}
