using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>A service task that fails by a fault in the system is tried again with longer and longer waits, and then stops with its cause.</summary>
public sealed class TjansteforsokTests
{
    private readonly Trasig.Lage _lage = new();

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fel_som_gar_over_marks_bara_i_loggen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Trasig.I(_lage)).BaraHanna();
        var arende = await enhet.Ett(enhet.Ansokan());
        Assert.Empty(await arende.Oppna());
        Assert.Equal(1, await enhet.Vard.Las(db => db.Utkorg.CountAsync()));
        Assert.False((await Skicka(enhet)).Skickad);

        _lage.Fel = false;
        enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(10));
        Assert.True((await Skicka(enhet)).Skickad);

        Assert.Equal(["GranskaAnsokan"], await arende.Oppna());
        Assert.Equal(0, await enhet.Vard.Las(db => db.Utkorg.CountAsync()));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaIncidenter())).Rader);
        // Det som hann göras innan felet finns inte kvar.
        Assert.Equal(2, _lage.Ganger);
        Assert.False(await enhet.Vard.Las(db => db.Enheter.AnyAsync(e => e.Id == Trasig.Enhet)));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fel_som_star_kvar_blir_en_incident_som_gar_att_forsoka_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Trasig.I(_lage)).BaraHanna();
        var arende = await enhet.Ett(enhet.Ansokan());
        var vantat = new List<double>();
        while (await enhet.Vard.Las(db => db.Utkorg.AsNoTracking().FirstOrDefaultAsync()) is { } post)
        {
            var uppehall = post.Tands - enhet.Vard.Tid.GetUtcNow();
            vantat.Add(uppehall.TotalSeconds);
            enhet.Vard.Tid.Ga(uppehall);
            Assert.True((await Skicka(enhet)).Skickad);
        }

        Assert.Equal([10, 20, 40, 80, 160], vantat);
        Assert.Equal(Processmotor.MestForsok, _lage.Ganger);
        var rad = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaIncidenter())).Rader);
        Assert.Equal(("OPERATION_FEL", "FordelaArende", "arende.fordela avbröts av ett fel i systemet (InvalidOperationException)."), (rad.Kod, rad.Nod, rad.Text));

        _lage.Fel = false;
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new ForsokIncidentIgen(rad.Id))).Lost);
        Assert.Equal(["GranskaAnsokan"], await arende.Oppna());
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_inte_vantas_pa_langre_forsoks_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Trasig.I(_lage)).BaraHanna();
        var arende = await enhet.Ett(enhet.Ansokan());
        Provarende.Ok(await enhet.Vard.Sand(new Application.Arenden.AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Chef));

        Assert.Equal(0, await enhet.Vard.Las(db => db.Utkorg.CountAsync()));
    }

    private static async Task<SkickadPost> Skicka(Provenhet enhet) => Provarende.Ok(await enhet.Vard.Sand(new SkickaNastaPost()));

    /// <summary>Stands in for <c>arende.fordela</c>: adds a row and then throws, for as long as a test says so.</summary>
    private sealed class Trasig(CaseFlowDb db, Trasig.Lage lage) : ITjansteoperation
    {
        public static readonly EnhetId Enhet = new(78);

        public string Namn => "arende.fordela";

        public static Action<IServiceCollection> I(Lage lage) => tjanster =>
        {
            tjanster.Remove(tjanster.Single(t => t.ServiceType == typeof(ITjansteoperation) && t.ImplementationType == typeof(FordelaArende)));
            tjanster.AddSingleton(lage).AddScoped<ITjansteoperation, Trasig>();
        };

        public Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
        {
            lage.Ganger++;
            if (!lage.Fel)
            {
                tjanst.Arende.Tilldela(Givet.Hanna, default, DateTimeOffset.UnixEpoch.AddYears(60));
                return Task.FromResult(Result.Ok(FeelContext.Of(("fordelad", true))));
            }
            db.Enheter.Add(Domain.Behorigheter.Enhet.Skapa(Enhet, "Halvvägs", []));
            throw new InvalidOperationException("Namnet på en person");
        }

        public sealed class Lage
        {
            public bool Fel { get; set; } = true;

            public int Ganger { get; set; }
        }
    }
}
