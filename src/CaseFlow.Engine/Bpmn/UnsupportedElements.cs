using System.Collections.Frozen;

namespace CaseFlow.Engine.Bpmn;

/// <summary>What to say about an element the engine does not run: why, and what to use instead. Swedish, shown at deploy.</summary>
internal static class UnsupportedElements
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["task"] = "En uppgift utan sort gör ingenting. Använd userTask, serviceTask eller businessRuleTask.",
        ["manualTask"] = "Manuell uppgift stöds inte ännu. Använd userTask.",
        ["receiveTask"] = "Mottagande uppgift stöds inte ännu. Använd en händelsedelprocess som startar på meddelandet.",
        ["sendTask"] = "Sändande uppgift stöds inte ännu. Använd serviceTask med cf:operation.",
        ["scriptTask"] = "Skriptuppgift stöds inte ännu. Använd businessRuleTask med en DMN-tabell.",
        ["callActivity"] = "Anropad process stöds inte ännu. Använd serviceTask med en cf:operation som startar processen.",
        ["subProcess"] = "Inbäddad delprocess stöds inte ännu. Lägg stegen direkt i processen.",
        ["transaction"] = "Transaktion stöds inte. Lägg stegen direkt i processen.",
        ["adHocSubProcess"] = "Ad hoc-delprocess stöds inte ännu. Använd en händelsedelprocess som inte avbryter, startad av ett meddelande.",
        ["inclusiveGateway"] = "Inklusiv gateway stöds inte ännu. Använd parallella och exklusiva gatewayer.",
        ["eventBasedGateway"] = "Händelsestyrd gateway stöds inte ännu. Använd en userTask med tidsgräns, eller en händelsedelprocess.",
        ["complexGateway"] = "Komplex gateway stöds inte. Använd parallella och exklusiva gatewayer.",
        ["intermediateThrowEvent"] = "Kastande mellanhändelse stöds inte ännu. Använd serviceTask med cf:operation.",
        ["implicitThrowEvent"] = "Implicit kastande händelse stöds inte. Använd serviceTask med cf:operation.",
        ["event"] = "En händelse utan sort gör ingenting. Använd startEvent, intermediateCatchEvent, boundaryEvent eller endEvent.",
        ["choreographyTask"] = "Koreografi körs inte. Använd en process.",
        ["subChoreography"] = "Koreografi körs inte. Använd en process.",
        ["callChoreography"] = "Koreografi körs inte. Använd en process.",
        ["multiInstanceLoopCharacteristics"] = "Flera instanser av en aktivitet stöds inte ännu. Använd en slinga med exklusiv gateway.",
        ["standardLoopCharacteristics"] = "Loopmarkör stöds inte. Använd en slinga med exklusiv gateway.",
        ["resourceRole"] = "Resursroll används inte. Använd cf:group eller cf:assignee.",
        ["performer"] = "Utförare i BPMN används inte. Använd cf:group eller cf:assignee.",
        ["humanPerformer"] = "Utförare i BPMN används inte. Använd cf:group eller cf:assignee.",
        ["potentialOwner"] = "Utförare i BPMN används inte. Använd cf:group eller cf:assignee.",
        ["correlationSubscription"] = "Korrelation i BPMN används inte. Använd cf:correlationKey på meddelandet.",
        ["eventDefinitionRef"] = "Delad händelsedefinition stöds inte. Lägg händelsedefinitionen i händelsen.",
        ["dataInputAssociation"] = "Datakoppling med tilldelning eller omvandling stöds inte. Låt uttrycken läsa processens variabler.",
        ["dataOutputAssociation"] = "Datakoppling med tilldelning eller omvandling stöds inte. Låt uppgiften lämna processens variabler.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Triggers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["messageEventDefinition"] = "meddelande",
        ["timerEventDefinition"] = "tid",
        ["signalEventDefinition"] = "signal",
        ["errorEventDefinition"] = "fel",
        ["escalationEventDefinition"] = "eskalering",
        ["conditionalEventDefinition"] = "villkor",
        ["compensateEventDefinition"] = "kompensation",
        ["linkEventDefinition"] = "länk",
        ["cancelEventDefinition"] = "avbruten transaktion",
        ["terminateEventDefinition"] = "avslut av allt",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Reason(string element) =>
        Reasons.TryGetValue(element, out var reason) ? reason : $"Elementet {element} stöds inte. Ta bort det eller beskriv det i documentation.";

    public static string Event(string element, string definition)
    {
        var trigger = Triggers.TryGetValue(definition, out var name) ? name : definition;
        return element switch
        {
            "startEvent" => $"Starthändelse för {trigger} stöds inte här. Använd en starthändelse utan villkor eller för meddelande.",
            "endEvent" => $"Sluthändelse för {trigger} stöds inte ännu. Använd en vanlig sluthändelse, med serviceTask före om något ska sändas.",
            "boundaryEvent" => $"Gränshändelse för {trigger} stöds inte ännu. Använd en gränshändelse för tid, eller en händelsedelprocess.",
            _ => $"Mellanhändelse för {trigger} stöds inte ännu. Använd en mellanhändelse för tid, eller en händelsedelprocess.",
        };
    }
}
