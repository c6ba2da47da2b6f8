using System.Text.Json;
using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Arenden;

/// <summary>Audit events as sentences of the timeline. The trail carries codes; the words are made here.</summary>
internal static class Handelsetexter
{
    private static readonly Dictionary<string, (string Slag, Func<JsonElement, string> Text)> Texter = new(StringComparer.Ordinal)
    {
        ["AnsokanRegistrerad"] = ("in", _ => "Ansökan registrerades"),
        ["AnkomstdagAndrad"] = ("ut", _ => "Ankomstdagen ändrades"),
        ["AnsokanAtertagen"] = ("in", _ => "Ansökan återtogs"),
        ["ArendeTilldelat"] = ("ut", _ => "Ärendet fördelades"),
        ["ArendePausat"] = ("paus", d => $"{Arendehuvuden.Vantorsak(Text(d, "orsak"))}, paus börjar"),
        ["ArendeAterupptaget"] = ("paus", _ => "Paus slut"),
        ["ArendeAvslutat"] = ("ut", _ => "Ärendet avslutades"),
        ["ArendeOppnatMedSkal"] = ("ut", _ => "Ärendet öppnades med skäl"),
        ["StegAndrat"] = ("ut", d => $"Steg: {Steget(Text(d, "till"))}"),
        ["UtredningPaborjad"] = ("ut", _ => "Utredningen påbörjades"),
        ["UtredningAvslutad"] = ("ut", d => $"Utredningen avslutades, {Tal(d, "beskrivna")} av {Tal(d, "ansokta")} insatser beskrivna"),
        ["BeslutForeslaget"] = ("ut", d => $"Förslag: {Utfall(d)}"),
        ["ForslagAterlamnat"] = ("ut", _ => "Förslaget lämnades tillbaka"),
        ["KommuniceringSkickad"] = ("ut", _ => "Underlaget kommunicerades"),
        ["KommuniceringObehovlig"] = ("ut", _ => "Kommunicering bedömdes uppenbart obehövlig"),
        ["KommuniceringBesvarad"] = ("in", _ => "Svar på kommuniceringen kom"),
        ["BeslutFattat"] = ("ut", d => $"Beslut: {Utfall(d)}"),
        ["AnmalanAvgjord"] = ("ut", _ => "Anmälan till överförmyndaren avgjordes"),
        ["UnderrattelseSkickad"] = ("ut", _ => "Personen underrättades om beslutet"),
        ["InsatsBestalld"] = ("ut", d => $"{Insats(d)} beställdes"),
        ["InsatsVerkstalld"] = ("in", d => $"{Insats(d)} startade"),
        ["InsatsAvslutad"] = ("ut", d => $"{Insats(d)} avslutades"),
        ["EjVerkstalltNoterat"] = ("ut", _ => "Varför insatsen inte har startat noterades"),
        ["BeslutDelgivet"] = ("in", _ => "Personen tog del av beslutet"),
        ["NyProvningOppnad"] = ("in", _ => "Ny prövning efter uppföljning"),
        ["UppfoljningGenomford"] = ("ut", _ => "Uppföljning genomfördes"),
        ["PersonAvliden"] = ("in", _ => "Dödsfall registrerades"),
        ["FlyttRegistrerad"] = ("in", _ => "Flytt registrerades"),
        ["TidsgransPasserad"] = ("paus", _ => "En tidsgräns passerade"),
        ["ProcessStannade"] = ("paus", _ => "Processen stannade. Kontakta förvaltningen."),
    };

    public static IReadOnlyCollection<string> Synliga { get; } = [.. Texter.Keys];

    public static TidslinjeRad Rad(AuditHandelse handelse, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var (slag, text) = Texter[handelse.Typ];
        using var data = JsonDocument.Parse(handelse.Data);
        return new(handelse.Tid, text(data.RootElement), namn.GetValueOrDefault(handelse.AktorId), slag);
    }

    /// <summary>The stage an event <c>StegAndrat</c> went to.</summary>
    public static Steg? Till(string data)
    {
        using var json = JsonDocument.Parse(data);
        return Enum.TryParse<Steg>(Text(json.RootElement, "till"), ignoreCase: true, out var steg) ? steg : null;
    }

    private static string Steget(string kod) => Enum.TryParse<Steg>(kod, ignoreCase: true, out var steg) ? Arendehuvuden.Stegnamn(steg) : kod;

    private static string Utfall(JsonElement d) => $"{Insats(d).ToLowerInvariant()}, " + (Text(d, "utfall") switch
    {
        "bifall" => "bifall",
        "delvis-avslag" => "delvis avslag",
        "avslag" => "avslag",
        var annat => annat,
    });

    private static string Insats(JsonElement d) => Insatskatalog.Finn(Text(d, "insatstyp"))?.Namn ?? "Insatsen";

    private static string Text(JsonElement d, string namn) => Egenskap(d, namn) is { } v ? v.ToString() : "";

    private static int Tal(JsonElement d, string namn) => Egenskap(d, namn) is { ValueKind: JsonValueKind.Number } v ? v.GetInt32() : 0;

    private static JsonElement? Egenskap(JsonElement d, string namn)
    {
        foreach (var p in d.EnumerateObject())
        {
            if (p.Name.Equals(namn, StringComparison.OrdinalIgnoreCase)) return p.Value;
        }
        return null;
    }
}
