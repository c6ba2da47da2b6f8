using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>A process is never accepted and then silently does nothing: what this product cannot do is refused by element id.</summary>
public sealed class PaketlasareTests
{
    [Theory]
    [InlineData("cf:operation=\"arende.fordela\"", "cf:operation=\"arende.fordla\"", "FordelaArende: cf:operation arende.fordla finns inte.")]
    [InlineData("id=\"Utred\" name=", "id=\"Utred\" cf:assignee=\"hanna\" name=", "Utred: cf:assignee stöds inte.")]
    [InlineData("cf:form=\"sida:utredning\"", "cf:form=\"sida:utredningen\"", "Utred: sidan sida:utredningen finns inte.")]
    [InlineData("cf:group=\"chef\"", "cf:group=\"utforare\"", "TilldelaHandlaggare: cf:group utforare finns inte.")]
    public void Ett_okant_ord_i_processen_nekas_med_elementets_id(string fran, string till, string fel)
    {
        var filer = Bistand();
        var bpmn = filer["bistand.bpmn"];
        var plats = bpmn.IndexOf(fran, StringComparison.Ordinal);
        Assert.True(plats >= 0, $"{fran} finns inte.");
        filer["bistand.bpmn"] = string.Concat(bpmn.AsSpan(0, plats), till, bpmn.AsSpan(plats + fran.Length));

        Nekas(filer, fel);
    }

    [Theory]
    [InlineData("{}", "process.json går inte att läsa")]
    [InlineData("null", "process.json är tom")]
    [InlineData("""{"uppgifter":{"Utred":null}}""", "process.json, Utred: inställningen är null")]
    [InlineData("""{"uppgifter":{"Utred":{"vantar":{"vaknar":"today()"}}}}""", "process.json går inte att läsa")]
    [InlineData("""{"uppgifter":{"Utred":{"vantar":{"orsak":"komplettering"}}}}""", "process.json går inte att läsa")]
    [InlineData("""{"uppgifter":{"Utred":{"vantar":{"orsak":"regn","vaknar":"today()"}}}}""", "process.json, Utred: väntar på regn")]
    [InlineData("""{"uppgifter":{"Utred":{"steg":"3"}}}""", "process.json, Utred: steget 3 finns inte")]
    [InlineData("""{"uppgifter":{"Finns inte":{}}}""", "process.json: uppgiften Finns inte finns inte i processen")]
    public void En_ofullstandig_process_json_nekas(string json, string fel)
    {
        var filer = Bistand();
        filer["process.json"] = json;

        Nekas(filer, fel);
    }

    [Theory]
    [InlineData("bistand.bpmn", "komplett = \"nej\"", "komplet = \"nej\"", "ArKomplett, flödet f08: variabeln komplet finns inte.")]
    [InlineData("bistand.bpmn", "komplett = \"nej\"", "komplett = \"nix\"", "ArKomplett, flödet f08: ”nix” är inget svar på komplett i formuläret för GranskaAnsokan, TaEmotKomplettering. Välj bland ja, nej.")]
    [InlineData("bistand.bpmn", "komplett = \"nej\"", "forslagAndras = \"nej\"", "ArKomplett, flödet f08: variabeln forslagAndras ges av TaEmotSynpunkter, som aldrig kommer före.")]
    [InlineData("bistand.bpmn", "cf:due=\"=date(kompletteringSenast)\"", "cf:due=\"=date(kompletteringSent)\"", "TaEmotKomplettering, cf:due: variabeln kompletteringSent finns inte.")]
    [InlineData("bistand.bpmn", "=date(svarSenast) + duration(\"P1D\")", "=date(svarSent) + duration(\"P1D\")", "SvarstidenSlut, timern: variabeln svarSent finns inte.")]
    [InlineData("bistand.bpmn", "cf:form=\"kommunicera\"", "cf:form=\"underratta\"", "forms/kommunicera.json: ingen uppgift använder formuläret.")]
    [InlineData("process.json", "date(kompletteringSenast)", "date(senast)", "TaEmotKomplettering, vaknar i process.json: variabeln senast finns inte.")]
    [InlineData("forms/kommunicera.json", "\"namn\": \"svarSenast\"", "\"namn\": \"svaraSenast\"", "forms/kommunicera.json: fältet svarSenast saknas. Uppgiften Kommunicera behöver det (typen datum).")]
    [InlineData("forms/kommunicera.json", "\"typ\": \"datum\"", "\"typ\": \"text\"", "forms/kommunicera.json: fältet kommuniceratDag: typen är text. Uppgiften Kommunicera läser det som datum.")]
    [InlineData("forms/kommunicera.json", "\"varde\": \"skriv-om\"", "\"varde\": \"skriv-om-allt\"", "forms/kommunicera.json: fältet kommuniceras: uppgiften Kommunicera förstår inte svaret skriv-om-allt. Den kan ja, nej, skriv-om.")]
    [InlineData("forms/kommunicera.json", "\"varde\": \"skriv-om\"", "\"varde\": \"skriv-om-allt\"", "ArKommunicerat, flödet f66: ”skriv-om” är inget svar på kommuniceras")]
    [InlineData("forms/begar-komplettering.json", "\"kravs\": true,\n          \"hjalp\": \"Ärendet", "\"hjalp\": \"Ärendet", "forms/begar-komplettering.json: fältet kompletteringSenast: uppgiften BegarKomplettering kan inte vara utan svaret. Skriv \"kravs\": true.")]
    [InlineData("forms/begar-komplettering.json", "process.frister", "process.frist", "forms/begar-komplettering.json: fältet kompletteringSenast: forifyll: processen har ingen variabel frist.")]
    [InlineData("delegation.dmn", "<text>\"3.1\"</text>", "<text>\"3.1 a)\"</text>", "beslutstabellen delegation, delegation_r1: punkten skrivs med högst 64 tecken")]
    [InlineData("delegation.dmn", "<text>\"3.1\"</text>", "<text>\"\"</text>", "beslutstabellen delegation, delegation_r1: punkten skrivs med")]
    [InlineData("delegation.dmn", "r1_o1\"><text>1</text>", "r1_o1\"><text>5</text>", "beslutstabellen delegation, delegation_r1: nivån är 1 till 4")]
    [InlineData("forms/underratta.json", "{arende.beslutsdag}", "{arende.beslutat}", "forms/underratta.json: fältet underrattadDag: villkor 2, text: arende.beslutat finns inte.")]
    public void Ett_formular_som_inte_passar_sin_process_nekas_med_element_och_falt(string fil, string fran, string till, string fel)
    {
        var filer = Bistand();
        var text = filer[fil].ReplaceLineEndings("\n");
        var plats = text.IndexOf(fran, StringComparison.Ordinal);
        Assert.True(plats >= 0, $"{fran} finns inte.");
        filer[fil] = string.Concat(text.AsSpan(0, plats), till, text.AsSpan(plats + fran.Length));

        Nekas(filer, fel);
        Assert.NotNull(Processpaketlasare.Las("bistand", filer).Paket); // det som redan är inlagt går på som förut
    }

    /// <summary>Two rows of the delegationsordning that both apply would stop every beslut they meet in; a row that is missing goes to the nämnd.</summary>
    [Fact]
    public void Ett_overlapp_i_en_unik_tabell_nekas_med_exempel_och_en_lucka_varnar()
    {
        var filer = Bistand();
        var hel = filer["delegation.dmn"];
        filer["delegation.dmn"] = hel.Replace("<text>&gt; 40</text>", "<text>&gt;= 40</text>", StringComparison.Ordinal);
        Nekas(filer, "beslutstabellen delegation: Regel 1 (delegation_r1) och regel 2 (delegation_r2) gäller båda för insatstyp = \"hemtjanst\", utfall = \"bifall\", omfattning = 40, beslutsdag = 2025-07-01.");
        Assert.NotNull(Processpaketlasare.Las("bistand", filer).Paket);

        filer["delegation.dmn"] = hel.Replace("<text>&gt; 40</text>", "<text>&gt; 41</text>", StringComparison.Ordinal);
        var paket = Processpaketlasare.Granska("bistand", filer).Paket;
        Assert.StartsWith(
            "beslutstabellen delegation: Ingen regel gäller när Insatstyp är \"hemtjanst\" och Utfall är \"bifall\" och Omfattning är (40..41] och Beslutsdag är >= 2025-07-01.",
            Assert.Single(paket!.Tabellbrister()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void De_tabeller_som_foljer_med_ar_hela_och_kan_katalogens_insatser()
    {
        var paket = Processpaketlasare.Granska("bistand", Bistand()).Paket!;

        Assert.Empty(paket.Tabellbrister());
        foreach (var (typ, utfall) in Insatskatalog.Standard.SelectMany(_ => Enum.GetValues<Beslutsutfall>(), (typ, utfall) => (typ.Kod, utfall.Kod())))
        {
            var svar = paket.Avgor("delegation", FeelContext.Of(("insatstyp", typ), ("utfall", utfall), ("omfattning", 1), ("beslutsdag", new DateOnly(2026, 3, 2))), DateTimeOffset.UnixEpoch);
            Assert.Equal((1, 0), (svar.MatchedRules.Length, svar.Warnings.Length));
        }
    }

    [Fact]
    public void Det_som_fattas_i_en_fil_dojer_inte_det_som_fattas_i_en_annan()
    {
        var filer = Bistand();
        filer["forms/underratta.json"] = "{";
        filer["forms/kommunicera.json"] = filer["forms/kommunicera.json"].Replace("\"kommuniceras = \\\"nej\\\"\"", "\"kommuniceras = \\\"nix\\\"\"", StringComparison.Ordinal);
        filer["process.json"] = filer["process.json"].Replace("\"steg\": \"beslut\"", "\"steg\": \"beslutat\"", StringComparison.Ordinal);

        var fel = Processpaketlasare.Granska("bistand", filer).Fel;

        Assert.Equal(3, fel.Count);
        Assert.Contains(fel, f => f.StartsWith("forms/underratta.json: Filen går inte att läsa", StringComparison.Ordinal));
        Assert.Contains(fel, f => f.StartsWith("forms/kommunicera.json: avsnitt 3: visasNar: ”nix”", StringComparison.Ordinal));
        Assert.Contains(fel, f => f.StartsWith("process.json, FattaBeslut: steget beslutat finns inte", StringComparison.Ordinal));
    }

    [Fact]
    public void En_handling_heter_som_sin_uppgift_och_laser_falt_som_finns()
    {
        var handlingar = typeof(IUppgiftshandling).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsNested: false } && t.IsAssignableTo(typeof(IUppgiftshandling))).ToList();

        Assert.All(handlingar, t => Assert.Equal(t.Name, ((IUppgiftshandling)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Nod));
        Assert.All(handlingar, t => Assert.NotEmpty(Handlingsfalt.Laser(t.Name)));
        Assert.All(handlingar.SelectMany(t => Handlingsfalt.Laser(t.Name)).Where(l => l.Katalog is not null), l => Assert.NotEmpty(l.Koder));
    }

    [Fact]
    public void Alla_operationer_gar_att_namna_i_en_process()
    {
        var namn = typeof(ITjansteoperation).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ITjansteoperation)))
            .Select(t => ((ITjansteoperation)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Namn);

        Assert.Equal(Processord.Operationer.Order(StringComparer.Ordinal), namn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Varje_sida_har_en_egen_plats() =>
        Assert.All(Processord.Sidor, s => Assert.DoesNotContain("/uppgifter/", Arendehuvuden.Lank(s, Guid.Empty, "2026-00001"), StringComparison.Ordinal));

    private static void Nekas(Dictionary<string, string> filer, string fel)
    {
        var svar = Processpaketlasare.Granska("bistand", filer);

        Assert.Null(svar.Paket);
        Assert.Contains(svar.Fel, f => f.StartsWith(fel, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Bistand() =>
        new(Processfiler.Las(Path.Combine(Processmapp.Sok().Mapp, "bistand")).Filer, StringComparer.Ordinal);
}
