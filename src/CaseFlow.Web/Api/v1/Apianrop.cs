using System.Text.Json;
using AutoMapper;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Auth;
using MediatR;

namespace CaseFlow.Web.Api.v1;

/// <summary>One call: sends its use case as the one whose key it is, and makes the answer a contract or a problem.</summary>
internal sealed class Apianrop(IHttpContextAccessor http, IAnropare anropare, IMapper karta)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Inget anrop pågår.");

    private Aktor Aktor => ApiNyckelhanterare.Aktor(Context) ?? throw new InvalidOperationException("Anropet har ingen nyckel.");

    public HttpRequest Request => Context.Request;

    /// <summary>The one whose key it is has searched too often, with any of her keys or on the page; the answer says when to go on.</summary>
    public bool ForOfta(Soktakt takt)
    {
        if (takt.Prova(Aktor.Id) is null) return false;
        Context.Response.Headers.RetryAfter = Soktakt.Fonster.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    public T Som<T>(object svar) => karta.Map<T>(svar);

    /// <summary>Reads something, and answers with its contract.</summary>
    /// <param name="kontrakt">Null for what is mapped whole.</param>
    public async Task<IResult> Las<TSvar, TKontrakt>(IRequest<Result<TSvar>> fraga, Func<TSvar, TKontrakt> kontrakt, CancellationToken ct)
    {
        var svar = await anropare.Sand(fraga, Aktor, null, ct);
        return svar.Failed ? Problem.Svar(Context, svar.Error) : Results.Json(kontrakt(svar.Value), Apijson.Val);
    }

    /// <summary>Reads one resource: the same with its ETag, and nothing but that when the caller already has it.</summary>
    public async Task<IResult> LasEn<TSvar, TKontrakt>(IRequest<Result<TSvar>> fraga, Func<TSvar, int> version, CancellationToken ct)
    {
        var svar = await anropare.Sand(fraga, Aktor, null, ct);
        if (svar.Failed) return Problem.Svar(Context, svar.Error);
        var kropp = JsonSerializer.SerializeToUtf8Bytes(karta.Map<TKontrakt>(svar.Value), Apijson.Val);
        var etag = Villkor.Etag(version(svar.Value), kropp);
        Context.Response.Headers.ETag = etag.ToString();
        return Villkor.HarRedan(Request, etag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(kropp, "application/json; charset=utf-8");
    }

    /// <summary>Changes a resource from the version that was read, once however often it is sent.</summary>
    public async Task<IResult> Andra<TSvar, TKontrakt>(Func<int, IRequest<Result<TSvar>>> kommando, CancellationToken ct)
    {
        var (version, nyckel) = (Villkor.Version(Request), Villkor.Nyckel(Request));
        if (version.Failed) return await Neka(version.Error, ct);
        if (nyckel.Failed) return await Neka(nyckel.Error, ct);
        var svar = await anropare.Sand(kommando(version.Value), Aktor, nyckel.Value, ct);
        return svar.Failed ? Problem.Svar(Context, svar.Error) : Results.Json(karta.Map<TKontrakt>(svar.Value), Apijson.Val);
    }

    /// <summary>What never becomes a use case leaves its event all the same.</summary>
    public async Task<IResult> Neka(Error fel, CancellationToken ct)
    {
        var spar = await anropare.Sand(new AvvisaApiAnrop(ApiNyckelhanterare.Nyckel(Aktor), fel.Code), Systemaktor.Den, null, ct);
        return Problem.Svar(Context, spar.Failed ? spar.Error : fel);
    }
}
