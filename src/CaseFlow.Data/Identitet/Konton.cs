using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Identitet;

/// <summary>Accounts for those that a use case takes in. The use case asks for the rules of names and passwords.</summary>
internal sealed class Konton(CaseFlowDb db, IIdKalla ids, IPasswordHasher<Konto> losenordshash) : IKonton
{
    public void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord)
    {
        var konto = Konto.Skapa(ids, anvandare, anvandarnamn);
        konto.NormalizedUserName = Normal(anvandarnamn);
        konto.ConcurrencyStamp = ids.NextPublic().ToString("N");
        konto.LockoutEnabled = true;
        konto.PasswordHash = losenordshash.HashPassword(konto, losenord);
        db.Add(konto);
    }

    public Task<bool> Finns(string anvandarnamn, CancellationToken ct)
    {
        var normal = Normal(anvandarnamn);
        return db.Set<Konto>().AnyAsync(k => k.NormalizedUserName == normal, ct);
    }

    public Task<AnvandareId?> Innehavare(string anvandarnamn, CancellationToken ct)
    {
        var normal = Normal(anvandarnamn);
        return db.Set<Konto>().Where(k => k.NormalizedUserName == normal).Select(k => (AnvandareId?)k.AnvandareId).SingleOrDefaultAsync(ct);
    }

    public async Task<bool> SattTvasteg(AnvandareId anvandare, bool pa, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is not { } konto) return false;
        konto.TwoFactorEnabled = pa;
        NyStampel(konto);
        if (!pa) db.RemoveRange(await db.Set<IdentityUserToken<long>>().Where(t => t.UserId == konto.Id).ToListAsync(ct));
        return true;
    }

    public async Task AvslutaSessioner(AnvandareId anvandare, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is { } konto) NyStampel(konto);
    }

    private Task<Konto?> Hitta(AnvandareId anvandare, CancellationToken ct) =>
        db.Set<Konto>().SingleOrDefaultAsync(k => k.AnvandareId == anvandare, ct);

    // Kakan bär stämpeln: en ny stämpel gör alla gamla kakor ogiltiga.
    private void NyStampel(Konto konto) =>
        (konto.SecurityStamp, konto.ConcurrencyStamp) = (ids.NextPublic().ToString("N"), ids.NextPublic().ToString("N"));

    private static string Normal(string anvandarnamn) => anvandarnamn.ToUpperInvariant();
}
