using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Ansokningar;

/// <summary>The day an ansökan counts as received.</summary>
public static class Ankomstdag
{
    /// <summary>How many days after a call or a visit it is registered without a question. Ours: no law names a number.</summary>
    public const int DagarUtanFraga = 14;

    /// <summary>Whether the day is asked about once more: what someone said is registered when it is said, and a day long ago is most often written wrong.</summary>
    /// <param name="dag">When it came.</param>
    public static bool BehoverBekraftas(Kanal kanal, DateOnly dag, DateOnly idag) =>
        kanal is Kanal.Telefon or Kanal.Besok && idag.DayNumber - dag.DayNumber > DagarUtanFraga;

    /// <summary>The day in Europe/Stockholm when it reached us; a letter counts as the nearest working day before.</summary>
    // FL (2017:900) 22 §, 1 st: den dag handlingen når myndigheten; 2 st: postförsändelse, närmast föregående arbetsdag
    public static DateOnly Berakna(DateTimeOffset ankom, Kanal kanal)
    {
        var dag = SvenskTid.Dag(ankom);
        return kanal == Kanal.Brev ? Arbetsdagar.NarmastForegaende(dag) : dag;
    }
}
