using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>Reads events with their definitions. A reader answers null when it has refused the element.</summary>
internal sealed class EventReader(ReadContext context)
{
    private const string Message = "messageEventDefinition";
    private const string Timer = "timerEventDefinition";
    private const string Terminate = "terminateEventDefinition";
    private const string Signal = "signalEventDefinition";
    private const string Error = "errorEventDefinition";
    private const string Escalation = "escalationEventDefinition";
    private const string Link = "linkEventDefinition";

    public Node? Start(XmlElementNode element, Node node, StartPlace place)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        var interrupting = element.Attribute("isInterrupting") is not ("false" or "0");
        var read = node with { Kind = NodeKind.StartEvent, Interrupting = interrupting };
        switch (place, definition?.Name)
        {
            case (StartPlace.EventSubprocess, null):
                return Refuse(element, "Starten i en händelsedelprocess säger vad som startar den. Använd en starthändelse för meddelande.");
            case (_, null):
                return read;
            case (StartPlace.Subprocess, _):
                return Refuse(element, "Starten i en delprocess har ingen händelse: delprocessen börjar när flödet når den.");
            case (StartPlace.EventSubprocess, Error) when !interrupting:
                return Refuse(element, "Ett fel avbryter alltid. Ta bort isInterrupting, eller använd en eskalering.");
            case (_, Message): return With(read, MessageOf(element, definition));
            case (_, Signal): return With(read, SignalOf(element, definition));
            case (StartPlace.Process, Timer): return With(read, TimerOf(element, definition, mayRepeat: true));
            case (StartPlace.EventSubprocess, Timer): return With(read, TimerOf(element, definition, mayRepeat: !interrupting));
            case (StartPlace.EventSubprocess, Error): return With(read, ErrorOf(element, definition, thrown: false));
            case (StartPlace.EventSubprocess, Escalation): return With(read, EscalationOf(element, definition, thrown: false));
            default: return Refuse(element, UnsupportedElements.Event(element.Name, definition.Name));
        }
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
            Message => With(read, MessageOf(element, definition)),
            Signal => With(read, SignalOf(element, definition)),
            Error => With(read, ErrorOf(element, definition, thrown: true)),
            Escalation => With(read, EscalationOf(element, definition, thrown: true)),
            var other => Refuse(element, UnsupportedElements.Event(element.Name, other)),
        };
    }

    public Node? Throw(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        var read = node with { Kind = NodeKind.IntermediateThrowEvent };
        return definition?.Name switch
        {
            null => read,
            Message => With(read, MessageOf(element, definition)),
            Signal => With(read, SignalOf(element, definition)),
            Escalation => With(read, EscalationOf(element, definition, thrown: true)),
            Link => With(read, LinkOf(element, definition)),
            var other => Refuse(element, UnsupportedElements.Event(element.Name, other)),
        };
    }

    public Node? Catch(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        var read = node with { Kind = NodeKind.IntermediateCatchEvent };
        return definition?.Name switch
        {
            null => Refuse(element, "Mellanhändelsen säger inte vad den väntar på. Använd en timerEventDefinition."),
            Timer => With(read, TimerOf(element, definition, mayRepeat: false)),
            Message => With(read, MessageOf(element, definition)),
            Signal => With(read, SignalOf(element, definition)),
            Link => With(read, LinkOf(element, definition)),
            var other => Refuse(element, UnsupportedElements.Event(element.Name, other)),
        };
    }

    public Node? Boundary(XmlElementNode element, Node node)
    {
        ForeignContent.Check(element, context);
        if (!TryDefinition(element, out var definition)) return null;
        if (definition is null) return Refuse(element, "Gränshändelsen säger inte vad den väntar på. Använd en timerEventDefinition.");
        if (element.Attribute("attachedToRef") is not { Length: > 0 } activity)
            return Refuse(element, "Gränshändelsen saknar attachedToRef, som säger vilken uppgift den sitter på.");
        var interrupting = element.Attribute("cancelActivity") is not ("false" or "0");
        var read = node with { Kind = NodeKind.BoundaryEvent, AttachedTo = activity, Interrupting = interrupting };
        return definition.Name switch
        {
            Timer => With(read, TimerOf(element, definition, mayRepeat: !interrupting)),
            Message => With(read, MessageOf(element, definition)),
            Signal => With(read, SignalOf(element, definition)),
            Error when !interrupting => Refuse(element, "Ett fel avbryter alltid. Ta bort cancelActivity, eller använd en eskalering."),
            Error => With(read, ErrorOf(element, definition, thrown: false)),
            Escalation => With(read, EscalationOf(element, definition, thrown: false)),
            var other => Refuse(element, UnsupportedElements.Event(element.Name, other)),
        };
    }

    private static Node? With(Node node, Trigger? trigger) => trigger is null ? null : node with { Trigger = trigger };

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

    /// <param name="definition">What has the messageRef: the event's definition, or a receive or send task itself.</param>
    public MessageTrigger? MessageOf(XmlElementNode element, XmlElementNode definition)
    {
        var reference = definition.Attribute("messageRef");
        if (string.IsNullOrEmpty(reference))
        {
            context.Refuse(element, $"{(element.Name.EndsWith("Task", StringComparison.Ordinal) ? "Uppgiften" : "Händelsen")} saknar messageRef, som säger vilket meddelande det gäller.");
            return null;
        }

        if (Find(context.Messages, reference) is { } message) return message;
        context.Refuse(element, $"Meddelandet {reference} finns inte i filen eller är ofullständigt.");
        return null;
    }

    private SignalTrigger? SignalOf(XmlElementNode element, XmlElementNode definition)
    {
        var reference = definition.Attribute("signalRef");
        if (string.IsNullOrEmpty(reference)) context.Refuse(element, "Händelsen saknar signalRef, som säger vilken signal det gäller.");
        else if (Find(context.Signals, reference) is { } signal) return signal;
        else context.Refuse(element, $"Signalen {reference} finns inte i filen eller är ofullständig.");
        return null;
    }

    private ErrorTrigger? ErrorOf(XmlElementNode element, XmlElementNode definition, bool thrown) =>
        TryCode(element, definition.Attribute("errorRef"), context.Errors, thrown, "errorRef", out var code) ? new(code) : null;

    private EscalationTrigger? EscalationOf(XmlElementNode element, XmlElementNode definition, bool thrown) =>
        TryCode(element, definition.Attribute("escalationRef"), context.Escalations, thrown, "escalationRef", out var code) ? new(code) : null;

    /// <summary>What is thrown has a code; what catches without one catches any.</summary>
    private bool TryCode(XmlElementNode element, string? reference, Dictionary<string, string> codes, bool thrown, string attribute, out string? code)
    {
        code = string.IsNullOrEmpty(reference) ? null : Find(codes, reference);
        if (code is not null || (string.IsNullOrEmpty(reference) && !thrown)) return true;
        context.Refuse(element, string.IsNullOrEmpty(reference) ? $"Händelsen saknar {attribute}, som säger vad som kastas." : $"{attribute} pekar på {reference}, som inte finns i filen.");
        return false;
    }

    private LinkTrigger? LinkOf(XmlElementNode element, XmlElementNode definition)
    {
        if (definition.Attribute("name") is { Length: > 0 } name && !string.IsNullOrWhiteSpace(name)) return new(name.Trim());
        context.Refuse(element, "Länken saknar name, som binder ihop den som kastar med den som fångar.");
        return null;
    }

    /// <summary>A QName: the prefix stands for the file's own target namespace.</summary>
    private static T? Find<T>(Dictionary<string, T> known, string reference) where T : class =>
        known.GetValueOrDefault(reference) ?? known.GetValueOrDefault(reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..]);

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
            context.Refuse(element, "timeCycle passar bara en händelse som inte avbryter. Använd timeDuration eller timeDate.");
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

/// <summary>What a start event starts.</summary>
internal enum StartPlace { Process, Subprocess, EventSubprocess }
