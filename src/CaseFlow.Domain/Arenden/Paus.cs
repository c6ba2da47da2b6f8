using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Arenden;

/// <summary>A time when the ärende waits for someone else, with a reason; it moves the unit's own deadlines.</summary>
public sealed class Paus
{
    private Paus()
    {
    }

    public ArendeId ArendeId { get; private set; }

    /// <summary>1, 2, 3... within the ärende.</summary>
    public int Nummer { get; private set; }

    /// <summary>Code of <see cref="PausOrsaker"/>.</summary>
    public string Orsak { get; private set; } = "";

    public string? Text { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The day the wait ended; null while it goes on.</summary>
    public DateOnly? Tom { get; private set; }

    /// <summary>The day it should come up again even if nothing has happened.</summary>
    public DateOnly? Vaknar { get; private set; }

    public Uppehall SomUppehall() => new(From, Tom);

    internal static Paus Borja(ArendeId arende, int nummer, string orsak, string? text, DateOnly from, DateOnly? vaknar) =>
        new() { ArendeId = arende, Nummer = nummer, Orsak = orsak, Text = text, From = from, Vaknar = vaknar };

    internal void Sluta(DateOnly dag) => Tom = dag;
}

/// <summary>What an ärende can wait for.</summary>
public static class PausOrsaker
{
    public const string Komplettering = "komplettering";
    public const string Svar = "svar-pa-kommunicering";
    public const string Underlag = "underlag-fran-annan";
    public const string Sjukhusvistelse = "sjukhusvistelse";
    public const string PaBegaran = "pa-personens-begaran";
    public const string Annat = "annat";

    public static IReadOnlyList<string> Alla { get; } = [Komplettering, Svar, Underlag, Sjukhusvistelse, PaBegaran, Annat];
}
