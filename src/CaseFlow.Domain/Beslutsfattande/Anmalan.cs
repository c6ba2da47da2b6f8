using CaseFlow.Domain.Insatser;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>What stands in place of a beslut for an insatstyp that another authority decides: the kommun makes an anmälan to
/// överförmyndaren of the need of a god man or förvaltare, or finds no ground for one.</summary>
/// <remarks>It is one outcome of the same task as the beslut of the ärende, taken after the utredning is closed. It gives no insats,
/// no hänvisning and no appeal. The paragraphs (föräldrabalken 11 kap., socialtjänstförordningen) are unverified.</remarks>
public sealed class Anmalan
{
    private Anmalan()
    {
    }

    /// <summary>The key: one for each ansökt insats.</summary>
    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public string Insatstyp { get; private set; } = "";

    /// <summary>True when an anmälan is made, false when there was no ground for one.</summary>
    public bool Gjord { get; private set; }

    /// <summary>Why it is made, or not.</summary>
    public string Skal { get; private set; } = "";

    public DateOnly Datum { get; private set; }

    public AnvandareId Av { get; private set; }

    public int Version { get; private set; }

    /// <param name="underlag">The utredning is closed and kommunicerad, as for a beslut.</param>
    public static Result<(Anmalan Anmalan, AnmalanAvgjord Handelse)> Avgor(
        AnsoktInsatsId ansokt, string insatstyp, Beslutsunderlag underlag, bool gors, string skal, DateOnly datum, AnvandareId av)
    {
        if (Insatskatalog.Finn(insatstyp) is not { KraverBeslut: false } typ)
            return Error.Rule("ANMALAN_EJ_MOJLIG", "Den här insatsen beslutar kommunen om. Skriv ett förslag till beslut.");
        if (Textregler.Stada(skal) is not { } text)
            return Error.Rule("SKAL_SAKNAS", "Skriv varför ni gör, eller inte gör, en anmälan.");
        if (Textregler.ForLang(skal) is { } forLang) return forLang;
        var anmalan = new Anmalan
        {
            AnsoktInsatsId = ansokt, ArendeId = underlag.ArendeId, Insatstyp = typ.Kod, Gjord = gors, Skal = text, Datum = datum, Av = av,
            Version = 1,
        };
        return (anmalan, new AnmalanAvgjord(underlag.ArendeId, ansokt, typ.Kod, gors));
    }
}

public sealed record AnmalanAvgjord(ArendeId Arende, AnsoktInsatsId AnsoktInsats, string Insatstyp, bool Gjord) : IHandelse;
