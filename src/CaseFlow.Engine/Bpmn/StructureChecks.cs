using System.Collections.Immutable;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Connects nodes and flows and checks that the whole can run. A node without outgoing flows that is no end event is BPMN's
/// implicit end: the token ends there, with a warning and without being counted among the ends reached.</summary>
internal static class StructureChecks
{
    /// <summary>The nodes with their flows and boundary events filled in, in document order.</summary>
    public static ImmutableArray<Node> Connect(ReadContext context, XmlElementNode process)
    {
        var byId = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in context.Nodes) byId.TryAdd(node.Id, node);
        var flows = context.Flows.Where(flow => CheckEnds(flow, byId, context)).ToList();
        var outgoing = flows.ToLookup(flow => flow.Source, StringComparer.Ordinal);
        var incoming = flows.ToLookup(flow => flow.Target, StringComparer.Ordinal);
        var boundaries = context.Nodes.Where(node => node.AttachedTo is not null).ToLookup(node => node.AttachedTo!, StringComparer.Ordinal);
        var nodes = context.Nodes.Select(node => node with
        {
            Outgoing = [.. outgoing[node.Id]],
            Incoming = [.. incoming[node.Id]],
            Boundaries = [.. boundaries[node.Id].Select(boundary => boundary.Id)],
            LinkTarget = LinkTarget(node, context),
        }).ToImmutableArray();

        foreach (var node in nodes) CheckNode(node, byId, context);
        CheckStarts(nodes, process, context);
        if (!context.HasProblems) CheckReachable(nodes, process, context);
        return nodes;
    }

    private static string? LinkTarget(Node node, ReadContext context)
    {
        if (node is not { Kind: NodeKind.IntermediateThrowEvent, Trigger: LinkTrigger link }) return null;
        var targets = context.Nodes.Where(other => other is { Kind: NodeKind.IntermediateCatchEvent, Trigger: LinkTrigger same } && same.Name == link.Name && other.ScopeId == node.ScopeId).ToList();
        if (targets.Count == 0) context.Refuse(node.Id, node.Line, $"Ingen länk som fångar heter {link.Name} i samma process eller delprocess.");
        foreach (var extra in targets.Skip(1)) context.Refuse(extra.Id, extra.Line, $"En annan länk som fångar heter redan {link.Name}.");
        return targets.FirstOrDefault()?.Id;
    }

    private static bool CheckEnds(Flow flow, Dictionary<string, Node> byId, ReadContext context)
    {
        var source = Find(flow, flow.Source, "sourceRef", byId, context);
        var target = Find(flow, flow.Target, "targetRef", byId, context);
        if (source is null || target is null) return false;
        if (source.ScopeId == target.ScopeId) return true;
        context.Refuse(flow.Id, flow.Line, "Flödet går över en delprocess gräns. Ett flöde stannar i sin process eller delprocess.");
        return false;
    }

    private static Node? Find(Flow flow, string id, string attribute, Dictionary<string, Node> byId, ReadContext context)
    {
        if (byId.TryGetValue(id, out var node)) return node;
        if (!context.Refused.Contains(id)) context.Refuse(flow.Id, flow.Line, $"{attribute} pekar på {id}, som inte finns.");
        return null;
    }

    private static void CheckNode(Node node, Dictionary<string, Node> byId, ReadContext context)
    {
        void Refuse(string reason) => context.Refuse(node.Id, node.Line, reason);

        switch (node.Kind)
        {
            case NodeKind.StartEvent when node.Incoming.Length > 0:
                Refuse("En starthändelse har inga inkommande flöden.");
                break;
            case NodeKind.EndEvent when node.Outgoing.Length > 0:
                Refuse("En sluthändelse har inga utgående flöden.");
                break;
            case NodeKind.IntermediateThrowEvent when node.Trigger is LinkTrigger && node.Outgoing.Length > 0:
                Refuse("En länk som kastar har inga utgående flöden: den går vidare där länken fångas.");
                break;
            case NodeKind.IntermediateCatchEvent when node.Trigger is LinkTrigger && node.Incoming.Length > 0:
                Refuse("En länk som fångar har inga inkommande flöden: den nås av länken som kastar.");
                break;
            case NodeKind.EventBasedGateway:
                CheckEventGateway(node, byId, context);
                break;
            case NodeKind.EventSubprocess when node.Incoming.Length + node.Outgoing.Length > 0:
                Refuse("En händelsedelprocess startar av sin händelse och har inga flöden.");
                break;
            case NodeKind.BoundaryEvent when node.Incoming.Length > 0:
                Refuse("En gränshändelse har inga inkommande flöden.");
                break;
            case NodeKind.BoundaryEvent when !byId.TryGetValue(node.AttachedTo ?? string.Empty, out var activity) || !activity.IsActivity || activity.ScopeId != node.ScopeId:
                if (!context.Refused.Contains(node.AttachedTo ?? string.Empty)) Refuse($"attachedToRef pekar på {node.AttachedTo}, som inte är en uppgift i samma process.");
                break;
        }

        if (node.Kind == NodeKind.BoundaryEvent && node.Trigger is EscalationTrigger && byId.TryGetValue(node.AttachedTo ?? string.Empty, out var host)
            && host.Kind is not (NodeKind.Subprocess or NodeKind.AdHocSubprocess))
            Refuse("En eskalering kommer inifrån en delprocess. Sätt gränshändelsen på en sådan.");
        CheckDefault(node, context);
        CheckConditions(node, context);
        if (node.Outgoing.Length == 0 && node.Kind is not (NodeKind.EndEvent or NodeKind.EventSubprocess or NodeKind.AdHocSubprocess) && node.LinkTarget is null && !IsDiscretionary(node, byId))
            context.Warn(node, "har inget utgående flöde; grenen slutar här utan sluthändelse.");
    }

    /// <summary>An event-based gateway is followed by what it waits for, and each of those by it alone.</summary>
    private static void CheckEventGateway(Node node, Dictionary<string, Node> byId, ReadContext context)
    {
        if (node.Outgoing.Length < 2) context.Refuse(node.Id, node.Line, "En händelsestyrd gateway väntar på minst två händelser.");
        foreach (var flow in node.Outgoing)
        {
            if (!byId.TryGetValue(flow.Target, out var target)) continue;
            var waits = target is { Kind: NodeKind.IntermediateCatchEvent, Trigger: not LinkTrigger } or { Kind: NodeKind.ReceiveTask, Loop: null };
            if (!waits || context.Nodes.Exists(other => other.AttachedTo == target.Id))
                context.Refuse(flow.Id, flow.Line, "Efter en händelsestyrd gateway kommer en mellanhändelse som väntar, eller en mottagande uppgift utan gränshändelser.");
            else if (context.Flows.Exists(other => other.Target == target.Id && other.Source != node.Id))
                context.Refuse(flow.Id, flow.Line, $"{target.Id} nås också av ett annat flöde. Det som en händelsestyrd gateway väntar på nås bara därifrån.");
        }
    }

    /// <summary>In an ad hoc subprocess: someone begins it, and nothing has to follow.</summary>
    private static bool IsDiscretionary(Node node, Dictionary<string, Node> byId) =>
        byId.TryGetValue(node.ScopeId, out var scope) && scope.Kind == NodeKind.AdHocSubprocess;

    private static void CheckDefault(Node node, ReadContext context)
    {
        if (node.DefaultFlow is not { } id) return;
        var flow = node.Outgoing.FirstOrDefault(flow => flow.Id == id);
        if (node.Kind is not (NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway) && !node.IsActivity)
            context.Refuse(node.Id, node.Line, "Bara en exklusiv eller inklusiv gateway eller en aktivitet har default-flöde.");
        else if (flow is null)
            context.Refuse(node.Id, node.Line, $"default pekar på {id}, som inte är ett utgående flöde härifrån.");
        else if (flow.Condition is not null)
            context.Refuse(flow.Id, flow.Line, "Default-flödet tas när inget annat gäller och har inget villkor.");
        else if (node.IsActivity && node.Outgoing.All(other => other == flow || other.Condition is null) && node.Outgoing.Length > 1)
            context.Refuse(flow.Id, flow.Line, "Default-flödet tas aldrig: de andra flödena saknar villkor.");
    }

    private static void CheckConditions(Node node, ReadContext context)
    {
        var splits = node.Kind is NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway;
        var mayChoose = splits || node.IsActivity;
        foreach (var flow in node.Outgoing)
        {
            if (flow.Condition is not null && !mayChoose)
                context.Refuse(flow.Id, flow.Line, "Villkor gäller bara ut från en exklusiv eller inklusiv gateway eller en aktivitet. Lägg en exklusiv gateway emellan.");
            if (splits && node.Outgoing.Length > 1 && flow.Condition is null && flow.Id != node.DefaultFlow)
                context.Refuse(flow.Id, flow.Line, $"Flödet ut från en {(node.Kind == NodeKind.ExclusiveGateway ? "exklusiv" : "inklusiv")} gateway saknar villkor. Ge det ett, eller peka ut det som default.");
        }
    }

    private static void CheckStarts(ImmutableArray<Node> nodes, XmlElementNode process, ReadContext context)
    {
        var root = process.Attribute("id")!;
        var starts = nodes.Where(node => node.Kind == NodeKind.StartEvent).ToLookup(node => node.ScopeId, StringComparer.Ordinal);
        if (!starts[root].Any() && !context.ScopesWithRefusedStart.Contains(root)) context.Refuse(process, "Processen saknar starthändelse.");
        foreach (var extra in starts[root].Where(start => start.Trigger is NoTrigger).Skip(1))
            context.Refuse(extra.Id, extra.Line, "Processen har redan en vanlig starthändelse. Använd en, eller starta på olika meddelanden.");
        foreach (var same in starts[root].Where(start => start.Trigger is MessageTrigger).GroupBy(start => ((MessageTrigger)start.Trigger).Name, StringComparer.Ordinal))
            foreach (var extra in same.Skip(1))
                context.Refuse(extra.Id, extra.Line, $"En annan starthändelse tar redan emot {same.Key}.");

        foreach (var same in starts[root].Where(start => start.Trigger is SignalTrigger).GroupBy(start => ((SignalTrigger)start.Trigger).Name, StringComparer.Ordinal))
            foreach (var extra in same.Skip(1))
                context.Refuse(extra.Id, extra.Line, $"En annan starthändelse lyssnar redan på {same.Key}.");

        foreach (var scope in nodes.Where(node => node.IsScope)) CheckScope(scope, [.. starts[scope.Id]], nodes, context);
    }

    private static void CheckScope(Node scope, List<Node> starts, ImmutableArray<Node> nodes, ReadContext context)
    {
        if (scope.Kind == NodeKind.AdHocSubprocess)
        {
            foreach (var start in starts) context.Refuse(start.Id, start.Line, "En ad hoc-delprocess har ingen starthändelse: den som arbetar börjar det som behövs.");
            foreach (var inner in nodes.Where(node => node.ScopeId == scope.Id && node.Kind == NodeKind.EventSubprocess))
                context.Refuse(inner.Id, inner.Line, "En ad hoc-delprocess har inga händelsedelprocesser. Lägg den utanför.");
            if (!nodes.Any(node => node.ScopeId == scope.Id && node.IsActivity && node.Incoming.IsEmpty) && !context.Nodes.Exists(node => node.ScopeId == scope.Id && context.Refused.Contains(node.Id)))
                context.Refuse(scope.Id, scope.Line, "Ad hoc-delprocessen har ingen aktivitet att börja.");
            return;
        }

        var what = scope.Kind == NodeKind.EventSubprocess ? "Händelsedelprocessen" : "Delprocessen";
        if (starts.Count == 0 && !context.ScopesWithRefusedStart.Contains(scope.Id)) context.Refuse(scope.Id, scope.Line, $"{what} saknar starthändelse.");
        foreach (var extra in starts.Skip(1)) context.Refuse(extra.Id, extra.Line, $"{what} har redan en starthändelse.");
    }

    private static void CheckReachable(ImmutableArray<Node> nodes, XmlElementNode process, ReadContext context)
    {
        var byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<Node>(nodes.Where(node =>
            node.Kind is NodeKind.StartEvent or NodeKind.EventSubprocess || (node.IsActivity && node.Incoming.IsEmpty && IsDiscretionary(node, byId))));
        while (waiting.TryPop(out var node))
        {
            if (!reached.Add(node.Id)) continue;
            foreach (var flow in node.Outgoing) waiting.Push(byId[flow.Target]);
            foreach (var boundary in node.Boundaries) waiting.Push(byId[boundary]);
            if (node.LinkTarget is { } link) waiting.Push(byId[link]);
        }

        foreach (var node in nodes.Where(node => !reached.Contains(node.Id)))
            context.Refuse(node.Id, node.Line, $"Elementet kan aldrig nås från en starthändelse i {process.Attribute("id")}.");
    }
}
