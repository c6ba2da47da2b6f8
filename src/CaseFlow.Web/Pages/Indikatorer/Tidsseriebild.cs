using System.Globalization;
using System.Net;
using CaseFlow.Application.Indikatorer;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Indikatorer;

/// <summary>Where the points of the chart stand. Per cent upwards, tertials to the right; a tertial with too little to go on has no point.</summary>
internal sealed class Tidsseriebild
{
    private const decimal Topp = 100;
    private const int Steg = 10;

    private readonly decimal _botten;

    public Tidsseriebild(IReadOnlyList<TidsserieRad> rader, decimal? mal)
    {
        var varden = rader.SelectMany(r => new[] { r.Man, r.Kvinnor }).Append(mal).OfType<decimal>().DefaultIfEmpty(Topp - (2 * Steg)).ToList();
        _botten = Math.Max(0, (Math.Floor(varden.Min() / Steg) * Steg) - (varden.Min() % Steg == 0 ? Steg : 0));
        var bredd = rader.Count > 1 ? (decimal)(Hoger - Vanster - 40) / (rader.Count - 1) : 0;
        Axel = [.. rader.Select((r, i) => (Vanster + 20 + (int)(i * bredd), Indikatorvisning.Kort(r.Period)))];
        Man = Punkter(rader, r => r.Man);
        Kvinnor = Punkter(rader, r => r.Kvinnor);
        MalY = mal is { } m ? Y(m) : null;
        Rutnat = [.. Enumerable.Range(0, ((int)(Topp - _botten) / Steg) + 1).Select(i => _botten + (i * Steg)).Select(v => (Y(v), (int)v))];
    }

    public static int Bredd => 560;
    public static int Hojd => 240;
    public static int Vanster => 40;
    public static int Hoger => 552;

    public IReadOnlyList<(int X, string Text)> Axel { get; }
    public IReadOnlyList<(int Y, int Varde)> Rutnat { get; }
    public IReadOnlyList<(int X, int Y)> Man { get; }
    public IReadOnlyList<(int X, int Y)> Kvinnor { get; }
    public int? MalY { get; }

    /// <summary>No tertial had enough to show a share.</summary>
    public bool Tomt => Man.Count == 0 && Kvinnor.Count == 0;

    public static string Linje(IReadOnlyList<(int X, int Y)> punkter) =>
        string.Join(' ', punkter.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X},{p.Y}")));

    /// <summary>A label of an axis. Written as markup because Razor keeps the tag text for itself.</summary>
    public static MarkupString Etikett(int x, int y, string fast, string text) => new(string.Create(
        CultureInfo.InvariantCulture, $"<text class=\"axel\" x=\"{x}\" y=\"{y}\" text-anchor=\"{fast}\">{WebUtility.HtmlEncode(text)}</text>"));

    private List<(int X, int Y)> Punkter(IReadOnlyList<TidsserieRad> rader, Func<TidsserieRad, decimal?> varde) =>
        [.. rader.Select((r, i) => (Axel[i].X, varde(r))).Where(p => p.Item2 is not null).Select(p => (p.X, Y(p.Item2!.Value)))];

    private int Y(decimal varde) => 16 + (int)((Topp - varde) / (Topp - _botten) * (Hojd - 48));
}
