using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Pipeline;

/// <summary>A change is one transaction and one save, its audit events in it. When someone else was before, the whole use case is
/// run again on fresh data, three times at most.</summary>
internal sealed class Transaktion<TRequest, T>(CaseFlowDb db, Anrop anrop, ITransaktion transaktion, Granskningslogg logg, IDatabasfel databasfel)
    : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : ICommand<T>
{
    private const int MestForsok = 4;

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        for (var forsok = 1; forsok <= MestForsok; forsok++)
        {
            try
            {
                var svar = await transaktion.Kor(ct => Forsok(next, ct), cancellationToken);
                if (svar.Failed) Borjaom();
                return svar;
            }
            catch (Exception fel) when (databasfel.ArKrock(fel))
            {
                Borjaom();
            }
            catch (DbUpdateException fel) when (fel.Entries.Any(e => e.Entity is AuditHandelse or AuditHuvud))
            {
                Borjaom();
                throw new LoggOtillgangligException(fel);
            }
            catch (Exception)
            {
                Borjaom();
                throw;
            }
        }

        return Error.Conflict("NAGON_HANN_FORE", "Någon annan ändrade samtidigt. Ladda om sidan och försök igen.");
    }

    private async Task<Arbetsutfall<Result<T>>> Forsok(RequestHandlerDelegate<Result<T>> next, CancellationToken ct)
    {
        var svar = await next();
        if (svar.Failed) return new(svar, Spara: false);
        await logg.Utford(typeof(TRequest).Name, ct);
        await db.SaveChangesAsync(ct);
        return new(svar, Spara: true);
    }

    private void Borjaom()
    {
        db.ChangeTracker.Clear();
        anrop.Angra();
    }
}
