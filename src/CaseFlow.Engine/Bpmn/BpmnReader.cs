using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads a BPMN 2.0.2 file with the dialect <c>urn:caseflow:bpmn:1</c>. What the engine does not run is refused by element
/// id with line, reason and what to use instead; a definition is never accepted and then silently does nothing.</summary>
public static class BpmnReader
{
    private static readonly string[] ReadPast =
    [
        "collaboration", "itemDefinition", "import", "dataStore", "category", "interface", "resource", "endPoint", "extension",
        "relationship", "partnerEntity", "partnerRole", "globalUserTask", "globalManualTask", "globalTask",
        "globalBusinessRuleTask", "globalScriptTask", "correlationProperty", "conversation", "globalConversation", "documentation",
    ];

    /// <summary>Reads one file. Never throws on its content.</summary>
    /// <param name="decisions">The decisions that exist, to refuse a business-rule task that names another; null when not known.</param>
    public static BpmnReadResult Read(string xml, IReadOnlySet<string>? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var read = SafeXml.Read(xml);
        if (read.Root is not { } root) return Unreadable(read.Error?.Message ?? "Filen går inte att läsa.");
        if (root is not { Name: "definitions", NamespaceUri: BpmnNames.Model })
            return Unreadable($"Rad {root.Line}: roten är {root.Name} och inte definitions i BPMN 2.0.");

        var context = new ReadContext();
        CheckIds(root, context);
        ReadRoot(root, context);
        var process = ChooseProcess(root, context);
        if (process is null) return Result(context, null);

        new ScopeReader(context, decisions).ReadProcess(process);
        var nodes = StructureChecks.Connect(context, process);
        if (context.HasProblems) return Result(context, null);
        return Result(context, Build(xml, process, nodes, context));
    }

    private static BpmnReadResult Unreadable(string reason) => new(null, [], []) { FileProblem = reason };

    private static BpmnReadResult Result(ReadContext context, ProcessDefinition? definition) =>
        new(definition, context.Problems, context.Warnings);

    private static void CheckIds(XmlElementNode root, ReadContext context)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.NamespaceUri != BpmnNames.Model || element.Attribute("id") is not { } id) continue;
            if (id.Length is 0 or > 200) context.Refuse(element, "Ett id har 1 till 200 tecken.");
            else if (!seen.TryAdd(id, element.Line)) context.Refuse(element, $"Id används redan på rad {seen[id]}. Varje element har sitt eget.");
        }
    }

    private static void ReadRoot(XmlElementNode root, ReadContext context)
    {
        if (root.Attribute("expressionLanguage") is { } language && !IsFeel(language))
            context.Warn(root, $"expressionLanguage {language} används inte; uttryck läses som FEEL.");
        ForeignContent.Check(root, context);
        foreach (var child in root.Children.Where(child => child.NamespaceUri == BpmnNames.Model))
        {
            if (child.Name == "message") ReadMessage(child, context);
            else if (child.Name == "signal") ReadSignal(child, context);
            else if (child.Name == "error") ReadCode(child, "errorCode", context.Errors, context);
            else if (child.Name == "escalation") ReadCode(child, "escalationCode", context.Escalations, context);
            else if (child.Name != "process" && child.Name != "extensionElements" && !child.Name.EndsWith("EventDefinition", StringComparison.Ordinal) && !ReadPast.Contains(child.Name))
                context.Refuse(child, UnsupportedElements.Reason(child.Name));
        }
    }

    private static void ReadMessage(XmlElementNode message, ReadContext context)
    {
        ForeignContent.Check(message, context, "correlationKey");
        var name = message.Attribute("name");
        if (message.Attribute("id") is not { Length: > 0 } id) context.Refuse(message, "Meddelandet saknar id.");
        else if (string.IsNullOrWhiteSpace(name)) context.Refuse(message, "Meddelandet saknar name, som är det som skickas till.");
        else
            context.Messages[id] = new(
                name, context.TextOrFeel(message, "cf:correlationKey", message.Attribute("correlationKey", BpmnNames.CaseFlow)));
    }

    private static void ReadSignal(XmlElementNode signal, ReadContext context)
    {
        ForeignContent.Check(signal, context);
        if (signal.Attribute("id") is not { Length: > 0 } id) context.Refuse(signal, "Signalen saknar id.");
        else if (signal.Attribute("name") is not { Length: > 0 } name || string.IsNullOrWhiteSpace(name)) context.Refuse(signal, "Signalen saknar name, som är det som den som lyssnar lyssnar på.");
        else context.Signals[id] = new(name);
    }

    /// <summary>An error or an escalation: what is thrown and caught is its code, else its name, else its id.</summary>
    private static void ReadCode(XmlElementNode element, string attribute, Dictionary<string, string> codes, ReadContext context)
    {
        ForeignContent.Check(element, context);
        if (element.Attribute("id") is not { Length: > 0 } id) context.Refuse(element, "Elementet saknar id.");
        else codes[id] = Array.Find([element.Attribute(attribute), element.Attribute("name"), id], text => !string.IsNullOrWhiteSpace(text))!;
    }

    internal static bool IsFeel(string language) => language.Contains("feel", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's only process, or its only executable one.</summary>
    private static XmlElementNode? ChooseProcess(XmlElementNode root, ReadContext context)
    {
        var all = root.Children.Where(child => child is { Name: "process", NamespaceUri: BpmnNames.Model }).ToList();
        if (all.Count == 0)
        {
            context.Refuse(root, "Filen har ingen process.");
            return null;
        }

        var executable = all.Where(process => process.Attribute("isExecutable") is "true" or "1").ToList();
        var chosen = all.Count == 1 ? all : executable;
        if (chosen.Count != 1)
        {
            foreach (var extra in all.Skip(1))
                context.Refuse(extra, "Filen har flera processer. Lägg varje process i sin egen fil, eller märk en med isExecutable.");
            return null;
        }

        var process = chosen[0];
        foreach (var other in all.Where(other => other != process))
            context.Warn(other, "processen körs inte; filens körbara process är en annan.");
        if (all.Count == 1 && process.Attribute("isExecutable") is "false" or "0")
            context.Warn(process, "isExecutable är false, men filen har bara den processen och den körs.");
        if (process.Attribute("id") is { Length: > 0 }) return process;
        context.Refuse(process, "Processen saknar id, som är dess nyckel.");
        return null;
    }

    private static ProcessDefinition Build(string xml, XmlElementNode process, ImmutableArray<Node> nodes, ReadContext context)
    {
        var key = process.Attribute("id")!;
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml)));
        var starts = nodes.Where(node => node.Kind == NodeKind.StartEvent).ToLookup(node => node.ScopeId, StringComparer.Ordinal);
        var subprocesses = nodes.Where(node => node.Kind == NodeKind.EventSubprocess).ToLookup(node => node.ScopeId, StringComparer.Ordinal);
        var scopes = context.ScopeParents.Select(scope => new ProcessScope(
            scope.Key, scope.Value, [.. starts[scope.Key]],
            [.. subprocesses[scope.Key].SelectMany(node => starts[node.Id])]));
        return new(key, process.Attribute("name"), sha, nodes, scopes);
    }
}
