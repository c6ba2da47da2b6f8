using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Adds a passkey to the user's own account, once the host has checked what the authenticator said. Account and event in one commit.</summary>
/// <param name="Passkey">Null when what the authenticator said did not hold: refused, and the refusal stands in the trail.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record RegistreraPasskey([property: JsonIgnore] Passkeyuppgifter? Passkey) : ICommand<Done>
{
    public override string ToString() => "RegistreraPasskey";
}

/// <summary>Gives one of the user's passkeys another name.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record NamngePasskey(string Id, string? Namn) : ICommand<Done>;

/// <summary>Takes one of the user's passkeys away, because the device is lost or left. All her sessions end.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record TaBortPasskey(string Id) : ICommand<Done>;

public sealed record PasskeyTillagd(AnvandareId Anvandare) : IHandelse;

public sealed record PasskeyNamngiven(AnvandareId Anvandare) : IHandelse;

public sealed record PasskeyBorttagen(AnvandareId Anvandare) : IHandelse;

internal static class Passkeyregel
{
    /// <summary>How many an account may have: enough for every device somebody has.</summary>
    public const int Flest = 20;

    private const int Langst = 100;

    public static Error? ProvaNamn(string? namn) => string.IsNullOrWhiteSpace(namn) || namn.Trim().Length > Langst
        ? Error.Invalid(new FieldError("namn", $"Skriv vad nyckeln ska heta, med högst {Langst} tecken.")) : null;
}

internal sealed class RegistreraPasskeyHandler(Anrop anrop, IKonton konton) : ICommandHandler<RegistreraPasskey, Done>
{
    public async Task<Result<Done>> Handle(RegistreraPasskey request, CancellationToken cancellationToken)
    {
        if (request.Passkey is not { } passkey) return Error.Invalid("PASSKEY_NEKAD", "Nyckeln gick inte att lägga till. Försök igen.");
        if (Passkeyregel.ProvaNamn(passkey.Namn) is { } fel) return fel;
        var finns = await konton.Passkeys(anrop.Aktor.Id, cancellationToken);
        if (finns.Count >= Passkeyregel.Flest) return Error.Rule("PASSKEYS_FOR_MANGA", $"Du har {Passkeyregel.Flest} nycklar. Ta bort en som du inte använder först.");
        if (!await konton.LaggPasskey(anrop.Aktor.Id, passkey with { Namn = passkey.Namn.Trim() }, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new PasskeyTillagd(anrop.Aktor.Id));
        return Result.Done;
    }
}

internal sealed class NamngePasskeyHandler(Anrop anrop, IKonton konton) : ICommandHandler<NamngePasskey, Done>
{
    public async Task<Result<Done>> Handle(NamngePasskey request, CancellationToken cancellationToken)
    {
        if (Passkeyregel.ProvaNamn(request.Namn) is { } fel) return fel;
        if (!await konton.NamngePasskey(anrop.Aktor.Id, request.Id, request.Namn!.Trim(), cancellationToken)) return Error.NotFound();
        anrop.Handelse(new PasskeyNamngiven(anrop.Aktor.Id));
        return Result.Done;
    }
}

internal sealed class TaBortPasskeyHandler(Anrop anrop, IKonton konton) : ICommandHandler<TaBortPasskey, Done>
{
    public async Task<Result<Done>> Handle(TaBortPasskey request, CancellationToken cancellationToken)
    {
        if (!await konton.TaBortPasskey(anrop.Aktor.Id, request.Id, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new PasskeyBorttagen(anrop.Aktor.Id));
        return Result.Done;
    }
}
