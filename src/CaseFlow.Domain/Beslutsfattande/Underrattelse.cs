namespace CaseFlow.Domain.Beslutsfattande;

public readonly record struct UnderrattelseId(long Value) : IId;

/// <summary>How the person is told. SoL (2025:400) 14 kap. 12 § forbids the delgivning of 34–38 and 47–51 §§ delgivningslagen, so those
/// ways are not here.</summary>
public enum Underrattelsesatt { Brev = 1, Digitalt = 2, Overlamnat = 3, MuntligtOchBrev = 4 }

/// <summary>That the person was told of the beslut of an ärende, in full, and how to appeal.</summary>
// FL (2017:900) 33 §: så snart som möjligt, det fullständiga innehållet och hur det går till att överklaga.
public sealed class Underrattelse
{
    private Underrattelse()
    {
    }

    public UnderrattelseId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public DateOnly Datum { get; private set; }

    public Underrattelsesatt Satt { get; private set; }

    /// <summary>The text that was sent, with the hänvisning.</summary>
    public string Text { get; private set; } = "";

    public AnvandareId Av { get; private set; }

    public DateOnly? DelgivenDag { get; private set; }

    /// <summary>Why the day is another than the one first noted; null when it never was changed.</summary>
    public string? DelgivenSkal { get; private set; }

    public int Version { get; private set; }

    /// <param name="datum">The day it was sent or handed over.</param>
    /// <param name="beslut">Those of the ärende that it tells of.</param>
    public static Result<(Underrattelse Underrattelse, UnderrattelseSkickad Handelse)> Skicka(
        UnderrattelseId id, ArendeId arende, Underrattelsesatt satt, string text, DateOnly datum, IEnumerable<Beslut> beslut, AnvandareId av, DateOnly idag)
    {
        // FL (2017:900) 33 §: den som är part underrättas om ett beslut som har fattats
        if (datum < beslut.Max(b => b.Beslutsdag))
            return Error.Rule("UNDERRATTAD_FORE_BESLUT", "Personen kan inte ha underrättats före beslutsdagen.");
        if (datum > idag)
            return Error.Rule("UNDERRATTAD_I_FRAMTIDEN", "Underrätta personen först, och fyll i dagen då det är gjort.");
        if (!Enum.IsDefined(satt))
            return Error.Invalid("SATT_OKANT", "Ange hur personen får beslutet.");
        if (string.IsNullOrWhiteSpace(text))
            return Error.Invalid("TEXT_SAKNAS", "Underrättelsen är tom.");
        var underrattelse = new Underrattelse { Id = id, ArendeId = arende, Satt = satt, Text = text, Datum = datum, Av = av };
        return (underrattelse, new UnderrattelseSkickad(arende, id, satt.Kod(), datum));
    }

    /// <summary>The day the person received it. Then tell each beslut: <see cref="Beslut.RegistreraDelgivning"/>.</summary>
    public Result<Done> RegistreraDelgivning(DateOnly delgiven)
    {
        if (delgiven < Datum)
            return Error.Rule("DELGIVEN_FORE_UTSKICK", "Personen kan inte ha fått underrättelsen innan den skickades.");
        DelgivenDag = delgiven;
        return Result.Done;
    }

    /// <summary>The day that was noted is wrong. Then tell each beslut: <see cref="Beslut.AndraDelgivning"/>.</summary>
    /// <returns><c>DELGIVNING_EJ_NOTERAD</c>, <c>DELGIVNING_SAMMA_DAG</c>, <c>SKAL_SAKNAS</c>, or as <see cref="RegistreraDelgivning"/>.</returns>
    public Result<Done> AndraDelgivning(DateOnly delgiven, string? skal)
    {
        if (DelgivenDag is null) return Error.Conflict("DELGIVNING_EJ_NOTERAD", "Det är inte noterat när personen tog del av beslutet. Ladda om sidan.");
        if (delgiven == DelgivenDag) return Error.Rule("DELGIVNING_SAMMA_DAG", "Det är den dag som redan är noterad.");
        if (Skalregel.Prova(skal, "Skriv varför det är en annan dag") is { } fel) return fel;
        var andrad = RegistreraDelgivning(delgiven);
        if (!andrad.Failed) DelgivenSkal = skal!.Trim();
        return andrad;
    }
}

/// <summary>The time to appeal.</summary>
public static class Overklagandetid
{
    /// <summary>The last day an appeal may come in.</summary>
    /// <param name="delgiven">The day the person received the beslut.</param>
    /// <param name="arArbetsdag">From the calendar.</param>
    // FL (2017:900) 44 §: inom tre veckor från den dag då den som överklagar fick del av beslutet.
    // Lag (1930:173) 2 § [unverified]: a last day on a Saturday, Sunday or holiday moves to the next working day.
    public static DateOnly Sista(DateOnly delgiven, Func<DateOnly, bool> arArbetsdag)
    {
        var sista = delgiven.AddDays(21);
        // No row of holidays is longer than a fortnight; a calendar without working days is a bug.
        for (var flyttad = 0; flyttad < 14; flyttad++, sista = sista.AddDays(1))
        {
            if (arArbetsdag(sista)) return sista;
        }

        throw new ArgumentException("Kalendern har ingen arbetsdag.", nameof(arArbetsdag));
    }
}
