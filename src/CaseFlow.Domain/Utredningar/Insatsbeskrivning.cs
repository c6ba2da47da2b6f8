using System.Globalization;

namespace CaseFlow.Domain.Utredningar;

/// <summary>What the ansökan says in numbers for one insats; null when it says nothing.</summary>
public sealed record SoktIAnsokan(decimal? Omfattning, string? Enhet);

/// <summary>The person has changed what she asks for: when and how she said it, and who noted it.</summary>
// FL (2017:900) 27 §: det ska framgå när en muntlig uppgift dokumenterades och av vem; SoL (2025:400) 14 kap. 3 §, från 2025-07-01
public sealed record Yrkandeandring(DateOnly Dag, string Hur, AnvandareId Av);

/// <summary>What the person needs, for one ansökt insats, and what was asked for in numbers.</summary>
public sealed class Insatsbeskrivning
{
    private Insatsbeskrivning()
    {
    }

    internal Insatsbeskrivning(UtredningId utredning, AnsoktInsatsId ansokt, string insatstyp) =>
        (UtredningId, AnsoktInsatsId, Insatstyp) = (utredning, ansokt, insatstyp);

    public UtredningId UtredningId { get; private set; }

    /// <summary>The key together with the utredning.</summary>
    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public string Insatstyp { get; private set; } = "";

    public string? Text { get; private set; }

    /// <summary>In the unit of the sökt insats.</summary>
    public decimal? SoktOmfattning { get; private set; }

    /// <summary>The day the person herself said how much, with <see cref="AndratHur"/>; null when nothing is noted.</summary>
    public DateOnly? AndratDag { get; private set; }

    public string? AndratHur { get; private set; }

    public AnvandareId? AndratAv { get; private set; }

    public int Rev { get; private set; }

    public bool ArBeskriven => Text is not null;

    /// <summary>What is tried: the larger of the two numbers, unless the person herself has changed what she asks for.</summary>
    public decimal? Yrkad(decimal? ansokt) => AndratDag is not null && SoktOmfattning is { } egen ? egen
        : ansokt is { } a && SoktOmfattning is { } s ? Math.Max(a, s)
        : SoktOmfattning ?? ansokt;

    /// <summary>The utredning may raise what the ansökan says. Less than that, or how much when it says nothing, is the person's own to say:
    /// whoever proposes must not also set what it is measured against.</summary>
    // FL (2017:900) 25, 27 och 32 §§: mindre än sökt är ett delvis avslag, som kommuniceras och motiveras; uppgifter dokumenteras
    internal Error? Skriv(string? text, decimal? omfattning, SoktIAnsokan ansokt, Yrkandeandring? andring, int forvantadRev)
    {
        if (forvantadRev != Rev) return Omradesbedomning.InaktuellKopia;
        var hur = Texter.Stada(andring?.Hur);
        if (Texter.ForLanga(text, andring?.Hur)) return Textlangd.ForLang;
        if (omfattning is not null && Insatser.Omfattningsregler.Prova(omfattning.Value) is { } fel) return fel;
        if (omfattning is not null && ansokt is { Omfattning: null, Enhet: { } enhet } && Insatser.Omfattningsenhet.ArMangd(enhet) && hur is null)
            return Error.Rule("YRKANDE_UTAN_UPPGIFT",
                $"Ansökan anger inget antal {enhet}. Skriv när och hur personen har sagt det, också när det står med andra ord i ansökan. Annars lämna sökt omfattning tom.");
        var sanks = omfattning < ansokt.Omfattning;
        if (sanks && hur is null)
            return Error.Rule("YRKANDE_SANKT", string.Create(CultureInfo.GetCultureInfo("sv-SE"),
                $"Personen har sökt {ansokt.Omfattning:0.##} {ansokt.Enhet}. Har personen själv ändrat sin ansökan, skriv när och hur. Annars prövas det som är sökt."));

        (AndratDag, AndratHur, AndratAv) = hur is null ? (null, null, null) : (andring?.Dag, hur, andring?.Av);
        Text = Texter.Stada(text);
        SoktOmfattning = omfattning;
        Rev++;
        return null;
    }
}
