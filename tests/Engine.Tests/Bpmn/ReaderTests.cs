using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Tests.Bpmn;

public sealed class ReaderTests
{
    [Fact]
    public void En_definition_bar_nyckel_namn_summa_och_noder()
    {
        var definition = Fixture.Definition("tidsgrans-avbryter");

        Assert.Equal("prov", definition.Key);
        Assert.Matches("^[0-9a-f]{64}$", definition.Sha256);
        Assert.Equal(["S", "Vanta", "Utgangen", "Paminn", "Klar"], definition.Nodes.Select(node => node.Id));
        Assert.Equal("Utgangen", Assert.Single(definition.Node("Vanta").Boundaries));
        Assert.Equal("Vanta", definition.Node("Utgangen").AttachedTo);
        Assert.Equal(4, definition.Node("S").Line);
        Assert.Equal("prov", definition.Node("Vanta").ScopeId);
        Assert.Equal("S_Vanta", Assert.Single(definition.Node("Vanta").Incoming).Id);
    }

    [Fact]
    public void En_handelsedelprocess_ar_ett_eget_omfang_i_sin_process()
    {
        var definition = Fixture.Definition("handelse-i-handelse");

        Assert.Equal(["YttreKom"], definition.Root.EventStarts.Select(node => node.Id));
        Assert.Equal(["InreKom", "SammaKom"], definition.Scope("Yttre").EventStarts.Select(node => node.Id));
        Assert.Equal("Yttre", definition.Scope("Inre").ParentId);
    }

    [Fact]
    public void Bild_text_banor_och_data_lases_forbi()
    {
        var read = BpmnReader.Read(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="D">
              <collaboration id="C"><participant id="P" processRef="prov" /></collaboration>
              <process id="prov" isExecutable="true">
                <documentation>Text</documentation>
                <laneSet id="L"><lane id="L1"><flowNodeRef>S</flowNodeRef></lane></laneSet>
                <startEvent id="S"><outgoing>f</outgoing></startEvent>
                <sequenceFlow id="f" sourceRef="S" targetRef="E" />
                <endEvent id="E"><incoming>f</incoming></endEvent>
                <dataObject id="O" /><dataObjectReference id="R" dataObjectRef="O" />
                <textAnnotation id="T"><text>Obs</text></textAnnotation><association id="A" sourceRef="E" targetRef="T" />
              </process>
              <di:BPMNDiagram id="B"><di:BPMNPlane bpmnElement="prov" /></di:BPMNDiagram>
            </definitions>
            """);

        Assert.True(read.Accepted);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Ett_annat_verktygs_attribut_ignoreras_med_en_varning()
    {
        var read = BpmnReader.Read(Fixture.Process("<bpmn:startEvent id='S' annan:asyncBefore='true'/>"));

        Assert.True(read.Accepted);
        Assert.Contains(read.Warnings, warning => warning.Contains("asyncBefore (urn:annan)", StringComparison.Ordinal));
    }

    [Fact]
    public void En_nod_utan_utgaende_flode_ar_ett_underforstatt_slut_med_varning()
    {
        var read = BpmnReader.Read(Fixture.Process("<bpmn:startEvent id='S'/>"));

        Assert.True(read.Accepted);
        Assert.Contains("grenen slutar här", Assert.Single(read.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Villkor_far_borja_med_likamed_eller_inte()
    {
        var definition = Fixture.Definition("exklusiv");

        Assert.All(definition.Node("Val").Outgoing.Take(2), flow => Assert.NotNull(flow.Condition));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "DTD")]
    [InlineData("<trasig", "giltig XML")]
    [InlineData("", "")]
    [InlineData("<html/>", "roten är html")]
    public void En_fil_som_inte_ar_BPMN_nekas_som_fil(string xml, string reason)
    {
        var read = BpmnReader.Read(xml);

        Assert.False(read.Accepted);
        Assert.Contains(reason, read.FileProblem, StringComparison.Ordinal);
    }

    [Fact]
    public void Fientlig_indata_nekas_inom_en_sekund()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000));
        var flows = string.Concat(Enumerable.Range(0, 9_000).Select(i => $"<bpmn:userTask id='n{i}'/>"));

        Assert.False(BpmnReader.Read(deep).Accepted);
        Assert.False(BpmnReader.Read(Fixture.Process(flows)).Accepted);
        Assert.False(BpmnReader.Read(Fixture.Process(string.Concat(Enumerable.Range(0, 9_000).Select(i => $"<bpmn:subProcess id='n{i}' triggeredByEvent='true'/>")))).Accepted);
        Assert.False(BpmnReader.Read(Fixture.Process(new string(' ', 1_100_000))).Accepted);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }

    [Fact]
    public void Av_flera_processer_kors_den_enda_korbara()
    {
        const string Two = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='D'>"
            + "<process id='ena'><startEvent id='S1'/></process><process id='andra'{0}><startEvent id='S2'/></process></definitions>";

        Assert.Equal("andra", BpmnReader.Read(Two.Replace("{0}", " isExecutable='true'")).Definition?.Key);
        Assert.Equal("andra", Assert.Single(BpmnReader.Read(Two.Replace("{0}", string.Empty)).Problems).ElementId);
    }

    [Fact]
    public void Kontrollen_ger_en_rad_JSON_per_fil()
    {
        Assert.Equal(
            """{"file":"a.bpmn","accepted":true,"elements":[],"reason":null}""",
            BpmnCheck.Check("a.bpmn", Fixture.Process("<bpmn:startEvent id='S'/>")).Line);
        Assert.Equal(
            """{"file":"b.bpmn","accepted":false,"elements":[{"id":"X","line":1,"reason":"Transaktion stöds inte. Använd en delprocess."}],"reason":"Ett element stöds inte eller är fel."}""",
            BpmnCheck.Check("b.bpmn", Fixture.Process("<bpmn:startEvent id='S'/><bpmn:transaction id='X'/>")).Line);
    }
}
