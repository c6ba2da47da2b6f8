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
}
