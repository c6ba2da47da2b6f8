using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Auth;

namespace CaseFlow.Web.Api.v1;

/// <summary><c>POST /api/v1/ansokningar</c>: the same body as a line of the import (docs/api/ansokningar.md).</summary>
internal static class Ansokningar
{
    public static void MapAnsokningar(this IEndpointRouteBuilder api) =>
        api.MapPost("/ansokningar", Registrera).DisableAntiforgery();

    private static async Task<IResult> Registrera(HttpContext context, IAnropare anropare, CancellationToken ct)
    {
        var aktor = ApiNyckelhanterare.Aktor(context)!;
        if (await Kropp(context.Request, ct) is not { } kropp)
            return await Avvisa(context, anropare, aktor, StatusCodes.Status413PayloadTooLarge, "TEXT_FOR_LANG", "Ansökan får vara högst 1 MB.", ct);
        var innehall = Ansokningsinnehall.Las(kropp);
        if (innehall.Failed)
            return await Avvisa(context, anropare, aktor, StatusCodes.Status400BadRequest, innehall.Error.Code, innehall.Error.Text, ct);

        var nyckel = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } n ? n : null;
        var svar = await anropare.Sand(new RegistreraAnsokan(innehall.Value), aktor, nyckel, ct);
        if (svar.Failed) return Problem.Svar(context, svar.Error);
        var kontrakt = new RegistreradAnsokan(
            innehall.Value.ExternId, svar.Value.Utfall == RegistreringUtfall.Dubblett ? "dubblett" : "registrerad",
            svar.Value.Utfall == RegistreringUtfall.Dubblett ? "EXTERNID_FINNS" : null, svar.Value.Arendenummer, svar.Value.ArendeId);
        return svar.Value.Utfall == RegistreringUtfall.Dubblett
            ? Results.Ok(kontrakt)
            : Results.Created((string?)null, kontrakt);
    }

    /// <summary>What never becomes a use case leaves its event all the same.</summary>
    private static async Task<IResult> Avvisa(
        HttpContext context, IAnropare anropare, Aktor aktor, int status, string kod, string text, CancellationToken ct)
    {
        var spar = await anropare.Sand(new AvvisaApiAnrop(new(aktor.Id.Value), kod), Systemaktor.Den, null, ct);
        return spar.Failed ? Problem.Svar(context, spar.Error) : Problem.Svar(context, status, kod, text);
    }

    /// <returns>The body, or null when it is over the limit.</returns>
    private static async Task<byte[]?> Kropp(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Ansokningsinnehall.MaxBytes) return null;
        using var minne = new MemoryStream();
        var buffert = new byte[16 * 1024];
        int last;
        while ((last = await request.Body.ReadAsync(buffert, ct)) > 0)
        {
            if (minne.Length + last > Ansokningsinnehall.MaxBytes) return null;
            minne.Write(buffert, 0, last);
        }
        return minne.ToArray();
    }

    /// <summary>Contract of the answer.</summary>
    internal sealed record RegistreradAnsokan(string ExternId, string Utfall, string? Kod, string Arendenummer, Guid ArendeId);
}
