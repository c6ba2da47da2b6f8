namespace CaseFlow.Engine.Feel.Runtime;

/// <summary>Powers, roots and logarithms in <see cref="decimal"/>. Overflow is thrown; null means that no such number exists.</summary>
internal static class DecimalMath
{
    /// <summary>Whole exponents exactly, others through the logarithm.</summary>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (number == 0 && exponent < 0) return null;
        if (number == 1) return 1;
        if (exponent != decimal.Truncate(exponent))
            return number == 0 ? 0 : Log(number) is { } log ? Exp(exponent * log) : null;
        if (Math.Abs(exponent) > 1_000_000) return number == -1 ? (exponent % 2 == 0 ? 1 : -1) : throw new OverflowException();
        var whole = Whole(number, (int)Math.Abs(exponent), exponent < 0);
        return exponent < 0 && whole is { } w ? (w == 0 ? 0 : 1 / w) : whole;
    }

    public static decimal? Sqrt(decimal number)
    {
        if (number < 0) return null;
        if (number == 0) return 0;
        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 3 && root != 0; i++) root = (root + (number / root)) / 2;
        return root;
    }

    public static decimal Exp(decimal exponent)
    {
        if (exponent > 67) throw new OverflowException();
        if (exponent < -67) return 0;
        var halvings = 0;
        for (; Math.Abs(exponent) > 0.5m; halvings++) exponent /= 2;
        var (sum, term) = (1m, 1m);
        for (var i = 1; i < 40 && term != 0; i++)
        {
            term = term * exponent / i;
            sum += term;
        }

        for (; halvings > 0; halvings--) sum *= sum;
        return sum;
    }

    public static decimal? Log(decimal number)
    {
        if (number <= 0) return null;
        var log = (decimal)Math.Log((double)number);
        if (log is > 60 or < -60) return log;
        for (var i = 0; i < 2; i++)
        {
            var exp = Exp(log);
            log += 2 * (number - exp) / (number + exp);
        }

        return log;
    }

    /// <summary>A number rounded to a number of decimals, which may be negative (tens, hundreds). Null when the scale is out of range.</summary>
    public static decimal? Round(decimal number, decimal scale, MidpointRounding mode)
    {
        if (scale is < -6111 or > 6176 || scale != decimal.Truncate(scale)) return null;
        if (scale >= 28) return number;
        if (scale >= 0) return Math.Round(number, (int)scale, mode);
        if (scale < -28) return Math.Round(number / decimal.MaxValue, 0, mode) == 0 ? 0 : throw new OverflowException();
        var unit = Whole(10, (int)-scale, false)!.Value;
        return Math.Round(number / unit, 0, mode) * unit;
    }

    private static decimal? Whole(decimal number, int exponent, bool isDivisor)
    {
        var result = 1m;
        try
        {
            for (; exponent > 0; exponent >>= 1)
            {
                if ((exponent & 1) == 1) result *= number;
                if (exponent > 1) number *= number;
            }
        }
        catch (OverflowException) when (isDivisor)
        {
            return 0;
        }

        return isDivisor && result == 0 ? throw new OverflowException() : result;
    }
}
