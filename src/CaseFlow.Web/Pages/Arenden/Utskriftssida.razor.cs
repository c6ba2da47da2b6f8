using CaseFlow.Application.Arenden;
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
    private static readonly IReadOnlyList<Alternativ> Delar =
    [
        new("ansokan", "Ansökan"), new("utredning", "Utredning"), new("beslut", "Beslut"), new("insatser", "Insatser"), new("svar", "Gjort i ärendet"),
        new("anteckningar", "Anteckningar"), new("handlingar", "Förteckning över handlingar"), new("personen", "Ombud, samtycken och närstående"),
        new("handelser", "Händelser"),
    ];

    [Parameter] public string Nummer { get; set; } = "";

    protected override string? Arendenummer => Nummer;

    private ArendeSvar? Arende { get; set; }

    private UnderlagSvar? Underlag { get; set; }

    private List<AnteckningVy> Anteckningar { get; } = [];

    private List<HandlingVy> Handlingar { get; } = [];

    private PersonaktSvar? Personakt { get; set; }

    protected override async Task Visa()
    {
        if (await Fraga(new HamtaArende(Nummer)) is not { } arende) return;
        Arende = arende;
        // Den som inte visas skrivs inte ut.
        if (arende.Huvud.Person.Dold) return;
        if (Med("utredning"))
        {
            // Den som läser men inte handlägger får resten.
            var underlag = await Sandare.Sand(new HamtaUnderlag(Nummer), Http.RequestAborted);
            if (!underlag.Failed) Underlag = underlag.Value;
            else if (underlag.Error.Kind is not ErrorKind.Forbidden) Hindra(underlag.Error);
        }
        if (Med("anteckningar"))
            await Alla(fore => new HamtaAnteckningar(Nummer, null, fore, 100), (AnteckningarSvar svar) => (svar.Anteckningar, svar.Nasta), Anteckningar);
        if (Med("handlingar"))
            await Alla(fore => new HamtaHandlingar(Nummer, fore, 200), (HandlingarSvar svar) => (svar.Handlingar, svar.Nasta), Handlingar);
        if (Med("personen")) Personakt = await Fraga(new HamtaPersonakt(Nummer));
    }

    /// <summary>The part is chosen in the address; nothing chosen is the whole.</summary>
    private bool Med(string kod) => Http.Request.Query["del"] is not { Count: > 0 } valda || valda.Contains(kod, StringComparer.Ordinal);

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
