using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Audit;

/// <summary>The whole trail was read and checked (<see cref="IAuditVerifierare"/>). Sent after the check and not around it: a broken chain must be
/// named also when nothing more can be written in it.</summary>
/// <param name="Brott">How the first broken link was broken; null when the trail is whole.</param>
[Kraver(Behorighet.GranskaLogg)]
public sealed record NoteraLoggprov(long Kedjor, long Handelser, Brottsorsak? Brott) : ICommand<Done>;

/// <summary>The trail was read and checked, with this outcome.</summary>
public sealed record LoggProvad(long Kedjor, long Handelser, Brottsorsak? Brott) : IHandelse;

internal sealed class NoteraLoggprovHandler(Anrop anrop) : ICommandHandler<NoteraLoggprov, Done>
{
    public Task<Result<Done>> Handle(NoteraLoggprov request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new LoggProvad(request.Kedjor, request.Handelser, request.Brott));
        return Task.FromResult(Result.Done);
    }
}
