using System.Globalization;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Delar;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>Persons, ärenden and notes from one field. It is posted, here and from the top of every page, since someone will type a personnummer: only what
/// has the form of an ärendenummer goes on in an address, which browsers and proxies remember. The rest is kept by <see cref="Sokminne"/>, and the
/// address of the hits has its id, so that one comes back to them.</summary>
public sealed partial class Soksida
{
    /// <summary>Where the field at the top of every page sends.</summary>
    public const string Adress = "/sok";

    internal const string N = "sok";

    private const int Sida = 20;

    private const int Langst = 200;

    /// <summary>Of a search that was posted.</summary>
    [Parameter] public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "hoppa")] public string? HoppaOver { get; set; }

    [SupplyParameterFromQuery(Name = "efter")] public string? Efter { get; set; }

    [Inject] private Sokminne Minne { get; set; } = default!;

    [Inject] private Soktakt Takt { get; set; } = default!;

    private string? Text { get; set; }

    /// <summary>The search that the address is of is forgotten, or was never the reader's.</summary>
    private bool Borta { get; set; }

    private IReadOnlyList<NummerTraff>? Arenden { get; set; }

    private PersonTraffar? Personer { get; set; }

    private AnteckningTraffar? Anteckningar { get; set; }

    private int Hoppa => int.TryParse(HoppaOver, NumberStyles.None, CultureInfo.InvariantCulture, out var antal) ? antal : 0;

    private IReadOnlyList<Faltfel> Fel => Form.FelVid(N) is { } fel ? [new(N, fel)] : [];

    protected override async Task TaEmot(string blankett)
    {
        Text = Form.Text(N);
        if (Text is not { } text) VidFaltet("Skriv det du letar efter.");
        else if (text.Length > Langst) VidFaltet($"Skriv högst {Langst} tecken.");
        else if (Nummerform.ArArende(text)) GaTill($"/arenden/{(Domain.Arenden.Arendenummer.Mojliga(text, Idag.Year) is [var nummer] ? nummer : text)}");
        else if (await Session() is { } session) GaTill($"{Adress}/{Minne.Lagg(session, text)}");
    }

    protected override async Task Visa()
    {
        if (Id is null) return;
        Text = await Session() is { } session ? Minne.Finn(session, Id) : null;
        if (Text is null) Borta = true;
        else await Sok(Text);
    }

    private async Task<Guid?> Session() => Sessionsregler.Denna((await Http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    private async Task Sok(string text)
    {
        if (await Sandare.Aktor(Http.RequestAborted) is { } aktor && Takt.Prova(aktor.Id) is { } forOfta)
        {
            Stanna(forOfta);
            return;
        }
        var somNummer = SokArenden.KanVara(text, Idag);
        if (somNummer)
        {
            var arenden = await Sandare.Sand(new SokArenden(text), Http.RequestAborted);
            if (!arenden.Failed) Arenden = arenden.Value.Rader;
        }
        var personnummer = SokPersoner.Efter(text).Personnummer is not null;
        // Ett löpnummer är inget namn, och det som är ett ärendes nummer är inget personnummer.
        if (somNummer && (!personnummer || Arenden is { Count: > 0 }))
        {
            if (personnummer) return;
        }
        else
        {
            var personer = await Sandare.Sand(SokPersoner.Efter(text, Sida, Hoppa), Http.RequestAborted);
            if (!personer.Failed) Personer = personer.Value;
            else if (personer.Error.Kind is not ErrorKind.Forbidden)
            {
                Stanna(personer.Error);
                return;
            }
            // Siffror nog för ett personnummer är ett sådant: det letas det aldrig efter i löpande text.
            if (personnummer) return;
        }
        var anteckningar = await Sandare.Sand(new SokIAnteckningar(text, Efter, Sida), Http.RequestAborted);
        if (!anteckningar.Failed) Anteckningar = anteckningar.Value;
        else Stanna(anteckningar.Error);
    }

    /// <summary>The search goes no further: the field says what is wrong, or the page is not to be shown.</summary>
    private void Stanna(Error fel)
    {
        if (fel.Kind is ErrorKind.Invalid or ErrorKind.Rule) VidFaltet(fel.Fields is [var forst, ..] ? forst.Text : fel.Text);
        else Hindra(fel);
    }

    private void VidFaltet(string text) => Neka(Error.Invalid(new FieldError(N, text)), new Dictionary<string, string>(StringComparer.Ordinal));

    private static string Antalstext(int antal, bool fler) => antal == 0 ? "" : fler ? $" (fler än {antal})" : $" ({antal})";

    private string Vidare(string falt, string varde) => $"{Adress}/{Id}?{falt}={Uri.EscapeDataString(varde)}";

    private static string Invariant(int tal) => tal.ToString(CultureInfo.InvariantCulture);

    /// <summary>"Utredning, handläggare Anna Ek. Du behöver skriva varför du öppnar det".</summary>
    private static string Rad(ArendeTraff arende) =>
        $"{Arendehuvuden.Stegnamn(arende.Steg)}, {(arende.Handlaggare is { } vem ? $"handläggare {vem}" : "ingen handläggare")}{(arende.Oppen ? null : ". Du behöver skriva varför du öppnar det")}";

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
