using CaseFlow.Application.Ansokningar;
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
        if (!aktor.Har(Behorighet.RegistreraAnsokan))
            return Problem.Svar(context, StatusCodes.Status403Forbidden, "BEHORIGHET_SAKNAS", "Nyckeln får inte registrera ansökningar.");
        if (await Kropp(context.Request, ct) is not { } kropp)
            return Problem.Svar(context, StatusCodes.Status413PayloadTooLarge, "FOR_STOR", "Ansökan får vara högst 1 MB.");
        var innehall = Ansokningsinnehall.Las(kropp);
        if (innehall.Failed) return Problem.Svar(context, innehall.Error);

        var nyckel = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 100 } n ? n : null;
        var svar = await anropare.Sand(new RegistreraAnsokan(innehall.Value), aktor, nyckel, ct);
        if (svar.Failed) return Problem.Svar(context, svar.Error);
        var kontrakt = new RegistreradAnsokan(
            innehall.Value.ExternId, svar.Value.Utfall == RegistreringUtfall.Dubblett ? "dubblett" : "registrerad",
            svar.Value.Utfall == RegistreringUtfall.Dubblett ? "EXTERNID_FINNS" : null, svar.Value.Arendenummer, svar.Value.ArendeId);
        return svar.Value.Utfall == RegistreringUtfall.Dubblett
            ? Results.Ok(kontrakt)
            : Results.Created($"/api/v1/arenden/{svar.Value.ArendeId}", kontrakt);
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
