using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The password was right, and the code of the app is still to come: a password in the wrong hands is seen also when no code is tried.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record RegistreraLosenord : ICommand<Done>;

public sealed record LosenordGodtaget(AnvandareId Anvandare) : IHandelse;

/// <summary>Someone has signed in. Sent as herself, once the password and the code were right.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record RegistreraInloggning : ICommand<Done>;

public sealed record AnvandareInloggad(AnvandareId Anvandare) : IHandelse;

internal sealed class RegistreraInloggningHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<RegistreraInloggning, Done>
{
    /// <summary>Someone who signs in again within this time has not been away: "nytt sedan sist" goes on counting from before.</summary>
    private static readonly TimeSpan SammaBesok = TimeSpan.FromMinutes(30);

    public async Task<Result<Done>> Handle(RegistreraInloggning request, CancellationToken cancellationToken)
    {
        var (jag, nu) = (anrop.Aktor.Id, anrop.Nu);
        var besok = await db.Besok.SingleOrDefaultAsync(b => b.AnvandareId == jag, cancellationToken);
        if (besok is null)
        {
            db.Besok.Add(new Besok { AnvandareId = jag, Senast = nu });
        }
        else
        {
            if (nu - besok.Senast > SammaBesok) besok.Foregaende = besok.Senast;
            besok.Senast = nu;
        }
        anrop.Handelse(new AnvandareInloggad(jag));
        return Result.Done;
    }
}

internal sealed class RegistreraLosenordHandler(Anrop anrop) : ICommandHandler<RegistreraLosenord, Done>
{
    public Task<Result<Done>> Handle(RegistreraLosenord request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new LosenordGodtaget(anrop.Aktor.Id));
        return Task.FromResult(Result.Done);
    }
}
