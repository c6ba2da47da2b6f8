using System.Globalization;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>Persons, ärenden and notes from one field. It is posted, here and from the top of every page, since someone will type a personnummer: only what
/// has the form of an ärendenummer goes on in an address, which browsers and proxies remember.</summary>
public sealed partial class Soksida
{
    /// <summary>Where the field at the top of every page sends.</summary>
    public const string Adress = "/sok";

    internal const string N = "sok";

    private const int Sida = 20;

    private string? Text => Form.Text(N);

    private PersonTraffar? Personer { get; set; }

    private AnteckningTraffar? Anteckningar { get; set; }

    private int Hoppa => (int)Math.Clamp(Form.Heltal("hoppa"), 0, int.MaxValue);

    protected override async Task TaEmot(string blankett)
    {
        if (Text is not { } text)
        {
            VidFaltet("Skriv det du letar efter.");
            return;
        }
        if (Nummerform.ArArende(text))
        {
            GaTill($"/arenden/{text}");
            return;
        }
        var personer = await Sandare.Sand(SokPersoner.Efter(text, Sida, Hoppa), Http.RequestAborted);
        if (!personer.Failed) Personer = personer.Value;
        else if (personer.Error.Kind is not ErrorKind.Forbidden)
        {
            Stanna(personer.Error);
            return;
        }
        // Siffror nog för ett personnummer är ett sådant: det letas det aldrig efter i löpande text.
        if (SokPersoner.Efter(text).Personnummer is not null) return;
        var anteckningar = await Sandare.Sand(new SokIAnteckningar(text, Form.Text("efter"), Sida), Http.RequestAborted);
        if (!anteckningar.Failed) Anteckningar = anteckningar.Value;
        else Stanna(anteckningar.Error);
    }

    protected override Task Visa() => Task.CompletedTask;

    /// <summary>The search goes no further: the field says what is wrong, or the page is not to be shown.</summary>
    private void Stanna(Error fel)
    {
        if (fel.Kind is ErrorKind.Invalid or ErrorKind.Rule) VidFaltet(fel.Fields is [var forst, ..] ? forst.Text : fel.Text);
        else Hindra(fel);
    }

    private void VidFaltet(string text) => Neka(Error.Invalid(new FieldError(N, text)), new Dictionary<string, string>(StringComparer.Ordinal));

    private static string Antalstext(int antal, bool fler) => antal == 0 ? "" : fler ? $" (fler än {antal})" : $" ({antal})";

    private static string Invariant(int tal) => tal.ToString(CultureInfo.InvariantCulture);

    /// <summary>The excerpt in pieces, those that were found apart from the rest.</summary>
    private static IEnumerable<(string Text, bool Traffad)> Stycken(Sokutdrag utdrag)
    {
        var plats = 0;
        foreach (var traff in utdrag.Traffar)
        {
            if (traff.Start > plats) yield return (utdrag.Text[plats..traff.Start], false);
            yield return (utdrag.Text.Substring(traff.Start, traff.Langd), true);
            plats = traff.Start + traff.Langd;
        }
        if (plats < utdrag.Text.Length) yield return (utdrag.Text[plats..], false);
    }
}
