using System.Collections.Frozen;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Attributes and extension elements outside the BPMN namespace. Our own must be known where they stand; another tool's
/// attributes are ignored with a warning; its elements are refused unless they are known to change nothing.</summary>
internal static class ForeignContent
{
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "properties", "property", "metadata", "signavioMetaData", "signavioLabel", "signavioType", "versionTag", "userTask", "color", "style",
        "positionConstants", "BizagiExtensions", "layout", "documentation", "description", "comment", "note", "label", "customShape");

    private static readonly string[] HarmlessNamespaces =
        ["signavio", "bizagi", "trisotech", "yaoqiang", "visual-paradigm", "sparx", "modeler", "di/", "/DI", "color"];

    /// <summary>Checks an element's attributes and its <c>extensionElements</c>.</summary>
    /// <param name="own">Names of the dialect's attributes that the element takes.</param>
    public static void Check(XmlElementNode element, ReadContext context, params ReadOnlySpan<string> own) => Check(element, context, mappings: false, own);

    /// <param name="mappings">The element takes <c>cf:in</c> and <c>cf:out</c>.</param>
    public static void Check(XmlElementNode element, ReadContext context, bool mappings, params ReadOnlySpan<string> own)
    {
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.NamespaceUri)
            {
                case "" or BpmnNames.Xsi or BpmnNames.Xml or BpmnNames.Model:
                    break;
                case BpmnNames.CaseFlow:
                    if (!own.Contains(attribute.Name)) context.Refuse(element, $"Attributet cf:{attribute.Name} finns inte på {element.Name}.");
                    break;
                default:
                    if (!BpmnNames.IsDrawing(attribute.NamespaceUri))
                        context.Warn(element, $"attributet {attribute.Name} ({attribute.NamespaceUri}) används inte.");
                    break;
            }
        }

        foreach (var child in element.Children)
        {
            if (child is { Name: "extensionElements", NamespaceUri: BpmnNames.Model })
                foreach (var extension in child.Children.Where(extension => !mappings || extension is not { NamespaceUri: BpmnNames.CaseFlow, Name: "in" or "out" })) CheckElement(element, extension, context);
            else if (child.NamespaceUri != BpmnNames.Model) CheckElement(element, child, context);
        }
    }

    private static void CheckElement(XmlElementNode owner, XmlElementNode extension, ReadContext context)
    {
        if (BpmnNames.IsDrawing(extension.NamespaceUri)) return;
        if (extension.NamespaceUri == BpmnNames.CaseFlow)
            context.Refuse(owner, $"cf:{extension.Name} på rad {extension.Line} stöds inte på {owner.Name}.");
        else if (Harmless.Contains(extension.Name) || Array.Exists(HarmlessNamespaces, extension.NamespaceUri.Contains))
            context.Warn(owner, $"tillägget {extension.Name} ({extension.NamespaceUri}) används inte.");
        else
            context.Refuse(
                owner,
                $"Tillägget {extension.Name} ({extension.NamespaceUri}) på rad {extension.Line} ändrar hur en annan motor kör och stöds inte. "
                + "Beskriv steget med cf:-attributen, till exempel cf:operation eller cf:form.");
    }
}
