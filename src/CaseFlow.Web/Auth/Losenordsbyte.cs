using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Auth;

/// <summary>A new password for the one who is signed in. Takes the one she has, and a wrong one counts as a failed sign-in. Every other session of the
/// account ends.</summary>
public sealed class Losenordsbyte(UserManager<Konto> konton, SignInManager<Konto> inloggning, Sandare sandare, Losenordsprov losenord, IHttpContextAccessor http)
{
    /// <returns>Done; <c>FEL_LOSENORD</c>, <c>SAMMA_LOSENORD</c>, <c>LOSENORD_FOR_KORT</c>, <c>UTELAST</c>, or as the pipeline refuses.</returns>
    public async Task<Result<Done>> Byt(string nuvarande, string nytt, bool taBortNycklar)
    {
        var context = http.HttpContext!;
        var prov = await losenord.Prova(nuvarande);
        if (prov.Failed) return prov.Error;
        if (nuvarande == nytt) return Error.Invalid("SAMMA_LOSENORD", "Välj ett annat lösenord än det du har.");
        var svar = await sandare.Sand(new BytLosenord(nytt, taBortNycklar), context.RequestAborted);
        if (svar.Failed) return svar;
        await NySession(prov.Value, context);
        return Result.Done;
    }

    // Kontot ändrades i användningsfallets egen transaktion: den här webbläsaren får en ny session, värd lika mycket som den förra.
    private async Task NySession(Konto konto, HttpContext context)
    {
        var ny = await konton.Users.AsNoTracking().SingleAsync(k => k.Id == konto.Id, CancellationToken.None);
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await inloggning.SignInWithClaimsAsync(ny, session.Properties, [Sessionsregler.LikaVard(context.User)]);
    }
}
