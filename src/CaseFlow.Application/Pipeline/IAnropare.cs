using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;

namespace CaseFlow.Application.Pipeline;

/// <summary>The one way in: web, command line, demo data and timers send every use case through it.</summary>
public interface IAnropare
{
    /// <summary>Runs the use case in a scope of its own as <paramref name="aktor"/> at the present moment.</summary>
    /// <param name="idempotensnyckel">Makes a change safe to send twice; at most 100 characters.</param>
    Task<Result<T>> Sand<T>(IRequest<Result<T>> request, Aktor aktor, string? idempotensnyckel = null, CancellationToken ct = default);
}
