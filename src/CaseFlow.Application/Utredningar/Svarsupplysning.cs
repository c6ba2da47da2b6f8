using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Utredningar;

/// <summary>What the paper with the material says of how to answer it, in klarspråk.</summary>
// FL (2017:900) 25 §: "inom en bestämd tid"; SoL (2025:400) 14 kap. 8 §, från 2025-07-01, och LSS 8 a §: rätten att lämna uppgifter muntligt
internal static class Svarsupplysning
{
    /// <param name="dag">Whose law holds.</param>
    public static IReadOnlyList<string> Text(DateOnly svarSenast, IReadOnlyList<Beslut> forslag, Overklagandeadress till, DateOnly dag)
    {
        var ratt = Kommunicering.MuntligRatt(forslag, dag);
        var svar = $"Svara senast {Datumtext.Lang(svarSenast)}, skriftligt eller muntligt till oss. {(till.Telefon is { } telefon ? $"Du kan ringa {telefon}. " : "")}"
            + "Hör du inte av dig beslutar vi efter den dagen på det vi har.";
        if (ratt.Count == 0) return [svar];
        var galler = forslag.Where(b => Kommunicering.MuntligRatt([b], dag).Count > 0).ToList();
        var vilka = galler.Count == forslag.Count ? "" : $" Det gäller {Brevtext.Uppraknat([.. galler.Select(b => Brevtext.Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal)])}.";
        return
        [
            svar,
            $"Du har också rätt att själv lämna uppgifter muntligt till nämnden, om det inte finns särskilda skäl mot det ({string.Join(", ", ratt)}).{vilka} Säg till oss senast samma dag om du vill det.",
        ];
    }
}
