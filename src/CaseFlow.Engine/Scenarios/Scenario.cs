using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Scenarios;

/// <summary>A test of a process without C#: commands in order, and what should hold after each.</summary>
/// <param name="Process">The process's key.</param>
/// <param name="Services">How service tasks answer, by element id; one that is not named completes at once.</param>
internal sealed record Scenario(
    string? Process,
    DateTimeOffset Now,
    FeelContext Variables,
    ImmutableDictionary<string, ServiceStub> Services,
    ImmutableArray<ScenarioStep> Steps);

/// <param name="Error">The BPMN error that the task throws.</param>
/// <param name="Incident">The text of a failure for good, which becomes an incident (an own addition to the format).</param>
internal sealed record ServiceStub(FeelContext Variables, string? Error, string? Incident);

/// <param name="Do">start, complete, advance, message, signal, activate, or retry (an own addition: retries the incident at <paramref name="Task"/>).</param>
/// <param name="Name">Of the message or the signal.</param>
/// <param name="Index">Which of the open tasks with the id, from 0 in the order they were opened.</param>
/// <param name="By">An ISO 8601 duration.</param>
internal sealed record ScenarioStep(
    string Do, string? Task, int Index, string? By, string? Name, string? Key, FeelContext Variables, Expectation? Expect);

/// <summary>What should hold after a step; null is not asked for.</summary>
/// <param name="Variables">A subset that must be equal.</param>
/// <param name="Error">The code the command is refused with (an own addition); a refusal that is not expected is a difference.</param>
internal sealed record Expectation(
    ImmutableArray<string>? Open,
    string? Status,
    ImmutableArray<string>? Ends,
    FeelContext? Variables,
    ImmutableArray<string>? Incidents,
    string? Error);
