using System.Globalization;
using System.Security.Claims;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;

namespace CaseFlow.Web.Auth;

/// <summary>Sends a page's use case as the one who is signed in, with the rights that hold at this moment. A form that carries the hidden
/// key <see cref="Nyckelfalt"/> is safe to send twice.</summary>
public sealed class Sandare(IAnropare anropare, IAktorkalla aktorer, IHttpContextAccessor http, TimeProvider tid)
{
    /// <summary>Name of the hidden field with the idempotency key.</summary>
    public const string Nyckelfalt = "__nyckel";

    /// <summary>Claim with the user's id.</summary>
    public const string AnvandareClaim = "anvandare";

    private Aktor? _aktor;

    public async Task<Result<T>> Sand<T>(IRequest<Result<T>> request, CancellationToken ct = default)
    {
        if (await Aktor(ct) is not { } aktor) return Error.Forbidden("INTE_INLOGGAD", "Du behöver logga in igen.");
        return await anropare.Sand(request, aktor, Nyckel(), ct);
    }

    /// <summary>For a change that has its form's key for another purpose, and is safe to send again by itself.</summary>
    public async Task<Result<T>> SandUtanNyckel<T>(IRequest<Result<T>> request, CancellationToken ct = default) =>
        await Aktor(ct) is { } aktor ? await anropare.Sand(request, aktor, null, ct) : Error.Forbidden("INTE_INLOGGAD", "Du behöver logga in igen.");

    /// <summary>Who is signed in; null when nobody is, or when the user is no longer active.</summary>
    public async Task<Aktor?> Aktor(CancellationToken ct = default)
    {
        if (_aktor is not null) return _aktor;
        if (http.HttpContext?.User.FindFirstValue(AnvandareClaim) is not { } id || !long.TryParse(id, CultureInfo.InvariantCulture, out var nummer)) return null;
        return _aktor = await aktorer.ForAnvandare(new(nummer), tid.GetUtcNow(), ct);
    }

    private string? Nyckel()
    {
        var context = http.HttpContext;
        if (context is null || !HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType) return null;
        return context.Request.Form[Nyckelfalt].ToString() is { Length: > 0 } nyckel ? nyckel : null;
    }
}
