using System.Globalization;
using CaseFlow.Engine.Feel.Runtime;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Conversions, negation and identity (DMN 1.5, 10.3.4.1-2).</summary>
internal static class ConversionFunctions
{
    public static IEnumerable<Builtin> All =>
    [
        new("not", "negand", c => Comparison.Value(!Comparison.Truth(c[0]))),
        new("string", "from", c =>
        {
            c.State.CheckText(c[0].Weight);
            return Kinds.Text(c[0]) is { } text ? c.State.Text(text) : FeelValue.Null;
        }),
        new("number", "from, grouping separator?, decimal separator?", Number),
        new("is", "value1, value2", Is),
    ];

    private static FeelValue Number(Call call)
    {
        if (call[0] is FeelNumber && call.Count == 1) return call[0];
        if (!call.Text(0, out var text)) return FeelValue.Null;
        var (grouping, point) = (string.Empty, ".");
        if (call.Has(1) && !call.Text(1, out grouping)) return FeelValue.Null;
        if (call.Has(2) && !call.Text(2, out point)) return FeelValue.Null;
        if (grouping is not ("" or " " or "," or "." or "\u00A0") || point is not ("." or ",") || grouping == point)
            return call.Fail("skiljetecknen ska vara mellanslag, komma eller punkt, och olika.");
        if (grouping.Length > 0) text = text.Replace(grouping, string.Empty, StringComparison.Ordinal);
        if (point == "," && text.Contains('.', StringComparison.Ordinal)) return call.Fail($"'{text}' är inget tal.");
        text = text.Replace(point, ".", StringComparison.Ordinal);
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) ? number : call.Fail($"'{text}' är inget tal.");
    }

    /// <summary>The same kind and the same value, without conversion: two times of one instant in different zones are not.</summary>
    private static FeelValue Is(Call call)
    {
        var (left, right) = (call[0], call[1]);
        if (left is FeelDateTime or FeelTime || right is FeelDateTime or FeelTime) return left.Equals(right);
        return left.GetType() == right.GetType() && Comparison.AreEqual(call.State, left, right) == true;
    }
}
