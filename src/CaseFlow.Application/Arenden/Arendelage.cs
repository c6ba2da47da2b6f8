using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Application.Arenden;

/// <summary>How an ärende stands, read from all that is stored about it: where it is, and what can be done with it whoever asks.</summary>
/// <param name="Uppgifter">The open and the waiting.</param>
/// <param name="Stannat">A part of the process stands still and someone must look.</param>
internal sealed record Arendelage(
    Arende Arende, Ansokan Ansokan, IReadOnlyList<Uppgift> Uppgifter, IReadOnlyList<Beslut> Beslut, IReadOnlyList<Insats> Insatser,
    IReadOnlyList<Kommunicering> Kommuniceringar, bool Stannat)
{
    /// <summary>The death that closed it was wrongly registered.</summary>
    public bool DodsfalletHavt { get; init; }

    public bool KanAtertas => Arende is { ArAvslutat: false, Slag: Arendeslag.Ansokan, Steg: <= Steg.Beslut } && Ansokan.Atertagen is null;

    public bool KanFaAnnanAnkomstdag => Arende is { ArAvslutat: false, Steg: <= Steg.Beslut };

    /// <summary>What came in since the death was registered; an ärende that only waits for the report to IVO has no task of its own left.</summary>
    public bool KanAvslutasForAvliden => !Arende.ArAvslutat && Uppgifter.Any(u => u.InsatsId is null);

    /// <summary>After the beslut an answer can no longer bear on it. What was sent last is answered in its task while that is open.</summary>
    public bool KanFaSvar =>
        Arende is { ArAvslutat: false, Steg: <= Steg.Beslut }
        && Kommuniceringar.Count(k => !k.UppenbartObehovlig) > (Uppgifter.Any(u => u.Nod == Noder.TaEmotSynpunkter) ? 1 : 0);

    /// <summary>The letter is sent, and nobody has noted which day the person got it. Also when the ärende is closed.</summary>
    public bool KanDelges => Arende.Steg > Steg.Underrattelse && Beslut.Any(b => b is { Status: Beslutsstatus.Fattat, DelgivenDag: null });

    /// <summary>The day the person got the beslut is noted, and may be the wrong one.</summary>
    public bool KanAndraDelgivning => Beslut.Any(b => b is { Status: Beslutsstatus.Fattat, DelgivenDag: not null });

    public bool KanFoljasUpp(Insats insats) =>
        VantarPaUppfoljning(insats) && !Uppgifter.Any(u => u.InsatsId == insats.Id && u.Nod == Noder.FoljUpp);

    /// <summary>The person has withdrawn the insats the beslut is about.</summary>
    public bool ArAtertaget(Beslut beslut) => Ansokan.Insatser.Any(i => i.Id == beslut.AnsoktInsatsId && i.ArAtertagen);

    public string? Insatsnamn(InsatsId? id) => Insatser.FirstOrDefault(i => i.Id == id) is { } insats ? Insatskatalog.Namn(insats.Insatstyp) : null;

    /// <summary>Where the process stands, in sentences: the same as the map says to those who see it.</summary>
    public IReadOnlyList<string> Plats()
    {
        if (Arende.ArAvslutat) return [Avslutet()];
        List<string> rader = Stannat ? ["Processen har stannat. Kontakta förvaltningen."] : [];
        rader.AddRange(Uppgifter.Select(u => u.Status == Uppgiftsstatus.Vantar
            ? $"{Arendehuvuden.Vantan(u)}{Om(u)}. Vaknar {Datumtext.Lang(SvenskTid.Dag(u.Vaknar!.Value))}."
            : $"Nu: {u.Titel}{Om(u)}."));
        rader.AddRange(Insatser.Where(VantarPaUppfoljning)
            .Select(i => $"{Insatskatalog.Namn(i.Insatstyp)} pågår och följs upp {Datumtext.Lang(i.UppfoljningDatum!.Value)}."));
        return rader.Count > 0 ? rader : ["Processen arbetar."];
    }

    /// <summary>", hemtjänst": which insats a task is about.</summary>
    private string? Om(Uppgift uppgift) => Insatser.FirstOrDefault(i => i.Id == uppgift.InsatsId) is { } insats ? $", {Brevtext.Insatsnamn(insats.Insatstyp)}" : null;

    private string Avslutet()
    {
        var orsak = Arende.AvslutsOrsak switch
        {
            AvslutsOrsak.Atertagen => "personen tog tillbaka ansökan",
            AvslutsOrsak.Avliden => DodsfalletHavt ? "ett dödsfall registrerades av misstag, och är hävt" : "personen har avlidit",
            AvslutsOrsak.Avslag => "ansökan avslogs",
            AvslutsOrsak.InsatserAvslutade => "insatserna är avslutade",
            AvslutsOrsak.AnmalanGjord => "anmälan till överförmyndaren är gjord",
            null => "orsak saknas",
        };
        return $"Avslutades {(Arende.Avslutat is { } t ? Datumtext.Lang(SvenskTid.Dag(t)) : "")}: {orsak}.";
    }

    private static bool VantarPaUppfoljning(Insats insats) => insats is { Status: Insatsstatus.Pagar, UppfoljningDatum: not null };
}
