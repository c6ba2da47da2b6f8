using System.Collections.Frozen;

namespace CaseFlow.Web.Pages.Delar;

/// <summary>
/// The product's icons by name: 24 × 24, one stroke width. A state has a shape of its own, so that colour never stands alone:
/// octagon overdue, clock soon, pause waiting, shield protected, speech bubbles tolk, half circle partial, dashed circle not begun.
/// </summary>
public static class Ikoner
{
    private const string Cirkel = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/>";

    private static readonly FrozenDictionary<string, string> Former = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["angra"] = Streck("M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v2"),
        ["bock"] = Streck("M5 12.5l4.5 4.5L19 7.5"),
        ["bokmarke"] = Streck("M6 3h12v18l-6-4.5L6 21z"),
        ["brott"] = Streck("M2.5 12h6M15.5 12h6M8.5 8.5v7M15.5 8.5v7"),
        ["dragning"] = Streck("M4 5h16v11H10l-4 4v-4H4z"),
        ["ej-borjad"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\" stroke-dasharray=\"3 2.6\"/>",
        ["filter"] = Streck("M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z"),
        ["flytta"] = Streck("M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4"),
        ["forsenad"] = Streck("M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 7.5v5.5M12 16.4v.1"),
        ["granskning"] = Streck("M6 3h8l4 4v5M6 3v18h6M14 3v4h4") + "<circle cx=\"16\" cy=\"16\" r=\"3.2\"/>" + Streck("M18.4 18.4L21 21"),
        ["handling"] = Streck("M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"),
        ["hjalp"] = Cirkel + Streck("M9.6 9.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.8M12 16.6v.1"),
        ["hoger"] = Streck("M9 6l6 6-6 6"),
        ["idag"] = Streck("M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.2 2.2L15.5 13"),
        ["indikatorer"] = Streck("M4 20V10M10 20V4M16 20v-7M21 20H3"),
        ["info"] = Cirkel + Streck("M12 11v5.5M12 7.6v.1"),
        ["kalender"] = Streck("M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"),
        ["klar"] = Cirkel + Streck("M8 12.3l2.8 2.8L16.2 9.5"),
        ["klocka"] = Cirkel + Streck("M12 7v5l3.5 2"),
        ["kryss"] = Streck("M6 6l12 12M18 6L6 18"),
        ["kugge"] = "<circle cx=\"12\" cy=\"12\" r=\"3\"/>" +
            Streck("M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"),
        ["kuvert"] = Streck("M3 6h18v12H3zM3 7l9 7 9-7"),
        ["lank"] = Streck("M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"),
        ["las"] = "<rect x=\"5\" y=\"10.5\" width=\"14\" height=\"9.5\" rx=\"1.5\"/>" + Streck("M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"),
        ["logg"] = Streck("M5 4h14v16H5zM8.5 9h7M8.5 12.5h7M8.5 16h4"),
        ["logga-ut"] = Streck("M14 4h5v16h-5M9.5 8L5 12l4.5 4M5 12h9.5"),
        ["mapp"] = Streck("M3 6h6l2 2h10v11H3z"),
        ["moln"] = Streck("M7 18a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 18 10.5a3.8 3.8 0 0 1-.5 7.5zM9.5 13.5l2 2 3.5-3.8"),
        ["nedat"] = Streck("M6 9l6 6 6-6"),
        ["nyckel"] = "<circle cx=\"8\" cy=\"15.5\" r=\"4.5\"/>" + Streck("M11.2 12.3L20 3.5M16 7.5l3.2 3.2M13.2 10.3l2 2"),
        ["ny"] = Streck("M6 3h8l4 4v14H6zM14 3v4h4M12 10.5v6M9 13.5h6"),
        ["ombud"] = "<circle cx=\"8\" cy=\"8\" r=\"3.4\"/>" + Streck("M2.5 20c0-4 2.4-6 5.5-6 2 0 3.6.8 4.6 2.2M15 17l2.2 2.2L21.5 15"),
        ["pagar"] = Cirkel + "<path d=\"M12 3.5a8.5 8.5 0 0 1 0 17z\" fill=\"currentColor\"/>",
        ["penna"] = Streck("M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3"),
        ["person"] = "<circle cx=\"12\" cy=\"8\" r=\"4\"/>" + Streck("M4 21c0-5 3.5-7.5 8-7.5s8 2.5 8 7.5"),
        ["personer"] = "<circle cx=\"9\" cy=\"8\" r=\"3\"/>" +
            Streck("M3 20c0-4 2.7-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.6M17.5 14.4c2.2.7 3.5 2.6 3.5 5.6"),
        ["pil"] = Streck("M5 12h14M13 6l6 6-6 6"),
        ["processer"] = "<rect x=\"3\" y=\"4\" width=\"7\" height=\"5\" rx=\"1\"/><rect x=\"14\" y=\"15\" width=\"7\" height=\"5\" rx=\"1\"/>" +
            Streck("M10 6.5h7.5V15"),
        ["skriv-ut"] = Streck("M7 8V3h10v5M5 8h14v8h-3v5H8v-5H5z"),
        ["skydd"] = Streck("M12 3l7.5 3v5c0 5-3.2 8.2-7.5 10-4.3-1.8-7.5-5-7.5-10V6z"),
        ["sok"] = "<circle cx=\"11\" cy=\"11\" r=\"6.5\"/>" + Streck("M16 16l4.5 4.5"),
        ["stjarna"] = Streck("M12 3l2.6 5.6 6 .7-4.4 4.2 1.1 6L12 16.6 6.7 19.5l1.1-6L3.4 9.3l6-.7z"),
        ["synk"] = Streck("M4 12.5a8 8 0 0 1 15-3.8M20 11.5a8 8 0 0 1-15 3.8M19 4v5h-5M5 20v-5h5"),
        ["tolk"] = Streck("M3 5h11v8H8l-3 3v-3H3zM11 16h3l3 3v-3h4V8h-4"),
        ["uppfoljning"] = Streck("M20 12a8 8 0 1 1-2.3-5.6M20 3v4h-4M12 8v4l3 2"),
        ["vag"] = Streck("M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z"),
        ["vanster"] = Streck("M15 6l-6 6 6 6"),
        ["vantar"] = Cirkel + Streck("M10 9v6M14 9v6"),
        ["varning"] = Streck("M12 4l9.3 16H2.7zM12 10v4.5M12 17.2v.1"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name, for tests and the handbook.</summary>
    public static IReadOnlyCollection<string> Namn => Former.Keys;

    /// <summary>The svg content of the icon. An unknown name is a bug and throws.</summary>
    public static string Form(string namn) =>
        Former.TryGetValue(namn, out var form) ? form : throw new ArgumentException($"Ikonen '{namn}' finns inte.", nameof(namn));

    private static string Streck(string d) => $"<path d=\"{d}\"/>";
}
