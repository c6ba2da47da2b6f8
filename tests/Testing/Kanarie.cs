using System.Buffers;
using System.Net;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Testing;

/// <summary>A protected person made to be recognised: name, personnummer, addresses, phones, ombud, and what was written about her, each put in by the use
/// case that a user puts it in with. Whatever the product says is searched for her.</summary>
public sealed class Kanarie
{
    private const string Personnummer = "194203149804";

    /// <summary>What says who she is or where. Hidden from everyone until someone who has the ärende asks for it with a reason.</summary>
    public static IReadOnlyList<string> Identitet { get; } =
    [
        "Xkanarina", "Yhemlig", "Zgomdvägen", "Qvarnorten", "070-9990001", "Wombudsson", "070-9990002", Personnummer, "19420314-9804", "420314-9804", "420314+9804", "Åttagränd", "Ödeby", "070-9990003", "Wregistersson",
        "070-9990004", "Wnarasson", "070-9990005",
    ];

    /// <summary>What was written about her. For those who have the ärende.</summary>
    public static IReadOnlyList<string> Anteckningar { get; } =
        ["Konskemal", "Kegnaord", "Kbeskrivning", "Kmalet", "Kkallan", "Kbedomning", "Kfaktorer", "Kinsatstext", "Kvantan", "Kmotivering", "Kobehovligt", "Kjournaltext", "Wjournalmed", "Khandlingstitel", "kfilnamn", "Whandlingspart", "Klydelse"];

    /// <summary>Those of them that are withheld as she is: notes, and what documents are called.</summary>
    public static IReadOnlyList<string> Akten { get; } = ["Kjournaltext", "Wjournalmed", "Khandlingstitel", "kfilnamn", "Whandlingspart"];

    /// <summary>What is typed about her and not saved. For the one who typed it.</summary>
    public static IReadOnlyList<string> Utkast { get; } = ["Kutkast", "Wutkastsson"];

    private static readonly SearchValues<string> Alla = SearchValues.Create([.. Identitet, .. Anteckningar, .. Utkast], StringComparison.OrdinalIgnoreCase);

    private Kanarie(Provarende arende, IReadOnlyList<Guid> uppgifter) => (Arende, Uppgifter) = (arende, uppgifter);

    public Provarende Arende { get; }

    /// <summary>Every task of hers, open or done.</summary>
    public IReadOnlyList<Guid> Uppgifter { get; }

    /// <summary>From ansökan to underrättelse. The handläggare and the unit's chefer of today have the ärende.</summary>
    public static async Task<Kanarie> Lagg(Provenhet enhet)
    {
        var registrerad = Ok(await Sand(enhet, new RegistreraAnsokan(new InkommenAnsokan(
            "K-1", "telefon", enhet.Vard.Tid.GetUtcNow(), new(Personnummer, null, null, "Xkanarina", "Yhemlig", new("Zgomdvägen 7", "128 58", "Qvarnorten"), "070-9990001", "sv", false),
            [new("hemtjanst", "Konskemal: hjälp i hemmet", null, null)], false, "skyddad-folkbokforing", new("Wombudsson Ek", "god-man", "070-9990002", null, null)))));
        var arende = new Provarende(enhet, registrerad.Arendenummer);
        Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        await arende.Granska();
        await Utred(enhet, arende);
        Ok(await Sand(enhet, new SkrivAnteckning(arende.Nummer, Anteckningsslag.Telefonsamtal, enhet.Idag, null, "Wjournalmed Ek", "Kjournaltext: hon ringde")));
        var fil = Ok(await enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>().TaEmot(new MemoryStream(Provfil.Pdf()), Handlingsgranser.StorstFil, CancellationToken.None));
        Ok(await Sand(enhet, new LaggInHandling(arende.Nummer, Handlingsslag.Upprattad, enhet.Idag, "Whandlingspart Ek", "Khandlingstitel", "kfilnamn.pdf", new(fil.Namn, fil.Langd, fil.Sha256))));
        var ansokt = (await arende.Ansokta())[0];
        Ok(await Sand(enhet, new SparaForslag(arende.Nummer, ansokt, 0, "delvis-avslag", 10, enhet.Idag, null, "Kmotivering: behovet är delvis tillgodosett", "Bo kvar hemma")));
        Ok(await arende.ForsokLamnaForslag());
        await arende.Slutfor("Kommunicera", ("kommuniceras", "nej"), ("obehovligtSkal", "Kobehovligt: allt är redan känt"));
        Ok(await arende.ForsokBesluta(enhet.Chef));
        await ByterAdress(enhet, arende);
        var oppen = await arende.Uppgift((await arende.Oppna())[0]);
        Ok(await Sand(enhet, new LaggIVantan(oppen.PublikId, oppen.Version, "annat", enhet.Idag.AddDays(14), "Kvantan: ringer tillbaka")));
        Ok(await Sand(enhet, new SparaUtkast(arende.Nummer, "anteckning:ny", new Dictionary<string, string[]>(StringComparer.Ordinal) { ["nyText"] = ["Kutkast: hon ringde igen"], ["nyMed"] = ["Wutkastsson Ek"] })));
        Ok(await Sand(enhet, new SparaRegistreringsutkast(new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["skydd"] = ["skyddad-folkbokforing"], ["personnummer"] = [Personnummer], ["fornamn"] = ["Xkanarina"], ["efternamn"] = ["Yhemlig"], ["gata"] = ["Zgomdvägen 7"], ["telefon"] = ["070-9990001"],
            ["ombudNamn"] = ["Wombudsson Ek"], ["onskemal1"] = ["Kutkast: vill ha hjälp hemma"],
        })));
        var uppgifter = await enhet.Vard.Las(db => db.Uppgifter.Where(u => db.Arenden.Any(a => a.Id == u.ArendeId && a.Nummer == arende.Nummer)).OrderBy(u => u.Id).Select(u => u.PublikId).ToListAsync());
        return new(arende, uppgifter);
    }

    /// <summary>Those of the words that stand in the text, as it is and as a page or an address writes it.</summary>
    public static IReadOnlyList<string> Finn(string text, IEnumerable<string> ord)
    {
        var former = Former(text).Where(f => f.AsSpan().ContainsAny(Alla)).ToList();
        return former.Count == 0 ? [] : [.. ord.Where(o => former.Exists(f => f.Contains(o, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Whether any word of hers stands in a text.</summary>
    public static bool Star(string text) => Former(text).Any(f => f.AsSpan().ContainsAny(Alla));

    private static IEnumerable<string> Former(string text)
    {
        yield return text;
        var lasbar = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        if (lasbar.Length != text.Length) yield return lasbar;
        if (lasbar.AsSpan().ContainsAny('%', '+')) yield return WebUtility.UrlDecode(lasbar);
        if (text.Contains("\\u00", StringComparison.Ordinal)) yield return System.Text.RegularExpressions.Regex.Unescape(Enkel(text));
    }

    // Bara \uXXXX tolkas, som JSON skriver å, ä och ö; andra snedstreck lämnas.
    private static string Enkel(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\\\\u00", "\\u00", StringComparison.Ordinal);

    private static async Task Utred(Provenhet enhet, Provarende arende)
    {
        Ok(await Sand(enhet, new SkrivOmrade(arende.Nummer, "d6", 0, "Kegnaord: jag orkar inte", "Kbeskrivning: behöver hjälp", 3, 1, "Kmalet: ett tryggt hem", "Kkallan: samtal", enhet.Idag, "klar")));
        Ok(await Sand(enhet, new SkrivBedomning(arende.Nummer, 0, "Kbedomning: behovet finns, Klydelse", "Kfaktorer: bor ensam", null)));
        Ok(await Sand(enhet, new SkrivBedomning(arende.Nummer, 1, "Kbedomning: behovet finns", "Kfaktorer: bor ensam", null)));
        Ok(await Sand(enhet, new BesvaraValdsfraga(arende.Nummer, 0, "fragad", null, enhet.Idag)));
        Ok(await Sand(enhet, new BeskrivInsats(arende.Nummer, (await arende.Ansokta())[0], 0, "Kinsatstext: stöd varje dag", 10, enhet.Idag, "I telefon")));
        Ok(await arende.ForsokAvsluta());
    }

    /// <summary>The handläggare asks to see her, tells her of the beslut and writes where she lives now. Then five minutes are over.</summary>
    private static async Task ByterAdress(Provenhet enhet, Provarende arende)
    {
        Ok(await Sand(enhet, new VisaSkyddadeUppgifter(arende.Nummer, "Ska skicka beslutet")));
        await arende.Underratta();
        var kontakt = Ok(await Sand(enhet, new HamtaKontakt(arende.Nummer)));
        Ok(await Sand(enhet, new AndraKontakt(arende.Nummer, kontakt.Version, "Åttagränd 9", "128 59", "Ödeby", "070-9990003", "sv", false)));
        Ok(await Sand(enhet, new RegistreraOmbud(arende.Nummer, "Wregistersson Ek", OmbudRoll.GodMan, "070-9990004", [], enhet.Idag, null, false, null)));
        Ok(await Sand(enhet, new LaggTillNarstaende(arende.Nummer, "Wnarasson Al", Relation.Syskon, "070-9990005", Kontaktlov.Ja, null)));
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(6));
    }

    private static Task<Result<T>> Sand<T>(Provenhet enhet, MediatR.IRequest<Result<T>> request) => enhet.Vard.Sand(request, enhet.Handlaggare);

    private static T Ok<T>(Result<T> svar) => Provarende.Ok(svar);
}
