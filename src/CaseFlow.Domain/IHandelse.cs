namespace CaseFlow.Domain;

/// <summary>Something that happened, in the past tense. Carries ids, codes, dates and counts, never personal text (docs/stil.md 17):
/// every event becomes an audit event, and gallring must never have to break the chain.</summary>
/// <remarks>Version 1 unless the type says otherwise with a <c>Version</c> constant; its name is the event type.</remarks>
public interface IHandelse;
