using System.Collections.Frozen;

namespace CaseFlow.Engine.Bpmn;

/// <summary>What to say about an element the engine does not run: why, and what to use instead. Swedish, shown at deploy.</summary>
internal static class UnsupportedElements
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["task"] = "En uppgift utan sort gör ingenting. Använd userTask, serviceTask eller businessRuleTask.",
        ["transaction"] = "Transaktion stöds inte. Använd en delprocess.",
        ["complexGateway"] = "Komplex gateway stöds inte. Använd parallella, inklusiva och exklusiva gatewayer.",
        ["implicitThrowEvent"] = "Implicit kastande händelse stöds inte. Använd serviceTask med cf:operation.",
        ["event"] = "En händelse utan sort gör ingenting. Använd startEvent, intermediateCatchEvent, boundaryEvent eller endEvent.",
        ["choreographyTask"] = "Koreografi körs inte. Använd en process.",
        ["subChoreography"] = "Koreografi körs inte. Använd en process.",
        ["callChoreography"] = "Koreografi körs inte. Använd en process.",
        ["multiInstanceLoopCharacteristics"] = "Bara en aktivitet görs flera gånger.",
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
            "startEvent" => $"Starthändelse för {trigger} stöds inte här. Använd en för meddelande, signal eller tid.",
            "endEvent" => $"Sluthändelse för {trigger} stöds inte. Använd en vanlig sluthändelse, eller en för meddelande, signal, fel eller eskalering.",
            "boundaryEvent" => $"Gränshändelse för {trigger} stöds inte. Använd en för tid, meddelande, signal, fel eller eskalering.",
            "intermediateThrowEvent" => $"Kastande mellanhändelse för {trigger} stöds inte. Använd en för meddelande, signal, eskalering eller länk.",
            _ => $"Mellanhändelse för {trigger} stöds inte. Använd en för tid, meddelande, signal eller länk.",
        };
    }
}
