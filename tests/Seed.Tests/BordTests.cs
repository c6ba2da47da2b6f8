using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Seed.Tests;

/// <summary>What Karin meets on Idag the morning the demo ends, whichever day that is.</summary>
public sealed class BordTests
{
    /// <summary>A Saturday, and the Tuesday after Easter: the day when most has been lying.</summary>
    public static TheoryData<DateOnly> Dagar => new(new DateOnly(2026, 11, 21), new DateOnly(2027, 3, 30));

    [Theory, MemberData(nameof(Dagar))]
    public async Task Alla_fyra_banden_pa_Idag_har_nagot(DateOnly slut)
    {
        await using var demo = await Provdemo.Lagg(new(Demoscenario.Liten, Demoval.Standardfro, slut));
        var konto = Demoinloggningar.Utvalda.Single(i => i.Anvandarnamn == "karin");
        var id = await demo.Las(db => db.Anvandare.Where(a => a.Namn == konto.Namn).Select(a => a.Id).SingleAsync());
        var karin = await demo.Tjanst<IAktorkalla>().ForAnvandare(id, demo.Nu, CancellationToken.None);
        var anropare = demo.Tjanst<IAnropare>();
        await anropare.Sand(new RegistreraInloggning(), karin!);

        var band = (await anropare.Sand(new HamtaIdag(), karin!)).Value.Band;

        Assert.All(band, b => Assert.NotEmpty(b.Rader));
        var forst = band.Single(b => b.Slag is BandSlag.ForsenatOchIdag).Rader.Select(r => r.Frist.Lage).ToList();
        Assert.Contains(FristLage.Forsenad, forst);
        Assert.Contains(FristLage.Idag, forst);
    }
}
