using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Tests.Xml;

/// <summary>Files that are made to hurt whoever reads them. Each is as large as a file may be, or as deep, or asks for what it should not have.</summary>
internal static class HostileFiles
{
    private const int Size = 1_000_000;

    public static IReadOnlyDictionary<string, Func<string>> Bpmn { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["extern entitet"] = () => "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Fixture.Process("<bpmn:startEvent id='S' name='&x;'/>"),
        ["extern DTD"] = () => "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x.dtd'>" + Fixture.Process("<bpmn:startEvent id='S'/>"),
        ["entitetsbomb"] = () => $"<!DOCTYPE d [<!ENTITY a0 'x'>{Many(1, 30, i => $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>")}]>" + Fixture.Process("<bpmn:startEvent id='S' name='&a30;'/>"),
        ["djup"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Many(0, 20_000, i => $"<bpmn:subProcess id='d{i}'>") + Many(0, 20_000, _ => "</bpmn:subProcess>")),
        ["en miljon element"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill("<bpmn:task/>")),
        ["samma id överallt"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill("<bpmn:userTask id='X'/>")),
        ["flöden till sig själv"] = () => Fixture.Process("<bpmn:startEvent id='S'/><bpmn:userTask id='X'/>" + Fill(i => $"<bpmn:sequenceFlow id='f{i}' sourceRef='X' targetRef='X'/>")),
        ["flöden till inget"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill(i => $"<bpmn:sequenceFlow id='f{i}' sourceRef='a{i}' targetRef='b{i}'/>")),
        ["länkar"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill(i => $"<bpmn:intermediateThrowEvent id='t{i}'><bpmn:linkEventDefinition name='l{i}'/></bpmn:intermediateThrowEvent>")),
        ["delprocesser"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill(i => $"<bpmn:subProcess id='d{i}'><bpmn:startEvent id='s{i}'/></bpmn:subProcess>")),
        ["ad hoc"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill(i => $"<bpmn:adHocSubProcess id='d{i}'><bpmn:userTask id='s{i}'/></bpmn:adHocSubProcess>")),
        ["händelsegatewayer"] = () => Fixture.Process("<bpmn:startEvent id='S'/>" + Fill(i => $"<bpmn:eventBasedGateway id='g{i}'/><bpmn:sequenceFlow id='f{i}' sourceRef='g{i}' targetRef='g{i + 1}'/>")),
        ["gränshändelser"] = () => Fixture.Process("<bpmn:startEvent id='S'/><bpmn:userTask id='X'/>" + Fill(i => $"<bpmn:boundaryEvent id='b{i}' attachedToRef='X'><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>")),
        ["meddelanden"] = () => Fixture.Process("<bpmn:startEvent id='S'/>", Fill(i => $"<bpmn:message id='m{i}' name='n' cf:correlationKey='=((('/>")),
        ["processer"] = () => Fixture.Process("<bpmn:startEvent id='S'/>").Replace("</bpmn:definitions>", Fill(i => $"<bpmn:process id='p{i}'/>") + "</bpmn:definitions>", StringComparison.Ordinal),
        ["attribut"] = () => Fixture.Process($"<bpmn:startEvent id='S' {Fill(i => $"a{i}='' ")}/>"),
        ["långt attribut"] = () => Fixture.Process($"<bpmn:startEvent id='S' name='{new string('x', Size)}'/>"),
        ["djupt uttryck"] = () => Condition(new string('(', Size / 2) + "1" + new string(')', Size / 2)),
        ["långt uttryck"] = () => Condition("1" + Fill("+1")),
        ["djupa listor"] = () => Condition(new string('[', Size)),
        ["öppna strängar"] = () => Condition(Fill("&quot;a")),
        ["inget slut"] = () => Fixture.Process("<bpmn:startEvent id='S'/>")[..^30],
        ["nolltecken"] = () => Fixture.Process("<bpmn:startEvent id='S\0'/>"),
    };

    public static IReadOnlyDictionary<string, Func<string>> Dmn { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["extern entitet"] = () => "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Model("<decision id='a' name='&x;'/>"),
        ["krav i cirkel"] = () => Model(Decision("a", "b", "b") + Decision("b", "a", "a")),
        ["krav på sig själv"] = () => Model(Decision("a", "a", "a")),
        ["lång cirkel"] = () => Model(Many(0, 2_000, i => Decision($"d{i}", $"d{(i + 1) % 2_000}", "1"))),
        ["samma id"] = () => Model(Fill("<decision id='a' name='a'><literalExpression><text>1</text></literalExpression></decision>")),
        ["trasigt uttryck"] = () => Model($"<decision id='a' name='a'><literalExpression><text>{new string('(', Size)}</text></literalExpression></decision>"),
        ["en miljon regler"] = () => Model("<decision id='a' name='a'><decisionTable><input id='i'><inputExpression><text>x</text></inputExpression></input><output id='o'/>"
            + Fill(i => $"<rule id='r{i}'><inputEntry><text>((</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>") + "</decisionTable></decision>"),
        ["djup"] = () => Model(Many(0, 20_000, _ => "<decision>") + Many(0, 20_000, _ => "</decision>")),
    };

    private static string Model(string content) => $"<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='d' name='d' namespace='prov'>{content}</definitions>";

    private static string Decision(string id, string requires, string expression) =>
        $"<decision id='{id}' name='{id}'><informationRequirement><requiredDecision href='#{requires}'/></informationRequirement><literalExpression><text>{expression}</text></literalExpression></decision>";

    private static string Condition(string expression) => Fixture.Process(
        $"<bpmn:startEvent id='S'/><bpmn:userTask id='X'/><bpmn:sequenceFlow id='f' sourceRef='S' targetRef='X'/><bpmn:sequenceFlow id='g' sourceRef='X' targetRef='X'><bpmn:conditionExpression>{expression}</bpmn:conditionExpression></bpmn:sequenceFlow>");

    private static string Many(int from, int count, Func<int, string> part) => string.Concat(Enumerable.Range(from, count).Select(part));

    /// <summary>As many as there is room for.</summary>
    private static string Fill(Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var index = 0; text.Length < Size; index++) text.Append(CultureInfo.InvariantCulture, $"{part(index)}");
        return text.ToString();
    }

    private static string Fill(string part) => Fill(_ => part);
}
