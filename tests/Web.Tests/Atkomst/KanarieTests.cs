using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Atkomst;

/// <summary>A protected person, and everything the product says searched for her: pages, parts, forms, the API, addresses, logs, the console, every table and
/// file. The same search finds her for the one who may see her, so that it can fail.</summary>
public sealed partial class KanarieTests
{
    private static readonly Dictionary<string, (long Id, Roll Roll)> UtanRatt = new(StringComparer.Ordinal)
    {
        ["kim"] = (12, Roll.Handlaggare), ["nora"] = (22, Roll.BitradandeChef), ["ulf"] = (15, Roll.Chef), ["grete"] = (16, Roll.Handlaggare), ["frida"] = (17, Roll.Forvaltare),
        ["ulla"] = (18, Roll.Utforare), ["adam"] = (23, Roll.Administrator), ["kaj"] = (24, Roll.Kvalitetsrad), ["filip"] = (25, Roll.Fardtjansthandlaggare), ["jon"] = (27, Roll.Jour),
    };

    /// <summary>The tables where she stands, and all of them: nothing else may hold a word of her.</summary>
    private static readonly string[] Hennes =
        ["person", "namndel", "ansokan", "ansokt_insats", "utredning", "omradesbedomning", "insatsbeskrivning", "beslut", "underrattelse", "kommunicering", "formularsvar", "uppgift", "anteckning", "anteckning_sok", "anteckning_sok_data", "handling", "personombud", "narstaende", "utkast", "utredningslydelse", "kontaktlydelse"];

    private static int _nummer;

    [Fact]
    public async Task En_skyddad_person_star_bara_dar_hon_far_sta()
    {
        using var konsol = new Konsol();
        using var logg = new Loggfangare(Kanarie.Star);
        await using var enhet = await Provenhet.Skapa(mer: s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(logg)));
        await enhet.Ersatt(enhet.Kollega, enhet.BitradandeChef);
        var kanarie = await Kanarie.Lagg(enhet);
        await enhet.Ny(22, "Nora Nychef", Roll.BitradandeChef);
        await enhet.Ny(16, "Grete Granne", granne: true);
        await enhet.Ny(17, "Frida Förvaltare", Roll.Forvaltare);
        await enhet.Ny(18, "Ulla Utförare", Roll.Utforare);
        await enhet.Ny(23, "Adam Administratör", Roll.Administrator);
        await enhet.Ny(24, "Kaj Kvalitetsråd", Roll.Kvalitetsrad);
        await enhet.Ny(25, "Filip Färdtjänst", Roll.Fardtjansthandlaggare);
        await enhet.Ny(27, "Jon Jour", Roll.Jour);
        await using var webb = new Provwebb(enhet, lyssna: true);

        // De som inte har ärendet: varken vem hon är eller vad som är skrivet.
        var okand = new Sokare(webb, kanarie, null, null);
        await okand.Genomsok();
        Assert.Empty(okand.Funna([.. Kanarie.Identitet, .. Kanarie.Anteckningar, .. Kanarie.Utkast]));
        foreach (var (vem, (id, _)) in UtanRatt)
        {
            var sokare = await Ny(webb, enhet, kanarie, vem, id);
            await sokare.Genomsok();
            Assert.Empty(sokare.Funna([.. Kanarie.Identitet, .. Kanarie.Anteckningar, .. Kanarie.Utkast]));
            Assert.True(sokare.Antal > 40, $"{vem}: bara {sokare.Antal} svar genomsöktes");
        }

        // De som har det: utredningen, men inte vem hon är, anteckningarna eller vad handlingarna heter förrän de ber om det.
        foreach (var (vem, id) in new[] { ("hanna", 11L), ("bea", 13L), ("clara", 14L) })
        {
            var sokare = await Ny(webb, enhet, kanarie, vem, id);
            await sokare.Genomsok();
            Assert.Empty(sokare.Funna([.. Kanarie.Identitet, .. Kanarie.Akten]));
            Assert.Equal(Kanarie.Anteckningar.Except(Kanarie.Akten).Except(sokare.Sedda(Kanarie.Anteckningar)), []);
            // Ett utkast är bara för den som skrev det, på den sida där det skrevs.
            Assert.Equal(vem == "hanna" ? Kanarie.Utkast : [], sokare.Sedda(Kanarie.Utkast).Order(StringComparer.Ordinal));
            Assert.All(sokare.Funna(Kanarie.Utkast), f => Assert.Matches($"^((GET|POST) /arenden/{kanarie.Arende.Nummer}/anteckningar|GET /ansokningar/registrera)", f));
        }

        // Hon visas för den som bad om det, på ärendets sidor, och inte i en lista, en adress eller API:et.
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(kanarie.Arende.Nummer, "Ska ringa henne"), enhet.Handlaggare));
        var hanna = await Ny(webb, enhet, kanarie, "hanna", 11);
        await hanna.Genomsok();
        string[] visas = ["Xkanarina", "Yhemlig", "Åttagränd", "Ödeby", "070-9990003", "19420314-9804", "Wombudsson"];
        Assert.Equal(visas.Except(hanna.Sedda(Kanarie.Identitet)), []);
        Assert.Equal(Kanarie.Akten.Except(hanna.Sedda(Kanarie.Akten)), []);
        Assert.All(hanna.Funna(Kanarie.Identitet), f => Assert.Matches($"^(GET|POST) /(arenden/{kanarie.Arende.Nummer}(?!/forhandsvisning)|uppgifter/)", f));
        Assert.DoesNotContain(hanna.Adresser, a => Kanarie.Finn(a, Kanarie.Identitet).Count > 0);
        var clara = await Ny(webb, enhet, kanarie, "clara", 14);
        await clara.Genomsok();
        Assert.Empty(clara.Funna(Kanarie.Identitet));

        Assert.True(webb.Logg.Antal > 1000 && logg.Antal > 1000, $"{webb.Logg.Antal} och {logg.Antal} rader loggades.");
        Assert.Empty(webb.Logg.Rader.Concat(logg.Rader).Take(5));
        Assert.Contains("caseflow", konsol.Skrivet, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(konsol.Skrivet.Split('\n').Where(Kanarie.Star).Take(5));
        Tabeller(enhet.Vard.Mapp);
        var filer = Directory.GetFiles(enhet.Vard.Mapp, "*", SearchOption.AllDirectories).Where(f => !f.Contains("caseflow.db", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(filer, f => Kanarie.Star(File.ReadAllText(f)));
    }

    /// <summary>Every column of every table: the trail, the idempotency answers, the state of the processes, the sessions and all else.</summary>
    private static void Tabeller(string mapp)
    {
        var funna = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var anslutning = new SqliteConnection($"Data Source={Path.Combine(mapp, "caseflow.db")};Pooling=False;Mode=ReadOnly");
        anslutning.Open();
        foreach (var tabell in Rader(anslutning, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(r => r[0]).ToList())
            foreach (var rad in Rader(anslutning, $"SELECT * FROM \"{tabell}\""))
                foreach (var ord in Kanarie.Finn(string.Join('\n', rad), [.. Kanarie.Identitet, .. Kanarie.Anteckningar, .. Kanarie.Utkast]))
                {
                    funna.TryAdd(tabell, new(StringComparer.Ordinal));
                    funna[tabell].Add(ord);
                }

        var fel = string.Join(' ', funna.Keys.Except(Hennes, StringComparer.Ordinal)) + string.Join(' ', Hennes.Except(funna.Keys, StringComparer.Ordinal).Select(t => "-" + t));
        Assert.True(fel.Length == 0, fel);
        Assert.Contains("Yhemlig", funna["person"]);
        Assert.Equal(Kanarie.Anteckningar.Except(funna.Values.SelectMany(v => v)), []);
    }

    private static IEnumerable<string[]> Rader(SqliteConnection anslutning, string sql)
    {
        using var fraga = anslutning.CreateCommand();
        fraga.CommandText = sql;
        using var lasare = fraga.ExecuteReader();
        while (lasare.Read())
            yield return [.. Enumerable.Range(0, lasare.FieldCount).Select(i => lasare.GetValue(i) is byte[] b ? Encoding.UTF8.GetString(b) : Convert.ToString(lasare.GetValue(i), CultureInfo.InvariantCulture) ?? "")];
    }

    private static async Task<Sokare> Ny(Provwebb webb, Provenhet enhet, Kanarie kanarie, string vem, long id)
    {
        await using var scope = webb.Services.CreateAsyncScope();
        var konton = scope.ServiceProvider.GetRequiredService<IKonton>();
        string? nyckel = null;
        if (!await konton.Finns(vem, CancellationToken.None))
        {
            konton.Skapa(new(id), vem, Drift.Losenord, tillfalligt: false);
            await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().SaveChangesAsync();
        }
        nyckel = Provarende.Ok(await enhet.Vard.Sand(new SkapaApiNyckel($"{vem} {Interlocked.Increment(ref _nummer)}", Kontraktsbehorighet.Alla, vem))).Klartext;
        return new(webb, kanarie, vem, nyckel);
    }

    /// <summary>Asks for all that someone can ask for, and keeps what was said.</summary>
    private sealed partial class Sokare(Provwebb webb, Kanarie kanarie, string? vem, string? nyckel)
    {
        /// <summary>More pages than anyone has: a pager that never ends fails instead of filling the test.</summary>
        private const int FlestSidor = 400;

        private readonly Webblasaren _besok = webb.Besok();
        private readonly List<(string Fraga, string Svar)> _sagt = [];
        private readonly HashSet<string> _adresser = new(StringComparer.Ordinal);

        public int Antal => _sagt.Count;

        public IReadOnlyCollection<string> Adresser => _adresser;

        /// <summary>What was asked and which of the words the answer had.</summary>
        public IReadOnlyList<string> Funna(IReadOnlyList<string> ord) =>
            [.. _sagt.Select(s => (s.Fraga, Ord: Kanarie.Finn(s.Svar, ord))).Where(s => s.Ord.Count > 0).Select(s => $"{s.Fraga}: {string.Join(", ", s.Ord)}")];

        public IEnumerable<string> Sedda(IReadOnlyList<string> ord) => _sagt.SelectMany(s => Kanarie.Finn(s.Svar, ord)).Distinct(StringComparer.Ordinal);

        public async Task Genomsok()
        {
            if (vem is not null) Assert.Equal("302 /", Webblasaren.Vart(await _besok.Losenordet(vem)));
            await Sidor();
            await Formular();
            await Sok();
            await Api();
        }

        /// <summary>Every route that is read, and every address that the pages lead to.</summary>
        private async Task Sidor()
        {
            var ko = new Queue<string>(Vagregler.Las.SelectMany(v => Fyll(v.Adress)).Concat(
            [
                "/arenden?enheten=1", "/arenden?avslutade=1", "/arenden?enheten=1&urval=skyddade", $"/idag?forhandsvisa={kanarie.Arende.Nummer}", $"/arenden/{kanarie.Arende.Nummer}/forhandsvisning",
                $"/ansokningar/registrera?klar={kanarie.Arende.Nummer}", $"/enheten/flytta?nummer={kanarie.Arende.Nummer}&till=11", "/forvaltning/anvandare/11",
            ]));
            while (ko.TryDequeue(out var adress))
            {
                if (!_adresser.Add(adress)) continue;
                Assert.True(_adresser.Count <= FlestSidor, $"{vem}: sidorna tar inte slut: {string.Join(' ', _adresser.Skip(FlestSidor - 5))}");
                using var svar = await _besok.Ga(adress);
                var text = await svar.Content.ReadAsStringAsync();
                _sagt.Add(($"GET {adress}", $"{svar.Headers}{svar.Content.Headers}{text}"));
                foreach (var lank in Lankar().Matches(text).Select(m => WebUtility.HtmlDecode(m.Groups["till"].Value)).Append(svar.Headers.Location?.OriginalString ?? ""))
                    if (lank is ['/', not '/', ..] && !lank.StartsWith("/dist/", StringComparison.Ordinal)) ko.Enqueue(lank.Split('#')[0]);
            }
        }

        /// <summary>Every form about her, filled in and with a stale copy: a refusal may not say who it is about.</summary>
        private async Task Formular()
        {
            var sida = vem is null ? "" : await _besok.Las("/konto");
            foreach (var vag in Vagregler.Skicka.Where(v => v.Adress.Contains('{', StringComparison.Ordinal) && !v.Andrar))
            {
                var till = Fyll(vag.Adress)[0];
                using var svar = await _besok.SkickaMed(sida, till, "sida", [("__blankett", Fyll(vag.Blankett)[0]), ("version", "-1"), .. Falt(Fyll(vag.Falt)[0])]);
                _sagt.Add(($"POST {till}", $"{svar.Headers}{await svar.Content.ReadAsStringAsync()}"));
            }
        }

        private static IEnumerable<(string, string)> Falt(string falt) =>
            falt.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], WebUtility.UrlDecode(f[1])));

        /// <summary>Every search that could find her. What was typed stands in the field again: that alone is not said of her.</summary>
        private async Task Sok()
        {
            var sida = vem is null ? "" : await _besok.Las("/konto");
            foreach (var sokt in new[] { "Xkan", "Yhemlig", "Wregistersson", "19420314-9804", "070-9990001", "Kjournaltext", "Zgomdvägen", kanarie.Arende.Nummer.Split('-')[1] })
            {
                using var skickat = await _besok.SkickaMed(sida, "/sok", "sida", ("__blankett", "sok"), ("sok", sokt));
                // Träffarna står på sidan som det skickas vidare till.
                using var svar = skickat.Headers.Location?.OriginalString is ['/', 's', 'o', 'k', '/', ..] and var till ? await _besok.Ga(till) : skickat;
                var text = WebUtility.HtmlDecode(await svar.Content.ReadAsStringAsync()).Replace($"value=\"{sokt}\"", "", StringComparison.Ordinal);
                _sagt.Add(($"POST /sok ({sokt[..4]})", $"{svar.Headers}{text}"));
            }
        }

        private async Task Api()
        {
            foreach (var vag in Vagregler.Api)
                foreach (var adress in Fyll(vag.Adress))
                    foreach (var kropp in vag.Adress.EndsWith("/sok", StringComparison.Ordinal)
                        ? ["""{"namn":"xkan"}""", """{"namn":"yhemlig"}""", """{"personnummer":"19420314-9804"}"""] : new[] { vag.Kropp })
                        await Fraga(adress, kropp);
            foreach (var adress in new[] { "/api/v1/arenden?helaEnheten=true", "/api/v1/arenden?avslutade=true", "/api/v1/uppgifter?status=vantar" }) await Fraga(adress, null);
        }

        private async Task Fraga(string adress, string? kropp)
        {
            using var klient = webb.CreateClient();
            using var anrop = new HttpRequestMessage(kropp is null ? HttpMethod.Get : HttpMethod.Post, new Uri(adress, UriKind.Relative));
            if (kropp is { Length: > 0 }) anrop.Content = new StringContent(kropp, Encoding.UTF8, "application/json");
            if (nyckel is not null) anrop.Headers.Add("Authorization", "Bearer " + nyckel);
            anrop.Headers.TryAddWithoutValidation("If-Match", "\"9999-x\"");
            anrop.Headers.Add("Idempotency-Key", $"kanarie-{Interlocked.Increment(ref _nummer)}");
            using var svar = await klient.SendAsync(anrop);
            _sagt.Add(($"API {adress}", $"{svar.Headers}{await svar.Content.ReadAsStringAsync()}"));
        }

        /// <summary>The address for her ärende, and for each of her tasks.</summary>
        private IReadOnlyList<string> Fyll(string text)
        {
            var nummer = text.Replace("{nummer}", kanarie.Arende.Nummer, StringComparison.Ordinal);
            return nummer.Contains("{uppgift}", StringComparison.Ordinal) ? [.. kanarie.Uppgifter.Select(u => nummer.Replace("{uppgift}", u.ToString(), StringComparison.Ordinal))] : [nummer];
        }

        [GeneratedRegex("(?:href|action|hx-get|hx-post|data-[a-z-]+)=\"(?<till>/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Lankar();
    }

    /// <summary>What is written on the console meanwhile, by anyone.</summary>
    private sealed class Konsol : IDisposable
    {
        private readonly TextWriter _ut = Console.Out;
        private readonly TextWriter _fel = Console.Error;
        private readonly StringBuilder _skrivet = new();

        public Konsol()
        {
            // Stängs aldrig: en annan värd som startar nu skriver hit också sedan.
            var las = TextWriter.Synchronized(new StringWriter(_skrivet, System.Globalization.CultureInfo.InvariantCulture));
            Console.SetOut(las);
            Console.SetError(las);
        }

        public string Skrivet
        {
            get
            {
                Console.Out.Flush();
                return _skrivet.ToString();
            }
        }

        public void Dispose()
        {
            Console.SetOut(_ut);
            Console.SetError(_fel);
        }
    }
}
