using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Pipeline;

/// <summary>A change is one transaction and one save, its audit events in it. When someone else was before, the whole use case is
/// run again on fresh data, three times at most. When a part of it failed it is run again without that part (<see cref="Delfel"/>).</summary>
internal sealed class Transaktion<TRequest, T>(
    CaseFlowDb db, Anrop anrop, ITransaktion transaktion, Granskningslogg logg, IDatabasfel databasfel, Delfel delfel, ILogger<Transaktion<TRequest, T>> log)
    : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : ICommand<T>
{
    private const int MestForsok = 4;

    private static readonly bool Fortlopande = typeof(TRequest).IsDefined(typeof(FortlopandeAttribute), inherit: false);

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var forsok = 0;
        while (forsok < MestForsok)
        {
            try
            {
                var svar = await transaktion.Kor(ct => Forsok(next, ct), cancellationToken);
                if (svar.Failed) Borjaom();
                return svar;
            }
            catch (DelMisslyckadesException fel)
            {
                Borjaom();
                delfel.Minns(fel);
            }
            catch (Exception fel) when (databasfel.ArKrock(fel))
            {
                forsok++;
                Borjaom();
                delfel.Glom();
                // Att någon hann före fyra gånger är ovanligt: oftare är det ett fel som kommer varje gång.
                if (forsok == MestForsok) log.LogWarning(fel, "{Anrop} krockade {Forsok} gånger i rad", typeof(TRequest).Name, forsok);
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

        return Error.Conflict(Felkoder.NagonHannFore, "Någon annan ändrade samtidigt. Ladda om sidan och försök igen.");
    }

    private async Task<Arbetsutfall<Result<T>>> Forsok(RequestHandlerDelegate<Result<T>> next, CancellationToken ct)
    {
        var svar = await next();
        if (svar.Failed) return new(svar, Spara: false);
        if (!Fortlopande || anrop.Handelser.Count > 0) await logg.Utford(typeof(TRequest).Name, ct);
        await db.SaveChangesAsync(ct);
        return new(svar, Spara: true);
    }

    private void Borjaom()
    {
        db.ChangeTracker.Clear();
        anrop.Angra();
    }
}
