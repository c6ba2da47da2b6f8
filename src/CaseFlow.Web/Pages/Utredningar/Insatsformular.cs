using System.Globalization;
using CaseFlow.Application.Utredningar;
using CaseFlow.Web.Pages.Arenden;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Utredningar;

/// <summary>The fields of the ansökta insatser: one form, a row for each.</summary>
internal static class Insatsformular
{
    public const string Namn = "insatser";

    private const string Rev = "rev-";

    /// <summary>The rows that were changed on the page. Those left alone are not sent, so that they overwrite nobody.</summary>
    public static IReadOnlyList<BeskrivInsats> Las(Formularlage form, string nummer)
    {
        var rader = new List<BeskrivInsats>();
        foreach (var falt in form.Allt.Keys.Where(f => f.StartsWith(Rev, StringComparison.Ordinal)))
        {
            var id = falt[Rev.Length..];
            if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var insats)) continue;
            var (text, omfattning, hur) = (form.Text($"text-{id}"), form.Tal($"omfattning-{id}"), form.Text($"andratHur-{id}"));
            var andrat = hur is null ? null : form.Dag($"andratDag-{id}");
            if (hur is not null && andrat is null) form.Fela($"andratDag-{id}", "Skriv vilken dag personen sa det.");
            Guid? ombud = Guid.TryParse(form.Text($"andratAv-{id}"), out var av) ? av : null;
            if (ombud is not null || form.Text($"sparat-{id}") != Sammandrag(text, omfattning, andrat, hur))
                rader.Add(new(nummer, insats, form.Version(falt), text, omfattning, andrat, hur, ombud));
        }
        return rader;
    }

    public static string Fingeravtryck(AnsoktBeskrivningVy vy) => Sammandrag(vy.Text, vy.SoktOmfattning, vy.AndratDag, vy.AndratHur);

    /// <summary>Someone saved this row after it was read.</summary>
    public static bool ArInaktuell(Formularlage form, AnsoktBeskrivningVy vy) => form.Version($"{Rev}{vy.Id}") != vy.Rev;

    private static string Sammandrag(string? text, decimal? omfattning, DateOnly? andrat, string? hur)
    {
        var allt = string.Join('\u001f', Rader(text), Arendevisning.Falt(omfattning), Arendevisning.Falt(andrat), Rader(hur));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(allt)));
    }

    private static string? Rader(string? text) => text?.ReplaceLineEndings("\n").Trim();
}
