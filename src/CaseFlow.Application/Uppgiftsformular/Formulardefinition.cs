using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

// Rummet Uppgiftsformular: frågorna i en uppgift som konfiguration (docs/formular.md). En fil läses (Formularlasare), granskas mot sin
// process när den läggs in (Formulargranskning), ritas av sidan och prövas när den skickas (Formularprovning). Vad svaret betyder avgör uppgiften.

/// <summary>A user task's form as it stands in <c>workflows/&lt;key&gt;/forms/&lt;nyckel&gt;.json</c>. Read at start, refused at start when broken.</summary>
/// <param name="Knapp">The verb on the button: "Spara underrättelsen".</param>
public sealed record Formulardefinition(string Nyckel, string Rubrik, string? Ingress, string Knapp, IReadOnlyList<Sektion> Sektioner)
{
    public IEnumerable<Faltdefinition> Falt => Sektioner.SelectMany(s => s.Falt);

    /// <summary>Every expression in it: what they ask for must be read before it is shown or checked.</summary>
    internal IEnumerable<FeelExpression> Uttryck => Sektioner.Select(s => s.VisasNar).Concat(Falt.SelectMany(f =>
        f.Villkor.SelectMany(v => v.Text.Uttryck.Prepend(v.Galler)).Concat([f.VisasNar, f.KravsNar, f.Forifyll, f.Varde]))).OfType<FeelExpression>();

    /// <param name="andra">Gives the field as it is to be here, or null when it is not to be asked for.</param>
    public Formulardefinition Med(string falt, Func<Faltdefinition, Faltdefinition?> andra) => Med(f => f.Namn == falt ? andra(f) : f);

    /// <summary>Each field as it is to be here; a section that has none left goes too.</summary>
    public Formulardefinition Med(Func<Faltdefinition, Faltdefinition?> andra) => this with
    {
        Sektioner = [.. Sektioner.Select(s => s with { Falt = [.. s.Falt.Select(andra).OfType<Faltdefinition>()] }).Where(s => s.Falt.Count > 0)],
    };
}

public sealed record Sektion(string? Rubrik, IReadOnlyList<Faltdefinition> Falt)
{
    public string? Hjalp { get; init; }

    /// <summary>A field is shown when its section is, and its own condition holds.</summary>
    public FeelExpression? VisasNar { get; init; }

    /// <summary><see cref="VisasNar"/> in words, where it cannot be put into words by itself.</summary>
    public string? VisasText { get; init; }
}

/// <param name="Namn">Also the name of the process variable.</param>
/// <param name="Kravs">Must be answered when it is shown.</param>
/// <param name="Max">Longest text in characters; null is <see cref="Formulargranser.Langtext"/>.</param>
/// <param name="VisasNar">FEEL over the form's values and <see cref="Faktakatalog"/>; a field that is not shown is neither demanded nor saved, and reads as null.</param>
public sealed record Faltdefinition(
    string Namn, string Etikett, Falttyp Typ, bool Kravs, string? Hjalp, IReadOnlyList<Alternativ> Alternativ, int? Max, FeelExpression? VisasNar)
{
    public string? VisasText { get; init; }

    /// <summary>Must be answered when it is shown and this holds.</summary>
    public FeelExpression? KravsNar { get; init; }

    public string? KravsText { get; init; }

    /// <summary>What must hold for an answer that is given.</summary>
    public IReadOnlyList<Formularvillkor> Villkor { get; init; } = [];

    /// <summary>The answer to begin with, when the ärende knows none better.</summary>
    public FeelExpression? Forifyll { get; init; }

    /// <summary>What an upplysning shows; null when its help text says all.</summary>
    public FeelExpression? Varde { get; init; }

    /// <summary>Where the choices come from, or the suggestions of a text: a name in <see cref="Kataloger"/>.</summary>
    public string? Katalog { get; init; }

    public decimal? Minst { get; init; }

    public decimal? Hogst { get; init; }

    /// <summary>Most decimals of a number.</summary>
    public int Decimaler { get; init; } = Formulargranser.Decimaler;

    /// <summary>Said after a number: "timmar per vecka".</summary>
    public string? Enhet { get; init; }

    /// <summary>Whether it asks for something; an upplysning only tells.</summary>
    public bool ArFraga => Typ is not Falttyp.Upplysning;
}

/// <summary>Anvandare is a choice among the unit's handläggare and Insats one among the insatser of the ärende; Ombud is the person
/// or one of her ombud, and is not asked when she has none; Utforare is one that the unit orders from, or another. All are filled by the server.</summary>
public enum Falttyp { Text, Langtext, Heltal, Tal, Belopp, Datum, Tid, JaNej, Val, Flerval, Skala, Anvandare, Insats, Ombud, Utforare, Upplysning }

public sealed record Alternativ(string Varde, string Text);

/// <summary>A rule for an answer: refused with the text when the expression is false. What is not known (null) breaks no rule.</summary>
public sealed record Formularvillkor(FeelExpression Galler, Textmall Text);

/// <summary>The most a form may hold, so that a page can be read and a check is quick.</summary>
public static class Formulargranser
{
    public const int Fil = 200_000;
    public const int Sektioner = 12;
    public const int Falt = 60;
    public const int Alternativ = 60;
    public const int Villkor = 10;
    public const int Namn = 40;
    public const int Rubrik = 100;
    public const int Knapp = 40;
    public const int Etikett = 200;
    public const int Hjalp = 600;
    public const int Uttryck = 1_000;

    /// <summary>Characters of a one-line text and of a long one, when the form does not say less.</summary>
    public const int Text = 500;

    public const int Langtext = 10_000;

    public const int Decimaler = 2;

    /// <summary>A number is less than this, on either side of zero.</summary>
    public const decimal Tal = 1_000_000_000;

    /// <summary>What one expression may use: a form is small, and so are its conditions.</summary>
    internal static FeelBudget Budget { get; } = new(Steps: 20_000, Depth: 60, MaxItems: 1_000, MaxString: 25_000, MaxWeight: 10_000, MaxNesting: 16);
}
