using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Ansokningar;

/// <summary>The day an ansökan counts as received.</summary>
public static class Ankomstdag
{
    /// <summary>The day in Europe/Stockholm when it reached us; a letter counts as the nearest working day before.</summary>
    // FL (2017:900) 22 §, 1 st: den dag handlingen når myndigheten; 2 st: postförsändelse, närmast föregående arbetsdag
    public static DateOnly Berakna(DateTimeOffset ankom, Kanal kanal)
    {
        var dag = SvenskTid.Dag(ankom);
        return kanal == Kanal.Brev ? Arbetsdagar.NarmastForegaende(dag) : dag;
    }
}
