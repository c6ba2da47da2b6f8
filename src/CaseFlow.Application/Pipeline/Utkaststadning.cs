using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Pipeline;

/// <summary>A change that is typed in a place: once it is made, the draft of it is of no use.</summary>
public interface IBlirAvUtkast
{
    /// <summary>Null when it was typed somewhere else.</summary>
    Utkastplats? Plats { get; }
}

/// <summary>Takes away the actor's own draft of what was just saved, in the same transaction. Others' drafts of the same place stand: what they have typed
/// is theirs to keep or throw away.</summary>
internal sealed class Utkaststadning<TRequest, T>(CaseFlowDb db, Anrop anrop) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : ICommand<T>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var svar = await next();
        if (!svar.Failed && request is IBlirAvUtkast { Plats: { } plats } && anrop is { Arende: { } arende, Aktor: { Slag: AktorSlag.Person, Id: var agare } })
            await Utkastdorr.Egna(db, agare, plats.IArende ? arende : null, plats).ExecuteDeleteAsync(cancellationToken);
        return svar;
    }
}
