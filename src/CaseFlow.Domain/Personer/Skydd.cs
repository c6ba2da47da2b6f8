namespace CaseFlow.Domain.Personer;

/// <summary>Protection of a person's data, as the population register gives it. OSL (2009:400) 21 kap. 3 §, 22 kap. 1 §.</summary>
public enum Skydd { Ingen, Sekretessmarkering, SkyddadFolkbokforing }

/// <summary>The contract's codes for <see cref="Skydd"/>.</summary>
public static class Skyddskoder
{
    public static Skydd? Tolka(string? kod) => kod switch
    {
        "ingen" => Skydd.Ingen,
        "sekretessmarkering" => Skydd.Sekretessmarkering,
        "skyddad-folkbokforing" => Skydd.SkyddadFolkbokforing,
        _ => null,
    };

    public static string Kod(this Skydd skydd) => skydd switch
    {
        Skydd.Ingen => "ingen",
        Skydd.Sekretessmarkering => "sekretessmarkering",
        Skydd.SkyddadFolkbokforing => "skyddad-folkbokforing",
    };
}

/// <summary>Who may change the protection to what: raised by whoever handles the ärende, so that nobody waits; lowered by the unit's chef only.</summary>
// OSL (2009:400) 21 kap. 3 §, 22 kap. 1 §
public static class Skyddsregel
{
    /// <returns>The refusal, <c>SKYDD_OFORANDRAT</c> or <c>SKYDD_SANKS_AV_CHEF</c>, or null.</returns>
    public static Error? Hinder(Skydd nu, Skydd nytt, bool chef) =>
        nytt == nu ? Error.Rule("SKYDD_OFORANDRAT", "Personen har redan det skyddet.")
        : nytt < nu && !chef ? Error.Forbidden("SKYDD_SANKS_AV_CHEF", "Bara enhetens chef kan sänka eller ta bort skyddet.")
        : null;
}
