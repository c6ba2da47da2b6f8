using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The akt to put on paper: the same answers as the ärende's own pages give, each asked for and logged as there.</summary>
public sealed partial class Utskriftssida
{
    private const string Blanketten = "utskrift";

    private static readonly IReadOnlyList<Alternativ> Delar = [.. Aktdel.Alla.Select(d => new Alternativ(d.Kod, d.Namn))];

    [Parameter] public string Nummer { get; set; } = "";

    protected override string? Arendenummer => Nummer;

    private ArendeSvar? Arende { get; set; }

    private UnderlagSvar? Underlag { get; set; }

    private List<AnteckningVy> Anteckningar { get; } = [];

    private List<HandlingVy> Handlingar { get; } = [];

    private PersonaktSvar? Personakt { get; set; }

    private BrevVy? Brev { get; set; }

    /// <summary>It is in the trail that these parts are put on paper now: only then is there anything to print.</summary>
    private bool Antecknad { get; set; }

    /// <summary>What is not on the paper, without what it says.</summary>
    private IReadOnlyList<string> Utelamnat
    {
        get
        {
            var strukna = Anteckningar.Count(a => a.Struken is not null);
            return
            [
                .. Delar.Where(d => !Med(d.Varde)) is var bort && bort.Any() ? [$"Inte valt: {string.Join(", ", bort.Select(d => Datumtext.MedLitenBokstav(d.Text)))}."] : (string[])[],
                .. Med(Aktdel.Utredning) && Underlag is null ? ["Utredningen skrivs ut av den som handlägger ärendet."] : (string[])[],
                .. strukna > 0 ? [$"Texten i {(strukna == 1 ? "en struken anteckning" : $"{strukna} strukna anteckningar")}."] : (string[])[],
                "Om frågan om våld är ställd, tidigare lydelser, utkast och handlingarnas innehåll finns aldrig i en utskrift.",
            ];
        }
    }

    protected override async Task TaEmot(string blankett)
    {
        if (blankett != Blanketten) return;
        Antecknad = !(await Utfor(new SkrivUtAkten(Nummer, Form.Alla("del")))).Failed;
    }

    protected override async Task Visa()
    {
        if (await Fraga(new HamtaArende(Nummer)) is not { } arende) return;
        Arende = arende;
        // Den som inte visas skrivs inte ut.
        if (arende.Huvud.Person.Dold) return;
        if (Med(Aktdel.Utredning))
        {
            // Den som läser men inte handlägger får resten.
            var underlag = await Sandare.Sand(new HamtaUnderlag(Nummer, MedForfattare: true), Http.RequestAborted);
            if (!underlag.Failed) Underlag = underlag.Value;
            else if (underlag.Error.Kind is not ErrorKind.Forbidden) Hindra(underlag.Error);
        }
        if (Med(Aktdel.Brev) && arende.Beslut.Any(b => b.Status == "fattat"))
        {
            var beslut = await Sandare.Sand(new HamtaBeslutsunderlag(Nummer), Http.RequestAborted);
            if (!beslut.Failed) Brev = beslut.Value.Brev;
            else if (beslut.Error.Kind is not ErrorKind.Forbidden) Hindra(beslut.Error);
        }
        if (Med(Aktdel.Anteckningar))
            await Alla(fore => new HamtaAnteckningar(Nummer, null, fore, 100), (AnteckningarSvar svar) => (svar.Anteckningar, svar.Nasta), Anteckningar);
        if (Med(Aktdel.Handlingar))
            await Alla(fore => new HamtaHandlingar(Nummer, fore, 200), (HandlingarSvar svar) => (svar.Handlingar, svar.Nasta), Handlingar);
        if (Med(Aktdel.Personen)) Personakt = await Fraga(new HamtaPersonakt(Nummer));
    }

    /// <summary>The part is chosen in the form that was sent, or in the address; nothing chosen is the whole.</summary>
    private bool Med(string kod) => Form.Ar(Blanketten) ? Form.Alla("del").Contains(kod)
        : Http.Request.Query["del"] is not { Count: > 0 } valda || valda.Contains(kod, StringComparer.Ordinal);

    /// <summary>Every page of a list, in the order they happened.</summary>
    private async Task Alla<TSvar, TRad>(Func<int?, MediatR.IRequest<Result<TSvar>>> fraga, Func<TSvar, (IReadOnlyList<TRad> Rader, int? Nasta)> las, List<TRad> till)
        where TSvar : class
    {
        int? fore = null;
        do
        {
            if (await Fraga(fraga(fore)) is not { } svar) return;
            var (rader, nasta) = las(svar);
            till.AddRange(rader);
            fore = nasta;
        }
        while (fore is not null);
        till.Reverse();
    }
}
