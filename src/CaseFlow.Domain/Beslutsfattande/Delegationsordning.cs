using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>What the delegationsordning asks for one beslut: the lowest level that may take it.</summary>
/// <param name="Niva">The lowest level. <see cref="Delegatniva.Ingen"/> means that nobody has it by delegation: the nämnd decides.</param>
/// <param name="Punkt">The point in the delegationsordning, e.g. <c>3.2</c>.</param>
/// <param name="Text">What the point is about, in words.</param>
public sealed record Delegationskrav(Delegatniva Niva, string Punkt, string Text);

/// <summary>The proof that a person may take a beslut. Only <see cref="Delegationsordning.FarBesluta"/> can make one.</summary>
public sealed class Delegationsratt
{
    internal Delegationsratt(AnvandareId beslutsfattare, Delegationskrav krav) => (Beslutsfattare, Krav) = (beslutsfattare, krav);

    public AnvandareId Beslutsfattare { get; }

    public Delegationskrav Krav { get; }
}

/// <summary>Who may decide. The rows themselves are configuration (<c>delegation.dmn</c>); here is only the comparison.</summary>
public static class Delegationsordning
{
    /// <summary>Whether a person at this level may take the beslut.</summary>
    /// <returns>Refused with DELEGATION_SAKNAS, which names who decides.</returns>
    public static Result<Delegationsratt> FarBesluta(Delegatniva delegat, Delegationskrav krav, AnvandareId beslutsfattare)
    {
        // What the nämnd has not delegated it decides itself. KL (2017:725) 6 kap. 37–40 §§ and 7 kap. 5–8 §§ [unverified].
        var niva = krav.Niva is Delegatniva.Ingen ? Delegatniva.Namnd : krav.Niva;
        if (delegat is Delegatniva.Ingen || delegat < niva)
            return Error.Forbidden("DELEGATION_SAKNAS", krav.Punkt.Length == 0
                ? $"Beslutet fattas av {Namn(niva)}."
                : $"Beslutet fattas av {Namn(niva)} enligt punkt {krav.Punkt} i delegationsordningen.");
        return new Delegationsratt(beslutsfattare, krav);
    }

    /// <summary>The level as people say it, inside a sentence.</summary>
    public static string Namn(Delegatniva niva) => niva switch
    {
        Delegatniva.Handlaggare => "handläggaren",
        Delegatniva.BitradandeChef => "biträdande enhetschef",
        Delegatniva.Chef => "enhetschefen",
        Delegatniva.Namnd or Delegatniva.Ingen => "nämnden",
        _ => throw new ArgumentOutOfRangeException(nameof(niva), niva, "Okänd nivå."),
    };
}
