using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Indikatorer;

/// <summary>Utredningar closed in the first and the last second of the tertials, in two units. Laid once for each database, and only read.</summary>
public sealed class Avslutade : IAsyncLifetime
{
    private readonly Dictionary<Provdatabas, Provenhet> _enheter = [];

    public async Task<Provenhet> Pa(Provdatabas databas)
    {
        if (!_enheter.TryGetValue(databas, out var enhet)) _enheter[databas] = enhet = await Lagg(databas);
        return enhet;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var enhet in _enheter.Values) await enhet.DisposeAsync();
    }

    private static async Task<Provenhet> Lagg(Provdatabas databas)
    {
        var enhet = await Provenhet.Skapa(databas);
        var utredare = await Utredare.Skapa(enhet);

        utredare.Klockan(Dagar.SistI2026);
        await utredare.Avsluta("kvinna", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("man", beskrivna: 1);
        await utredare.Avsluta("man", beskrivna: 1, granne: true);

        utredare.Klockan(Dagar.ForstI2027);
        await utredare.Avsluta("kvinna", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("man", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("kvinna", obeskrivna: 1, granne: true);
        await utredare.SkrivHandelser("kvinna", beskrivna: 8);
        await utredare.SkrivHandelser("man", beskrivna: 5, obeskrivna: 3);
        // Inget användningsfall ger okänt kön i dag.
        await utredare.SkrivHandelser("kvinna", beskrivna: 1, kod: "okant");

        utredare.Klockan(Dagar.SistIForsta);
        await utredare.Avsluta("kvinna", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("man", obeskrivna: 1);
        await utredare.Avsluta("man", obeskrivna: 1, granne: true);
        await utredare.SkrivHandelser("kvinna", beskrivna: 8, obeskrivna: 1);
        await utredare.SkrivHandelser("man", beskrivna: 6, obeskrivna: 4);
        // Hon söker två insatser, tar tillbaka den ena och får den andra beskriven. En annan har skyddade uppgifter.
        await utredare.AvslutaSedanEnAtertagits("kvinna");
        await utredare.AvslutaSkyddad("kvinna");

        utredare.Klockan(Dagar.ForstIAndra);
        await utredare.Avsluta("kvinna", obeskrivna: 1);
        await utredare.Avsluta("man", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("kvinna", beskrivna: 1, granne: true);
        return enhet;
    }
}

/// <summary>The borders of the tertials, written by hand: Swedish midnight is 23:00 UTC in winter and 22:00 in summer.</summary>
internal static class Dagar
{
    public static readonly DateTimeOffset SistI2026 = new(2026, 12, 31, 22, 59, 59, TimeSpan.Zero);
    public static readonly DateTimeOffset ForstI2027 = new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset SistIForsta = new(2027, 4, 30, 21, 59, 59, TimeSpan.Zero);
    public static readonly DateTimeOffset ForstIAndra = new(2027, 4, 30, 22, 0, 0, TimeSpan.Zero);
}

/// <summary>Takes ärenden from ansökan to closed utredning, each by the handläggare who was given it.</summary>
internal sealed class Utredare
{
    private static readonly string[] Insatser = ["hemtjanst", "trygghetslarm"];

    private readonly Provenhet _enhet;
    private readonly Dictionary<AnvandareId, Aktor> _handlaggare;

    private Utredare(Provenhet enhet, Aktor granne) =>
        (_enhet, _handlaggare) = (enhet, new[] { enhet.Handlaggare, enhet.Kollega, granne }.ToDictionary(h => h.Id));

    public static async Task<Utredare> Skapa(Provenhet enhet) => new(enhet, await enhet.Ny(16, "Gun Granne", granne: true));

    public void Klockan(DateTimeOffset nu) => _enhet.Vard.Tid.Satt(nu);

    /// <summary>Two insatser are sought in each: both are described, or one is and a reason is given for the other.</summary>
    public async Task Avsluta(string kon, int beskrivna = 0, int obeskrivna = 0, bool granne = false)
    {
        for (var i = 0; i < beskrivna + obeskrivna; i++) await Avsluta(await Ansok(kon, granne), i < beskrivna ? 2 : 1);
    }

    public async Task AvslutaSedanEnAtertagits(string kon)
    {
        var arende = await Ansok(kon);
        var (version, vem) = await Las(arende);
        Provarende.Ok(await _enhet.Vard.Sand(new AtertaInsats(arende.Nummer, version, (await arende.Ansokta())[0], _enhet.Idag, "telefon"), vem));
        await Avsluta(arende, 1);
    }

    public async Task AvslutaSkyddad(string kon)
    {
        var arende = await Ansok(kon, skydd: "sekretessmarkering");
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", _enhet.Chef, ("handlaggare", "11")));
        await Avsluta(arende, 2);
    }

    /// <summary>Events of one new ärende without a utredning, written by the log itself: a figure of twenty costs little.</summary>
    public async Task SkrivHandelser(string kon, int beskrivna, int obeskrivna = 0, string? kod = null)
    {
        var arende = (await (await Ansok(kon)).Las()).Id;
        await using var scope = _enhet.Vard.Tjanster.CreateAsyncScope();
        var anrop = scope.ServiceProvider.GetRequiredService<Anrop>();
        anrop.Borja(_enhet.Handlaggare, _enhet.Vard.Tid.GetUtcNow());
        for (var i = 0; i < beskrivna + obeskrivna; i++)
            anrop.Handelse(new UtredningAvslutad(new(i + 1), arende, 2, i < beskrivna ? 2 : 1, kod ?? kon), arende);
        await scope.ServiceProvider.GetRequiredService<ITransaktion>().Kor<bool>(
            async ct =>
            {
                await scope.ServiceProvider.GetRequiredService<Granskningslogg>().Utford("Prov", ct);
                await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().SaveChangesAsync(ct);
                return new(true, true);
            },
            CancellationToken.None);
    }

    private async Task<Provarende> Ansok(string kon, bool granne = false, string skydd = "ingen")
    {
        var ansokan = _enhet.Ansokan(postnummer: granne ? "129 40" : "128 58", skydd: skydd);
        return await _enhet.Ett(ansokan with
        {
            Sokande = ansokan.Sokande with { Kon = kon },
            Insatser = [.. Insatser.Select(i => ansokan.Insatser[0] with { Insatstyp = i })],
        });
    }

    private async Task<(int Version, Aktor Handlaggare)> Las(Provarende arende)
    {
        var rad = await arende.Las();
        return (rad.Version, _handlaggare[rad.HandlaggareId!.Value]);
    }

    private async Task Avsluta(Provarende arende, int beskrivna)
    {
        var (vard, vem, ansokta) = (_enhet.Vard, (await Las(arende)).Handlaggare, await arende.Ansokta());
        Provarende.Ok(await arende.Forsok("GranskaAnsokan", vem, ("komplett", "ja"), ("sprakinformation", "ej-aldreomsorg")));
        Provarende.Ok(await vard.Sand(
            new SkrivOmrade(arende.Nummer, "d6", 0, null, "Behöver hjälp i hemmet", 3, 1, "Ett tryggt hem", "Samtal", _enhet.Idag, "klar"), vem));
        Provarende.Ok(await vard.Sand(new SkrivBedomning(arende.Nummer, 0, "Behovet finns", null, null), vem));
        Provarende.Ok(await vard.Sand(new BesvaraValdsfraga(arende.Nummer, 0, "fragad", null, _enhet.Idag), vem));
        foreach (var ansokt in ansokta.Take(beskrivna))
            Provarende.Ok(await vard.Sand(new BeskrivInsats(arende.Nummer, ansokt, 0, "Behöver stöd varje dag", null), vem));
        var uppgift = await arende.Uppgift("Utred");
        var skal = beskrivna < ansokta.Count ? "Beskrivs i samtalet" : null;
        Provarende.Ok(await vard.Sand(new AvslutaUtredning(uppgift.PublikId, uppgift.Version, skal), vem));
    }
}
