using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What was granted never begins: the person does not want it, or the time of the beslut ran out. The insats ends and its clock stops.</summary>
// SoL (2025:400) 34 kap. 1 §: det som inte längre ska verkställas är inte ett ej verkställt beslut. Ett avböjt erbjudande är inget avstående.
internal static class Avstaende
{
    public static bool Galler(FeelContext svar) => svar.Ja("avstar");

    public static string Kvittens(FeelContext svar) => TidenUte(svar)
        ? "Insatsen är avslutad: beslutets tid gick ut innan den startade."
        : "Insatsen är avslutad: personen avstår från den.";

    public static Error? Registrera(Anrop anrop, Insats insats, FeelContext svar) =>
        TidenUte(svar) ? UtanStart(anrop, insats) : PaEgenBegaran(anrop, insats, svar);

    /// <summary>Older forms do not ask why: there it is always the person's wish.</summary>
    private static bool TidenUte(FeelContext svar) => svar.Text("avstarOrsak") == Avslutsorsak.TidenUte;

    private static Error? UtanStart(Anrop anrop, Insats insats)
    {
        if (insats.Tom is not { } tom)
            return Svarsvarden.Fel("avstarOrsak", "Beslutet gäller tills vidare. Dess tid kan inte ha gått ut.");
        return tom < anrop.Idag
            ? Avsluta(anrop, insats, Avslutsorsak.TidenUte, tom)
            : Svarsvarden.Fel("avstarOrsak", $"Beslutet gäller till och med {Datumtext.Lang(tom)}. Dess tid har inte gått ut än.");
    }

    private static Error? PaEgenBegaran(Anrop anrop, Insats insats, FeelContext svar) =>
        svar.Dag("avstarDag") is { } dag ? Avsluta(anrop, insats, Avslutsorsak.EgenBegaran, dag) : Svarsvarden.Saknas("avstarDag");

    private static Error? Avsluta(Anrop anrop, Insats insats, string orsak, DateOnly dag)
    {
        var avslutad = insats.Avsluta(orsak, dag);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return null;
    }
}
