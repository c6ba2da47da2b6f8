using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Testing;
using MediatR;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>What a question costs in database commands. A changed number is a decision: the commit says why.</summary>
public sealed class LaskostnadTests
{
    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Fragorna_blir_inte_fler_nar_raderna_blir_fler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var forsta = await enhet.EttArende().Bygg();
        for (var i = 1; i < 10; i++) await enhet.EttArende().Bygg();
        var tio = await Mat(enhet, forsta);
        for (var i = 10; i < 30; i++) await enhet.EttArende().Bygg();
        var trettio = await Mat(enhet, forsta);
        for (var i = 30; i < 60; i++) await enhet.EttArende().Bygg();
        var sextio = await Mat(enhet, forsta);

        // De sparade vyerna, utförarna i filtret och det som inte är sparat är en fråga var, och det personen har i övrigt en på ärendets sida. SQLite: skrivkön läser och skriver med ett kommando till. Ett band med fler rader än det visar räknas i en egen fråga.
        var sqlite = databas == Provdatabas.Sqlite ? 1 : 0;
        Assert.Equal(new Kostnad(19 + sqlite, 9 + sqlite, 14 + sqlite), tio);
        Assert.Equal(tio with { Idag = tio.Idag + 1 }, trettio);
        Assert.Equal(trettio, sextio);

        // Kommuniceringen till.
        var beslutat = await enhet.EttArende("hemtjanst", "trygghetslarm").MedBeslut().Bygg();
        Assert.Equal(sextio.Arende + 1, await Fraga(enhet, new HamtaArende(beslutat.Nummer)));
    }

    private sealed record Kostnad(int Idag, int Lista, int Arende);

    private static async Task<Kostnad> Mat(Provenhet enhet, Provarende arende) => new(
        await Fraga(enhet, new HamtaIdag()), await Fraga(enhet, new ListaArenden(Antal: 200)), await Fraga(enhet, new HamtaArende(arende.Nummer)));

    private static async Task<int> Fraga<T>(Provenhet enhet, IRequest<Result<T>> fraga)
    {
        Provarende.Ok(await enhet.Vard.Sand(fraga, enhet.Handlaggare));
        using var raknare = Raknare.Borja();
        Provarende.Ok(await enhet.Vard.Sand(fraga, enhet.Handlaggare));
        return raknare.Kommandon.Count;
    }
}
