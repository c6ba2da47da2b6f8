namespace CaseFlow.Domain.Utredningar;

/// <summary>An area of life that the utredning looks at, by IBIC.</summary>
/// <param name="Kod">Stable code: the ICF chapter d1–d9, or ours for the two areas that IBIC adds.</param>
public sealed record Livsomrade(string Kod, string Namn)
{
    /// <summary>Nine chapters of ICF (aktiviteter och delaktighet) and the two that IBIC adds, in the order of the form.</summary>
    public static IReadOnlyList<Livsomrade> Alla { get; } =
    [
        new("d1", "Lärande och att tillämpa kunskap"),
        new("d2", "Allmänna uppgifter och krav"),
        new("d3", "Kommunikation"),
        new("d4", "Förflyttning"),
        new("d5", "Personlig vård"),
        new("d6", "Hemliv"),
        new("d7", "Mellanmänskliga interaktioner och relationer"),
        new("d8", "Utbildning, arbete och ekonomi"),
        new("d9", "Samhällsgemenskap, socialt och medborgerligt liv"),
        new("trygghet", "Känsla av trygghet"),
        new("personligt-stod", "Personligt stöd från person som vårdar eller stödjer"),
    ];
}

/// <summary>How large the limitation is, on the scale of ICF. The numbers are the scale's own.</summary>
public enum Funktionstillstand
{
    Ingen = 0,
    Latt = 1,
    Mattlig = 2,
    Stor = 3,
    Total = 4,
    EjSpecificerat = 8,
    EjTillampligt = 9,
}
