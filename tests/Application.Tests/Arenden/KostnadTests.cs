using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Testing;
using MediatR;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>What a use case costs in database commands. A changed number is a decision: the commit says why.</summary>
public sealed class KostnadTests(Xunit.Abstractions.ITestOutputHelper ut)
{
    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Att_slutfora_en_uppgift_kostar_en_sparning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await Slutfor(await enhet.EttArende().Bygg(), "varm");
        var arende = await enhet.EttArende().Bygg();

        var (kommandon, sparningar) = await Slutfor(arende, "matt");

        ut.WriteLine($"{kommandon.Count}:{Environment.NewLine}{string.Join(Environment.NewLine, kommandon)}");
        Assert.Equal(1, sparningar);
        Assert.True(kommandon.Count <= (databas == Provdatabas.Sqlite ? 40 : 20), $"{kommandon.Count}:{Environment.NewLine}{string.Join(Environment.NewLine, kommandon)}");
    }

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

        // SQLite: skrivkön läser och skriver med ett kommando till. Ett band med fler rader än det visar räknas i en egen fråga.
        var sqlite = databas == Provdatabas.Sqlite ? 1 : 0;
        Assert.Equal(new Kostnad(14 + sqlite, 7 + sqlite, 20 + sqlite), tio);
        Assert.Equal(tio with { Idag = tio.Idag + 1 }, trettio);
        Assert.Equal(trettio, sextio);
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

    private static async Task<(IReadOnlyList<string> Kommandon, int Sparningar)> Slutfor(Provarende arende, string nyckel)
    {
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        var svar = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["komplett"] = ["nej"], ["sprakinformation"] = ["ja"] };
        using var raknare = Raknare.Borja();
        Provarende.Ok(await arende.Enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, svar), arende.Enhet.Handlaggare, nyckel));
        return (raknare.Kommandon, raknare.Sparningar);
    }
}
