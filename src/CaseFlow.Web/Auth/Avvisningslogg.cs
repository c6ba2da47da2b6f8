using System.Globalization;
using System.Security.Claims;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;

namespace CaseFlow.Web.Auth;

/// <summary>Puts in the trail what is turned away before it becomes a use case, as <see cref="Avvisningstak"/> lets through; and once a minute what it held back.</summary>
internal sealed class Avvisningslogg(Avvisningstak tak, IAnropare anropare, TimeProvider tid, ILogger<Avvisningslogg> log) : BackgroundService
{
    /// <returns>False when it could not be logged: then the answer is that the log is out of reach, as everywhere.</returns>
    /// <param name="nyckel">The key that was known and did not open.</param>
    public async Task<bool> Notera(Avvisning slag, HttpContext http, AvvisadNyckel? nyckel = null)
    {
        var anvandare = long.TryParse(http.User.FindFirstValue(Sandare.AnvandareClaim), CultureInfo.InvariantCulture, out var id) ? new Domain.AnvandareId(id) : (Domain.AnvandareId?)null;
        return tak.Notera(slag, http.Connection.RemoteIpAddress, anvandare, nyckel) is not { } nu || await Skriv(nu.Vad, nu.Antal);
    }

    /// <summary>Writes what was counted since.</summary>
    /// <param name="alla">Also of the minute at hand.</param>
    public async Task SkrivRaknade(bool alla = false)
    {
        foreach (var (vad, antal) in tak.Avsluta(alla)) await Skriv(vad, antal);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SkrivRaknade(alla: true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minut = new PeriodicTimer(Avvisningstak.Fonster, tid);
        while (await minut.WaitForNextTickAsync(stoppingToken)) await SkrivRaknade();
    }

    private async Task<bool> Skriv(Avvisad vad, int antal)
    {
        try
        {
            // Den som avbryter sitt anrop ska ändå stå i spåret.
            var spar = vad.Nyckel is { } nyckel
                ? await anropare.Sand(new AvvisaApiAnrop(nyckel.Nyckel, nyckel.Kod, antal), Systemaktor.Den, null, CancellationToken.None)
                : await anropare.Sand(new NoteraAvvisade(vad.Slag, vad.Adress, vad.Anvandare, antal), Systemaktor.Den, null, CancellationToken.None);
            if (!spar.Failed) return true;
            log.LogError("{Antal} avvisade anrop ({Slag}) kom inte med i granskningsloggen: {Kod}", antal, vad.Slag, spar.Error.Code);
        }
        catch (Exception fel)
        {
            log.LogError(fel, "{Antal} avvisade anrop ({Slag}) kom inte med i granskningsloggen", antal, vad.Slag);
        }
        return false;
    }
}
