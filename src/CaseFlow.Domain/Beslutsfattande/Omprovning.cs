using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>Why a beslut in someone's favour may be changed to her disadvantage.</summary>
public enum Andringsgrund
{
    /// <summary>The circumstances have changed essentially: SoL (2025:400) 14 kap. 9 §.</summary>
    VasentligtForandrat = 1,

    /// <summary>The beslut, or what it rests on, says that it may be taken back: FL 37 § andra stycket 1.</summary>
    Aterkallelseforbehall = 2,

    /// <summary>Compelling reasons of safety: FL 37 § andra stycket 2.</summary>
    Sakerhet = 3,

    /// <summary>The person gave wrong or misleading facts: FL 37 § andra stycket 3.</summary>
    OriktigaUppgifter = 4,

    /// <summary>Nothing is changed: the old beslut was for a time, which runs out first.</summary>
    TidsbegransatLoperUt = 5,

    /// <summary>The person herself asks for less.</summary>
    EgenBegaran = 6,
}

/// <summary>When a running insats may be made smaller, or ended, against the person's will.</summary>
public static class Omprovning
{
    // SoL (2025:400) övergångsbestämmelse 3: 14 kap. 9 § första stycket tillämpas inte på beslut tills vidare från tiden före ikraftträdandet.
    private static readonly DateOnly NySol = new(2025, 7, 1);

    /// <summary>The refusal, or null: OMPROVAD_INSATS_ERSATT, ANDRING_EJ_TILLATEN, ANDRING_BAKAT, UPPHOR_EFTER_SLUT,
    /// UPPHOR_SAKNAS or UPPHOR_BAKAT.</summary>
    public static Error? Prova(Forslag forslag, Yrkande yrkande, Insats lopande, DateOnly idag)
    {
        // Ett nytt beslut har redan tagit dess plats: skyddet för det personen har i dag ska inte försvinna med det gamla.
        if (lopande is { Status: Insatsstatus.Avslutad, AvslutOrsak: Avslutsorsak.NyttBeslut })
            return Error.Rule("OMPROVAD_INSATS_ERSATT", "Insatsen har redan ersatts av ett nytt beslut. Följ upp den nya insatsen och pröva den.");
        // FL (2017:900) 31 §: en dag som beslutet inte ger ska inte stå i det
        var sista = lopande.AvslutDatum ?? lopande.Tom;
        if (forslag.Upphor > sista)
            return Error.Rule("UPPHOR_EFTER_SLUT", lopande.Status is Insatsstatus.Avslutad
                ? $"Insatsen slutar {SvenskTid.Text(sista.Value)}. Lämna dagen tom."
                : $"Insatsen är beviljad till och med {SvenskTid.Text(sista.Value)}. Ange den dagen{(sista > idag ? ", eller en tidigare" : "")}.");
        if (lopande.Status is Insatsstatus.Avslutad) return null;
        if (forslag.Utfall is Beslutsutfall.Avslag && forslag.Upphor is null)
            return Error.Rule("UPPHOR_SAKNAS", "Personen har insatsen i dag. Ange vilken dag den upphör.");
        if (forslag.Upphor < idag && forslag.Upphor != sista)
            return Error.Rule("UPPHOR_BAKAT", "Insatsen kan inte upphöra en dag som har varit.");
        if (forslag.Period?.From < idag && ArSnavare(forslag, lopande))
            return Error.Rule("ANDRING_BAKAT", "Insatsen kan inte bli mindre för dagar som har varit. Välj en dag från och med i dag.");
        if (!ArSnavare(forslag, lopande) || Tillaten(forslag, yrkande, lopande, idag)) return null;
        return Error.Rule("ANDRING_EJ_TILLATEN",
            "Beslutet får ändras till personens nackdel bara om förhållandena har ändrats väsentligt och beslutet gäller tills vidare (14 kap. 9 § socialtjänstlagen), eller i fall som avses i 37 § förvaltningslagen.");
    }

    /// <summary>Less than the person has today, whatever is asked for.</summary>
    public static bool ArSnavare(Forslag forslag, Insats lopande) =>
        forslag.Utfall is Beslutsutfall.Avslag
        || (forslag.Omfattning is not null && lopande.Omfattning is null) || forslag.Omfattning < lopande.Omfattning
        || (forslag.Period?.Tom is { } tom && (lopande.Tom is null || tom < lopande.Tom));

    private static bool Tillaten(Forslag forslag, Yrkande yrkande, Insats lopande, DateOnly idag) => forslag.Andringsgrund switch
    {
        // Bestämmelsen finns i socialtjänstlagen: för LSS gäller bara 37 § förvaltningslagen.
        Andringsgrund.VasentligtForandrat => lopande.Tom is null && lopande.Beslutsdag >= NySol
            && Lagrumstabell.For(lopande.Insatstyp, lopande.Beslutsdag).Lag == "2025:400",
        Andringsgrund.Aterkallelseforbehall or Andringsgrund.Sakerhet or Andringsgrund.OriktigaUppgifter => true,
        Andringsgrund.TidsbegransatLoperUt => (forslag.Upphor ?? forslag.Period?.From.AddDays(-1)) >= lopande.Tom,
        Andringsgrund.EgenBegaran => forslag.Utfall is Beslutsutfall.Bifall && !forslag.ArSnavare(yrkande, idag),
        _ => false,
    };
}
