using System.Text;
using CaseFlow.Web.Pages.Delar;
using CaseFlow.Web.Pages.Delar.Uppgiftsformular;
using CaseFlow.Web.Pages.Ram;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>
/// Whole pages composed of the parts. With CASEFLOW_GALLERI set to a folder the pages are written there, to be looked at.
/// </summary>
public sealed class GalleriTests
{
    [Fact]
    public async Task Idag_ryms_i_skalet_med_alla_fyra_band()
    {
        var band = new StringBuilder();
        foreach (var (slag, antal, not, rader) in Prov.Idag)
        {
            var html = new StringBuilder();
            foreach (var rad in rader)
                html.Append(await Rendering.Av<Rad>((nameof(Rad.Innehall), rad), (nameof(Rad.Vald), rad == Prov.Birger)));
            band.Append(await Rendering.Av<Band>((nameof(Band.Slag), slag), (nameof(Band.Antal), antal), (nameof(Band.Not), not),
                (nameof(Band.Fler), antal > rader.Length ? new Atgard($"Visa {antal - rader.Length} till", "/idag") : null), (nameof(Band.ChildContent), Rendering.Som(html.ToString()))));
        }

        var sida = await Skal("/idag", false, """
            <div class="sidhuvud"><div><h1>Idag</h1><p>Måndag 23 november, vecka 48 · 74 öppna ärenden · 4 att göra i dag</p></div>
            <div class="ytterst tangenter med-js"><span><kbd>j</kbd> <kbd>k</kbd> rad</span> <span><kbd>Enter</kbd> öppna</span> <span><kbd>n</kbd> nästa åtgärd</span></div></div>
            <nav class="vyer" aria-label="Sparade vyer"><a href="/idag" aria-current="true">Mitt arbete</a><a href="/idag?vy=2">Beslut denna vecka <span class="dampad siffror">8</span></a><a href="/idag?vy=3">Utan genomförandeplan <span class="dampad siffror">5</span></a></nav>
            """ + band);

        Uppmarkning.ArRiktig(sida);
        await Spara("idag", sida);
    }

    [Fact]
    public async Task Arendet_ryms_i_skalet_med_skena()
    {
        var skalor = await Rendering.Av<Skala>((nameof(Skala.Namn), "bedomt"), (nameof(Skala.Etikett), "Bedömt i dag"), (nameof(Skala.Varde), "2")) +
            await Rendering.Av<Skala>((nameof(Skala.Namn), "avsett"), (nameof(Skala.Etikett), "Avsett, målet"), (nameof(Skala.Varde), "1"));
        var mitten = await Rendering.Av<Kort>((nameof(Kort.Rubrik), "Personlig vård"), (nameof(Kort.Stor), true),
            (nameof(Kort.Huvud), Rendering.Som("<span class=\"sparat\" role=\"status\">", await Rendering.Av<Ikon>((nameof(Ikon.Namn), "moln"), (nameof(Ikon.Liten), true)), "Sparat 09.14</span>")),
            (nameof(Kort.ChildContent), Rendering.Som("<form method=\"post\" class=\"formular\">",
                await Rendering.Av<Falt>((nameof(Falt.Namn), "egna"), (nameof(Falt.Etikett), "Personens egna ord"), (nameof(Falt.Typ), Reglagetyp.Langtext), (nameof(Falt.Extra), "egna-ord"), (nameof(Falt.Varde), "”Jag klarar mig i badrummet på morgonen om det får ta tid. Men duscha vågar jag inte ensam sedan jag ramlade i augusti.”")),
                await Rendering.Av<Falt>((nameof(Falt.Namn), "beskrivning"), (nameof(Falt.Etikett), "Beskrivning"), (nameof(Falt.Typ), Reglagetyp.Langtext), (nameof(Falt.Varde), "Ingegerd tvättar överkroppen, klär sig och sköter tänderna själv, sittande. Hon behöver stöd vid dusch och hårtvätt två gånger i veckan.")),
                "<div><p class=\"etikett\">Funktionstillstånd</p>", skalor, "</div>",
                "<div class=\"knapprad\"><button class=\"ds-button\" data-klar>Klar, nästa: Hemliv</button><button class=\"ds-button\" data-variant=\"tertiary\">Ej aktuellt</button></div></form>")));
        var sida = await Skal("/arenden/2026-0419", true,
            await Rendering.Av<Personhuvud>((nameof(Personhuvud.Person), Prov.Ingegerd), (nameof(Personhuvud.ChildContent), Rendering.Som("<a class=\"ds-button\" data-variant=\"secondary\" href=\"/arenden/2026-0419/handlingar\">Handlingar 7</a>"))) +
            await Rendering.Av<Stegband>((nameof(Stegband.Steg), Prov.Steg)) + "<div class=\"text-och-sida\">" + mitten + "<aside aria-label=\"Om ärendet\">" +
            await Rendering.Av<Fristruta>((nameof(Fristruta.Frister), Prov.Frister)) +
            await Rendering.Av<Kort>((nameof(Kort.Rubrik), "Senaste händelser"), (nameof(Kort.ChildContent), Rendering.Som(await Rendering.Av<Tidslinje>((nameof(Tidslinje.Punkter), Prov.Handelser))))) +
            "</aside></div>");

        Uppmarkning.ArRiktig(sida);
        await Spara("arende", sida);
    }

    [Fact]
    public async Task Formular_och_tillstand_ryms_pa_en_sida()
    {
        var formular = await Rendering.Av<Formular>((nameof(Formular.Definition), Prov.Komplettering), (nameof(Formular.Lagen), Prov.Lagen), (nameof(Formular.Varden), new Dictionary<string, string[]> { ["slag"] = ["annat"] }),
            (nameof(Formular.Fel), new Dictionary<string, string> { ["brev"] = "Skriv vad personen ska skicka in.", ["senast"] = "Välj ett datum efter i dag." }));
        var tillstand = await Rendering.Av<Kort>((nameof(Kort.Rubrik), "Tomt"), (nameof(Kort.ChildContent), Rendering.Som(await Rendering.Av<Tomt>((nameof(Tomt.Rubrik), "Inget försenat"), (nameof(Tomt.Text), "Nästa frist är tor 26 nov.")))));
        foreach (var ton in new[] { Ton.Fel, Ton.Varning, Ton.Klar, Ton.Lugn })
            tillstand += await Rendering.Av<Meddelande>((nameof(Meddelande.Ton), ton), (nameof(Meddelande.ChildContent), Rendering.Som("<b>Brevet kunde inte skickas.</b> Inget har ändrats i ärendet.")));
        foreach (var ton in Enum.GetValues<Ton>())
            tillstand += " " + await Rendering.Av<Tagg>((nameof(Tagg.Markering), new Markering(ton.ToString(), ton, "klar")));
        var sida = await Skal("/avvikelser", false, "<div class=\"sidhuvud\"><h1>Begär komplettering</h1></div><div class=\"text-och-sida\">" +
            await Rendering.Av<Kort>((nameof(Kort.ChildContent), Rendering.Som("<form method=\"post\">", formular, "<div class=\"knapprad\"><button class=\"ds-button\">Skicka begäran</button></div></form>"))) +
            "<aside aria-label=\"Tillstånd\" class=\"trave\">" + tillstand + "</aside></div>");

        Uppmarkning.ArRiktig(sida);
        await Spara("formular", sida);
    }

    [Fact]
    public async Task Brevet_ryms_bredvid_forslaget()
    {
        var sida = await Skal("/arenden/2026-0419/beslut", true, "<div class=\"sidhuvud\"><h1>Förslag till beslut</h1></div><div class=\"tva-spalter\"><section aria-label=\"Förslag\">" +
            await Rendering.Av<Kort>((nameof(Kort.Rubrik), "Dagverksamhet"), (nameof(Kort.ChildContent), Rendering.Som("<p>Utfall</p>"))) + "</section>" +
            await Rendering.Av<Brev>((nameof(Brev.Innehall), Prov.Beslutsbrev)) + "</div>");

        Uppmarkning.ArRiktig(sida);
        await Spara("brev", sida);
    }

    private static Task<string> Skal(string sokvag, bool skena, string innehall) => Rendering.Av<Skalram>((nameof(Skalram.Inloggad), Prov.Karin),
        (nameof(Skalram.Sokvag), sokvag), (nameof(Skalram.Skena), skena), (nameof(Skalram.ChildContent), Rendering.Som(innehall)));

    private static async Task Spara(string namn, string sida)
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_GALLERI") is not { Length: > 0 } mapp)
            return;
        Directory.CreateDirectory(mapp);
        foreach (var lage in new[] { "light", "dark" })
        {
            await File.WriteAllTextAsync(Path.Combine(mapp, $"{namn}-{lage}.html"),
                $"<!DOCTYPE html><html lang=\"sv\" data-color-scheme=\"{lage}\" data-size=\"sm\" data-js><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
                $"<title>{namn}</title><link rel=\"stylesheet\" href=\"dist/stil.css\"></head><body>{sida}</body></html>");
        }
    }
}
