using System.Globalization;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Web.Pages.Delar;
using Microsoft.AspNetCore.Http.Features;

namespace CaseFlow.Web.Pages.Grund;

/// <summary>What was posted to a page and what was said about it: every field shows what the user typed until it is saved.</summary>
public sealed class Formularlage
{
    /// <summary>Hidden field that says which form of the page was sent.</summary>
    public const string Namnfalt = "__blankett";

    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    private readonly IFormCollection? _skickat;
    private readonly List<Faltfel> _fel = [];
    private readonly Dictionary<string, string?> _satt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UtkastVy> _utkast = new(StringComparer.Ordinal);

    private Formularlage(IFormCollection? skickat) => _skickat = skickat;

    public static Formularlage Tomt => new(null);

    /// <summary>Name of the form that was sent; null when the page is only read.</summary>
    public string? Namn => _skickat?[Namnfalt].ToString() is { Length: > 0 } namn ? namn : null;

    /// <summary>Someone else wrote in between: what the user typed stands in the fields, what is saved stands beside.</summary>
    public bool Inaktuell { get; private set; }

    public bool HarFel => _fel.Count > 0;

    public static async Task<Formularlage> Las(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            ? new(await http.Request.ReadFormAsync(http.RequestAborted))
            : Tomt;

    /// <summary>What was sent with the request that an error page answers; empty when nothing was, or nothing could be read.</summary>
    public static Formularlage Skickat(HttpContext? http) => new(http?.Features.Get<IFormFeature>()?.Form);

    public bool Ar(string blankett) => Namn == blankett;

    /// <summary>The text without space around it and with plain line breaks; null when nothing was written.</summary>
    public string? Text(string falt) => Ratt(falt)?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Exactly what was typed in a field that nobody reads: blanks belong to a password.</summary>
    public string Hemligt(string falt) => Ratt(falt) ?? "";

    public string[] Alla(string falt) => [.. (_skickat?[falt] ?? default).OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0)];

    public bool Ikryssad(string falt) => Alla(falt).Length > 0;

    public IFormCollection Allt => _skickat ?? FormCollection.Empty;

    /// <summary>A day as the browser sends it. What cannot be read becomes a fault at the field.</summary>
    public DateOnly? Dag(string falt)
    {
        if (Text(falt) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) && dag.Year is >= 1850 and <= 2200)
            return dag;
        Fela(falt, "Skriv datumet som ÅÅÅÅ-MM-DD.");
        return null;
    }

    /// <summary>A time of day as the browser sends it, or as one writes it: "9.30". What cannot be read becomes a fault at the field.</summary>
    public TimeOnly? Klockslag(string falt)
    {
        if (Text(falt)?.Replace('.', ':') is not { } text) return null;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var klockslag)) return klockslag;
        Fela(falt, "Skriv klockslaget som TT.MM, till exempel 09.30.");
        return null;
    }

    /// <summary>A number with comma or point. What cannot be read becomes a fault at the field.</summary>
    public decimal? Tal(string falt)
    {
        if (Text(falt)?.Replace(" ", "", StringComparison.Ordinal).Replace('.', ',') is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, Svenska, out var tal)) return tal;
        Fela(falt, "Skriv ett tal, till exempel 9,5.");
        return null;
    }

    /// <summary>A number the page wrote itself (version, id); 0 when it is missing or has been tampered with.</summary>
    public long Heltal(string falt) =>
        long.TryParse(Text(falt), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tal) ? tal : 0;

    public int Version(string falt = "version") => (int)Math.Clamp(Heltal(falt), int.MinValue, int.MaxValue);

    /// <summary>What the field shows: what was typed when this form was sent, else what stands in the draft of it, else what is saved.</summary>
    public string? Visa(string blankett, string falt, string? sparat) =>
        Ar(blankett) ? (_satt.TryGetValue(falt, out var satt) ? satt : Ratt(falt)) : UrUtkast(blankett, falt) ?? sparat;

    /// <summary>Shows something else in a field of the form that was sent than what was sent: what someone else has written there meanwhile.</summary>
    public void Satt(string falt, string? varde) => _satt[falt] = varde;

    public IReadOnlyList<string> VisaAlla(string blankett, string falt, IReadOnlyList<string> sparat) =>
        Ar(blankett) ? Alla(falt) : Utkast(blankett)?.Falt.GetValueOrDefault(falt) ?? sparat;

    /// <summary>The reader has typed in the form before and not sent it: that is what it shows.</summary>
    public void Fortsatt(string blankett, UtkastVy? utkast)
    {
        if (utkast is not null) _utkast[blankett] = utkast;
    }

    /// <summary>The draft that the form shows; null when it shows what is saved, or what was just sent.</summary>
    public UtkastVy? Utkast(string blankett) => Ar(blankett) ? null : _utkast.GetValueOrDefault(blankett);

    /// <summary>What the draft has in a field, also one that the page itself wrote (version); null when there is none.</summary>
    public string? UrUtkast(string blankett, string falt) => Utkast(blankett)?.Falt.GetValueOrDefault(falt) is [var varde, ..] ? varde : null;

    public void Fela(string falt, string text)
    {
        if (!_fel.Exists(f => f.Falt == falt && (falt.Length > 0 || f.Text == text))) _fel.Add(new(falt, text));
    }

    /// <summary>Takes in a refusal. Faults by field go to their fields; a code may point out the field it is about.</summary>
    public void Neka(Error fel, IReadOnlyDictionary<string, string> falt)
    {
        Inaktuell = fel.Code == "INAKTUELL_KOPIA";
        if (fel.Fields.Count == 0) Fela(falt.GetValueOrDefault(fel.Code, ""), fel.Text);
        foreach (var enskilt in fel.Fields)
        {
            var namn = Litet(enskilt.Field);
            Fela(falt.GetValueOrDefault(namn, namn), enskilt.Text);
        }
    }

    /// <summary>The faults of this form, for the summary.</summary>
    public IReadOnlyList<Faltfel> FelI(string blankett) => Ar(blankett) ? _fel : [];

    public string? FelVid(string falt) => _fel.Find(f => f.Falt == falt)?.Text;

    /// <summary>Longer texts that were typed, to be copied when the page they belong to cannot be shown. Never a password.</summary>
    public IReadOnlyList<string> Skrivet => _skickat is null
        ? []
        : [.. _skickat.Where(f => !f.Key.StartsWith('_') && !f.Key.StartsWith("losenord", StringComparison.Ordinal) && f.Key is not ("passkey" or "fingeravtryck" or "uppgift"))
            .SelectMany(f => f.Value.OfType<string>()).Where(v => v.Length > 20)];

    /// <summary>All that was sent, field by field, to be sent again as it was.</summary>
    public IEnumerable<(string Namn, string Varde)> Falten => Allt.SelectMany(f => f.Value.OfType<string>().Select(v => (f.Key, v)));

    /// <summary>A form of ours without anything secret in it.</summary>
    public bool GarAttSkickaIgen => Namn is not null && Allt.Keys.All(k => !k.StartsWith("losenord", StringComparison.Ordinal) && k is not ("passkey" or "kod"));

    private string? Ratt(string falt) => _skickat?[falt] is { Count: > 0 } varde ? varde[0] : null;

    private static string Litet(string namn) => namn.Length == 0 ? namn : char.ToLowerInvariant(namn[0]) + namn[1..];
}
