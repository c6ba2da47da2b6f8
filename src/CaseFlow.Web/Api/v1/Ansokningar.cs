using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Api.v1.Beskrivningar;
using CaseFlow.Web.Api.v1.Kontrakt;
using CaseFlow.Web.Auth;

namespace CaseFlow.Web.Api.v1;

/// <summary><c>POST /api/v1/ansokningar</c>: the same body as a line of the import (docs/api/ansokningar.md).</summary>
internal static class Ansokningar
{
    public static void MapAnsokningar(this Vagtabell api) => api.Post("/ansokningar", Registrera).Med(Ansokningsbeskrivningar.Registrera);

    private static async Task<IResult> Registrera(HttpContext context, IAnropare anropare, CancellationToken ct)
    {
        var aktor = ApiNyckelhanterare.Aktor(context)!;
        if (await Kropp.Bytes(context.Request, Ansokningsinnehall.MaxBytes, ct) is not { } kropp)
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
        return Results.Json(kontrakt, Apijson.Val, statusCode: svar.Value.Utfall == RegistreringUtfall.Dubblett ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>What never becomes a use case leaves its event all the same.</summary>
    private static async Task<IResult> Avvisa(
        HttpContext context, IAnropare anropare, Aktor aktor, int status, string kod, string text, CancellationToken ct)
    {
        var spar = await anropare.Sand(new AvvisaApiAnrop(ApiNyckelhanterare.Nyckel(aktor), kod), Systemaktor.Den, null, ct);
        return spar.Failed ? Problem.Svar(context, spar.Error) : Problem.Svar(context, status, kod, text);
    }
}
