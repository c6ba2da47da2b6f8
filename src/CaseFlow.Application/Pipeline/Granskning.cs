using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Pipeline;

/// <summary>Outermost: what is refused, fails or is read leaves its audit event too, in a transaction of its own. When it cannot be
/// written the answer is <c>LOGG_OTILLGANGLIG</c> and nothing is given out.</summary>
internal sealed class Granskning<TRequest, T>(
    CaseFlowDb db, ITransaktion transaktion, Granskningslogg logg, IDatabasfel databasfel, ILogger<Granskning<TRequest, T>> log)
    : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    private const int MestForsok = 4;

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        var namn = typeof(TRequest).Name;
        Result<T> svar;
        try
        {
            svar = await next();
        }
        catch (LoggOtillgangligException fel)
        {
            log.LogCritical(fel, "Granskningsloggen går inte att skriva för {Anrop}", namn);
            return Granskning.Otillganglig;
        }
        catch (Exception fel)
        {
            var kod = fel is OperationCanceledException ? "AVBRUTEN" : "FEL";
            if (await Skriv(ct => logg.Avbruten(namn, Auditutfall.Fel, kod, ct))) throw;
            log.LogCritical(fel, "{Anrop} misslyckades, och det gick inte att logga", namn);
            return Granskning.Otillganglig;
        }

        if (svar.Failed)
        {
            var kan = svar.Error.Kind == ErrorKind.Unavailable || await Skriv(ct => logg.Avbruten(namn, Auditutfall.Nekad, svar.Error.Code, ct));
            return kan ? svar : Granskning.Otillganglig;
        }

        return request is not IQuery<T> || await Skriv(ct => logg.Utford(namn, ct)) ? svar : Granskning.Otillganglig;
    }

    private async Task<bool> Skriv(Func<CancellationToken, Task> lagg)
    {
        var forsok = 0;
        while (true)
        {
            try
            {
                // Avbryts anropet ska spåret ändå skrivas.
                return await transaktion.Kor<bool>(
                    async ct =>
                    {
                        db.ChangeTracker.Clear();
                        await lagg(ct);
                        await db.SaveChangesAsync(ct);
                        return new(true, true);
                    },
                    CancellationToken.None);
            }
            catch (Exception fel) when (++forsok < MestForsok && databasfel.ArKrock(fel))
            {
                log.LogDebug(fel, "Loggen skrivs igen");
            }
            catch (Exception fel)
            {
                log.LogCritical(fel, "Granskningsloggen går inte att skriva för {Anrop}", typeof(TRequest).Name);
                return false;
            }
        }
    }
}

internal static class Granskning
{
    public static Error Otillganglig { get; } = new(ErrorKind.Unavailable, "LOGG_OTILLGANGLIG",
        "Systemet kan inte skriva sin logg just nu, och därför sparades eller visades inget. Försök igen om en stund.", []);
}
