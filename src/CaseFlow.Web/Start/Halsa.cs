using CaseFlow.Application;

namespace CaseFlow.Web.Start;

/// <summary>What a load balancer asks: does the process live, and can it serve.</summary>
internal static class Halsa
{
    public static void MapHalsa(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", async (Startlage lage, IDatabas databas, CancellationToken ct) =>
        {
            var redo = lage.Klar && await Databasen(databas, ct);
            return redo ? Results.Text("ok") : Results.Text("inte redo", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }

    private static async Task<bool> Databasen(IDatabas databas, CancellationToken ct)
    {
        try
        {
            return await databas.Redo(ct);
        }
        catch (Exception fel) when (fel is not OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>Whether the start is over: database migrated, processes deployed.</summary>
internal sealed class Startlage
{
    public bool Klar { get; set; }
}
