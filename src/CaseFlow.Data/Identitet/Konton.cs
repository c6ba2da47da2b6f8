using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Identitet;

/// <summary>Accounts for those that a use case takes in. Password rules are asked for where someone chooses one, not here.</summary>
internal sealed class Konton(CaseFlowDb db, IIdKalla ids, IPasswordHasher<Konto> losenordshash) : IKonton
{
    public void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord)
    {
        var konto = Konto.Skapa(ids, anvandare, anvandarnamn);
        konto.NormalizedUserName = Normaliserat(anvandarnamn);
        konto.ConcurrencyStamp = ids.NextPublic().ToString("N");
        konto.LockoutEnabled = true;
        konto.PasswordHash = losenordshash.HashPassword(konto, losenord);
        db.Add(konto);
    }

    public Task<bool> Finns(string anvandarnamn, CancellationToken ct)
    {
        var namn = Normaliserat(anvandarnamn);
        return db.Set<Konto>().AnyAsync(k => k.NormalizedUserName == namn, ct);
    }

    private static string Normaliserat(string anvandarnamn) => anvandarnamn.ToUpperInvariant();
}
