using System.Collections.Frozen;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads the children of a process or an event subprocess.</summary>
internal sealed class ScopeReader(ReadContext context, IReadOnlySet<string>? decisions)
{
    private static readonly FrozenSet<string> ReadPast = FrozenSet.Create(
        StringComparer.Ordinal,
        "documentation", "extensionElements", "laneSet", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "property", "ioSpecification", "auditing", "monitoring", "incoming", "outgoing", "supports");

    private static readonly FrozenSet<string> KnownAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "name", "default", "isInterrupting", "cancelActivity", "attachedToRef", "parallelMultiple", "startQuantity",
        "completionQuantity", "isForCompensation", "triggeredByEvent", "gatewayDirection", "implementation", "operationRef", "isExecutable",
        "processType", "isClosed", "definitionalCollaborationRef", "sourceRef", "targetRef", "isImmediate");

    private readonly EventReader _events = new(context);

    public void ReadProcess(XmlElementNode process)
    {
        context.ScopeParents[process.Attribute("id")!] = null;
        ForeignContent.Check(process, context);
        WarnUnknownAttributes(process);
        ReadChildren(process, process.Attribute("id")!, isEventSubprocess: false);
    }

    private void ReadChildren(XmlElementNode scope, string scopeId, bool isEventSubprocess)
    {
        foreach (var child in scope.Children)
        {
            if (child.NamespaceUri != BpmnNames.Model || ReadPast.Contains(child.Name)) continue;
            if (child.Name == "sequenceFlow") ReadFlow(child);
            else ReadNode(child, scopeId, isEventSubprocess);
        }
    }

    private void ReadNode(XmlElementNode element, string scopeId, bool isEventSubprocess)
    {
        if (element.Attribute("id") is not { Length: > 0 } id)
        {
            context.Refuse(element, "Elementet saknar id.");
            return;
        }

        var node = new Node(id, element.Attribute("name")?.Trim() ?? string.Empty, default, element.Line, context.Nodes.Count, scopeId)
        {
            DefaultFlow = element.Attribute("default"),
        };
        var read = element.Name switch
        {
            "startEvent" => _events.Start(element, node, isEventSubprocess),
            "endEvent" => _events.End(element, node),
            "intermediateCatchEvent" => _events.Catch(element, node),
            "boundaryEvent" => _events.Boundary(element, node),
            "userTask" => UserTask(element, node),
            "serviceTask" => ServiceTask(element, node),
            "businessRuleTask" => BusinessRuleTask(element, node),
            "exclusiveGateway" => Gateway(element, node, NodeKind.ExclusiveGateway),
            "parallelGateway" => Gateway(element, node, NodeKind.ParallelGateway),
            "subProcess" when element.Attribute("triggeredByEvent") is "true" or "1" => EventSubprocess(element, node),
            _ => null,
        };
        if (read is null)
        {
            if (element.Name == "startEvent") context.ScopesWithRefusedStart.Add(scopeId);
            if (!context.Refused.Contains(id)) context.Refuse(element, UnsupportedElements.Reason(element.Name));
            return;
        }

        WarnUnknownAttributes(element);
        if (read.Kind != NodeKind.EventSubprocess) CheckChildren(element);
        if (element.Attribute("startQuantity") is not (null or "1") || element.Attribute("completionQuantity") is not (null or "1"))
            context.Refuse(element, "startQuantity och completionQuantity är 1. Använd en parallell gateway för fler grenar.");
        if (element.Attribute("isForCompensation") is "true" or "1")
            context.Refuse(element, "Kompensation stöds inte ännu. Beskriv återgången som egna steg.");
        if (read.Kind != NodeKind.EventSubprocess) context.Nodes.Add(read with { Order = context.Nodes.Count });
    }

    private Node UserTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "form", "group", "assignee", "due");
        var form = element.Attribute("form", BpmnNames.CaseFlow);
        if (form?.StartsWith('=') == true) context.Refuse(element, "cf:form är formulärets nyckel och kan inte vara ett uttryck.");
        var due = context.TextOrFeel(element, "cf:due", element.Attribute("due", BpmnNames.CaseFlow));
        if (due is { Expression: null } && TimerLiteral.Point(due.Text, DateTimeOffset.UnixEpoch) is null)
            context.Refuse(element, $"cf:due \"{due.Text}\" är ingen tidpunkt eller varaktighet enligt ISO 8601, som P30D. Ett uttryck börjar med =.");
        var group = context.TextOrFeel(element, "cf:group", element.Attribute("group", BpmnNames.CaseFlow));
        var assignee = context.TextOrFeel(element, "cf:assignee", element.Attribute("assignee", BpmnNames.CaseFlow));
        return node with { Kind = NodeKind.UserTask, UserTask = new(form, group, assignee, due) };
    }

    private Node ServiceTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "operation");
        var operation = element.Attribute("operation", BpmnNames.CaseFlow);
        if (string.IsNullOrWhiteSpace(operation)) context.Refuse(element, "Tjänsteuppgiften saknar cf:operation, som säger vad den gör.");
        return node with { Kind = NodeKind.ServiceTask, Operation = operation };
    }

    private Node BusinessRuleTask(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context, "decision", "resultVariable");
        var decision = element.Attribute("decision", BpmnNames.CaseFlow);
        var result = element.Attribute("resultVariable", BpmnNames.CaseFlow);
        if (string.IsNullOrWhiteSpace(decision)) context.Refuse(element, "Regeluppgiften saknar cf:decision, som är beslutets id i DMN-filen.");
        else if (decisions?.Contains(decision) == false) context.Refuse(element, $"Beslutet {decision} finns inte i någon DMN-fil.");
        if (string.IsNullOrWhiteSpace(result)) context.Refuse(element, "Regeluppgiften saknar cf:resultVariable, som tar emot svaret.");
        return node with { Kind = NodeKind.BusinessRuleTask, Decision = decision, ResultVariable = result };
    }

    private Node Gateway(XmlElementNode element, Node node, NodeKind kind)
    {
        ForeignContent.Check(element, context);
        return node with { Kind = kind };
    }

    private Node EventSubprocess(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        var read = node with { Kind = NodeKind.EventSubprocess };
        context.Nodes.Add(read);
        context.ScopeParents[node.Id] = node.ScopeId;
        foreach (var loop in element.Children.Where(child => child.Name.EndsWith("LoopCharacteristics", StringComparison.Ordinal)))
            context.Refuse(element, UnsupportedElements.Reason(loop.Name));
        ReadChildren(element with { Children = element.Children.RemoveAll(child => child.Name.EndsWith("LoopCharacteristics", StringComparison.Ordinal)) },
            node.Id, isEventSubprocess: true);
        return read;
    }

    private void ReadFlow(XmlElementNode element)
    {
        ForeignContent.Check(element, context);
        WarnUnknownAttributes(element);
        if (element.Attribute("id") is not { Length: > 0 } id || element.Attribute("sourceRef") is not { } source
            || element.Attribute("targetRef") is not { } target)
        {
            context.Refuse(element, "Flödet saknar id, sourceRef eller targetRef.");
            return;
        }

        var condition = element.Children.FirstOrDefault(child => child is { Name: "conditionExpression", NamespaceUri: BpmnNames.Model });
        if (condition?.Attribute("language") is { } language && !BpmnReader.IsFeel(language))
            context.Refuse(element, $"Villkorets språk {language} stöds inte. Skriv villkoret i FEEL.");
        else if (condition is not null && string.IsNullOrWhiteSpace(condition.Text))
            context.Refuse(element, "Villkoret är tomt. Skriv det i FEEL eller ta bort det.");
        else
            context.Flows.Add(new(id, source, target, condition is null ? null : context.Feel(element, "Villkoret", condition.Text), element.Line));
    }

    /// <summary>Refuses children that would change how the element runs.</summary>
    private void CheckChildren(XmlElementNode element)
    {
        foreach (var child in element.Children)
        {
            if (child.NamespaceUri != BpmnNames.Model || ReadPast.Contains(child.Name)
                || child.Name.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name == "rendering") continue;
            var plainData = child.Name is "dataInputAssociation" or "dataOutputAssociation" or "dataInput" or "dataOutput" or "inputSet" or "outputSet"
                && child.Element("assignment") is null && child.Element("transformation") is null;
            if (plainData) context.Warn(element, $"{child.Name} används inte; uttrycken läser processens variabler.");
            else context.Refuse(element, UnsupportedElements.Reason(child.Name));
        }
    }

    private void WarnUnknownAttributes(XmlElementNode element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => attribute.NamespaceUri.Length == 0 && !KnownAttributes.Contains(attribute.Name)))
            context.Warn(element, $"attributet {attribute.Name} känns inte igen och används inte.");
    }
}
