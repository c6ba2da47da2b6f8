using CaseFlow.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Pipeline;

/// <summary>A question loads nothing that it could change by mistake.</summary>
internal sealed class Lasning<TRequest, T>(CaseFlowDb db) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IQuery<T>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var tidigare = db.ChangeTracker.QueryTrackingBehavior;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        try
        {
            return await next();
        }
        finally
        {
            db.ChangeTracker.QueryTrackingBehavior = tidigare;
        }
    }
}
