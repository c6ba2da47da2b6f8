using System.Globalization;
using System.Text;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>A sentence with values in it: <c>Beslutet gäller från {insats.from}.</c> What stands in braces is FEEL; a brace itself is written twice.</summary>
public sealed class Textmall
{
    private readonly IReadOnlyList<(string Text, FeelExpression? Uttryck)> _delar;

    private Textmall(string kalla, IReadOnlyList<(string, FeelExpression?)> delar) => (Kalla, _delar) = (kalla, delar);

    /// <summary>As it was written.</summary>
    public string Kalla { get; }

    public IEnumerable<FeelExpression> Uttryck => _delar.Select(d => d.Uttryck).OfType<FeelExpression>();

    /// <returns>The template, or why there is none.</returns>
    public static (Textmall? Mall, string? Fel) Las(string kalla)
    {
        var delar = new List<(string, FeelExpression?)>();
        var text = new StringBuilder();
        for (var i = 0; i < kalla.Length; i++)
        {
            if (kalla[i] is '{' or '}' && i + 1 < kalla.Length && kalla[i + 1] == kalla[i])
            {
                text.Append(kalla[i++]);
            }
            else if (kalla[i] == '{')
            {
                var slut = kalla.IndexOf('}', i);
                if (slut < 0) return (null, "en klammer { har inget slut. Skriv {{ för en klammer i texten.");
                if (!FeelExpression.TryParse(kalla[(i + 1)..slut], out var uttryck, out var fel)) return (null, $"{{{kalla[(i + 1)..slut]}}}: {fel.Message}");
                delar.Add((text.ToString(), uttryck));
                text.Clear();
                i = slut;
            }
            else
            {
                text.Append(kalla[i]);
            }
        }
        delar.Add((text.ToString(), null));
        return (new(kalla, delar), null);
    }

    internal string Skriv(Func<FeelExpression, FeelValue> rakna) =>
        string.Concat(_delar.Select(d => d.Uttryck is { } uttryck ? d.Text + (Visa(rakna(uttryck)) ?? "(okänt)") : d.Text));

    /// <summary>A value as people read it; null for what is not known.</summary>
    public static string? Visa(FeelValue varde) => varde switch
    {
        FeelDate d => Datumtext.Lang(d.Value),
        FeelDateTime d => Datumtext.Lang(DateOnly.FromDateTime(d.Value)),
        FeelTime t => t.Value.ToString("HH.mm", CultureInfo.InvariantCulture),
        FeelNumber n => n.Value.ToString("#,0.####", Svenska),
        FeelBoolean b => b.Value ? "ja" : "nej",
        FeelString { Value.Length: > 0 } s => s.Value,
        FeelList { Items.Length: > 0 } l => string.Join(", ", l.Items.Select(Visa)),
        _ => null,
    };

    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");
}
