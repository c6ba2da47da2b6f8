using System.Security.Cryptography;
using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Pipeline;

/// <summary>An answer with a secret in it: given once and never kept, so that a repeated request is refused instead.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VisasEnGangAttribute : Attribute;

/// <summary>A change sent twice under one key is done once: the second answer is the first one's. Inside the transaction, so that
/// the answer and the change are saved together and two at once meet in the key.</summary>
internal sealed class Idempotens<TRequest, T>(CaseFlowDb db, Anrop anrop) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : ICommand<T>
{
    private const int Storst = 100;
    private static readonly bool VisasEnGang = typeof(T).IsDefined(typeof(VisasEnGangAttribute), inherit: false);

    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        if (anrop.Idempotensnyckel is not { Length: > 0 } nyckel) return await next();
        if (nyckel.Length > Storst) return Error.Invalid("IDEMPOTENSNYCKEL_FOR_LANG", $"Idempotensnyckeln får ha högst {Storst} tecken.");

        var (slag, aktor, typ) = (anrop.Aktor.Slag, anrop.Aktor.Id, typeof(TRequest).Name);
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request));
        var tidigare = await Idempotensfraga.Tidigare.For(db)(db, slag, aktor, nyckel, typ, cancellationToken);
        if (tidigare is not null)
        {
            if (!tidigare.Innehallshash.AsSpan().SequenceEqual(hash))
                return Error.Conflict("IDEMPOTENS_ANNAT_INNEHALL", "Samma idempotensnyckel har redan använts för ett annat innehåll.");
            if (VisasEnGang) return Error.Conflict("SVARET_VISAS_EN_GANG", "Det är redan gjort, och svaret visades bara den gången.");
            anrop.Upprepad = true;
            return JsonSerializer.Deserialize<T>(tidigare.Svar)!;
        }

        var svar = await next();
        if (!svar.Failed)
        {
            db.Idempotensposter.Add(new()
            {
                AktorSlag = slag,
                AktorId = aktor,
                Nyckel = nyckel,
                Typ = typ,
                Innehallshash = hash,
                Svar = VisasEnGang ? "" : JsonSerializer.Serialize(svar.Value),
                Tid = anrop.Nu,
            });
        }

        return svar;
    }
}

internal static class Idempotensfraga
{
    public static readonly Forberedd<Func<CaseFlowDb, AktorSlag, AnvandareId, string, string, CancellationToken, Task<Idempotenspost?>>> Tidigare = new(
        () => EF.CompileAsyncQuery((CaseFlowDb db, AktorSlag slag, AnvandareId aktor, string nyckel, string typ, CancellationToken ct) =>
            db.Idempotensposter.AsNoTracking().FirstOrDefault(p => p.AktorSlag == slag && p.AktorId == aktor && p.Nyckel == nyckel && p.Typ == typ)));
}
