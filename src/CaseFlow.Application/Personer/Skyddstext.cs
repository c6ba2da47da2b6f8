using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>The levels of protection in the words people use.</summary>
internal static class Skyddstext
{
    public static string Av(Skydd skydd) => skydd switch
    {
        Skydd.Ingen => "Inget skydd",
        Skydd.Sekretessmarkering => "Sekretessmarkering",
        Skydd.SkyddadFolkbokforing => "Skyddad folkbokföring",
    };
}
