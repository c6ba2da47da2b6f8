namespace CaseFlow.Engine.Bpmn;

internal static class BpmnNames
{
    public const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string CaseFlow = "urn:caseflow:bpmn:1";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>Drawing only: shapes, edges, fonts, colours.</summary>
    public static bool IsDrawing(string namespaceUri) =>
        namespaceUri is "http://www.omg.org/spec/BPMN/20100524/DI" or "http://www.omg.org/spec/DD/20100524/DI"
            or "http://www.omg.org/spec/DD/20100524/DC" or "http://www.omg.org/spec/BPMN/non-normative/color/1.0"
            or "http://bpmn.io/schema/bpmn/biocolor/1.0";
}
