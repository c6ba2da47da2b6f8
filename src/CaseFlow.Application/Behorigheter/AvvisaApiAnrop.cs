using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>A call with a known key was turned away before it became a use case: the key does not open, or what was sent cannot be read. Sent by
/// the system. A call with an unknown key has nobody to name (<see cref="NoteraAvvisade"/>).</summary>
/// <param name="Kod">The code of the refusal, e.g. <c>NYCKEL_SPARRAD</c> or <c>FEL_FORMAT</c>.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record AvvisaApiAnrop(ApiNyckelId Nyckel, string Kod) : ICommand<Done>;

/// <summary>A call with this key was turned away.</summary>
public sealed record ApiAnropAvvisat(ApiNyckelId Nyckel, string Kod) : IHandelse;

internal sealed class AvvisaApiAnropHandler(Anrop anrop) : ICommandHandler<AvvisaApiAnrop, Done>
{
    public Task<Result<Done>> Handle(AvvisaApiAnrop request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new ApiAnropAvvisat(request.Nyckel, request.Kod));
        return Task.FromResult(Result.Done);
    }
}
