using System.Collections.Frozen;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads the children of a process or a subprocess.</summary>
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
        "processType", "isClosed", "definitionalCollaborationRef", "sourceRef", "targetRef", "isImmediate", "messageRef", "scriptFormat", "calledElement",
        "isSequential", "ordering", "cancelRemainingInstances", "instantiate", "eventGatewayType", "behavior");

    /// <summary>What a list and a heading can show.</summary>
    private const int MaxName = 200;

    private readonly EventReader _events = new(context);
    private readonly ActivityReader _activities = new(context, decisions);

    public void ReadProcess(XmlElementNode process)
    {
        context.ScopeParents[process.Attribute("id")!] = null;
        ForeignContent.Check(process, context);
        WarnUnknownAttributes(process);
        ReadChildren(process, process.Attribute("id")!, StartPlace.Process);
    }

    private void ReadChildren(XmlElementNode scope, string scopeId, StartPlace place)
    {
        foreach (var child in scope.Children)
        {
            if (child.NamespaceUri != BpmnNames.Model || ReadPast.Contains(child.Name) || IsOwnSetting(child)) continue;
            if (child.Name == "sequenceFlow") ReadFlow(child);
            else ReadNode(child, scopeId, place);
        }
    }

    private void ReadNode(XmlElementNode element, string scopeId, StartPlace place)
    {
        if (element.Attribute("id") is not { Length: > 0 } id)
        {
            context.Refuse(element, "Elementet saknar id.");
            return;
        }

        if (element.Attribute("name") is { Length: > MaxName }) context.Refuse(element, $"Namnet har högst {MaxName} tecken. Skriv resten i documentation.");
        var node = new Node(id, element.Attribute("name")?.Trim() ?? string.Empty, default, element.Line, context.Nodes.Count, scopeId)
        {
            DefaultFlow = element.Attribute("default"),
        };
        var read = Read(element, node, place);
        if (read is null)
        {
            if (element.Name == "startEvent") context.ScopesWithRefusedStart.Add(scopeId);
            if (!context.Refused.Contains(id)) context.Refuse(element, UnsupportedElements.Reason(element.Name));
            return;
        }

        WarnUnknownAttributes(element);
        if (!read.IsScope) CheckChildren(element);
        if (element.Attribute("startQuantity") is not (null or "1") || element.Attribute("completionQuantity") is not (null or "1"))
            context.Refuse(element, "startQuantity och completionQuantity är 1. Använd en parallell gateway för fler grenar.");
        if (element.Attribute("isForCompensation") is "true" or "1")
            context.Refuse(element, "Kompensation stöds inte ännu. Beskriv återgången som egna steg.");
        if (!read.IsScope) context.Nodes.Add(read with { Order = context.Nodes.Count });
    }

    private Node? Read(XmlElementNode element, Node node, StartPlace place)
    {
        var read = element.Name switch
        {
            "startEvent" => _events.Start(element, node, place),
            "endEvent" => _events.End(element, node),
            "intermediateCatchEvent" => _events.Catch(element, node),
            "intermediateThrowEvent" => _events.Throw(element, node),
            "boundaryEvent" => _events.Boundary(element, node),
            "userTask" => _activities.UserTask(element, node, NodeKind.UserTask),
            "manualTask" => _activities.UserTask(element, node, NodeKind.ManualTask),
            "receiveTask" => _activities.ReceiveTask(element, node, _events),
            "serviceTask" => _activities.ServiceTask(element, node),
            "sendTask" => _activities.SendTask(element, node, _events),
            "scriptTask" => _activities.ScriptTask(element, node),
            "businessRuleTask" => _activities.BusinessRuleTask(element, node),
            "callActivity" => _activities.CallActivity(element, node),
            "exclusiveGateway" => Gateway(element, node, NodeKind.ExclusiveGateway),
            "inclusiveGateway" => Gateway(element, node, NodeKind.InclusiveGateway),
            "parallelGateway" => Gateway(element, node, NodeKind.ParallelGateway),
            "eventBasedGateway" => EventBasedGateway(element, node),
            "subProcess" or "adHocSubProcess" => Scope(element, node),
            _ => null,
        };
        if (read is null) return null;
        var loop = element.Children.FirstOrDefault(IsLoop);
        return loop is null || read.IsScope ? read : _activities.WithLoop(element, loop, read);
    }

    /// <summary>A subprocess is added before what is in it, which comes after it in the document.</summary>
    private Node? Scope(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        var onEvent = element.Attribute("triggeredByEvent") is "true" or "1";
        var adHoc = element.Name == "adHocSubProcess";
        var loop = element.Children.FirstOrDefault(IsLoop);
        if (onEvent && (adHoc || loop is not null))
            return Refuse(element, adHoc ? "En ad hoc-delprocess startas av flödet, inte av en händelse." : "En händelsedelprocess upprepas inte. Lägg upprepningen i en aktivitet i den.");
        var plain = node with { Kind = onEvent ? NodeKind.EventSubprocess : adHoc ? NodeKind.AdHocSubprocess : NodeKind.Subprocess };
        if (adHoc) plain = _activities.WithAdHoc(element, plain);
        if ((loop is null ? plain : _activities.WithLoop(element, loop, plain)) is not { } read) return null;
        context.Nodes.Add(read with { Order = context.Nodes.Count });
        context.ScopeParents[node.Id] = node.ScopeId;
        ReadChildren(element, node.Id, onEvent ? StartPlace.EventSubprocess : StartPlace.Subprocess);
        return read;
    }

    private Node Gateway(XmlElementNode element, Node node, NodeKind kind)
    {
        ForeignContent.Check(element, context);
        return node with { Kind = kind };
    }

    private Node? EventBasedGateway(XmlElementNode element, Node node) =>
        element.Attribute("instantiate") is "true" or "1" ? Refuse(element, "En händelsestyrd gateway startar inte processen. Använd starthändelser.")
        : element.Attribute("eventGatewayType") == "Parallel" ? Refuse(element, "En händelsestyrd gateway väntar på en av sina händelser. Använd en parallell gateway för alla.")
        : Gateway(element, node, NodeKind.EventBasedGateway);

    private Node? Refuse(XmlElementNode element, string reason)
    {
        context.Refuse(element, reason);
        return null;
    }

    private static bool IsLoop(XmlElementNode child) =>
        child.NamespaceUri == BpmnNames.Model && child.Name.EndsWith("LoopCharacteristics", StringComparison.Ordinal);

    /// <summary>Belongs to the activity it stands in, and is read with it.</summary>
    private static bool IsOwnSetting(XmlElementNode child) => IsLoop(child) || child is { NamespaceUri: BpmnNames.Model, Name: "completionCondition" or "script" };

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
            if (child.NamespaceUri != BpmnNames.Model || ReadPast.Contains(child.Name) || IsOwnSetting(child)
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
