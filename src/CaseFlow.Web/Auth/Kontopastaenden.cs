using System.Globalization;
using System.Security.Claims;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Pages.Ram;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Auth;

/// <summary>What the cookie says: who it is, and what the menu needs. Rights are asked for anew at every call, never read from the cookie.</summary>
internal sealed class Kontopastaenden(
    UserManager<Konto> konton, IOptions<IdentityOptions> options, CaseFlowDb db, IAktorkalla aktorer, TimeProvider tid, Anrop anrop, Granskningslista granskning)
    : UserClaimsPrincipalFactory<Konto>(konton, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Konto user)
    {
        var identitet = await base.GenerateClaimsAsync(user);
        identitet.TryRemoveClaim(identitet.FindFirst(Options.ClaimsIdentity.UserNameClaimType));
        var titel = await db.Anvandare.Where(a => a.Id == user.AnvandareId).Select(a => a.Titel).SingleAsync();
        var aktor = await aktorer.ForAnvandare(user.AnvandareId, tid.GetUtcNow(), CancellationToken.None);
        identitet.AddClaim(new(Sandare.AnvandareClaim, user.AnvandareId.Value.ToString(CultureInfo.InvariantCulture)));
        identitet.AddClaim(new(Options.ClaimsIdentity.UserNameClaimType, aktor?.Namn ?? ""));
        identitet.AddClaim(new(Inloggad.TitelClaim, titel));
        if (user.TillfalligtLosenord) identitet.AddClaim(Sessionsregler.TillfalligtLosenord);
        if (aktor is null) return identitet;

        var enhet = await db.Enheter.Where(e => e.Id == aktor.Hemenhet).Select(e => e.Namn).FirstOrDefaultAsync();
        if (enhet is not null) identitet.AddClaim(new(Inloggad.EnhetClaim, enhet));
        identitet.AddClaims(aktor.Behorigheter.Where(b => b != Behorighet.Inloggad).Select(b => new Claim(Inloggad.FormagaClaim, b.ToString())));
        // Menyns tal: räknas när kakan prövas, inte för varje sida.
        anrop.Borja(aktor, tid.GetUtcNow());
        if (await granskning.Antal(CancellationToken.None) is > 0 and var antal) identitet.AddClaim(new(Inloggad.GranskaClaim, antal.ToString(CultureInfo.InvariantCulture)));
        return identitet;
    }
}
