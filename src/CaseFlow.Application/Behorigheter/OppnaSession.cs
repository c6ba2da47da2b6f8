using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>A session begins for the user herself. Sent by the host when it makes the cookie.</summary>
/// <param name="Webblasare">What the browser says it is; cut to what is kept.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record OppnaSession(Guid Session, string Webblasare) : ICommand<Done>;

/// <summary>The user ends one of her own sessions: she forgot to sign out somewhere.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record AvslutaSession(Guid Session) : ICommand<Done>;

/// <summary>Forgets sessions that ended long ago. Answers with how many.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record GlomSessioner : ICommand<int>
{
    /// <summary>How long it can be seen that there was one.</summary>
    public static readonly TimeSpan Minnestid = TimeSpan.FromDays(30);
}

public sealed record SessionOppnad(AnvandareId Anvandare) : IHandelse;

public sealed record SessionAvslutad(AnvandareId Anvandare) : IHandelse;

internal sealed class OppnaSessionHandler(Anrop anrop, IKonton konton) : ICommandHandler<OppnaSession, Done>
{
    private const int Langst = 200;

    public async Task<Result<Done>> Handle(OppnaSession request, CancellationToken cancellationToken)
    {
        var webblasare = new string([.. request.Webblasare.Take(Langst).Select(c => char.IsControl(c) ? ' ' : c)]);
        if (!await konton.OppnaSession(anrop.Aktor.Id, request.Session, webblasare, anrop.Nu, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new SessionOppnad(anrop.Aktor.Id));
        return Result.Done;
    }
}

internal sealed class AvslutaSessionHandler(Anrop anrop, IKonton konton) : ICommandHandler<AvslutaSession, Done>
{
    public async Task<Result<Done>> Handle(AvslutaSession request, CancellationToken cancellationToken)
    {
        if (!await konton.AvslutaSession(anrop.Aktor.Id, request.Session, anrop.Nu, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new SessionAvslutad(anrop.Aktor.Id));
        return Result.Done;
    }
}

internal sealed class GlomSessionerHandler(Anrop anrop, IKonton konton) : ICommandHandler<GlomSessioner, int>
{
    public async Task<Result<int>> Handle(GlomSessioner request, CancellationToken cancellationToken) =>
        await konton.GlomSessioner(anrop.Nu - GlomSessioner.Minnestid, cancellationToken);
}
