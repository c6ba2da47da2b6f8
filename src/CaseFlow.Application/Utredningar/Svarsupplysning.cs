using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Utredningar;

/// <summary>What the paper with the material says of how to answer it, in klarspråk.</summary>
// FL (2017:900) 25 §: "inom en bestämd tid"; SoL (2025:400) 14 kap. 8 §, från 2025-07-01, och LSS 8 a §: rätten att lämna uppgifter muntligt
internal static class Svarsupplysning
{
    /// <param name="dag">Whose law holds.</param>
    public static IReadOnlyList<string> Text(DateOnly svarSenast, IReadOnlyList<AnsoktInsats> insatser, Overklagandeadress till, DateOnly dag)
    {
        var ratt = insatser.Select(i => (i.Insatstyp, Lagrumstabell.For(i.Insatstyp, dag).MuntligRatt)).Where(r => r.MuntligRatt is not null).ToList();
        var svar = $"Svara senast {Datumtext.Lang(svarSenast)}, skriftligt eller muntligt till oss. {(till.Telefon is { } telefon ? $"Du kan ringa {telefon}. " : "")}"
            + "Hör du inte av dig beslutar vi efter den dagen på det vi har.";
        if (ratt.Count == 0) return [svar];
        var gallen = ratt.Count == insatser.Count ? "" : $" Det gäller {Beslutsfattande.Brevtext.Uppraknat([.. ratt.Select(r => Beslutsfattande.Brevtext.Insatsnamn(r.Insatstyp)).Distinct(StringComparer.Ordinal)])}.";
        return
        [
            svar,
            $"Du har också rätt att själv lämna uppgifter muntligt till nämnden, om det inte finns särskilda skäl mot det ({string.Join(", ", ratt.Select(r => r.MuntligRatt).Distinct(StringComparer.Ordinal))}).{gallen} Säg till oss senast samma dag om du vill det.",
        ];
    }
}
