using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads activities with their settings. A reader answers null when it has refused the element.</summary>
internal sealed class ActivityReader(ReadContext context, IReadOnlySet<string>? decisions)
{
    /// <param name="kind">A user task, or a manual one: both are someone's to do.</param>
    public Node UserTask(XmlElementNode element, Node node, NodeKind kind)
    {
        ForeignContent.Check(element, context, "form", "group", "assignee", "due");
        var form = Own(element, "form");
        if (form?.StartsWith('=') == true) context.Refuse(element, "cf:form är formulärets nyckel och kan inte vara ett uttryck.");
        var due = context.TextOrFeel(element, "cf:due", Own(element, "due"));
        if (due is { Expression: null } && TimerLiteral.Point(due.Text, DateTimeOffset.UnixEpoch) is null)
            context.Refuse(element, $"cf:due \"{due.Text}\" är ingen tidpunkt eller varaktighet enligt ISO 8601, som P30D. Ett uttryck börjar med =.");
        var group = context.TextOrFeel(element, "cf:group", Own(element, "group"));
        var assignee = context.TextOrFeel(element, "cf:assignee", Own(element, "assignee"));
        return node with { Kind = kind, UserTask = new(form, group, assignee, due) };
    }

    public Node ServiceTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "operation");
        var operation = Own(element, "operation");
        if (string.IsNullOrWhiteSpace(operation)) context.Refuse(element, "Tjänsteuppgiften saknar cf:operation, som säger vad den gör.");
        return node with { Kind = NodeKind.ServiceTask, Operation = operation };
    }

    /// <summary>Sends a message of the file's, or does what an operation says.</summary>
    public Node? SendTask(XmlElementNode element, Node node, EventReader events)
    {
        ForeignContent.Check(element, context, "operation");
        var read = node with { Kind = NodeKind.SendTask };
        if (Own(element, "operation") is { Length: > 0 } operation) return read with { Operation = operation };
        if (element.Attribute("messageRef") is not null) return events.MessageOf(element, element) is { } message ? read with { Trigger = message } : null;
        context.Refuse(element, "Den sändande uppgiften saknar cf:operation eller messageRef, som säger vad den sänder.");
        return null;
    }

    public Node? ReceiveTask(XmlElementNode element, Node node, EventReader events)
    {
        ForeignContent.Check(element, context);
        if (element.Attribute("instantiate") is not ("true" or "1"))
            return events.MessageOf(element, element) is { } message ? node with { Kind = NodeKind.ReceiveTask, Trigger = message } : null;
        context.Refuse(element, "En mottagande uppgift startar inte processen. Använd en starthändelse för meddelande.");
        return null;
    }

    public Node? ScriptTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "resultVariable");
        if (element.Attribute("scriptFormat") is { Length: > 0 } format && !BpmnReader.IsFeel(format))
        {
            context.Refuse(element, $"Skriptets språk {format} stöds inte. Skriv det i FEEL.");
            return null;
        }

        var (result, text) = (Own(element, "resultVariable"), element.Element("script")?.Text);
        if (string.IsNullOrWhiteSpace(text)) context.Refuse(element, "Skriptuppgiften saknar script. Skriv vad den räknar ut i FEEL.");
        else if (string.IsNullOrWhiteSpace(result)) context.Refuse(element, "Skriptuppgiften saknar cf:resultVariable, som tar emot svaret.");
        else if (context.Feel(element, "Skriptet", text) is { } script) return node with { Kind = NodeKind.ScriptTask, Script = script, ResultVariable = result };
        return null;
    }

    public Node BusinessRuleTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "decision", "resultVariable");
        var (decision, result) = (Own(element, "decision"), Own(element, "resultVariable"));
        if (string.IsNullOrWhiteSpace(decision)) context.Refuse(element, "Regeluppgiften saknar cf:decision, som är beslutets id i DMN-filen.");
        else if (decisions?.Contains(decision) == false) context.Refuse(element, $"Beslutet {decision} finns inte i någon DMN-fil.");
        if (string.IsNullOrWhiteSpace(result)) context.Refuse(element, "Regeluppgiften saknar cf:resultVariable, som tar emot svaret.");
        return node with { Kind = NodeKind.BusinessRuleTask, Decision = decision, ResultVariable = result };
    }

    public Node? CallActivity(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, mappings: true);
        if (context.TextOrFeel(element, "calledElement", element.Attribute("calledElement")) is { } called)
            return node with { Kind = NodeKind.CallActivity, Call = new(called, Mappings(element, "in"), Mappings(element, "out")) };
        if (!context.Refused.Contains(node.Id)) context.Refuse(element, "Anropet saknar calledElement, som är nyckeln för den process som anropas.");
        return null;
    }

    private ImmutableArray<Mapping> Mappings(XmlElementNode element, string name)
    {
        var read = ImmutableArray.CreateBuilder<Mapping>();
        foreach (var mapping in element.Element("extensionElements")?.Children.Where(child => child.NamespaceUri == BpmnNames.CaseFlow && child.Name == name) ?? [])
        {
            var (source, target) = (mapping.Attribute("source"), mapping.Attribute("target"));
            if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(target)) context.Refuse(element, $"cf:{name} på rad {mapping.Line} behöver source och target.");
            else if (context.Feel(element, $"cf:{name} på rad {mapping.Line}", source) is { } expression) read.Add(new(expression, target.Trim()));
        }

        return read.ToImmutable();
    }

    public Node WithAdHoc(XmlElementNode element, Node node)
    {
        if (element.Attribute("ordering") == "Sequential") context.Refuse(element, "Ordningen i en ad hoc-delprocess väljs av den som arbetar. Ta bort ordering.");
        var condition = element.Element("completionCondition")?.Text;
        var until = string.IsNullOrWhiteSpace(condition) ? null : context.Feel(element, "completionCondition", condition);
        return node with { AdHoc = new(until, element.Attribute("cancelRemainingInstances") is not ("false" or "0")) };
    }

    public Node? WithLoop(XmlElementNode element, XmlElementNode loop, Node node)
    {
        if (loop.Name != "multiInstanceLoopCharacteristics" || !node.IsActivity)
        {
            context.Refuse(element, UnsupportedElements.Reason(loop.Name));
            return null;
        }

        ForeignContent.Check(loop, context);
        var (cardinality, collection) = (Feel(element, loop, "loopCardinality"), Feel(element, loop, "loopDataInputRef"));
        if (loop.Element("loopCardinality") is null == loop.Element("loopDataInputRef") is null)
            context.Refuse(element, "Flera instanser behöver loopDataInputRef, som säger över vilken lista, eller loopCardinality, som säger hur många. En av dem.");
        if (loop.Attribute("behavior") is not (null or "All")) context.Refuse(element, "behavior stöds inte. Använd completionCondition.");
        foreach (var other in loop.Children.Where(child => child is { NamespaceUri: BpmnNames.Model, Name: "complexBehaviorDefinition" }))
            context.Refuse(element, UnsupportedElements.Reason(other.Name));
        var (result, output) = (loop.Element("loopDataOutputRef")?.Text.Trim(), Name(loop.Element("outputDataItem")));
        if (string.IsNullOrEmpty(result) != string.IsNullOrEmpty(output))
            context.Refuse(element, "loopDataOutputRef och outputDataItem hör ihop: listan, och variabeln som var och en lämnar till den.");
        var sequential = loop.Attribute("isSequential") is "true" or "1";
        return node with
        {
            Loop = new(
                sequential, cardinality, collection, Name(loop.Element("inputDataItem")), Feel(element, loop, "completionCondition"),
                string.IsNullOrEmpty(result) ? null : result, string.IsNullOrEmpty(output) ? null : output),
        };
    }

    private FeelExpression? Feel(XmlElementNode element, XmlElementNode loop, string name) =>
        loop.Element(name) is not { } child ? null
        : string.IsNullOrWhiteSpace(child.Text) ? Empty(element, name)
        : context.Feel(element, name, child.Text);

    private FeelExpression? Empty(XmlElementNode element, string name)
    {
        context.Refuse(element, $"{name} är tom. Skriv den i FEEL.");
        return null;
    }

    private static string? Name(XmlElementNode? item) => (item?.Attribute("name") ?? item?.Attribute("id"))?.Trim();

    private static string? Own(XmlElementNode element, string name) => element.Attribute(name, BpmnNames.CaseFlow);
}
