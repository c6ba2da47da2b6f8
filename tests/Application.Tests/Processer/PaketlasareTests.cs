using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;

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
        var svar = Processpaketlasare.Las("bistand", filer);

        Assert.Null(svar.Paket);
        Assert.Contains(svar.Fel, f => f.StartsWith(fel, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Bistand() =>
        new(Processfiler.Las(Path.Combine(Processmapp.Sok().Mapp, "bistand")).Filer, StringComparer.Ordinal);
}
