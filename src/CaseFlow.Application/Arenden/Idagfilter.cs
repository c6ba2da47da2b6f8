using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Arenden;

/// <summary>What Idag is narrowed to. Kept and shared as the query of an address, so that a view is a link.</summary>
/// <param name="Band">Only this band, page by page.</param>
/// <param name="Vantar">Code of what is waited for (<see cref="PausOrsaker"/>, or the process's own).</param>
/// <param name="Typ">Code of the insatstyp.</param>
/// <param name="Utforare">Name of the utförare, as ordered.</param>
/// <param name="Saknar">Only utredningar where something that must be there is missing. The question about violence is not counted: it shows in no list.</param>
public sealed record Idagfilter(
    BandSlag? Band = null, Steg? Steg = null, string? Vantar = null, string? Typ = null, string? Utforare = null, bool Saknar = false)
{
    private const int HogstText = 200;

    public static Idagfilter Inget { get; } = new();

    /// <summary>The codes of <see cref="BandSlag"/> in addresses.</summary>
    public static string Kod(BandSlag band) => band switch
    {
        BandSlag.ForsenatOchIdag => "forsenat",
        BandSlag.DennaVecka => "vecka",
        BandSlag.NyttSedanSist => "nytt",
        BandSlag.Senare => "senare",
        BandSlag.Vantar => "vantar",
    };

    /// <summary>Reads the query of an address. What is not understood narrows nothing: an old link still opens.</summary>
    public static Idagfilter Tolka(string? urval)
    {
        var filter = Inget;
        foreach (var del in (urval ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (namn, varde) = del.Split('=', 2) is [var n, var v] ? (n, Uri.UnescapeDataString(v.Replace('+', ' ')).Trim()) : (del, "");
            if (varde.Length is 0 or > HogstText) continue;
            filter = namn switch
            {
                "band" => filter with { Band = Bandkod(varde) },
                "steg" => filter with { Steg = Stegkod(varde) },
                "vantar" => filter with { Vantar = Vantkoder.Contains(varde, StringComparer.Ordinal) ? varde : null },
                "typ" => filter with { Typ = Insatskatalog.Finn(varde)?.Kod },
                "utforare" => filter with { Utforare = varde },
                "saknar" => filter with { Saknar = varde == "1" },
                _ => filter,
            };
        }

        return filter;
    }

    /// <summary>The same as the query of an address, in a fixed order; empty when nothing is narrowed.</summary>
    public string SomUrval()
    {
        var delar = new List<string>();
        if (Band is { } band) delar.Add("band=" + Kod(band));
        if (Steg is { } steg) delar.Add("steg=" + steg.ToString());
        if (Vantar is { } orsak) delar.Add("vantar=" + orsak);
        if (Typ is { } typ) delar.Add("typ=" + typ);
        if (Utforare is { } utforare) delar.Add("utforare=" + Uri.EscapeDataString(utforare));
        if (Saknar) delar.Add("saknar=1");
        return string.Join('&', delar);
    }

    public bool Tomt => this == Inget;

    /// <summary>What can be waited for, in the order that it is offered.</summary>
    public static IReadOnlyList<string> Vantkoder { get; } = [.. PausOrsaker.Alla, Processord.VantarPaUtforare];

    internal IQueryable<Uppgift> Pa(IQueryable<Uppgift> uppgifter, CaseFlowDb db)
    {
        if (Steg is { } steg) uppgifter = uppgifter.Where(u => db.Arenden.Any(a => a.Id == u.ArendeId && a.Steg == steg));
        if (Vantar is { } orsak) uppgifter = uppgifter.Where(u => u.VantarOrsak == orsak);
        if (Utforare is { } utforare) uppgifter = uppgifter.Where(u => db.Insatser.Any(i => i.Id == u.InsatsId && i.Utforare == utforare));
        if (Typ is { } typ)
        {
            uppgifter = uppgifter.Where(u => u.InsatsId == null
                ? db.Ansokningar.Any(a => a.ArendeId == u.ArendeId && a.Insatser.Any(i => i.Insatstyp == typ && i.AtertagenDag == null))
                : db.Insatser.Any(i => i.Id == u.InsatsId && i.Insatstyp == typ));
        }

        return Saknar ? uppgifter.Where(u => u.Nod == Noder.Utred && !Kompletta(db).Any(x => x.ArendeId == u.ArendeId)) : uppgifter;
    }

    /// <summary>The utredningar that have all that must be there (<see cref="Utredning.SaknasForAvslut"/>), the question about violence left out.</summary>
    private static IQueryable<Utredning> Kompletta(CaseFlowDb db) => db.Utredningar.Where(x => x.SamladBedomning != null
        && (!x.BarnIHemmet || x.BarnPerspektiv != null) && x.Omraden.Any(o => o.Status == Omradesstatus.Klar)
        && !db.Ansokningar.Any(a => a.ArendeId == x.ArendeId
            && a.Insatser.Any(i => i.AtertagenDag == null && !x.Insatser.Any(b => b.AnsoktInsatsId == i.Id && b.Text != null))));

    private static BandSlag? Bandkod(string kod) => Enum.GetValues<BandSlag>().Select(b => (BandSlag?)b).FirstOrDefault(b => Kod(b!.Value) == kod);

    private static Steg? Stegkod(string kod) =>
        Enum.TryParse<Steg>(kod, out var steg) && Enum.IsDefined(steg) && steg != Domain.Arenden.Steg.Avslutat && !char.IsAsciiDigit(kod[0]) ? steg : null;
}
