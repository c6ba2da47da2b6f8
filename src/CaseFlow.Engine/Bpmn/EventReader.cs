using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads events with their definitions. A reader answers null when it has refused the element.</summary>
internal sealed class EventReader(ReadContext context)
{
    private const string Message = "messageEventDefinition";
    private const string Timer = "timerEventDefinition";
    private const string Terminate = "terminateEventDefinition";

    public Node? Start(XmlElementNode element, Node node, bool isEventSubprocess)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        var interrupting = element.Attribute("isInterrupting") is not ("false" or "0");
        var read = node with { Kind = NodeKind.StartEvent, Interrupting = interrupting };
        if (definition is null && isEventSubprocess)
            return Refuse(element, "Starten i en händelsedelprocess säger vad som startar den. Använd en starthändelse för meddelande.");
        if (definition is null) return read;
        if (definition.Name != Message) return Refuse(element, UnsupportedElements.Event(element.Name, definition.Name));
        return MessageOf(element, definition) is { } trigger ? read with { Trigger = trigger } : null;
    }

    public Node? End(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        var read = node with { Kind = NodeKind.EndEvent };
        return definition?.Name switch
        {
            null => read,
            Terminate => read with { Trigger = new TerminateTrigger() },
            var other => Refuse(element, UnsupportedElements.Event(element.Name, other)),
        };
    }

    public Node? Catch(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        if (definition is null) return Refuse(element, "Mellanhändelsen säger inte vad den väntar på. Använd en timerEventDefinition.");
        if (definition.Name != Timer) return Refuse(element, UnsupportedElements.Event(element.Name, definition.Name));
        return TimerOf(element, definition, mayRepeat: false) is { } trigger
            ? node with { Kind = NodeKind.IntermediateCatchEvent, Trigger = trigger }
            : null;
    }

    public Node? Boundary(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        if (definition is null) return Refuse(element, "Gränshändelsen säger inte vad den väntar på. Använd en timerEventDefinition.");
        if (definition.Name != Timer) return Refuse(element, UnsupportedElements.Event(element.Name, definition.Name));
        if (element.Attribute("attachedToRef") is not { Length: > 0 } activity)
            return Refuse(element, "Gränshändelsen saknar attachedToRef, som säger vilken uppgift den sitter på.");
        var interrupting = element.Attribute("cancelActivity") is not ("false" or "0");
        return TimerOf(element, definition, mayRepeat: !interrupting) is { } trigger
            ? node with { Kind = NodeKind.BoundaryEvent, Trigger = trigger, AttachedTo = activity, Interrupting = interrupting }
            : null;
    }

    private bool TryDefinition(XmlElementNode element, out XmlElementNode? definition)
    {
        var all = element.Children
            .Where(child => child.NamespaceUri == BpmnNames.Model
                && (child.Name.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name == "eventDefinitionRef"))
            .ToList();
        definition = all.FirstOrDefault();
        if (all.Count > 1) context.Refuse(element, "Händelsen väntar på flera saker. Ge varje sak en egen händelse.");
        else if (definition?.Name == "eventDefinitionRef") context.Refuse(element, UnsupportedElements.Reason(definition.Name));
        else
        {
            if (definition is not null) ForeignContent.Check(definition, context);
            return true;
        }

        return false;
    }

    private MessageTrigger? MessageOf(XmlElementNode element, XmlElementNode definition)
    {
        var reference = definition.Attribute("messageRef");
        if (string.IsNullOrEmpty(reference))
        {
            context.Refuse(element, "Händelsen saknar messageRef, som säger vilket meddelande den väntar på.");
            return null;
        }

        // A QName: the prefix stands for the file's own target namespace.
        var id = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (context.Messages.TryGetValue(reference, out var message) || context.Messages.TryGetValue(id, out message)) return message;
        context.Refuse(element, $"Meddelandet {reference} finns inte i filen eller är ofullständigt.");
        return null;
    }

    private TimerTrigger? TimerOf(XmlElementNode element, XmlElementNode definition, bool mayRepeat)
    {
        var specs = definition.Children.Where(child => child.Name is "timeDate" or "timeDuration" or "timeCycle").ToList();
        if (specs.Count != 1)
        {
            context.Refuse(element, "Tidshändelsen har exakt en av timeDate, timeDuration och timeCycle.");
            return null;
        }

        var kind = specs[0].Name switch { "timeDate" => TimerKind.Date, "timeDuration" => TimerKind.Duration, _ => TimerKind.Cycle };
        if (kind == TimerKind.Cycle && !mayRepeat)
        {
            context.Refuse(element, "timeCycle passar bara en gränshändelse som inte avbryter. Använd timeDuration eller timeDate.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(specs[0].Text))
        {
            context.Refuse(element, $"{specs[0].Name} är tom. Skriv en tid enligt ISO 8601, som P14D, eller =FEEL.");
            return null;
        }

        var spec = context.TextOrFeel(element, specs[0].Name, specs[0].Text);
        if (spec is null) return null;
        if (spec.Expression is not null || TimerLiteral.Plan(kind, spec.Text, DateTimeOffset.UnixEpoch) is not null) return new(kind, spec);
        context.Refuse(element, $"{specs[0].Name} \"{spec.Text}\" är ingen tid enligt ISO 8601, som {Example(kind)}. Ett uttryck börjar med =.");
        return null;
    }

    private static string Example(TimerKind kind) => kind switch
    {
        TimerKind.Date => "2026-03-02T08:00:00+01:00",
        TimerKind.Duration => "P14D",
        TimerKind.Cycle => "R3/P7D",
    };

    private Node? Refuse(XmlElementNode element, string reason)
    {
        context.Refuse(element, reason);
        return null;
    }
}
