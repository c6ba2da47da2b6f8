using CaseFlow.Application;

namespace CaseFlow.Web.Start;

/// <summary>What a load balancer asks: does the process live, and can it serve. Neither answers until the start is over:
/// nothing listens before the database is migrated and the processes are deployed.</summary>
internal static class Halsa
{
    public static void MapHalsa(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", async (IDatabas databas, CancellationToken ct) =>
            await Databasen(databas, ct) ? Results.Text("ok") : Results.Text("inte redo", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
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
