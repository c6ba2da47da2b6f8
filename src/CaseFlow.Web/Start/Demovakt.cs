using CaseFlow.Application;
using CaseFlow.Data.Grund;
using CaseFlow.Data.Identitet;
using CaseFlow.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Start;

/// <summary>Outside Development the web does not start on a database where anyone can sign in with the demo's published password, unless the
/// demo is asked for by name (<c>CASEFLOW_DEMO</c>).</summary>
internal static class Demovakt
{
    /// <exception cref="InstallningException">There are such accounts.</exception>
    public static async Task Prova(IServiceProvider tjanster, CancellationToken ct)
    {
        if (tjanster.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        if (tjanster.GetRequiredService<IConfiguration>()["CASEFLOW_DEMO"] is { Length: > 0 } onskat && Demoscenario.Hitta(onskat) is not null) return;
        await using var scope = tjanster.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Konto>>();
        var namn = Demoinloggningar.Utvalda.Select(i => i.Anvandarnamn.ToUpperInvariant()).ToList();
        var konton = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().Set<Konto>().AsNoTracking()
            .Where(k => namn.Contains(k.NormalizedUserName!)).OrderBy(k => k.NormalizedUserName).ToListAsync(ct);
        var kanda = konton.Where(k => k.PasswordHash is { } h
            && hash.VerifyHashedPassword(k, h, Demoinloggningar.Losenord) != PasswordVerificationResult.Failed).Select(k => k.UserName).ToList();
        if (kanda.Count == 0) return;
        throw new InstallningException($"Databasen bär demokonton med kända lösenord ({string.Join(", ", kanda)}). Ange en annan databas eller CASEFLOW_DATA.");
    }
}
