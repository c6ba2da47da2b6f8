using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What was granted never begins: the person does not want it, or the time of the beslut ran out. The insats ends and its clock stops.</summary>
// SoL (2025:400) 34 kap. 1 §: det som inte längre ska verkställas är inte ett ej verkställt beslut. Ett avböjt erbjudande är inget avstående.
// FL (2017:900) 14-15 och 37 §§: ett gynnande beslut faller inte på ord av någon vars behörighet ingen har sett.
internal sealed class Avstaende(Anrop anrop, Ombudsregister register)
{
    public const string Av = "avstarAv";

    public static bool Galler(FeelContext svar) => svar.Ja("avstar");

    public static string Kvittens(FeelContext svar) => TidenUte(svar)
        ? "Insatsen är avslutad: beslutets tid gick ut innan den startade."
        : "Insatsen är avslutad: personen avstår från den.";

    public Task<Error?> Registrera(Arende arende, Insats insats, FeelContext svar, CancellationToken ct) =>
        TidenUte(svar) ? Task.FromResult(UtanStart(insats)) : PaEgenBegaran(arende, insats, svar, ct);

    /// <summary>Older forms do not ask why: there it is always the person's wish.</summary>
    private static bool TidenUte(FeelContext svar) => svar.Text("avstarOrsak") == Avslutsorsak.TidenUte;

    private Error? UtanStart(Insats insats)
    {
        if (insats.Tom is not { } tom)
            return Svarsvarden.Fel("avstarOrsak", "Beslutet gäller tills vidare. Dess tid kan inte ha gått ut.");
        return tom < anrop.Idag
            ? Avsluta(insats, Avslutsorsak.TidenUte, tom)
            : Svarsvarden.Fel("avstarOrsak", $"Beslutet gäller till och med {Datumtext.Lang(tom)}. Dess tid har inte gått ut än.");
    }

    private async Task<Error?> PaEgenBegaran(Arende arende, Insats insats, FeelContext svar, CancellationToken ct)
    {
        if (svar.Dag("avstarDag") is not { } dag) return Svarsvarden.Saknas("avstarDag");
        return await register.Prova(svar, Av, arende, Ombudshandling.Avsta, dag, ct) ?? Avsluta(insats, Avslutsorsak.EgenBegaran, dag);
    }

    private Error? Avsluta(Insats insats, string orsak, DateOnly dag)
    {
        var avslutad = insats.Avsluta(orsak, dag);
        if (avslutad.Failed) return avslutad.Error;
        anrop.Handelse(avslutad.Value);
        return null;
    }
}
