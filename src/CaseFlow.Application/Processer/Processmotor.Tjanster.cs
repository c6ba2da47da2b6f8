using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Processer;

/// <content>Service tasks: carried out at once in the step's transaction; what fails by a fault that may pass is tried again later, by the outbox.</content>
public sealed partial class Processmotor
{
    /// <summary>How many times an operation is tried before the process stops at it: over about five minutes.</summary>
    public const int MestForsok = 6;

    /// <summary>How long to wait after so many failures: ten seconds, doubled each time, an hour at most.</summary>
    internal static TimeSpan Uppehall(int forsok) => TimeSpan.FromSeconds(Math.Min(3600, 5 << Math.Clamp(forsok, 1, 10)));

    /// <summary>Tries an operation again that is in the outbox, and lets the process go on or stop there.</summary>
    internal async Task<Result<Done>> ForsokIgen(Processinstans instans, Arende arende, Utkorgspost post, CancellationToken ct)
    {
        if (Tillstand(instans) is not { Status: InstanceStatus.Active } tillstand || tillstand.Services.FirstOrDefault(s => s.Id == post.MotorId) is not { } oppen)
        {
            db.Utkorg.Remove(post);
            return Result.Done;
        }
        var lage = new Steglage(instans, arende, await katalog.Paket(db, instans.DefinitionId, ct));
        var tjanst = new ServiceRequested(oppen.Id, oppen.NodeId, post.Namn, tillstand.VariablesAt(oppen.TokenId));
        return await Utfor(lage, tjanst, post, ct) is { } svar ? await Ge(instans, arende, svar, ct) : Result.Done;
    }

    /// <param name="post">Its place in the outbox, when it has failed before.</param>
    /// <returns>What to tell the engine; null when the operation is to be tried again.</returns>
    private async Task<Command?> Utfor(Steglage lage, ServiceRequested tjanst, Utkorgspost? post, CancellationToken ct)
    {
        if (operationer.SingleOrDefault(o => o.Namn == tjanst.Operation) is not { } operation)
            return new FailService(tjanst.RequestId, "OPERATION_OKAND", $"Ingen utför {tjanst.Operation}.");
        var svar = await delfel.Prova(() => Prova(operation, new(this, lage.Instans, lage.Arende, tjanst.Variables), ct));
        if (svar is { Failed: true, Error: { Kind: ErrorKind.Unavailable } hinder } && (post?.Forsok ?? 0) + 1 < MestForsok)
        {
            SkjutUpp(post ?? NyPost(lage, tjanst), hinder.Code);
            return null;
        }
        if (post is not null) db.Utkorg.Remove(post);
        if (!svar.Failed) return new CompleteService(tjanst.RequestId, svar.Value);
        return lage.Paket.Definition.Catches(tjanst.NodeId, svar.Error.Code)
            ? new ThrowServiceError(tjanst.RequestId, svar.Error.Code)
            : new FailService(tjanst.RequestId, svar.Error.Code, svar.Error.Text);
    }

    /// <summary>A fault that the operation did not foresee may pass: the step that asked for it stands, and the operation is tried again.</summary>
    private async Task<Result<FeelContext>> Prova(ITjansteoperation operation, Tjansteanrop tjanst, CancellationToken ct)
    {
        try
        {
            return await operation.Utfor(tjanst, ct);
        }
        catch (Exception fel) when (fel is not (OperationCanceledException or Pipeline.DelMisslyckadesException) && !databasfel.ArKrock(fel))
        {
            OperationsVarning(fel, tjanst.Instans.Id.Value, operation.Namn);
            return new Error(ErrorKind.Unavailable, "OPERATION_FEL", $"{operation.Namn} avbröts av ett fel i systemet ({fel.GetType().Name}).", []);
        }
    }

    private void SkjutUpp(Utkorgspost post, string kod)
    {
        post.Forsok++;
        post.Kod = kod;
        post.Tands = anrop.Nu + Uppehall(post.Forsok);
    }

    private Utkorgspost NyPost(Steglage lage, ServiceRequested tjanst)
    {
        var post = new Utkorgspost
        {
            Id = ids.Next(),
            Slag = Utkorgsslag.Tjanst,
            InstansId = lage.Instans.Id,
            ArendeId = lage.Arende.Id,
            MotorId = tjanst.RequestId,
            Namn = tjanst.Operation,
            Skapad = anrop.Nu,
            Tands = anrop.Nu,
        };
        db.Utkorg.Add(post);
        return post;
    }

    /// <summary>The place in the outbox of an operation that is to be tried again; null when it is not.</summary>
    private async Task<Utkorgspost?> Post(InstansId instans, string anropId, CancellationToken ct)
    {
        if (db.Utkorg.Local.FirstOrDefault(p => p.InstansId == instans && p.MotorId == anropId) is { } har) return har;
        return await db.Utkorg.FirstOrDefaultAsync(p => p.InstansId == instans && p.MotorId == anropId, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Process {Instans}: {Operation} avbröts")]
    private partial void OperationsVarning(Exception fel, long instans, string operation);
}
