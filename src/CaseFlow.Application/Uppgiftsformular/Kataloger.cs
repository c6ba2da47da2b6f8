using System.Collections.Frozen;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Uppfoljningar;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>A list that forms may use by name, so that its codes are the same everywhere.</summary>
/// <param name="Alternativ">Empty when the unit's own data fills it.</param>
/// <param name="Forslag">What has been used before in the unit, as suggestions for a text; else a list to choose from.</param>
public sealed record Katalog(string Namn, string Betyder, IReadOnlyList<Alternativ> Alternativ, bool Forslag = false);

/// <summary>The lists there are. A closed set: a form cannot ask for data that stands here under no name.</summary>
public static class Kataloger
{
    public const string Utforare = "utforare";

    public static IReadOnlyList<Katalog> Alla { get; } =
    [
        new("insatstyper", "insatser som går att söka", [.. Insatskatalog.Standard.Select(t => new Alternativ(t.Kod, t.Namn))]),
        new("avslutsorsaker", "varför en insats avslutas", [.. Avslutsorsak.Alla.Select(o => new Alternativ(o, Datumtext.MedStorBokstav(Arendevyer.Avslutstext(o))))]),
        new("beslutsutfall", "utfallen av ett beslut",
            Av((Beslutsutfall.Bifall.Kod(), "Bifall"), (Beslutsutfall.DelvisAvslag.Kod(), "Delvis avslag"), (Beslutsutfall.Avslag.Kod(), "Avslag"))),
        new("kanaler", "hur en ansökan kom in",
            [.. new[] { "besok", "telefon", "e-post", "e-tjanst", "brev", "aldre-direkt" }.Select(k => new Alternativ(k, Arendevyer.Kanaltext(Kanaler.Tolka(k)!.Value)))]),
        new("kommuniceringssatt", "hur underlaget kommunicerades",
            Av((Kommuniceringssatt.Brev.Kod(), "Brev"), (Kommuniceringssatt.Mote.Kod(), "Vid möte eller hembesök"), (Kommuniceringssatt.Telefon.Kod(), "Telefon"), (Kommuniceringssatt.Digitalt.Kod(), "Digital brevlåda"))),
        new("underrattelsesatt", "hur personen får beslutet",
            Av((Underrattelsesatt.Brev.Kod(), "Brev hem"), (Underrattelsesatt.Digitalt.Kod(), "Digital brevlåda"), (Underrattelsesatt.Overlamnat.Kod(), "Överlämnat personligen"), (Underrattelsesatt.MuntligtOchBrev.Kod(), "Muntligt och brev hem"))),
        new("atertagandesatt", "hur personen tog tillbaka ansökan", Av(("skriftligt", "Skriftligt"), ("telefon", "I telefon"), ("besok", "Vid besök"))),
        new("vantorsaker", "vad ett ärende väntar på", [.. PausOrsaker.Alla.Select(o => new Alternativ(o, Arendehuvuden.Vantorsak(o)))]),
        new("maluppfyllelse", "om målet är nått", Av((Maluppfyllelse.Helt, "Ja, helt"), (Maluppfyllelse.Delvis, "Delvis"), (Maluppfyllelse.Nej, "Nej"))),
        new("uppfoljningsutgangar", "vad en uppföljning leder till",
            Av((Uppfoljningsutgang.Fortsatter.Kod(), "Insatsen fortsätter"), (Uppfoljningsutgang.NyProvning.Kod(), "Behoven har ändrats, pröva på nytt"), (Uppfoljningsutgang.Avslut.Kod(), "Insatsen avslutas"))),
        new("livsomraden", "IBIC:s elva livsområden", [.. Livsomrade.Alla.Select(o => new Alternativ(o.Kod, o.Namn))]),
        new("behovsskala", "ICF:s skala 0–4, 8 och 9",
            Av(("0", "Ingen"), ("1", "Lätt"), ("2", "Måttlig"), ("3", "Stor"), ("4", "Total"), ("8", "Ej specificerad"), ("9", "Ej tillämplig"))),
        new(Utforare, "utförare som enheten har beställt av tidigare", [], Forslag: true),
    ];

    private static readonly FrozenDictionary<string, Katalog> EfterNamn = Alla.ToFrozenDictionary(k => k.Namn, StringComparer.Ordinal);

    public static Katalog? Finn(string? namn) => namn is null ? null : EfterNamn.GetValueOrDefault(namn);

    private static Alternativ[] Av(params (string Varde, string Text)[] rader) => [.. rader.Select(r => new Alternativ(r.Varde, r.Text))];
}
