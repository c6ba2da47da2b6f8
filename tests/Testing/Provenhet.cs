using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Testing;

/// <summary>A unit with people in it and the processes deployed, on a database of its own. New ärenden go to <see cref="Handlaggare"/>.</summary>
public sealed class Provenhet : IAsyncDisposable
{
    public static readonly EnhetId Enhet = new(1);
    public static readonly EnhetId AnnanEnhet = new(2);

    private Provenhet(Testvard vard) => Vard = vard;

    public Testvard Vard { get; }

    public DateOnly Idag => SvenskTid.Dag(Vard.Tid.GetUtcNow());

    public Aktor Handlaggare { get; private set; } = Testvard.Allt;

    /// <summary>Another handläggare of the same unit.</summary>
    public Aktor Kollega { get; private set; } = Testvard.Allt;

    public Aktor BitradandeChef { get; private set; } = Testvard.Allt;

    public Aktor Chef { get; private set; } = Testvard.Allt;

    /// <summary>A chef of another unit.</summary>
    public Aktor Utomstaende { get; private set; } = Testvard.Allt;

    /// <param name="mer">Adds or replaces services, last.</param>
    public static async Task<Provenhet> Skapa(Provdatabas databas = Provdatabas.Sqlite, Action<IServiceCollection>? mer = null)
    {
        // Den som byter tjänster får själv lägga enheten med dem.
        var vard = mer is null ? await Testvard.Ur(await Provmall.MedEnhet(databas)) : await Testvard.Skapa(databas, mer);
        if (mer is not null) await Lagg(vard);
        var enhet = new Provenhet(vard);
        (enhet.Handlaggare, enhet.Kollega) = (await enhet.Aktor(11), await enhet.Aktor(12));
        (enhet.BitradandeChef, enhet.Chef, enhet.Utomstaende) = (await enhet.Aktor(13), await enhet.Aktor(14), await enhet.Aktor(15));
        return enhet;
    }

    /// <summary>Lays the units, the people and the processes in an empty database.</summary>
    internal static async Task Lagg(Testvard vard)
    {
        await vard.Skriv(db =>
        {
            db.Enheter.AddRange(Domain.Behorigheter.Enhet.Skapa(Enhet, "Beställarenheten", ["128"]), Domain.Behorigheter.Enhet.Skapa(AnnanEnhet, "Grannen", ["129"]));
            db.Anvandare.AddRange(
                Anvandare.LaggUpp(new(11), "Hanna Handläggare", "Biståndshandläggare"), Anvandare.LaggUpp(new(12), "Kim Kollega", "Biståndshandläggare"),
                Anvandare.LaggUpp(new(13), "Bea Biträdande", "Biträdande enhetschef"), Anvandare.LaggUpp(new(14), "Clara Chef", "Enhetschef"),
                Anvandare.LaggUpp(new(15), "Ulf Utomstående", "Enhetschef"));
            db.Uppdrag.AddRange(
                Uppdrag(11, Enhet, Roll.Handlaggare, Delegatniva.Handlaggare), Uppdrag(12, Enhet, Roll.Handlaggare, Delegatniva.Handlaggare),
                Uppdrag(13, Enhet, Roll.BitradandeChef, Delegatniva.BitradandeChef), Uppdrag(14, Enhet, Roll.Chef, Delegatniva.Chef),
                Uppdrag(15, AnnanEnhet, Roll.Chef, Delegatniva.Chef));
            return Task.CompletedTask;
        });
        var inlagda = await vard.Sand(new LaggInProcesser());
        if (inlagda.Failed) throw new InvalidOperationException(inlagda.Error.Text);
    }

    /// <summary>An ärende about these insatser, built step by step through the use cases.</summary>
    public Provarendebygge EttArende(params string[] insatser) => new(this, insatser.Length == 0 ? ["hemtjanst"] : insatser);

    /// <summary>"2026-09-26": a day counted from today, as a form sends it.</summary>
    public string Dag(int fran) => Idag.AddDays(fran).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets days go and every timer that is due go off.</summary>
    public async Task Ga(int dagar)
    {
        Vard.Tid.Ga(TimeSpan.FromDays(dagar));
        while (true)
        {
            var tand = await Vard.Sand(new TandNastaTimer());
            if (tand.Failed) throw new InvalidOperationException(tand.Error.Text);
            if (!tand.Value.Tand) return;
        }
    }

    public ValueTask DisposeAsync() => Vard.DisposeAsync();

    /// <summary>Takes in one more person of the unit, or of the neighbour's.</summary>
    public async Task<Aktor> Ny(
        long id, string namn, Roll roll = Roll.Handlaggare, bool granne = false, IEnumerable<string>? sprak = null, IEnumerable<string>? omraden = null)
    {
        await Vard.Skriv(db =>
        {
            db.Anvandare.Add(Anvandare.LaggUpp(new(id), namn, "Biståndshandläggare", sprak, omraden));
            db.Uppdrag.Add(Uppdrag(id, granne ? AnnanEnhet : Enhet, roll, Delegatniva.Handlaggare));
            return Task.CompletedTask;
        });
        return await Aktor(id);
    }

    /// <summary>Lets someone stand in for another, today and on.</summary>
    public Task Ersatt(Aktor borta, Aktor ersattare) => Vard.Skriv(db =>
    {
        db.Stallforetradare.Add(Stallforetradare.Utse(borta.Id, ersattare.Id, new Period(Idag, null)).Value);
        return Task.CompletedTask;
    });

    private static Uppdrag Uppdrag(long vem, EnhetId enhet, Roll roll, Delegatniva niva) =>
        Domain.Behorigheter.Uppdrag.Ge(new(vem), enhet, roll, new Period(new DateOnly(2020, 1, 1), null), niva);

    /// <summary>A user as she signs in now.</summary>
    public async Task<Aktor> Aktor(long id)
    {
        await using var scope = Vard.Tjanster.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForAnvandare(new(id), Vard.Tid.GetUtcNow(), CancellationToken.None)
            ?? throw new InvalidOperationException($"Användaren {id} finns inte.");
    }
}
