using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Utredningar;

/// <summary>What was chosen at a field that two had written in (<see cref="Krock"/>).</summary>
internal static class Krockval
{
    /// <summary>Something else than what stands in the fields was chosen somewhere.</summary>
    public static bool Finns(Formularlage form, IEnumerable<string> falt) => falt.Any(f => Val(form, f) is Krock.Deras or Krock.Bada);

    public static bool Deras(Formularlage form, string falt) => Val(form, falt) == Krock.Deras;

    public static string? Av(Formularlage form, string falt, string? mitt, string? deras, string mellan = "\n\n") => Val(form, falt) switch
    {
        Krock.Deras => deras,
        Krock.Bada when deras is not null && mitt is not null && deras != mitt => deras + mellan + mitt,
        Krock.Bada => mitt ?? deras,
        _ => mitt,
    };

    private static string? Val(Formularlage form, string falt) => form.Text(Krock.Valnamn(falt));
}
