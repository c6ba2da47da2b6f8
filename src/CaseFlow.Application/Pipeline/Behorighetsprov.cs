using System.Reflection;
using CaseFlow.Domain;
using MediatR;

namespace CaseFlow.Application.Pipeline;

/// <summary>Lets the request through when the actor has one of the capabilities it asks for. A request that says nothing is refused.</summary>
internal sealed class Behorighetsprov<TRequest, T>(Anrop anrop) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    private static readonly KraverAttribute? Kraver = typeof(TRequest).GetCustomAttribute<KraverAttribute>();

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        if (Kraver is not null && Kraver.Behorigheter.Any(anrop.Aktor.Har)) return await next();
        return Error.Forbidden(Felkoder.BehorighetSaknas, "Du har inte behörighet att göra det här.");
    }
}
