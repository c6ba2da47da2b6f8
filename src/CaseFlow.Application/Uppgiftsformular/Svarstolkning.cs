using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>One answer as it was typed, read by its field's type.</summary>
/// <param name="Varde">As expressions see it: a date is a date. Null when nothing, or nothing readable, was given.</param>
/// <param name="Sparas">As the ärende and the process keep it: a date is its text.</param>
internal sealed partial record Svarstolkning(FeelValue Varde, FeelValue Sparas, string? Fel)
{
    private static readonly Svarstolkning Tomt = new(FeelValue.Null, FeelValue.Null, null);

    public static Svarstolkning Av(Faltdefinition falt, IReadOnlyDictionary<string, string[]> svar)
    {
        string[] varden = [.. (svar.GetValueOrDefault(falt.Namn) ?? []).Select(v => (v ?? "").ReplaceLineEndings("\n").Trim()).Where(v => v.Length > 0)];
        if (varden.Length == 0 || !falt.ArFraga) return Tomt;
        if (falt.Typ == Falttyp.Flerval)
        {
            return varden.All(v => falt.Alternativ.Any(a => a.Varde == v))
                ? Lika(FeelList.Of(varden.Distinct(StringComparer.Ordinal).Select(FeelValue.FromString))) : Fela("Välj bland alternativen.");
        }
        return varden.Length > 1 ? Fela("Ge ett svar.") : Ett(falt, varden[0]);
    }

    private static Svarstolkning Ett(Faltdefinition falt, string text) => falt.Typ switch
    {
        Falttyp.Text => Hogst(text, falt.Max ?? Formulargranser.Text),
        Falttyp.Langtext => Hogst(text, falt.Max ?? Formulargranser.Langtext),
        Falttyp.Datum => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) && dag.Year is >= 1900 and <= 2200
            ? new(dag, dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : Fela("Skriv datumet som ÅÅÅÅ-MM-DD."),
        Falttyp.Tid => Klockslag().Match(text) is { Success: true } t && new TimeOnly(int.Parse(t.Groups["h"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(t.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)) is var tid
            ? new(new FeelTime(tid, null, null), tid.ToString("HH:mm", CultureInfo.InvariantCulture), null) : Fela("Skriv tiden som 09:30."),
        Falttyp.Heltal => Tal(falt, text, 0, "Skriv ett heltal."),
        Falttyp.Tal => Tal(falt, text, falt.Decimaler, "Skriv ett tal, till exempel 9,5."),
        Falttyp.Belopp => Tal(falt with { Minst = falt.Minst ?? 0 }, text, 2, "Skriv beloppet i kronor, till exempel 1 250,50."),
        Falttyp.JaNej => text is "ja" or "nej" ? Lika(text) : Fela("Välj ja eller nej."),
        Falttyp.Val => falt.Alternativ.Any(a => a.Varde == text) ? Lika(text) : Fela("Välj bland alternativen."),
        Falttyp.Skala => falt.Alternativ.Any(a => a.Varde == text) && decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var steg) ? Lika(steg) : Fela("Välj bland alternativen."),
        // Vilka som går att välja vet servern först när den har läst dem: utan lista godtas inget (Formularval).
        Falttyp.Anvandare => falt.Alternativ.Any(a => a.Varde == text) ? Lika(text) : Fela("Välj en handläggare."),
        Falttyp.Insats => falt.Alternativ.Any(a => a.Varde == text) ? Lika(text) : Fela("Välj en av ärendets insatser."),
        Falttyp.Ombud => falt.Alternativ.Any(a => a.Varde == text) ? Lika(text) : Fela("Välj personen själv eller ett av ombuden."),
        Falttyp.Utforare => falt.Alternativ.Any(a => a.Varde == text) ? Lika(text) : Fela("Välj en av utförarna, eller Annan utförare."),
        Falttyp.Flerval or Falttyp.Upplysning => Tomt,
    };

    private static Svarstolkning Hogst(string text, int tecken) => text.Length <= tecken || text.EnumerateRunes().Count() <= tecken ? Lika(text) : Fela($"Högst {tecken} tecken.");

    private static Svarstolkning Tal(Faltdefinition falt, string text, int decimaler, string exempel)
    {
        var rent = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').Replace('−', '-');
        if (!decimal.TryParse(rent, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tal) || Math.Abs(tal) >= Formulargranser.Tal)
            return Fela(exempel);
        if (tal != Math.Round(tal, Math.Min(decimaler, 28))) return Fela(decimaler == 0 ? exempel : $"Skriv högst {decimaler} decimaler.");
        if (tal < falt.Minst) return Fela($"Minst {Textmall.Visa(falt.Minst.Value)}.");
        return tal > falt.Hogst ? Fela($"Högst {Textmall.Visa(falt.Hogst.Value)}.") : Lika(tal / 1.0000000000000000000000000000m);
    }

    private static Svarstolkning Lika(FeelValue varde) => new(varde, varde, null);

    private static Svarstolkning Fela(string text) => new(FeelValue.Null, FeelValue.Null, text);

    [GeneratedRegex(@"^(?<h>[01]?\d|2[0-3])[.:](?<m>[0-5]\d)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Klockslag();
}
