namespace CaseFlow.Domain;

/// <summary>An expected refusal: a stable code for machines and a Swedish sentence for people. A bug is an exception instead.</summary>
/// <param name="Code">Upper case, ASCII, stable over versions, e.g. <c>DELEGATION_SAKNAS</c>.</param>
/// <param name="Text">Klarspråk, one or two sentences, no personal data.</param>
/// <param name="Fields">Faults by field for a form; empty for a rule.</param>
public sealed record Error(ErrorKind Kind, string Code, string Text, IReadOnlyList<FieldError> Fields)
{
    public static Error Rule(string code, string text) => new(ErrorKind.Rule, code, text, []);

    public static Error Conflict(string code, string text) => new(ErrorKind.Conflict, code, text, []);

    public static Error Forbidden(string code, string text) => new(ErrorKind.Forbidden, code, text, []);

    /// <summary>Does not exist, or the user may not know that it does: the same answer (docs/stil.md 7).</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "FINNS_INTE", "Det du söker finns inte, eller så har du inte behörighet att se det.", []);

    public static Error Invalid(params IReadOnlyList<FieldError> fields) =>
        new(ErrorKind.Invalid, "OGILTIGT", "Några uppgifter saknas eller stämmer inte.", fields);

    public static Error Invalid(string code, string text) => new(ErrorKind.Invalid, code, text, []);
}

public sealed record FieldError(string Field, string Text);

/// <summary>Invalid: the shape is wrong. Rule: the law or the process says no. Conflict: someone was before you.</summary>
public enum ErrorKind { Invalid, Rule, Conflict, Forbidden, NotFound, Unavailable }
