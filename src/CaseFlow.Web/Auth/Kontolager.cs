using System.Security.Cryptography;
using CaseFlow.Application;
using CaseFlow.Data.Identitet;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CaseFlow.Web.Auth;

/// <summary>The accounts' store, with the app's key encrypted: a copy of the database alone gives nobody the codes. A key that cannot be
/// read (the key ring is gone) counts as none, and the user sets up her app again.</summary>
internal sealed class Kontolager(CaseFlowDb db, IDataProtectionProvider skydd)
    : UserOnlyStore<Konto, CaseFlowDb, long, IdentityUserClaim<long>, IdentityUserLogin<long>, IdentityUserToken<long>, IdentityUserPasskey<long>>(db)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("CaseFlow.Engangskod");

    public override Task SetAuthenticatorKeyAsync(Konto user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _skydd.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Konto user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { Length: > 0 } skyddad) return null;
        try
        {
            return _skydd.Unprotect(skyddad);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
