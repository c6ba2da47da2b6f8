using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person does not want what was granted, before it has begun: the insats ends and its clock stops.</summary>
// SoL (2025:400) 34 kap. 1 §: det som inte längre ska verkställas är inte ett ej verkställt beslut. Ett avböjt erbjudande är inget avstående.
internal static class Avstaende
{
    public const string Kvittens = "Insatsen är avslutad: personen avstår från den.";

    public static bool Galler(FeelContext svar) => svar.Ja("avstar");

    public static Error? Registrera(Anrop anrop, Insats insats, FeelContext svar)
    {
        if (svar.Dag("avstarDag") is not { } dag) return Svarsvarden.Fel("avstarDag", "Välj vilken dag personen sa det.");
        if (dag > anrop.Idag) return Svarsvarden.Fel("avstarDag", "Personen kan inte ha avstått en dag som inte har varit.");
        if (dag < insats.Beslutsdag)
            return Svarsvarden.Fel("avstarDag", $"Insatsen beviljades {Datumtext.Lang(insats.Beslutsdag)}. Personen kan inte ha avstått före det.");
        var avslutad = insats.Avsluta(Avslutsorsak.EgenBegaran, dag);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return null;
    }
}
