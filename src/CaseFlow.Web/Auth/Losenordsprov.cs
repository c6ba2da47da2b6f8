using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Asks the one who is signed in for her password again, before something that would outlive the session. A wrong one counts as a failed
/// sign-in.</summary>
public sealed class Losenordsprov(UserManager<Konto> konton, IAnropare anropare, IHttpContextAccessor http)
{
    /// <summary>As a field of a form: what was written in it, and the refusal that stands there.</summary>
    /// <returns>Null when it is right.</returns>
    public async Task<Error?> Hinder(string losenord, string falt = "losenord")
    {
        if (losenord.Length == 0) return Error.Invalid(new FieldError(falt, "Skriv ditt lösenord."));
        return (await Prova(losenord)) is { Failed: true, Error: var fel } ? fel : null;
    }

    /// <returns>Her account; <c>FEL_LOSENORD</c>, <c>UTELAST</c>, <c>INTE_INLOGGAD</c>, or as the pipeline refuses.</returns>
    public async Task<Result<Konto>> Prova(string losenord)
    {
        if (await konton.GetUserAsync(http.HttpContext!.User) is not { } konto) return Error.Forbidden("INTE_INLOGGAD", "Du behöver logga in igen.");
        if (await konton.IsLockedOutAsync(konto)) return Error.Rule("UTELAST", "För många försök. Vänta tio minuter och försök igen, eller be förvaltningen om hjälp.");
        if (await konton.CheckPasswordAsync(konto, losenord)) return konto;
        await konton.AccessFailedAsync(konto);
        var loggat = await anropare.Sand(new InloggningMisslyckades(konto.UserName ?? "", Inloggningshinder.FelUppgifter), Systemaktor.Den);
        return loggat.Failed ? loggat.Error : Error.Invalid("FEL_LOSENORD", "Det är inte ditt nuvarande lösenord.");
    }
}
