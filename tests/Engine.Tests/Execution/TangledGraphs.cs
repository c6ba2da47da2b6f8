using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>A process that no person would draw: nodes of any kind with flows anywhere. It may stand still, but never without saying so.</summary>
internal static class TangledGraphs
{
    private static readonly string[] Kinds = ["userTask", "userTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "endEvent"];

    /// <summary>The kinds of the nodes, and for each a node before it that leads to it and one anywhere that it leads to.</summary>
    public static Gen<string> Xml { get; } =
        from count in Gen.Choose(3, 9)
        from kinds in Gen.ArrayOf(Gen.Elements(Kinds), count)
        from before in Gen.ArrayOf(Gen.Choose(0, 999), count)
        from after in Gen.ArrayOf(Gen.Choose(0, 999), count * 2)
        select ToXml(kinds, before, after);

    private static string ToXml(string[] kinds, int[] before, int[] after)
    {
        // Det första är alltid en uppgift: ur en sluthändelse leder inget.
        kinds[0] = "userTask";
        var open = Enumerable.Range(0, kinds.Length).Where(index => kinds[index] != "endEvent").ToArray();
        var flows = new List<(int From, int To)>();
        for (var index = 1; index < kinds.Length; index++)
        {
            var possible = open.Where(other => other < index).ToArray();
            flows.Add((possible[before[index] % possible.Length], index));
        }

        foreach (var (index, target) in after.Index()) flows.Add((open[index % open.Length], target % kinds.Length));
        var xml = new StringBuilder("<bpmn:startEvent id='S'/><bpmn:sequenceFlow id='s' sourceRef='S' targetRef='n0'/>");
        var distinct = flows.Distinct().ToList();
        foreach (var (index, kind) in kinds.Index())
        {
            var chooses = kind is "exclusiveGateway" or "inclusiveGateway" && distinct.Count(flow => flow.From == index) > 1;
            xml.Append(CultureInfo.InvariantCulture, $"<bpmn:{kind} id='n{index}'{(chooses ? $" default='f{distinct.FindIndex(flow => flow.From == index)}'" : string.Empty)}/>");
        }

        foreach (var (index, flow) in distinct.Index())
        {
            var chosen = kinds[flow.From] is "exclusiveGateway" or "inclusiveGateway" && distinct.Count(other => other.From == flow.From) > 1 && distinct.FindIndex(other => other.From == flow.From) != index;
            xml.Append(CultureInfo.InvariantCulture, $"<bpmn:sequenceFlow id='f{index}' sourceRef='n{flow.From}' targetRef='n{flow.To}'>")
                .Append(chosen ? string.Create(CultureInfo.InvariantCulture, $"<bpmn:conditionExpression>v{index % 3} = true</bpmn:conditionExpression>") : string.Empty).Append("</bpmn:sequenceFlow>");
        }

        return Fixture.Process(xml.ToString());
    }
}
