using CaseFlow.Domain.Beslutsfattande;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Why a running insats may be changed to the person's disadvantage, told to her: the rule and what it says.</summary>
// FL (2017:900) 32 §: motiveringen anger de föreskrifter som har tillämpats
internal static class Andringstext
{
    public static string Av(Andringsgrund grund) => grund switch
    {
        Andringsgrund.VasentligtForandrat =>
            "14 kap. 9 § socialtjänstlagen (2025:400): beslutet får ändras till din nackdel när förhållandena har ändrats väsentligt",
        Andringsgrund.Aterkallelseforbehall =>
            "37 § andra stycket 1 förvaltningslagen (2017:900): det framgår av det förra beslutet, eller av reglerna bakom det, att det får återkallas",
        Andringsgrund.Sakerhet => "37 § andra stycket 2 förvaltningslagen (2017:900): tvingande säkerhetsskäl kräver att beslutet ändras omgående",
        Andringsgrund.OriktigaUppgifter =>
            "37 § andra stycket 3 förvaltningslagen (2017:900): det förra beslutet blev fel eftersom uppgifterna vi fick var oriktiga eller vilseledande",
        Andringsgrund.TidsbegransatLoperUt => "det förra beslutet gällde en bestämd tid, och den tiden går ut",
        Andringsgrund.EgenBegaran => "du har själv bett om ändringen",
        _ => throw new ArgumentOutOfRangeException(nameof(grund), grund, "Okänd ändringsgrund."),
    };
}
