using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Roles and levels of decision in the words people use.</summary>
public static class Rolltext
{
    public static string Av(Roll roll) => roll switch
    {
        Roll.Handlaggare => "Handläggare",
        Roll.Fardtjansthandlaggare => "Färdtjänsthandläggare",
        Roll.BitradandeChef => "Biträdande enhetschef",
        Roll.Chef => "Enhetschef",
        Roll.Forvaltare => "Systemförvaltare",
        Roll.Utforare => "Utförare",
        Roll.Administrator => "Administratör",
        Roll.Aldrelots => "Äldrelots",
        Roll.Kvalitetsrad => "Kvalitetsråd",
        Roll.Jour => "Jour",
        Roll.System => "Systemet",
    };

    public static string Av(Delegatniva niva) => niva switch
    {
        Delegatniva.Ingen => "Fattar inga beslut",
        Delegatniva.Handlaggare => "Beslutar som handläggare",
        Delegatniva.BitradandeChef => "Beslutar som biträdande enhetschef",
        Delegatniva.Chef => "Beslutar som enhetschef",
        Delegatniva.Namnd => "Nämnden beslutar",
    };
}
