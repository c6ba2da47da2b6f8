using System.Buffers.Text;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Identitet;

/// <summary>Accounts for those that a use case takes in. The use case asks for the rules of names and passwords.</summary>
internal sealed class Konton(CaseFlowDb db, IIdKalla ids, IPasswordHasher<Konto> losenordshash, TimeProvider tid) : IKonton
{
    private const int Flest = 50;

    public void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord, bool tillfalligt)
    {
        var konto = Konto.Skapa(ids, anvandare, anvandarnamn);
        konto.NormalizedUserName = Normal(anvandarnamn);
        konto.ConcurrencyStamp = ids.NextPublic().ToString("N");
        konto.LockoutEnabled = true;
        konto.PasswordHash = losenordshash.HashPassword(konto, losenord);
        konto.TillfalligtLosenord = tillfalligt;
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

    public Task<AnvandareId?> Inloggningsbar(string anvandarnamn, DateTimeOffset nu, CancellationToken ct)
    {
        var normal = Normal(anvandarnamn);
        return db.Set<Konto>().Where(k => k.NormalizedUserName == normal && (k.LockoutEnd == null || k.LockoutEnd <= nu) && db.Anvandare.Any(a => a.Id == k.AnvandareId && a.Aktiv))
            .Select(k => (AnvandareId?)k.AnvandareId).SingleOrDefaultAsync(ct);
    }

    public async Task<bool> SattTvasteg(AnvandareId anvandare, bool pa, AnvandareId? av, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is not { } konto) return false;
        (konto.TwoFactorEnabled, konto.TvastegAv) = (pa, av);
        await NyStampel(konto, ct);
        if (!pa) db.RemoveRange(await db.Set<IdentityUserToken<long>>().Where(t => t.UserId == konto.Id).ToListAsync(ct));
        return true;
    }

    public async Task<bool> SattLosenord(AnvandareId anvandare, string losenord, bool tillfalligt, AnvandareId? av, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is not { } konto) return false;
        konto.PasswordHash = losenordshash.HashPassword(konto, losenord);
        (konto.TillfalligtLosenord, konto.LosenordAv) = (tillfalligt, av);
        (konto.LockoutEnd, konto.AccessFailedCount) = (null, 0);
        await NyStampel(konto, ct);
        return true;
    }

    public async Task<IReadOnlyDictionary<AnvandareId, Kontolage>> Lagen(IReadOnlyCollection<AnvandareId> anvandare, CancellationToken ct) =>
        await db.Set<Konto>().Where(k => anvandare.Contains(k.AnvandareId))
            .Select(k => new
            {
                k.AnvandareId, k.UserName, k.TwoFactorEnabled, k.LockoutEnd, k.LosenordAv, k.TvastegAv, Nycklar = db.Set<IdentityUserPasskey<long>>().Count(p => p.UserId == k.Id),
            })
            .ToDictionaryAsync(k => k.AnvandareId, k => new Kontolage(k.UserName ?? "", k.TwoFactorEnabled, k.LockoutEnd, k.Nycklar, k.LosenordAv, k.TvastegAv), ct);

    public async Task AvslutaSessioner(AnvandareId anvandare, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is { } konto) await NyStampel(konto, ct);
    }

    public async Task<bool> OppnaSession(AnvandareId anvandare, Guid session, string webblasare, DateTimeOffset nu, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is not { } konto) return false;
        db.Add(new Kontosession { Id = session, KontoId = konto.Id, AnvandareId = anvandare, Borjan = nu, Webblasare = webblasare });
        return true;
    }

    public async Task<bool> AvslutaSession(AnvandareId anvandare, Guid session, DateTimeOffset nu, CancellationToken ct)
    {
        if (await db.Set<Kontosession>().SingleOrDefaultAsync(s => s.Id == session && s.AnvandareId == anvandare && s.Slut == null, ct) is not { } rad) return false;
        rad.Slut = nu;
        return true;
    }

    public async Task<IReadOnlyList<Kontosessionsvy>> Sessioner(AnvandareId anvandare, DateTimeOffset efter, CancellationToken ct)
    {
        var konto = await db.Set<Konto>().Where(k => k.AnvandareId == anvandare).Select(k => (long?)k.Id).SingleOrDefaultAsync(ct);
        return await db.Set<Kontosession>().Where(s => s.KontoId == konto && s.Slut == null && s.Borjan > efter)
            .OrderByDescending(s => s.Borjan).Take(Flest).Select(s => new Kontosessionsvy(s.Id, s.Borjan, s.Webblasare)).ToListAsync(ct);
    }

    public Task<int> GlomSessioner(DateTimeOffset fore, CancellationToken ct) =>
        db.Set<Kontosession>().Where(s => s.Borjan < fore).ExecuteDeleteAsync(ct);

    public async Task<IReadOnlyList<Passkeyvy>> Passkeys(AnvandareId anvandare, CancellationToken ct)
    {
        var nycklar = await db.Set<IdentityUserPasskey<long>>().AsNoTracking()
            .Where(p => db.Set<Konto>().Any(k => k.Id == p.UserId && k.AnvandareId == anvandare)).ToListAsync(ct);
        return [.. nycklar.OrderBy(p => p.Data.CreatedAt)
            .Select(p => new Passkeyvy(Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt, p.Data.IsBackedUp))];
    }

    public async Task<bool> LaggPasskey(AnvandareId anvandare, Passkeyuppgifter passkey, CancellationToken ct)
    {
        if (await Hitta(anvandare, ct) is not { } konto) return false;
        db.Add(new IdentityUserPasskey<long>
        {
            UserId = konto.Id,
            CredentialId = passkey.Id,
            Data = new()
            {
                PublicKey = passkey.PublikNyckel,
                Name = passkey.Namn,
                CreatedAt = passkey.Skapad,
                SignCount = passkey.Raknare,
                Transports = [.. passkey.Transporter],
                IsUserVerified = passkey.Verifierad,
                IsBackupEligible = passkey.KanSynkas,
                IsBackedUp = passkey.Synkad,
                AttestationObject = passkey.Intyg,
                ClientDataJson = passkey.Klientdata,
            },
        });
        return true;
    }

    public async Task<bool> NamngePasskey(AnvandareId anvandare, string id, string namn, CancellationToken ct)
    {
        if (await Passkey(anvandare, id, ct) is not { } nyckel) return false;
        nyckel.Data.Name = namn;
        return true;
    }

    public async Task<bool> TaBortPasskey(AnvandareId anvandare, string id, CancellationToken ct)
    {
        if (await Passkey(anvandare, id, ct) is not { } nyckel) return false;
        db.Remove(nyckel);
        await AvslutaSessioner(anvandare, ct);
        return true;
    }

    public async Task<int> TaBortPasskeys(AnvandareId anvandare, CancellationToken ct)
    {
        var nycklar = await db.Set<IdentityUserPasskey<long>>().Where(p => db.Set<Konto>().Any(k => k.Id == p.UserId && k.AnvandareId == anvandare)).ToListAsync(ct);
        if (nycklar.Count == 0) return 0;
        db.RemoveRange(nycklar);
        await AvslutaSessioner(anvandare, ct);
        return nycklar.Count;
    }

    private async Task<IdentityUserPasskey<long>?> Passkey(AnvandareId anvandare, string id, CancellationToken ct)
    {
        if (!Base64Url.IsValid(id)) return null;
        var nyckel = Base64Url.DecodeFromChars(id);
        return await db.Set<IdentityUserPasskey<long>>()
            .SingleOrDefaultAsync(p => p.CredentialId == nyckel && db.Set<Konto>().Any(k => k.Id == p.UserId && k.AnvandareId == anvandare), ct);
    }

    private Task<Konto?> Hitta(AnvandareId anvandare, CancellationToken ct) =>
        db.Set<Konto>().SingleOrDefaultAsync(k => k.AnvandareId == anvandare, ct);

    // Kakan bär stämpeln och sessionens nummer: en ny stämpel gör alla gamla kakor ogiltiga, och sessionerna är slut.
    private async Task NyStampel(Konto konto, CancellationToken ct)
    {
        (konto.SecurityStamp, konto.ConcurrencyStamp) = (ids.NextPublic().ToString("N"), ids.NextPublic().ToString("N"));
        var nu = tid.GetUtcNow();
        foreach (var session in await db.Set<Kontosession>().Where(s => s.KontoId == konto.Id && s.Slut == null).ToListAsync(ct)) session.Slut = nu;
    }

    private static string Normal(string anvandarnamn) => anvandarnamn.ToUpperInvariant();
}
