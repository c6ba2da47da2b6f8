using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>What a service task does inside the house, named by <c>cf:operation</c>. Runs in the same transaction as the step that asked for it.</summary>
public interface ITjansteoperation
{
    /// <summary>E.g. <c>arende.fordela</c>.</summary>
    string Namn { get; }

    /// <returns>Variables for the instance, or why it failed: then nothing of what the operation did is kept, and the process stops there with an
    /// <see cref="Incident"/> (the dialect has no error boundary events), until <see cref="ForsokIncidentIgen"/> goes through.</returns>
    Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct);
}

/// <param name="Motor">For an operation that starts other instances.</param>
public sealed record Tjansteanrop(Processmotor Motor, Processinstans Instans, Arende Arende, FeelContext Variabler);
