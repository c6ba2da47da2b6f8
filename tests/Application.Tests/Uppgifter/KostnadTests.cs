using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Uppgifter;

/// <summary>What a use case may cost: counts, not times, so that a slow machine does not hide an extra query.</summary>
public sealed class KostnadTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_formularuppgift_laser_tre_ganger_och_sparar_en(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var uppgift = await arende.Uppgift("GranskaAnsokan");
        var svar = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] };

        using var raknare = Raknare.Borja();
        Provarende.Ok(await enhet.Vard.Sand(new SlutforUppgift(uppgift.PublikId, uppgift.Version, svar), enhet.Handlaggare, "en-nyckel"));

        // idempotens; uppgift och instans; ärende med åtkomst och jäv
        Assert.Equal((3, 1), (Lasningar(raknare), raknare.Sparningar));
        // Det sjunde tar bort det egna utkastet.
        if (databas == Provdatabas.Postgres) Assert.InRange(raknare.Kommandon.Count, 1, 7);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_beslut_laser_hogst_tretton_ganger_och_sparar_en(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        var uppgift = await arende.Uppgift("FattaBeslut");

        using var raknare = Raknare.Borja();
        Provarende.Ok(await enhet.Vard.Sand(new FattaBeslut(uppgift.PublikId, uppgift.Version), enhet.Handlaggare));

        // uppgift, ärende, jäv, andras jäv, ansökan, utredning, kommunicering, beslut, personen, vad hon redan har; vid start av insatsen: beslut, definition och första gången dess filer
        Assert.Equal(1, raknare.Sparningar);
        Assert.InRange(Lasningar(raknare), 1, 13);
    }

    private static int Lasningar(Raknare raknare) =>
        raknare.Kommandon.Count(k => k.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase));
}
