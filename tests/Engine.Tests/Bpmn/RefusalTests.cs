using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Tests.Bpmn;

public sealed class RefusalTests
{
    private const string Whole = "<bpmn:startEvent id='S'/><bpmn:sequenceFlow id='f' sourceRef='S' targetRef='X'/>";

    private static BpmnReadResult Read(string elements, string before = "") => BpmnReader.Read(Fixture.Process(elements, before));

    private static void Refused(BpmnReadResult result, string id, string reason)
    {
        Assert.False(result.Accepted);
        Assert.Contains(result.Problems, problem => problem.ElementId == id && problem.Line > 0 && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<bpmn:task id='X'/>", "userTask, serviceTask eller businessRuleTask")]
    [InlineData("<bpmn:receiveTask id='X'/>", "saknar messageRef")]
    [InlineData("<bpmn:receiveTask id='X' messageRef='M' instantiate='true'/>", "startar inte processen")]
    [InlineData("<bpmn:sendTask id='X'/>", "cf:operation eller messageRef")]
    [InlineData("<bpmn:scriptTask id='X'/>", "saknar script")]
    [InlineData("<bpmn:scriptTask id='X'><bpmn:script>1</bpmn:script></bpmn:scriptTask>", "cf:resultVariable")]
    [InlineData("<bpmn:scriptTask id='X' scriptFormat='groovy' cf:resultVariable='r'><bpmn:script>1</bpmn:script></bpmn:scriptTask>", "språk groovy")]
    [InlineData("<bpmn:scriptTask id='X' cf:resultVariable='r'><bpmn:script>1 +</bpmn:script></bpmn:scriptTask>", "FEEL, tecken")]
    [InlineData("<bpmn:callActivity id='X'/>", "calledElement")]
    [InlineData("<bpmn:callActivity id='X' calledElement='y'><bpmn:extensionElements><cf:in source='=a'/></bpmn:extensionElements></bpmn:callActivity>", "source och target")]
    [InlineData("<bpmn:subProcess id='X'/>", "saknar starthändelse")]
    [InlineData("<bpmn:transaction id='X'/>", "Använd en delprocess")]
    [InlineData("<bpmn:adHocSubProcess id='X'/>", "ingen aktivitet att börja")]
    [InlineData("<bpmn:adHocSubProcess id='X' ordering='Sequential'><bpmn:userTask id='I'/></bpmn:adHocSubProcess>", "ordering")]
    [InlineData("<bpmn:eventBasedGateway id='X'/>", "minst två händelser")]
    [InlineData("<bpmn:eventBasedGateway id='X' instantiate='true'/>", "startar inte processen")]
    [InlineData("<bpmn:eventBasedGateway id='X' eventGatewayType='Parallel'/>", "en av sina händelser")]
    [InlineData("<bpmn:complexGateway id='X'/>", "parallella, inklusiva och exklusiva")]
    [InlineData("<bpmn:intermediateThrowEvent id='X'><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>", "Kastande mellanhändelse för kompensation")]
    [InlineData("<bpmn:intermediateThrowEvent id='X'><bpmn:linkEventDefinition name='a'/></bpmn:intermediateThrowEvent>", "Ingen länk som fångar")]
    [InlineData("<bpmn:intermediateThrowEvent id='X'><bpmn:signalEventDefinition signalRef='borta'/></bpmn:intermediateThrowEvent>", "Signalen borta finns inte")]
    [InlineData("<bpmn:intermediateThrowEvent id='X'><bpmn:escalationEventDefinition/></bpmn:intermediateThrowEvent>", "saknar escalationRef")]
    [InlineData("<bpmn:choreographyTask id='X'/>", "Använd en process")]
    [InlineData("<bpmn:userTask id='X'><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>", "loopDataInputRef")]
    [InlineData("<bpmn:userTask id='X'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality> </bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>", "är tom")]
    [InlineData("<bpmn:userTask id='X'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:loopDataOutputRef>r</bpmn:loopDataOutputRef></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>", "hör ihop")]
    [InlineData("<bpmn:userTask id='X'><bpmn:standardLoopCharacteristics/></bpmn:userTask>", "slinga")]
    [InlineData("<bpmn:userTask id='X'><bpmn:potentialOwner/></bpmn:userTask>", "cf:group")]
    [InlineData("<bpmn:userTask id='X' isForCompensation='true'/>", "Kompensation")]
    [InlineData("<bpmn:userTask id='X' startQuantity='2'/>", "parallell gateway")]
    [InlineData("<bpmn:endEvent id='X'><bpmn:messageEventDefinition/></bpmn:endEvent>", "saknar messageRef")]
    [InlineData("<bpmn:endEvent id='X'><bpmn:errorEventDefinition/></bpmn:endEvent>", "saknar errorRef")]
    [InlineData("<bpmn:intermediateCatchEvent id='X'><bpmn:conditionalEventDefinition/></bpmn:intermediateCatchEvent>", "Mellanhändelse för villkor")]
    [InlineData("<bpmn:intermediateCatchEvent id='X'><bpmn:timerEventDefinition/><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>", "flera saker")]
    [InlineData("<bpmn:intermediateCatchEvent id='X'/>", "vad den väntar på")]
    [InlineData("<bpmn:intermediateCatchEvent id='X'><bpmn:eventDefinitionRef>q</bpmn:eventDefinitionRef></bpmn:intermediateCatchEvent>", "Delad")]
    [InlineData("<bpmn:userTask id='X' cf:from='stavfel'/>", "cf:from finns inte")]
    [InlineData("<bpmn:userTask id='X' cf:due='=1 +'/>", "FEEL")]
    [InlineData("<bpmn:userTask id='X' cf:due='30 dagar'/>", "ISO 8601")]
    [InlineData("<bpmn:userTask id='X' cf:form='=namn'/>", "formulärets nyckel")]
    [InlineData("<bpmn:serviceTask id='X'/>", "cf:operation")]
    [InlineData("<bpmn:businessRuleTask id='X' cf:resultVariable='r'/>", "cf:decision")]
    [InlineData("<bpmn:businessRuleTask id='X' cf:decision='d'/>", "cf:resultVariable")]
    [InlineData("<bpmn:userTask id='X'><bpmn:extensionElements><annan:taskListener class='a.B'/></bpmn:extensionElements></bpmn:userTask>", "taskListener")]
    [InlineData("<bpmn:userTask id='X'><bpmn:extensionElements><cf:in source='=a' target='a'/></bpmn:extensionElements></bpmn:userTask>", "cf:in")]
    public void Ett_element_som_inte_kors_nekas_med_id_rad_och_vad_man_gor_i_stallet(string element, string reason) =>
        Refused(Read(Whole + element), "X", reason);

    [Theory]
    [InlineData("<bpmn:startEvent id='X'><bpmn:conditionalEventDefinition/></bpmn:startEvent>", "Starthändelse för villkor")]
    [InlineData("<bpmn:startEvent id='X'><bpmn:errorEventDefinition/></bpmn:startEvent>", "Starthändelse för fel")]
    [InlineData("<bpmn:startEvent id='X'><bpmn:messageEventDefinition/></bpmn:startEvent>", "messageRef")]
    [InlineData("<bpmn:startEvent id='X'><bpmn:messageEventDefinition messageRef='borta'/></bpmn:startEvent>", "borta finns inte")]
    [InlineData("<bpmn:startEvent id='S'/><bpmn:startEvent id='X'/>", "redan en vanlig starthändelse")]
    [InlineData("<bpmn:startEvent id='S'/><bpmn:userTask id='X'/>", "aldrig nås")]
    [InlineData("<bpmn:startEvent id='S'/><bpmn:subProcess id='X' triggeredByEvent='true'/>", "saknar starthändelse")]
    [InlineData("<bpmn:startEvent id='S'/><bpmn:subProcess id='E' triggeredByEvent='true'><bpmn:startEvent id='X'/></bpmn:subProcess>", "vad som startar")]
    public void En_felaktig_start_nekas(string elements, string reason) => Refused(Read(elements), "X", reason);

    [Theory]
    [InlineData("<bpmn:timeDuration>14 dagar</bpmn:timeDuration>", "ISO 8601, som P14D")]
    [InlineData("<bpmn:timeDuration>P</bpmn:timeDuration>", "ISO 8601")]
    [InlineData("<bpmn:timeDuration>-P1D</bpmn:timeDuration>", "ISO 8601")]
    [InlineData("<bpmn:timeDate>2026-02-30</bpmn:timeDate>", "ISO 8601")]
    [InlineData("<bpmn:timeDuration>=duration(</bpmn:timeDuration>", "FEEL")]
    [InlineData("<bpmn:timeDuration> </bpmn:timeDuration>", "tom")]
    [InlineData("<bpmn:timeCycle>R3/P1D</bpmn:timeCycle>", "inte avbryter")]
    [InlineData("<bpmn:timeDate>2026-01-01</bpmn:timeDate><bpmn:timeDuration>P1D</bpmn:timeDuration>", "exakt en")]
    [InlineData("", "exakt en")]
    public void En_tid_som_inte_gar_att_tolka_nekas(string timer, string reason) =>
        Refused(
            Read(Whole + $"<bpmn:intermediateCatchEvent id='X'><bpmn:timerEventDefinition>{timer}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"),
            "X", reason);

    [Theory]
    [InlineData("<bpmn:sequenceFlow id='F' sourceRef='X' targetRef='borta'/>", "F", "targetRef pekar på borta")]
    [InlineData("<bpmn:sequenceFlow id='F' sourceRef='borta' targetRef='X'/>", "F", "sourceRef pekar på borta")]
    [InlineData("<bpmn:sequenceFlow id='F' sourceRef='X'/>", "F", "targetRef")]
    [InlineData("<bpmn:userTask id='X'/>", "X", "används redan på rad")]
    [InlineData("<bpmn:userTask/>", "<userTask>", "saknar id")]
    [InlineData("<bpmn:sequenceFlow id='F' sourceRef='X' targetRef='S'/>", "S", "inga inkommande")]
    [InlineData("<bpmn:boundaryEvent id='B' attachedToRef='S'><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>", "B", "inte är en uppgift")]
    [InlineData("<bpmn:boundaryEvent id='B' attachedToRef='X'><bpmn:messageEventDefinition/></bpmn:boundaryEvent>", "B", "saknar messageRef")]
    [InlineData("<bpmn:boundaryEvent id='B' attachedToRef='X' cancelActivity='false'><bpmn:errorEventDefinition/></bpmn:boundaryEvent>", "B", "avbryter alltid")]
    [InlineData("<bpmn:boundaryEvent id='B' attachedToRef='X'><bpmn:escalationEventDefinition/></bpmn:boundaryEvent>", "B", "inifrån en delprocess")]
    [InlineData("<bpmn:boundaryEvent id='B' attachedToRef='X'><bpmn:errorEventDefinition errorRef='borta'/></bpmn:boundaryEvent>", "B", "borta, som inte finns")]
    [InlineData("<bpmn:subProcess id='D'><bpmn:startEvent id='B'><bpmn:timerEventDefinition/></bpmn:startEvent></bpmn:subProcess>", "B", "ingen händelse")]
    [InlineData("<bpmn:subProcess id='D'><bpmn:startEvent id='I'/><bpmn:startEvent id='B'/></bpmn:subProcess>", "B", "redan en starthändelse")]
    [InlineData("<bpmn:adHocSubProcess id='D'><bpmn:startEvent id='B'/><bpmn:userTask id='I'/></bpmn:adHocSubProcess>", "B", "ingen starthändelse")]
    [InlineData("<bpmn:adHocSubProcess id='D'><bpmn:userTask id='I'/><bpmn:subProcess id='B' triggeredByEvent='true'/></bpmn:adHocSubProcess>", "B", "Lägg den utanför")]
    [InlineData("<bpmn:subProcess id='B' triggeredByEvent='true'><bpmn:multiInstanceLoopCharacteristics/></bpmn:subProcess>", "B", "upprepas inte")]
    [InlineData("<bpmn:intermediateCatchEvent id='L'><bpmn:linkEventDefinition name='a'/></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id='B'><bpmn:linkEventDefinition name='a'/></bpmn:intermediateCatchEvent><bpmn:intermediateThrowEvent id='T'><bpmn:linkEventDefinition name='a'/></bpmn:intermediateThrowEvent>", "B", "heter redan a")]
    [InlineData("<bpmn:eventBasedGateway id='G'/><bpmn:userTask id='U'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='B' sourceRef='G' targetRef='U'/><bpmn:sequenceFlow id='c' sourceRef='G' targetRef='X'/>", "B", "kommer en mellanhändelse")]
    [InlineData("<bpmn:inclusiveGateway id='G'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='B' sourceRef='G' targetRef='X'/><bpmn:sequenceFlow id='c' sourceRef='G' targetRef='X'/>", "B", "inklusiv gateway saknar villkor")]
    [InlineData("<bpmn:boundaryEvent id='B'><bpmn:timerEventDefinition/></bpmn:boundaryEvent>", "B", "attachedToRef")]
    [InlineData("<bpmn:subProcess id='E' triggeredByEvent='true'><bpmn:userTask id='I'/></bpmn:subProcess><bpmn:sequenceFlow id='F' sourceRef='X' targetRef='I'/>", "F", "över en delprocess gräns")]
    [InlineData("<bpmn:exclusiveGateway id='G'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='b' sourceRef='G' targetRef='X'/><bpmn:sequenceFlow id='c' sourceRef='G' targetRef='X'/>", "b", "saknar villkor")]
    [InlineData("<bpmn:exclusiveGateway id='G' default='f'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/>", "G", "inte är ett utgående flöde")]
    [InlineData("<bpmn:parallelGateway id='G' default='b'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='b' sourceRef='G' targetRef='X'/>", "G", "default-flöde")]
    [InlineData("<bpmn:exclusiveGateway id='G' default='b'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='b' sourceRef='G' targetRef='X'><bpmn:conditionExpression>true</bpmn:conditionExpression></bpmn:sequenceFlow>", "b", "inget villkor")]
    [InlineData("<bpmn:parallelGateway id='G'/><bpmn:sequenceFlow id='a' sourceRef='X' targetRef='G'/><bpmn:sequenceFlow id='b' sourceRef='G' targetRef='X'><bpmn:conditionExpression>true</bpmn:conditionExpression></bpmn:sequenceFlow>", "b", "Villkor gäller bara")]
    [InlineData("<bpmn:sequenceFlow id='a' sourceRef='X' targetRef='X'><bpmn:conditionExpression>belopp >> 3</bpmn:conditionExpression></bpmn:sequenceFlow>", "a", "tecken")]
    [InlineData("<bpmn:sequenceFlow id='a' sourceRef='X' targetRef='X'><bpmn:conditionExpression> </bpmn:conditionExpression></bpmn:sequenceFlow>", "a", "tomt")]
    [InlineData("<bpmn:sequenceFlow id='a' sourceRef='X' targetRef='X'><bpmn:conditionExpression language='javascript'>true</bpmn:conditionExpression></bpmn:sequenceFlow>", "a", "FEEL")]
    public void En_trasig_struktur_nekas(string elements, string id, string reason) =>
        Refused(Read(Whole + "<bpmn:userTask id='X'/>" + elements), id, reason);

    [Fact]
    public void En_process_utan_start_nekas() => Refused(Read("<bpmn:userTask id='X'/>"), "prov", "saknar starthändelse");

    [Fact]
    public void Raden_ar_elementets_egen()
    {
        var result = BpmnReader.Read(Fixture.Process("\n<bpmn:startEvent id='S'/>\n\n  <bpmn:task id='X'/>\n"));

        Assert.Equal(new BpmnProblem("X", 4, result.Problems[0].Reason), Assert.Single(result.Problems));
    }

    [Fact]
    public void Ett_beslut_som_inte_finns_nekas()
    {
        var xml = Fixture.Text("regel.bpmn");

        Assert.True(BpmnReader.Read(xml, new HashSet<string> { "delegation" }).Accepted);
        Refused(BpmnReader.Read(xml, new HashSet<string> { "annat" }), "VemBeslutar", "delegation finns inte");
    }
}
