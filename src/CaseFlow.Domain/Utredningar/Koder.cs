namespace CaseFlow.Domain.Utredningar;

/// <summary>The codes of this room's enums, in events, forms and pages. Stable over versions.</summary>
public static class Koder
{
    public static string Kod(this Omradesstatus status) => status switch
    {
        Omradesstatus.EjBorjad => "ej-borjad",
        Omradesstatus.Pagar => "pagar",
        Omradesstatus.Klar => "klar",
        Omradesstatus.EjAktuell => "ej-aktuell",
    };

    public static string Kod(this Valdsfrageutfall utfall) => utfall switch
    {
        Valdsfrageutfall.Fragad => "fragad",
        Valdsfrageutfall.EjFragad => "ej-fragad",
        Valdsfrageutfall.Avbojd => "avbojd",
    };

    public static Omradesstatus? TolkaStatus(string? kod) => kod switch
    {
        "ej-borjad" => Omradesstatus.EjBorjad,
        "pagar" => Omradesstatus.Pagar,
        "klar" => Omradesstatus.Klar,
        "ej-aktuell" => Omradesstatus.EjAktuell,
        _ => null,
    };

    public static Valdsfrageutfall? TolkaValdsfraga(string? kod) => kod switch
    {
        "fragad" => Valdsfrageutfall.Fragad,
        "ej-fragad" => Valdsfrageutfall.EjFragad,
        "avbojd" => Valdsfrageutfall.Avbojd,
        _ => null,
    };
}
