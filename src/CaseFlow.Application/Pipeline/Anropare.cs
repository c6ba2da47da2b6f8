using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Pipeline;

internal sealed class Anropare(IServiceScopeFactory scopes, TimeProvider tid) : IAnropare
{
    public async Task<Result<T>> Sand<T>(
        IRequest<Result<T>> request, Aktor aktor, string? idempotensnyckel = null, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var anrop = scope.ServiceProvider.GetRequiredService<Anrop>();
        anrop.Borja(aktor, tid.GetUtcNow());
        anrop.Idempotensnyckel = idempotensnyckel;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
