using CaseFlow.Application;
using CaseFlow.Data.Grund;
using CaseFlow.Data.Identitet;
using CaseFlow.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Start;

/// <summary>Outside Development the web does not start on a database where anyone can sign in with the demo's published password, unless the
/// demo is asked for by name (<c>CASEFLOW_DEMO</c>), nor with the demo's invented nämnd on a database that is no demo.</summary>
internal static class Demovakt
{
    /// <exception cref="InstallningException">There are such accounts, or the letters would come from the invented nämnd.</exception>
    public static async Task Prova(IServiceProvider tjanster, IConfiguration installningar, CancellationToken ct)
    {
        if (tjanster.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        var onskat = installningar["CASEFLOW_DEMO"] is { Length: > 0 } namn && Demoscenario.Hitta(namn) is not null;
        if (onskat && Enhetsadress.ArAngiven(installningar)) return;
        await using var scope = tjanster.CreateAsyncScope();
        var kanda = await Demokonton(scope.ServiceProvider, ct);
        if (!onskat && kanda.Count > 0)
            throw new InstallningException($"Databasen bär demokonton med kända lösenord ({string.Join(", ", kanda)}). Ange en annan databas eller CASEFLOW_DATA.");
        if (onskat && kanda.Count == 0 && !await Demo.ArTom(scope.ServiceProvider.GetRequiredService<CaseFlowDb>(), ct))
            throw new InstallningException("Databasen är inget demo, så breven kan inte komma från demots påhittade nämnd. Ta bort CASEFLOW_DEMO och ange nämnden (docs/drift).");
    }

    /// <summary>The demo's users that still have its password. A database that has any is a demo.</summary>
    private static async Task<IReadOnlyList<string?>> Demokonton(IServiceProvider tjanster, CancellationToken ct)
    {
        var hash = tjanster.GetRequiredService<IPasswordHasher<Konto>>();
        var namn = Demoinloggningar.Alla.Select(i => i.Anvandarnamn.ToUpperInvariant()).ToList();
        var konton = await tjanster.GetRequiredService<CaseFlowDb>().Set<Konto>().AsNoTracking()
            .Where(k => namn.Contains(k.NormalizedUserName!)).OrderBy(k => k.NormalizedUserName).ToListAsync(ct);
        return [.. konton.Where(k => k.PasswordHash is { } h
            && hash.VerifyHashedPassword(k, h, Demoinloggningar.Losenord) != PasswordVerificationResult.Failed).Select(k => k.UserName)];
    }
}
