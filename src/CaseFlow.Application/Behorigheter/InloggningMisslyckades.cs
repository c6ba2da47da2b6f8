using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Someone tried to sign in and could not. Sent by the system: nobody is known yet.</summary>
/// <param name="Anvandarnamn">As it was typed. It may be a password typed in the wrong field, so the trail gets a pseudonym only.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record InloggningMisslyckades(string Anvandarnamn, Inloggningshinder Hinder) : ICommand<Done>
{
    public override string ToString() => $"InloggningMisslyckades {Hinder}";
}

public enum Inloggningshinder { FelUppgifter, FelKod, Utelast, Avstangd, FelPasskey }

/// <param name="AnvandarnamnKod">Pseudonym of the name (<see cref="IPseudonymer"/>): the same name tried twice shows as the same.</param>
public sealed record InloggningNekad(string AnvandarnamnKod, Inloggningshinder Hinder) : IHandelse;

internal sealed class InloggningMisslyckadesHandler(Anrop anrop, IPseudonymer pseudonymer) : ICommandHandler<InloggningMisslyckades, Done>
{
    public Task<Result<Done>> Handle(InloggningMisslyckades request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new InloggningNekad(pseudonymer.Av(request.Anvandarnamn.Trim().ToUpperInvariant()), request.Hinder));
        return Task.FromResult(Result.Done);
    }
}
