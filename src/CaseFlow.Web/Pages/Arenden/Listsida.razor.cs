using System.Globalization;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Arenden;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>One's own ärenden, or the unit's.</summary>
public sealed partial class Listsida
{
    [SupplyParameterFromQuery(Name = "enheten")] public string? EnhetenFraga { get; set; }

    [SupplyParameterFromQuery(Name = "avslutade")] public string? AvslutadeFraga { get; set; }

    [SupplyParameterFromQuery(Name = "efter")] public string? Efter { get; set; }

    [SupplyParameterFromQuery(Name = "steg")] public string? StegFraga { get; set; }

    [SupplyParameterFromQuery(Name = "handlaggare")] public string? HandlaggareFraga { get; set; }

    /// <summary>Code of a kind of open ärenden (<see cref="Arendeurval"/>).</summary>
    [SupplyParameterFromQuery(Name = "urval")] public string? UrvalFraga { get; set; }

    /// <summary>A place in a process, <c>bistand:Utred</c>: where the figures of the process page lead.</summary>
    [SupplyParameterFromQuery(Name = "plats")] public string? PlatsFraga { get; set; }

    private Processplats? Plats => !Avslutade && PlatsFraga?.Split(':') is [{ Length: > 0 } process, { Length: > 0 } nod] ? new(process, nod) : null;

    private ArendeLista? Svar { get; set; }

    /// <summary>The steps one can narrow the list to.</summary>
    private static IReadOnlyList<Alternativ> Stegen { get; } =
        [.. Enum.GetValues<Steg>().Where(s => s != Steg.Avslutat).Select(s => new Alternativ(s.ToString(), Arendehuvuden.Stegnamn(s)))];

    private Steg? ValtSteg => Enum.TryParse<Steg>(StegFraga, out var steg) && Enum.IsDefined(steg) && steg != Steg.Avslutat ? steg : null;

    private long? ValdHandlaggare => Enheten && long.TryParse(HandlaggareFraga, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private Arendeurval? ValtUrval => Avslutade ? null : Urvalen.Where(u => u.Kod == UrvalFraga).Select(u => (Arendeurval?)u.Urval).FirstOrDefault();

    /// <summary>The kinds one can narrow to, with their codes in addresses and their words.</summary>
    internal static IReadOnlyList<(Arendeurval Urval, string Kod, string Text)> Urvalen { get; } =
    [
        (Arendeurval.Forsenade, "forsenade", "Försenade"),
        (Arendeurval.InomSjuDagar, "inom-sju-dagar", "Att göra inom sju dagar"),
        (Arendeurval.Vantar, "vantar", "Väntar på någon annan"),
        (Arendeurval.NaraEjVerkstallt, "nara-ej-verkstallt", "Nära eller över tre månader utan start"),
        (Arendeurval.AttFoljaUpp, "att-folja-upp", "Att följa upp den här månaden"),
        (Arendeurval.Skyddade, "skyddade", "Med skyddade uppgifter"),
    ];

    private bool Smalnat => ValtUrval is not null || ValtSteg is not null || ValdHandlaggare is not null || Plats is not null;

    private bool Enheten => EnhetenFraga == "1";

    /// <summary>The chef can choose rows and move them.</summary>
    private bool KanFlytta => Enheten && !Avslutade;

    private bool Avslutade => AvslutadeFraga == "1";

    private string Rubrik => (Enheten, Avslutade) switch
    {
        (false, false) => "Mina ärenden",
        (false, true) => "Mina avslutade ärenden",
        (true, false) => "Enhetens ärenden",
        (true, true) => "Enhetens avslutade ärenden",
    };

    protected override async Task Visa() =>
        Svar = await Fraga(new ListaArenden(Enheten, Avslutade, Efter, Steg: ValtSteg, Handlaggare: ValdHandlaggare, Urval: ValtUrval, Plats: Plats));

    private static string Antalsrad(ArendeLista svar) => svar.Antal switch
    {
        0 => "Inga ärenden",
        1 => "1 ärende",
        >= 1000 => "Minst 1 000 ärenden, äldst först",
        var n => $"{n} ärenden, äldst först",
    };

    private string? Urval(bool enheten, bool avslutade) => enheten == Enheten && avslutade == Avslutade ? "page" : null;

    /// <summary>The next page of the same choice.</summary>
    private string Sidadress(string? efter) => Adress(Enheten, Avslutade, efter, ValtSteg, ValdHandlaggare, ValtUrval, Plats);

    internal static string Adress(bool enheten, bool avslutade, string? efter = null, Steg? steg = null, long? handlaggare = null, Arendeurval? urval = null, Processplats? plats = null)
    {
        var delar = new List<string>();
        if (enheten) delar.Add("enheten=1");
        if (avslutade) delar.Add("avslutade=1");
        if (steg is { } s) delar.Add($"steg={s}");
        if (handlaggare is { } h) delar.Add(string.Create(CultureInfo.InvariantCulture, $"handlaggare={h}"));
        if (urval is { } u) delar.Add("urval=" + Urvalen.First(v => v.Urval == u).Kod);
        if (plats is { } i) delar.Add($"plats={Uri.EscapeDataString($"{i.Process}:{i.Nod}")}");
        if (efter is not null) delar.Add("efter=" + Uri.EscapeDataString(efter));
        return delar.Count == 0 ? "/arenden" : "/arenden?" + string.Join('&', delar);
    }
}
