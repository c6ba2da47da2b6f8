using CaseFlow.Domain;
using FluentValidation;
using MediatR;

namespace CaseFlow.Application.Pipeline;

/// <summary>Refuses a request whose shape is wrong, with a fault by field, before anything is loaded.</summary>
internal sealed class Validering<TRequest, T>(IEnumerable<IValidator<TRequest>> regler) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var fel = new List<FieldError>();
        foreach (var regel in regler)
        {
            var utfall = await regel.ValidateAsync(request, cancellationToken);
            fel.AddRange(utfall.Errors.Select(f => new FieldError(f.PropertyName, f.ErrorMessage)));
        }

        return fel.Count == 0 ? await next() : Error.Invalid([.. fel]);
    }
}
