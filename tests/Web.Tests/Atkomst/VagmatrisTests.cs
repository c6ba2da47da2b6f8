using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Tests.Delar;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Atkomst;

/// <summary>Every route, form by form, for every role and every kind of ärende: what is answered follows from one rule per route (<see cref="Vagregler"/>)
/// and from how each one stands to each ärende, which is written here and asked of nobody.</summary>
public sealed partial class VagmatrisTests(Atkomstvarld varld) : IClassFixture<Atkomstvarld>
{
    private static readonly string[] Kolumner =
    [
        Atkomstvarld.Eget, Atkomstvarld.Kollegans, Atkomstvarld.MedSkal, Atkomstvarld.Grannens, Atkomstvarld.Skyddat, Atkomstvarld.Javigt, Atkomstvarld.Sparrat,
        Atkomstvarld.Avslutat, Atkomstvarld.Nodoppnat, Atkomstvarld.Saknas,
    ];

    // T handlägger det, eller ersätter den som gör det. C är enhetens chef. S behöver skriva ett skäl. s har skrivit det. N har nödöppnat det.
    // J har jäv och kommer inte in, inte heller som chef. - det finns inte.
    private static readonly Dictionary<string, string> Hur = new(StringComparer.Ordinal)
    {
        //         eget kollegans med-skäl grannens skyddat jävigt spärrat avslutat nödöppnat saknas
        ["hanna"] = "T   S         s        -        T       J      -       T        T         -",
        ["karl"] = " S   T         T        -        -       T      T       S        S         -",
        ["stina"] = "T   S         S        -        -       S      S       T        T         -",
        ["bea"] = "  C   C         C        -        C       J      -       C        C         -",
        ["nora"] = " C   C         C        -        -       C      C       C        C         -",
        ["clara"] = "C   C         C        -        C       C      C       C        C         -",
        ["ulf"] = "  -   -         -        C        -       -      -       -        N         -",
        ["grete"] = "-   -         -        T        -       -      -       -        -         -",
        ["frida"] = "-   -         -        -        -       -      -       -        -         -",
        ["ulla"] = " -   -         -        -        -       -      -       -        -         -",
        ["kaj"] = "  -   -         -        -        -       -      -       -        -         -",
        ["adam"] = " S   S         S        -        -       S      S       S        S         -",
        ["filip"] = "S   S         S        -        -       S      S       S        S         -",
        ["yrsa"] = " -   -         -        -        -       -      -       -        -         -",
        ["jon"] = "  -   -         -        -        -       -      -       -        -         -",
    };

    private static int _nummer;

    private static readonly string[] Nekanden = ["FINNS_INTE", "SKAL_KRAVS", "JAVIG", "INTE_DITT_ARENDE", "INTE_DIN_UPPGIFT", Felkoder.BehorighetSaknas];

    [Fact]
    public void Varje_vag_har_en_regel()
    {
        var finns = Vagar().SelectMany(v => Metoder(v).Select(m => $"{m} {Monster(v)}")).ToHashSet(StringComparer.Ordinal);
        var skrivna = Vagregler.Las.Select(v => $"GET {v.Monster}")
            .Concat(Vagregler.Skicka.Select(v => $"POST {v.Monster}")).Concat(Vagregler.Egna.Keys.Select(v => $"POST {v.Monster}"))
            .Concat(Vagregler.Api.Select(v => $"{(v.Kropp is null ? "GET" : "POST")} {v.Monster}")).ToHashSet(StringComparer.Ordinal);
        // En sida tar emot POST också när den inte har något formulär; då är den läst.
        var lasta = Vagregler.Las.Select(v => $"POST {v.Monster}").ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(finns, f => !skrivna.Contains(f) && !(lasta.Contains(f) && Blanketter(f[5..]).Count == 0));
        Assert.Empty(skrivna.Except(finns));
    }

    [Fact]
    public void Varje_anvandningsfall_som_andrar_har_en_regel()
    {
        var finns = typeof(Felkoder).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))
            .Where(t => !t.GetCustomAttributes(typeof(KraverAttribute), false).Cast<KraverAttribute>().All(k => k.Behorigheter.All(b => b is Behorighet.KoraProcess)))
            .ToHashSet();
        var skrivna = Vagregler.Skicka.Select(v => v.Anrop).Concat(Vagregler.Api.Select(v => v.Anrop)).Concat(Vagregler.UtanBlankett.Keys).ToHashSet();

        Assert.Empty(finns.Except(skrivna).Select(t => t.Name));
        Assert.Empty(skrivna.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))).Except(finns).Select(t => t.Name));
    }

    [Fact]
    public void Varje_roll_har_nagon() => Assert.Empty(Enum.GetValues<Roll>().Except(Atkomstvarld.Personal.Values.Select(p => p.Roll)).Except([Roll.System]));

    [Fact]
    public async Task Den_som_inte_ar_inloggad_kommer_ingenstans()
    {
        var okand = varld.Webb.Besok();
        var fel = new List<string>();
        foreach (var vag in Vagregler.Las.Where(v => v.Dorr is not Dorr.Oppen))
        {
            var vart = Webblasaren.Vart(await okand.Ga(Fyll(vag.Adress, Atkomstvarld.Eget)));
            if (!vart.StartsWith("302 /logga-in", StringComparison.Ordinal)) fel.Add($"GET {vag.Monster}: {vart}");
        }
        foreach (var vag in Vagregler.Skicka)
        {
            var vart = Webblasaren.Vart(await Skicka(okand, "", vag, Atkomstvarld.Eget));
            if (!vart.StartsWith("302 /logga-in", StringComparison.Ordinal)) fel.Add($"POST {vag.Monster} {vag.Blankett}: {vart}");
        }
        foreach (var vag in Vagregler.Api)
        {
            var svar = await SkickaApi(null, vag, Atkomstvarld.Eget);
            if (svar.Status != HttpStatusCode.Unauthorized) fel.Add($"{vag.Monster}: {svar}");
        }
        foreach (var vag in Vagregler.Las.Where(v => v.Dorr is Dorr.Oppen))
            if ((int)(await okand.Ga(vag.Adress)).StatusCode != vag.Svar) fel.Add($"GET {vag.Monster}");
        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
    }

    [Fact]
    public async Task Det_som_lases_foljer_regeln_for_varje_roll_och_arende()
    {
        var fel = new List<string>();
        var blanketter = new HashSet<(string, string)>();
        foreach (var vem in Hur.Keys)
        {
            var saknas = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var vag in Vagregler.Las.Where(v => v.Dorr is not Dorr.Oppen))
            {
                foreach (var kolumn in Kolumnerna(vem, vag.Adress).Reverse())
                {
                    var svar = await varld.Besok(vem).Ga(Fyll(vag.Adress, kolumn));
                    var html = await svar.Content.ReadAsStringAsync();
                    if (Fel(vem, vag, kolumn, svar) is { } brott) fel.Add($"{vem} {vag.Monster} {kolumn}: {brott}");
                    // Fältet överst på varje sida skickas till sökningen.
                    foreach (var namn in Blankettnamn().Matches(html).Select(m => UtanNummer(m.Groups["namn"].Value))) blanketter.Add((namn == "sok" ? "/sok" : vag.Monster, namn));
                    // Det som inte finns för en och det som inte finns alls ser likadant ut.
                    if (svar.StatusCode != HttpStatusCode.NotFound || !vag.Adress.Contains('{', StringComparison.Ordinal)) continue;
                    var text = Uppmarkning.Text(html).Replace(varld.Arenden[kolumn].Nummer, "N", StringComparison.Ordinal);
                    if (kolumn == Atkomstvarld.Saknas) saknas[vag.Adress] = text;
                    else if (Laget(vem, kolumn) == '-' && saknas[vag.Adress] != text) fel.Add($"{vem} {vag.Monster} {kolumn}: svaret skiljer sig från ett nummer som inte finns");
                }
            }
        }
        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));

        var kanda = Vagregler.Skicka.Select(v => (v.Monster, UtanNummer(v.Blankett))).Concat(Vagregler.Egna.Keys.Select(e => (e.Monster, UtanNummer(e.Blankett)))).ToHashSet();
        Assert.DoesNotContain(blanketter, b => !kanda.Contains(b));
        Assert.True(blanketter.Count > 30, $"Bara {blanketter.Count} formulär sågs.");
    }

    [Fact]
    public async Task Det_som_skickas_foljer_regeln_for_varje_roll_och_arende()
    {
        var fel = new List<string>();
        foreach (var vem in Hur.Keys)
        {
            var sida = await varld.Besok(vem).Las("/konto");
            foreach (var vag in Vagregler.Skicka)
            {
                foreach (var kolumn in Provade(vem, vag))
                {
                    var vantat = Vantat(vem, vag.Kraver, vag.Dorr, kolumn);
                    if (vag.Andrar && vantat is null) continue;
                    // Nycklarna stiger med tiden: det som händer nu får högre än det som har hänt.
                    varld.Enhet.Vard.Tid.Ga(TimeSpan.FromMilliseconds(2));
                    var fore = IdKalla.Lagsta(varld.Enhet.Vard.Tid.GetUtcNow());
                    var svar = await Skicka(varld.Besok(vem), sida, vag, kolumn);
                    if (Fel(vantat, vag, svar, await Efter(vem, fore), SvararAnda(vem, vag, kolumn)) is { } brott) fel.Add($"{vem} POST {vag.Monster} {vag.Blankett} {kolumn}: {brott}");
                }
            }
        }
        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
    }

    [Fact]
    public async Task Api_foljer_regeln_for_varje_roll_och_arende()
    {
        var fel = new List<string>();
        foreach (var vem in Hur.Keys)
        {
            foreach (var vag in Vagregler.Api)
            {
                foreach (var kolumn in Kolumnerna(vem, vag.Adress))
                {
                    var (vantat, fick) = (Vantat(vem, vag.Kraver, vag.Dorr, kolumn), await SkickaApi(varld.Nyckel(vem), vag, kolumn));
                    var ratt = vantat is null ? fick.Kod is null || (vag.Kropp is not null && !Nekanden.Contains(fick.Kod, StringComparer.Ordinal))
                        : fick.Kod == vantat && fick.Status == (vantat switch { "FINNS_INTE" => HttpStatusCode.NotFound, _ => HttpStatusCode.Forbidden });
                    if (!ratt) fel.Add($"{vem} {vag.Monster} {kolumn}: väntat {vantat ?? "rätt"}, fick {fick}");
                }
            }
        }
        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
    }

    /// <summary>A form of one ärende's page with the task of another that the sender may do as well: there is no such task there.</summary>
    [Fact]
    public async Task En_uppgift_i_ett_annat_arende_finns_inte_pa_arendets_sida()
    {
        var fel = new List<string>();
        var sida = await varld.Besok("bea").Las("/konto");
        var (har, dar) = (varld.Arenden[Atkomstvarld.Eget], varld.Arenden[Atkomstvarld.Kollegans]);
        foreach (var vag in Vagregler.Skicka.Where(v => v.Adress.StartsWith("/arenden/", StringComparison.Ordinal) && (v.Falt + v.Blankett).Contains("{uppgift}", StringComparison.Ordinal)))
        {
            varld.Enhet.Vard.Tid.Ga(TimeSpan.FromMilliseconds(2));
            var fore = IdKalla.Lagsta(varld.Enhet.Vard.Tid.GetUtcNow());
            using var kropp = new StringContent(
                $"_handler=sida&version=0&__blankett={Med(vag.Blankett)}&__formular={Uri.EscapeDataString(Formularnyckel().Match(sida).Groups["varde"].Value)}&{Med(vag.Falt)}",
                Encoding.UTF8, "application/x-www-form-urlencoded");
            await varld.Besok("bea").Klient.PostAsync(new Uri(vag.Adress.Replace("{nummer}", har.Nummer, StringComparison.Ordinal), UriKind.Relative), kropp);
            if (!(await Efter("bea", fore)).Any(h => h.Utfall == Auditutfall.Nekad && h.Typ == vag.Anrop.Name && h.Kod == "FINNS_INTE")) fel.Add($"{vag.Monster} {vag.Blankett}");
        }
        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));

        string Med(string text) => text.Replace("{uppgift}", dar.Uppgift.ToString(), StringComparison.Ordinal).Replace("{slut}", dar.Uppgift.ToString("N")[^8..], StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string? Kod)> SkickaApi(string? nyckel, Apivag vag, string kolumn)
    {
        using var klient = varld.Webb.CreateClient();
        using var anrop = new HttpRequestMessage(vag.Kropp is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Fyll(vag.Adress, kolumn), UriKind.Relative));
        if (vag.Kropp is { Length: > 0 }) anrop.Content = new StringContent(vag.Kropp, Encoding.UTF8, "application/json");
        if (nyckel is not null) anrop.Headers.Add("Authorization", "Bearer " + nyckel);
        // En kopia som ingen har: den som får slutför inget.
        anrop.Headers.TryAddWithoutValidation("If-Match", "\"9999-x\"");
        anrop.Headers.Add("Idempotency-Key", $"matris-{Interlocked.Increment(ref _nummer)}");
        using var svar = await klient.SendAsync(anrop);
        var text = await svar.Content.ReadAsStringAsync();
        return (svar.StatusCode, svar.IsSuccessStatusCode ? null : System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("kod").GetString());
    }

    /// <summary>What is wrong with what was read; null when it follows the rule.</summary>
    private string? Fel(string vem, Lasvag vag, string kolumn, HttpResponseMessage svar)
    {
        var fick = Webblasaren.Vart(svar);
        var vantat = !Har(vem, vag.Kraver) ? "404 " : vag.Dorr is Dorr.Formaga ? $"{vag.Svar} " : (Laget(vem, kolumn), vag.Dorr) switch
        {
            ('-', _) => "404 ",
            ('S' or 'J', Dorr.Del) or ('S', Dorr.Uppgiftssida) or ('J', Dorr.Fil) => "404 ",
            ('S', _) => $"302 /arenden/{varld.Arenden[kolumn].Nummer}/oppna?till=",
            ('J', _) => "403 ",
            // Handlingen öppnas när personen visas.
            (_, Dorr.Fil) when kolumn is Atkomstvarld.Skyddat => "409 ",
            (_, Dorr.Lasa or Dorr.Del or Dorr.Uppgiftssida or Dorr.Fil) => "200 ",
            ('s' or 'N', _) => "404 ",
            ('T', Dorr.Chef) => "404 ",
            // Ett avslutat ärende ändras inte, och dolda uppgifter ändrar ingen.
            (_, Dorr.Skriva) when kolumn is Atkomstvarld.Avslutat or Atkomstvarld.Skyddat => "409 ",
            _ => "200 ",
        };
        // En uppgift som inte har en egen sida visar den sida som hör till den.
        var vidare = vag.Monster == "/uppgifter/{Id:guid}" && vantat == "200 " && fick.StartsWith($"302 /arenden/{varld.Arenden[kolumn].Nummer}", StringComparison.Ordinal);
        return vidare || fick.StartsWith(vantat, StringComparison.Ordinal) ? null : $"väntat {vantat}, fick {fick}";
    }

    private static string? Fel(string? vantat, Skickvag vag, HttpResponseMessage svar, List<AuditHandelse> spar, bool svararAnda)
    {
        var fick = Webblasaren.Vart(svar);
        if (vantat is null)
        {
            if (spar.Any(h => h.Utfall == Auditutfall.Nekad && h.Typ == vag.Anrop.Name && h.Kod == Felkoder.BehorighetSaknas)) return "nekades trots rätt";
            return vag.Dorr is not Dorr.Formaga && spar.FirstOrDefault(h => h.Typ == vag.Anrop.Name && Nekanden.Contains(h.Kod, StringComparer.Ordinal)) is { } nekad ? $"nekades trots rätt: {nekad.Kod}"
                : !spar.Any(h => h.Typ == vag.Anrop.Name || Andrade(h)) ? $"inget {vag.Anrop.Name}, {fick} och {string.Join(", ", spar.Select(h => $"{h.Typ} {h.Utfall} {h.Kod}"))}" : null;
        }
        if (!spar.Any(h => h.Utfall == Auditutfall.Nekad && h.Typ == vag.Anrop.Name && h.Kod == vantat))
            return $"väntat {vantat}, fick {fick} och {string.Join(", ", spar.Select(h => $"{h.Typ} {h.Utfall} {h.Kod}"))}";
        var andrat = spar.Where(Andrade).Select(h => h.Typ).ToList();
        if (andrat.Count > 0) return $"nekades med {vantat} men gjorde {string.Join(", ", andrat)}";
        return (svar.StatusCode is HttpStatusCode.OK && !svararAnda) || (int)svar.StatusCode >= 500 ? $"nekades med {vantat} men svarade {fick}" : null;
    }

    /// <summary>What is done stands in the trail by what happened, what is read by what was asked.</summary>
    private static bool Andrade(AuditHandelse h) => h.Utfall == Auditutfall.Ok && !Array.Exists(["Hamta", "Lista", "Sok"], f => h.Typ.StartsWith(f, StringComparison.Ordinal));

    /// <summary>The same form asks for something else too, which the user may have: the page answers with that.</summary>
    private static bool SvararAnda(string vem, Skickvag vag, string kolumn) => Vagregler.Skicka.Any(
        v => v != vag && v.Monster == vag.Monster && v.Blankett == vag.Blankett && v.Anrop.Name.StartsWith("Sok", StringComparison.Ordinal) && Vantat(vem, v.Kraver, v.Dorr, kolumn) is null);

    /// <summary>The code of the refusal; null for the one who may.</summary>
    private static string? Vantat(string vem, Behorighet[] kraver, Dorr dorr, string kolumn) => !Har(vem, kraver) ? Felkoder.BehorighetSaknas : dorr is Dorr.Formaga ? null : (Laget(vem, kolumn), dorr) switch
    {
        ('-', _) => "FINNS_INTE",
        ('S', Dorr.Skal) => null,
        ('S', _) => "SKAL_KRAVS",
        ('J', _) => "JAVIG",
        (_, Dorr.Lasa or Dorr.Skal) => null,
        ('N', _) => "INTE_DITT_ARENDE",
        ('s', Dorr.Uppgift) => "INTE_DIN_UPPGIFT",
        ('s', _) => "INTE_DITT_ARENDE",
        _ => null,
    };

    private static bool Har(string vem, Behorighet[] kraver) => kraver.Any(k => Roller.Behorigheter(Atkomstvarld.Personal[vem].Roll).Contains(k));

    private static char Laget(string vem, string kolumn) => Hur[vem].Split(' ', StringSplitOptions.RemoveEmptyEntries)[Array.IndexOf(Kolumner, kolumn)][0];

    /// <summary>The ärenden to try; one that exists and one that does not is enough for someone who has none.</summary>
    private static string[] Kolumnerna(string vem, string adress) => !adress.Contains('{', StringComparison.Ordinal) ? [Atkomstvarld.Eget]
        : vem is "frida" or "ulla" or "kaj" or "yrsa" or "jon" ? [Atkomstvarld.Eget, Atkomstvarld.Saknas] : Kolumner;

    /// <summary>The ärenden to try a form on: each way that the user can stand to one; without the capability one is enough.</summary>
    private static IEnumerable<string> Provade(string vem, Skickvag vag)
    {
        var alla = vag.Dorr is Dorr.Formaga || !Har(vem, vag.Kraver) ? [Atkomstvarld.Eget] : Kolumner;
        return vem is "hanna" or "bea" ? alla : alla.DistinctBy(k => Laget(vem, k));
    }

    private string Fyll(string text, string kolumn)
    {
        var (nummer, uppgift, handling) = varld.Arenden[kolumn];
        return text.Replace("{nummer}", nummer, StringComparison.Ordinal).Replace("{uppgift}", uppgift.ToString(), StringComparison.Ordinal).Replace("{handling}", handling.ToString(), StringComparison.Ordinal)
            .Replace("{slut}", uppgift.ToString("N")[^8..], StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Skicka(Webblasaren vem, string sida, Skickvag vag, string kolumn)
    {
        var falt = new StringBuilder("_handler=sida&version=-1&__blankett=").Append(Uri.EscapeDataString(Fyll(vag.Blankett, kolumn)));
        falt.Append("&__formular=").Append(Uri.EscapeDataString(Formularnyckel().Match(sida).Groups["varde"].Value));
        if (vag.Falt.Length > 0) falt.Append('&').Append(Fyll(vag.Falt, kolumn));
        using var kropp = new StringContent(falt.ToString(), Encoding.UTF8, "application/x-www-form-urlencoded");
        var svar = await vem.Klient.PostAsync(new Uri(Fyll(vag.Adress, kolumn), UriKind.Relative), kropp);
        // Sökningen görs på sidan som den skickas vidare till.
        return svar.Headers.Location?.OriginalString is { } till && till.StartsWith("/sok/", StringComparison.Ordinal) ? await vem.Ga(till) : svar;
    }

    private Task<List<AuditHandelse>> Efter(string vem, long id)
    {
        var (aktor, fran) = (new AnvandareId(Atkomstvarld.Personal[vem].Id), new HandelseId(id));
        return varld.Enhet.Vard.Las(db => db.AuditHandelser.AsNoTracking().Where(h => h.AktorId == aktor && h.Id.CompareTo(fran) > 0).ToListAsync());
    }

    private static HashSet<string> Blanketter(string monster) =>
        [.. Vagregler.Skicka.Where(v => v.Monster == monster).Select(v => v.Blankett), .. Vagregler.Egna.Keys.Where(e => e.Monster == monster).Select(e => e.Blankett)];

    private IEnumerable<RouteEndpoint> Vagar() => varld.Webb.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(v => v.Metadata.All(m => m.GetType().FullName?.Contains("StaticAsset", StringComparison.Ordinal) != true) && v.RoutePattern.RawText != "{**path:file}")
        .Where(v => !Monster(v).StartsWith("/_framework/", StringComparison.Ordinal))
        // API:ets nej till andra metoder och okända adresser: en nyckel krävs (VagarTests), och svaret är alltid 405 eller 404.
        .Where(v => Metoder(v) is not ["*"] || !Monster(v).StartsWith("/api", StringComparison.Ordinal));

    private static string Monster(RouteEndpoint vag) => "/" + (vag.RoutePattern.RawText ?? "").Trim('/');

    // HEAD är GET utan kropp: samma hanterare, samma regel.
    private static IReadOnlyList<string> Metoder(RouteEndpoint vag) =>
        vag.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } m ? [.. m.Where(n => n != HttpMethods.Head || !m.Contains(HttpMethods.Get, StringComparer.Ordinal))] : ["*"];

    private static string UtanNummer(string blankett) => Nummer().Replace(blankett, "");

    [GeneratedRegex("name=\"__blankett\" value=\"(?<namn>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blankettnamn();

    [GeneratedRegex("name=\"__formular\" value=\"(?<varde>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formularnyckel();

    // "vanta-018f…" och "star-20" är samma formulär för en annan rad.
    [GeneratedRegex("-(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|[0-9]+|\\{uppgift\\}|Bw|[A-Za-z0-9_]{20,})$", RegexOptions.None, 1000)]
    private static partial Regex Nummer();
}
