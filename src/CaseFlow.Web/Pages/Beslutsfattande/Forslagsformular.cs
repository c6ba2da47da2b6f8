using System.Globalization;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Web.Pages.Arenden;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Beslutsfattande;

/// <summary>The fields of a proposal.</summary>
internal static class Forslagsformular
{
    public const string Namn = "forslag";

    /// <summary>For what is reported to överförmyndaren, with the codes of the outcomes.</summary>
    public static readonly IReadOnlyList<Alternativ> Anmalan = [new("bifall", "Anmäl till överförmyndaren"), new("avslag", "Anmäl inte")];

    public static readonly IReadOnlyList<Alternativ> Utfall = [new("bifall", "Bifall"), new("delvis-avslag", "Delvis avslag"), new("avslag", "Avslag")];

    /// <summary>Why a running insats may be made smaller: SoL (2025:400) 14 kap. 9 § and FL 37 §.</summary>
    public static readonly IReadOnlyList<Alternativ> Grunder =
    [
        new("vasentligt-forandrat", "Förhållandena har förändrats väsentligt (14 kap. 9 § socialtjänstlagen)"),
        new("egen-begaran", "Personen vill själv ha mindre"), new("tidsbegransat-loper-ut", "Det gamla beslutets tid går ut"),
        new("aterkallelseforbehall", "Beslutet får återkallas enligt sitt eget villkor (37 § förvaltningslagen)"),
        new("sakerhet", "Tvingande säkerhetsskäl (37 § förvaltningslagen)"), new("oriktiga-uppgifter", "Oriktiga uppgifter från personen (37 § förvaltningslagen)"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Falten = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["UTFALL_SAKNAS"] = "utfall",
        ["AVSLAG_MED_OMFATTNING"] = "utfall",
        ["ANMALAN_EJ_DELVIS"] = "utfall",
        ["OMFATTNING_SNAVARE"] = "utfall",
        ["OMFATTNING_OGILTIG"] = "omfattning",
        ["OMFATTNING_SAKNAS"] = "omfattning",
        ["ENHET_STAMMER_INTE"] = "omfattning",
        ["MOTIVERING_SAKNAS"] = "motivering",
        ["PERIOD_SAKNAS"] = "from",
        ["ANDRING_EJ_TILLATEN"] = "andringsgrund",
        ["UPPHOR_SAKNAS"] = "upphor",
        ["UPPHOR_BAKAT"] = "upphor",
        ["UPPHOR_EFTER_SLUT"] = "upphor",
        ["ANDRING_BAKAT"] = "from",
    };

    public static SparaForslag Las(Formularlage form, string nummer)
    {
        if (form.Text("utfall") is null) form.Fela("utfall", "Välj bifall, delvis avslag eller avslag.");
        return new(
            nummer, form.Heltal("insats"), form.Version(), form.Text("utfall") ?? "", form.Tal("omfattning"), form.Dag("from"), form.Dag("tom"),
            form.Text("motivering"), form.Text("mal"), form.Text("andringsgrund"), form.Dag("upphor"));
    }

    /// <summary>What a saved proposal would be posted as; equal when nothing was changed in the fields.</summary>
    public static string Fingeravtryck(ForslagVy vy) =>
        Sammandrag(vy.Utfall, vy.Omfattning, vy.From, vy.Tom, vy.Motivering, vy.Mal, vy.Andringsgrund, vy.Upphor);

    public static string Fingeravtryck(SparaForslag f) =>
        Sammandrag(f.Utfall, f.Omfattning, f.From, f.Tom, f.Motivering, f.Mal, f.Andringsgrund, f.Upphor);

    /// <summary>The proposal a refused hand-in is about, so that its fields are the ones in sight; null when none stands out.</summary>
    public static ForslagVy? MedBrist(Formularlage form, IReadOnlyList<ForslagVy> forslag)
    {
        if (!form.Ar(Namn) || form.Text("gor") != "lamna" || !form.HarFel || form.FelI(Namn)[0].Falt.Length > 0) return null;
        return forslag.FirstOrDefault(f => f.Utfall is null)
            ?? forslag.FirstOrDefault(f => f.Utfall is not "bifall" && string.IsNullOrWhiteSpace(f.Motivering))
            ?? forslag.FirstOrDefault(f => f.Utfall is not "avslag" && (f.From is null || (f.SoktOmfattning is not null && f.Omfattning is null)));
    }

    private static string Sammandrag(string? utfall, decimal? omfattning, DateOnly? from, DateOnly? tom, string? motivering, string? mal, string? grund, DateOnly? upphor)
    {
        var text = string.Join('\u001f', utfall, omfattning?.ToString("0.##", CultureInfo.InvariantCulture), Arendevisning.Falt(from), Arendevisning.Falt(tom),
            motivering?.ReplaceLineEndings("\n").Trim(), mal?.ReplaceLineEndings("\n").Trim(), grund, Arendevisning.Falt(upphor));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }
}
