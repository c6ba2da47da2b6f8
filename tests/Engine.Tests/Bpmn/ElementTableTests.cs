using System.Text;
using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Tests.Bpmn;

/// <summary>The README's table of what is run, made by reading each element and asking whether it is accepted.</summary>
public sealed class ElementTableTests
{
    private const string Begin = "<!-- elementtabell -->";
    private const string End = "<!-- /elementtabell -->";

    private const string Roots = "<bpmn:message id='M' name='Svar'/><bpmn:signal id='Si' name='Larm'/><bpmn:error id='F' errorCode='FEL'/><bpmn:escalation id='Es' escalationCode='UPP'/>";

    private static readonly (string Name, string Xml)[] Triggers =
    [
        ("ingen", ""), ("meddelande", "<bpmn:messageEventDefinition messageRef='M'/>"),
        ("tid", "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>"),
        ("signal", "<bpmn:signalEventDefinition signalRef='Si'/>"), ("fel", "<bpmn:errorEventDefinition errorRef='F'/>"),
        ("eskalering", "<bpmn:escalationEventDefinition escalationRef='Es'/>"), ("länk", "<bpmn:linkEventDefinition name='l'/>"),
        ("avsluta allt", "<bpmn:terminateEventDefinition/>"), ("villkor", "<bpmn:conditionalEventDefinition/>"), ("kompensation", "<bpmn:compensateEventDefinition/>"),
    ];

    private static readonly (string Name, Func<string, string> Xml)[] Events =
    [
        ("Start av processen", t => $"<bpmn:startEvent id='S'>{t}</bpmn:startEvent>"),
        ("Start av en delprocess", t => $"<bpmn:startEvent id='S'/><bpmn:subProcess id='Del'><bpmn:startEvent id='X'>{t}</bpmn:startEvent></bpmn:subProcess>{Flow("S", "Del")}"),
        ("Start av en händelsedelprocess", t => $"<bpmn:startEvent id='S'/><bpmn:subProcess id='Del' triggeredByEvent='true'><bpmn:startEvent id='X'>{t}</bpmn:startEvent></bpmn:subProcess>"),
        ("Gränshändelse", t => $"<bpmn:startEvent id='S'/><bpmn:subProcess id='Del'><bpmn:startEvent id='I'/></bpmn:subProcess><bpmn:boundaryEvent id='X' attachedToRef='Del'>{t}</bpmn:boundaryEvent>{Flow("S", "Del")}"),
        ("Gränshändelse som inte avbryter", t => $"<bpmn:startEvent id='S'/><bpmn:subProcess id='Del'><bpmn:startEvent id='I'/></bpmn:subProcess><bpmn:boundaryEvent id='X' attachedToRef='Del' cancelActivity='false'>{t}</bpmn:boundaryEvent>{Flow("S", "Del")}"),
        ("Mellanhändelse som väntar", t => t.Contains("link", StringComparison.Ordinal)
            ? $"<bpmn:startEvent id='S'/><bpmn:intermediateThrowEvent id='K'>{t}</bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id='X'>{t}</bpmn:intermediateCatchEvent>{Flow("S", "K")}"
            : $"<bpmn:startEvent id='S'/><bpmn:intermediateCatchEvent id='X'>{t}</bpmn:intermediateCatchEvent>{Flow("S", "X")}"),
        ("Mellanhändelse som kastar", t =>
            $"<bpmn:startEvent id='S'/><bpmn:intermediateThrowEvent id='X'>{t}</bpmn:intermediateThrowEvent>{Flow("S", "X")}"
            + (t.Contains("link", StringComparison.Ordinal) ? $"<bpmn:intermediateCatchEvent id='L'>{t}</bpmn:intermediateCatchEvent>" : "")),
        ("Slut", t => $"<bpmn:startEvent id='S'/><bpmn:endEvent id='X'>{t}</bpmn:endEvent>{Flow("S", "X")}"),
    ];

    private static readonly (string Name, string Xml)[] Elements =
    [
        ("userTask", "<bpmn:userTask id='X'/>"), ("manualTask", "<bpmn:manualTask id='X'/>"), ("receiveTask", "<bpmn:receiveTask id='X' messageRef='M'/>"),
        ("serviceTask", "<bpmn:serviceTask id='X' cf:operation='o'/>"), ("sendTask", "<bpmn:sendTask id='X' messageRef='M'/>"),
        ("scriptTask (FEEL)", "<bpmn:scriptTask id='X' cf:resultVariable='r'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
        ("businessRuleTask", "<bpmn:businessRuleTask id='X' cf:decision='d' cf:resultVariable='r'/>"), ("task", "<bpmn:task id='X'/>"),
        ("subProcess", "<bpmn:subProcess id='X'><bpmn:startEvent id='I'/></bpmn:subProcess>"),
        ("adHocSubProcess", "<bpmn:adHocSubProcess id='X'><bpmn:userTask id='I'/></bpmn:adHocSubProcess>"),
        ("callActivity", "<bpmn:callActivity id='X' calledElement='annan'/>"), ("transaction", "<bpmn:transaction id='X'/>"),
        ("exclusiveGateway", "<bpmn:exclusiveGateway id='X'/>"), ("inclusiveGateway", "<bpmn:inclusiveGateway id='X'/>"), ("parallelGateway", "<bpmn:parallelGateway id='X'/>"),
        ("eventBasedGateway", $"<bpmn:eventBasedGateway id='X'/><bpmn:receiveTask id='R1' messageRef='M'/><bpmn:receiveTask id='R2' messageRef='M'/>{Flow("X", "R1")}{Flow("X", "R2")}"),
        ("complexGateway", "<bpmn:complexGateway id='X'/>"),
        ("multiInstanceLoopCharacteristics", "<bpmn:userTask id='X'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"),
        ("standardLoopCharacteristics", "<bpmn:userTask id='X'><bpmn:standardLoopCharacteristics/></bpmn:userTask>"),
    ];

    [Fact]
    public void Tabellen_i_motorns_README_ar_det_som_motorn_laser()
    {
        var file = Path.Combine(Root(), "src", "CaseFlow.Engine", "README.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to > from, $"{Begin} och {End} saknas i {file}.");

        var table = Table();
        if (Environment.GetEnvironmentVariable("CASEFLOW_SKRIV_TABELL") is not null) File.WriteAllText(file, text[..from] + "\n" + table + text[to..]);

        Assert.Equal(table, File.ReadAllText(file).ReplaceLineEndings("\n")[(from + 1)..][..table.Length]);
        Assert.StartsWith(End, File.ReadAllText(file).ReplaceLineEndings("\n")[(from + 1 + table.Length)..], StringComparison.Ordinal);
    }

    private static string Table()
    {
        var table = new StringBuilder("| element | körs | annars |\n|---|---|---|\n");
        foreach (var (name, xml) in Elements)
        {
            var read = BpmnReader.Read(Fixture.Process($"<bpmn:startEvent id='S'/>{xml}{Flow("S", "X")}", Roots));
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{name}` | {(read.Accepted ? "ja" : "nej")} | {(read.Accepted ? "" : read.Problems[0].Reason)} |\n");
        }

        table.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n| händelse | {string.Join(" | ", Triggers.Select(trigger => trigger.Name))} |\n|---|{string.Concat(Triggers.Select(_ => "---|"))}\n");
        foreach (var (name, xml) in Events)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", Triggers.Select(trigger => BpmnReader.Read(Fixture.Process(xml(trigger.Xml), Roots)).Accepted ? "ja" : "–"))} |\n");
        return table.ToString();
    }

    private static string Flow(string from, string to) => $"<bpmn:sequenceFlow id='{from}_{to}' sourceRef='{from}' targetRef='{to}'/>";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CaseFlow.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
