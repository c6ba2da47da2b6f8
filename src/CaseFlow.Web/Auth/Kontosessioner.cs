using System.Globalization;
using System.Security.Claims;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Auth;

/// <summary>The sessions as the database has them: a cookie whose session has ended there is refused, whichever node it comes to.</summary>
internal sealed class Kontosessioner(CaseFlowDb db, IAnropare anropare, IAktorkalla aktorer, IIdKalla ids, TimeProvider tid)
{
    /// <summary>Begins a session for the one whose cookie is being made. When it cannot be written the id is of none, and the cookie is refused.</summary>
    public async Task<Guid> Oppna(HttpContext http, ClaimsPrincipal? vem)
    {
        var session = ids.NextPublic();
        if (long.TryParse(vem?.FindFirstValue(Sandare.AnvandareClaim), CultureInfo.InvariantCulture, out var nummer)
            && await aktorer.ForAnvandare(new(nummer), tid.GetUtcNow(), CancellationToken.None) is { } aktor)
            await anropare.Sand(new OppnaSession(session, Webblasare.Av(http.Request.Headers.UserAgent.ToString())), aktor, null, CancellationToken.None);
        return session;
    }

    public Task<bool> ArOppen(Guid session, CancellationToken ct) => db.Set<Kontosession>().AnyAsync(s => s.Id == session && s.Slut == null, ct);
}

/// <summary>A browser and its system in words, from what it says of itself. Enough to know one's own sessions by; the rest is not kept.</summary>
internal static class Webblasare
{
    private static readonly (string Del, string Namn)[] Program = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Del, string Namn)[] System =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Av(string agent) => (Finn(Program, agent), Finn(System, agent)) switch
    {
        ({ } program, { } system) => $"{program} på {system}",
        ({ } program, null) => program,
        (null, { } system) => system,
        _ => "Okänd webbläsare",
    };

    private static string? Finn((string Del, string Namn)[] kanda, string agent) =>
        Array.Find(kanda, k => agent.Contains(k.Del, StringComparison.Ordinal)).Namn;
}
