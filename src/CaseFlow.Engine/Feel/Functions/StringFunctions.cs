using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions of strings (DMN 1.5, 10.3.4.3). Positions and lengths count Unicode characters, from 1.</summary>
internal static class StringFunctions
{
    private static readonly TimeSpan RegexTime = TimeSpan.FromMilliseconds(250);

    public static IEnumerable<Builtin> All =>
    [
        new("substring", "string, start position, length?", Substring),
        new("string length", "string", c => c.Text(0, out var s) ? s.EnumerateRunes().Count() : FeelValue.Null),
        new("upper case", "string", c => c.Text(0, out var s) ? s.ToUpperInvariant() : FeelValue.Null),
        new("lower case", "string", c => c.Text(0, out var s) ? s.ToLowerInvariant() : FeelValue.Null),
        new("trim", "string", c => c.Text(0, out var s) ? s.Trim() : FeelValue.Null),
        new("substring before", "string, match", c => Around(c, (s, at, _) => s[..at])),
        new("substring after", "string, match", c => Around(c, (s, at, length) => s[(at + length)..])),
        new("contains", "string, match", c => Two(c, (s, m) => s.Contains(m, StringComparison.Ordinal))),
        new("starts with", "string, match", c => Two(c, (s, m) => s.StartsWith(m, StringComparison.Ordinal))),
        new("ends with", "string, match", c => Two(c, (s, m) => s.EndsWith(m, StringComparison.Ordinal))),
        new("matches", "input, pattern, flags?", Matches),
        new("replace", "input, pattern, replacement, flags?", Replace),
        new("split", "string, delimiter", Split),
        new("string join", "list, delimiter?", Join),
    ];

    private static FeelValue Two(Call call, Func<string, string, bool> test) =>
        call.Text(0, out var text) && call.Text(1, out var match) ? test(text, match) : FeelValue.Null;

    private static FeelValue Around(Call call, Func<string, int, int, string> cut)
    {
        if (!call.Text(0, out var text) || !call.Text(1, out var match)) return FeelValue.Null;
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? string.Empty : cut(text, at, match.Length);
    }

    private static FeelValue Substring(Call call)
    {
        if (!call.Text(0, out var text) || !call.Whole(1, out var start)) return FeelValue.Null;
        var runes = text.EnumerateRunes().ToArray();
        if (start == 0 || start > runes.Length || start < -runes.Length)
            return start > 0 ? string.Empty : call.Fail("startpositionen finns inte.");
        var from = start > 0 ? start - 1 : runes.Length + start;
        var length = runes.Length - from;
        if (call.Has(2))
        {
            if (!call.Whole(2, out var wanted)) return FeelValue.Null;
            if (wanted < 1) return call.Fail("längden ska vara minst 1.");
            length = Math.Min(length, wanted);
        }

        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan(from, length)) result.Append(rune);
        return call.State.Text(result.ToString());
    }

    private static FeelValue Matches(Call call) =>
        call.Text(0, out var input) ? WithRegex(call, 1, 2, regex => regex.IsMatch(input)) : FeelValue.Null;

    private static FeelValue Replace(Call call)
    {
        if (!call.Text(0, out var input) || !call.Text(2, out var replacement)) return FeelValue.Null;
        return WithRegex(call, 1, 3, regex =>
        {
            // The replacement language is XPath's: $1 and $0, with \$ for a dollar sign.
            var pattern = replacement.Replace("\\$", "$$", StringComparison.Ordinal).Replace("$0", "$&", StringComparison.Ordinal);
            var matches = regex.Count(input);
            call.State.CheckText(input.Length + ((long)matches * (replacement.Length + input.Length / Math.Max(1, matches))));
            var result = regex.Replace(input, pattern);
            return call.State.Text(result);
        });
    }

    private static FeelValue Split(Call call)
    {
        if (!call.Text(0, out var input)) return FeelValue.Null;
        return WithRegex(call, 1, -1, regex =>
            call.State.List([.. regex.Split(input).Select(FeelValue.FromString)]), explicitCapture: true);
    }

    private static FeelValue WithRegex(Call call, int patternIndex, int flagsIndex, Func<Regex, FeelValue> use, bool explicitCapture = false)
    {
        if (!call.Text(patternIndex, out var pattern)) return FeelValue.Null;
        var options = RegexOptions.CultureInvariant | (explicitCapture ? RegexOptions.ExplicitCapture : RegexOptions.None);
        if (flagsIndex > 0 && call.Has(flagsIndex))
        {
            if (!call.Text(flagsIndex, out var flags)) return FeelValue.Null;
            foreach (var flag in flags)
            {
                options |= flag switch
                {
                    'i' => RegexOptions.IgnoreCase,
                    's' => RegexOptions.Singleline,
                    'm' => RegexOptions.Multiline,
                    'x' => RegexOptions.IgnorePatternWhitespace,
                    _ => RegexOptions.None,
                };
                if (!"ismxq".Contains(flag, StringComparison.Ordinal)) return call.Fail($"flaggan '{flag}' finns inte.");
            }

            if (flags.Contains('q', StringComparison.Ordinal)) pattern = Regex.Escape(pattern);
        }

        try
        {
            call.State.Step(100);
            return use(new Regex(pattern, options, RegexTime));
        }
        catch (ArgumentException)
        {
            return call.Fail($"'{pattern}' är inget giltigt mönster.");
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new FeelBudgetException("Ett mönster i uttrycket tog för lång tid och uttrycket avbröts.", slow);
        }
    }

    private static FeelValue Join(Call call)
    {
        if (!call.List(0, out var items)) return FeelValue.Null;
        var delimiter = string.Empty;
        if (call.Has(1) && !call.Text(1, out delimiter)) return FeelValue.Null;
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item is FeelNull) continue;
            if (item is not FeelString text) return call.Fail("alla värden i listan ska vara texter.");
            texts.Add(text.Value);
        }

        call.State.CheckText(texts.Sum(t => (long)t.Length + delimiter.Length));
        return string.Join(delimiter, texts);
    }
}
