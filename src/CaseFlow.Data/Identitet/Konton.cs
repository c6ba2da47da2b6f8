using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Data.Identitet;

/// <summary>Accounts for those that a use case takes in. Password rules are asked for where someone chooses one, not here.</summary>
internal sealed class Konton(CaseFlowDb db, IIdKalla ids, IPasswordHasher<Konto> losenordshash) : IKonton
{
    public void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord)
    {
        var konto = Konto.Skapa(ids, anvandare, anvandarnamn);
        konto.NormalizedUserName = anvandarnamn.ToUpperInvariant();
        konto.ConcurrencyStamp = ids.NextPublic().ToString("N");
        konto.LockoutEnabled = true;
        konto.PasswordHash = losenordshash.HashPassword(konto, losenord);
        db.Add(konto);
    }
}
