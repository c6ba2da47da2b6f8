using System.Net;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>What must hold for every piece of markup, whatever it shows.</summary>
internal static partial class Uppmarkning
{
    public static void ArRiktig(string html)
    {
        Assert.DoesNotMatch(Stilattribut(), html);
        Assert.DoesNotMatch(Handelseattribut(), html);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Inforskript(), html);

        var ids = Id().Matches(html).Select(m => m.Groups["v"].Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var hanvisning in Hanvisning().Matches(html).SelectMany(m => WebUtility.HtmlDecode(m.Groups["v"].Value).Split(' ')))
            Assert.Contains(hanvisning, ids);

        // Varje reglage har en etikett: <label for>, eller en <label> runt om.
        var etiketter = For().Matches(html).Select(m => m.Groups["v"].Value).ToHashSet(StringComparer.Ordinal);
        var inneslutna = Etikett().Matches(html).SelectMany(m => Reglage().Matches(m.Value)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var reglage in Reglage().Matches(html).Select(m => m.Value).Where(r => !r.Contains("type=\"hidden\"", StringComparison.Ordinal)))
            Assert.True(inneslutna.Contains(reglage) || etiketter.Contains(Id().Match(reglage).Groups["v"].Value), $"Utan etikett: {reglage}");

        foreach (var svg in Svg().Matches(html).Select(m => m.Value))
            Assert.Contains("aria-hidden=\"true\"", svg, StringComparison.Ordinal);
    }

    /// <summary>The text a reader meets: no tags, entities decoded, spaces folded.</summary>
    public static string Text(string html) => Mellanrum().Replace(WebUtility.HtmlDecode(Tagg().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("""<[^>]*\sstyle\s*=""", RegexOptions.IgnoreCase, 1000)] private static partial Regex Stilattribut();
    [GeneratedRegex("""<[^>]*\son[a-z]+\s*=""", RegexOptions.IgnoreCase, 1000)] private static partial Regex Handelseattribut();
    [GeneratedRegex("""<script(?![^>]*\ssrc=)""", RegexOptions.IgnoreCase, 1000)] private static partial Regex Inforskript();
    [GeneratedRegex("\\sid=\"(?<v>[^\"]*)\"", RegexOptions.None, 1000)] private static partial Regex Id();
    [GeneratedRegex("\\s(?:aria-describedby|aria-labelledby|for|popovertarget)=\"(?<v>[^\"]*)\"", RegexOptions.None, 1000)] private static partial Regex Hanvisning();
    [GeneratedRegex("<label[^>]*\\sfor=\"(?<v>[^\"]*)\"", RegexOptions.None, 1000)] private static partial Regex For();
    [GeneratedRegex("<label(?:(?!</label>).)*</label>", RegexOptions.Singleline, 1000)] private static partial Regex Etikett();
    [GeneratedRegex("<(?:input|select|textarea)\\b[^>]*>", RegexOptions.None, 1000)] private static partial Regex Reglage();
    [GeneratedRegex("<svg\\b[^>]*>", RegexOptions.None, 1000)] private static partial Regex Svg();
    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)] private static partial Regex Tagg();
    [GeneratedRegex("\\s+", RegexOptions.None, 1000)] private static partial Regex Mellanrum();
}
