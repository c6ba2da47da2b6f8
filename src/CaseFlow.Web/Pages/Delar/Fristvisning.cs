namespace CaseFlow.Web.Pages.Delar;

/// <summary>The same shape and colour for a date everywhere.</summary>
public static class Fristvisning
{
    public static string Ikon(Fristlage lage) => lage switch
    {
        Fristlage.Forsenad => "forsenad",
        Fristlage.IDag => "klocka",
        Fristlage.Snart => "kalender",
        Fristlage.Lugn => "kalender",
        Fristlage.Vantar => "vantar",
    };

    public static string? Klass(Fristlage lage) => lage switch
    {
        Fristlage.Forsenad or Fristlage.IDag => "frist-sen",
        Fristlage.Snart => "frist-snart",
        Fristlage.Lugn or Fristlage.Vantar => null,
    };
}
