using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>A call with a known key was turned away before it became a use case: the key does not open, or what was sent cannot be read. Sent by
/// the system. A call with an unknown key has nobody to name (<see cref="NoteraAvvisade"/>).</summary>
/// <param name="Kod">The code of the refusal, e.g. <c>NYCKEL_SPARRAD</c> or <c>FEL_FORMAT</c>.</param>
/// <param name="Antal">How many: a key that does not open is noted once a minute at most for each address and code.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record AvvisaApiAnrop(ApiNyckelId Nyckel, string Kod, int Antal = 1) : ICommand<Done>;

/// <summary>A call with this key was turned away, or several.</summary>
public sealed record ApiAnropAvvisat(ApiNyckelId Nyckel, string Kod, int Antal = 1) : IHandelse;

internal sealed class AvvisaApiAnropHandler(Anrop anrop) : ICommandHandler<AvvisaApiAnrop, Done>
{
    public Task<Result<Done>> Handle(AvvisaApiAnrop request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new ApiAnropAvvisat(request.Nyckel, request.Kod, request.Antal));
        return Task.FromResult(Result.Done);
    }
}
