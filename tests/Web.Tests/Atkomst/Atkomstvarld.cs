using CaseFlow.Application;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Journal;
using CaseFlow.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Atkomst;

/// <summary>Two units with people of every role and ärenden of every kind, laid through the use cases, and the web app on the same database.</summary>
public sealed class Atkomstvarld : IAsyncLifetime, IDisposable
{
    public const string Eget = "eget";
    public const string Kollegans = "kollegans";
    public const string MedSkal = "med skäl";
    public const string Grannens = "grannens";
    public const string Skyddat = "skyddat";
    public const string Javigt = "jävigt";
    public const string Sparrat = "spärrat";
    public const string Avslutat = "avslutat";
    public const string Nodoppnat = "nödöppnat";
    public const string Saknas = "saknas";

    /// <summary>A user whom nobody would miss: the forms of förvaltning are about him.</summary>
    public const long Offer = 90;

    private static readonly Guid Okand = new("018f0000-0000-7000-8000-000000000000");

    private readonly Dictionary<string, Webblasaren> _besok = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nycklar = new(StringComparer.Ordinal);
    private Provwebb? _webb;
    private Provenhet? _enhet;

    /// <summary>The users by name, with the role they have.</summary>
    public static IReadOnlyDictionary<string, (long Id, Roll Roll)> Personal { get; } = new Dictionary<string, (long, Roll)>(StringComparer.Ordinal)
    {
        ["hanna"] = (11, Roll.Handlaggare), ["karl"] = (20, Roll.Handlaggare), ["stina"] = (21, Roll.Handlaggare), ["bea"] = (13, Roll.BitradandeChef),
        ["clara"] = (14, Roll.Chef), ["ulf"] = (15, Roll.Chef), ["grete"] = (16, Roll.Handlaggare), ["frida"] = (17, Roll.Forvaltare), ["ulla"] = (18, Roll.Utforare),
        ["nora"] = (22, Roll.BitradandeChef), ["adam"] = (23, Roll.Administrator), ["kaj"] = (24, Roll.Kvalitetsrad), ["filip"] = (25, Roll.Fardtjansthandlaggare), ["yrsa"] = (26, Roll.Aldrelots),
        ["jon"] = (27, Roll.Jour),
    };

    public Provenhet Enhet => _enhet!;

    internal Provwebb Webb => _webb!;

    /// <summary>Number, an open task and a document of each ärende.</summary>
    public Dictionary<string, (string Nummer, Guid Uppgift, Guid Handling)> Arenden { get; } = new(StringComparer.Ordinal);

    public Webblasaren Besok(string vem) => _besok[vem];

    /// <summary>The user's own key to the API, with every code.</summary>
    public string Nyckel(string vem) => _nycklar[vem];

    public async Task InitializeAsync()
    {
        _enhet = await Provenhet.Skapa();
        // Kim är borta: alla nya ärenden blir Hannas, tills de flyttas.
        await Enhet.Ersatt(Enhet.Kollega, Enhet.Chef);
        foreach (var namn in new[] { Eget, Kollegans, MedSkal, Javigt, Sparrat, Nodoppnat }) await Lagg(namn, await Enhet.EttArende().MedForslag().Bygg());
        await Lagg(Skyddat, await LaggSkyddat());
        await Lagg(Avslutat, await LaggAvslutat());

        var karl = await Enhet.Ny(20, "Karl Kollega");
        var grete = await Enhet.Ny(16, "Grete Granne", granne: true);
        await Enhet.Ny(17, "Frida Förvaltare", Roll.Forvaltare);
        await Enhet.Ny(18, "Ulla Utförare", Roll.Utforare);
        // Blev chef efter ärendet och är inte namngiven för den skyddade personen.
        await Enhet.Ny(22, "Nora Nychef", Roll.BitradandeChef);
        await Enhet.Ny(23, "Adam Administratör", Roll.Administrator);
        await Enhet.Ny(24, "Kaj Kvalitetsråd", Roll.Kvalitetsrad);
        await Enhet.Ny(25, "Filip Färdtjänst", Roll.Fardtjansthandlaggare);
        await Enhet.Ny(26, "Yrsa Äldrelots", Roll.Aldrelots);
        await Enhet.Ny(27, "Jon Jour", Roll.Jour);
        await Enhet.Ny(Offer, "Otto Offer", Roll.Utforare);
        foreach (var namn in new[] { Kollegans, MedSkal, Javigt, Sparrat })
            Ok(await Sand(new Omfordela(Arenden[namn].Nummer, await Version(namn), karl.Id.Value, "Jämnare fördelning"), Enhet.Chef));
        Ok(await Sand(new OppnaMedSkal(Arenden[MedSkal].Nummer, "Svarar i telefon i dag"), Enhet.Handlaggare));
        foreach (var vem in new[] { Enhet.Handlaggare, Enhet.BitradandeChef })
        {
            Ok(await Sand(new RegistreraJav(Arenden[Javigt].Nummer, await Version(Javigt), vem.Id.Value, "Granne till personen"), Enhet.Chef));
            Ok(await Sand(new Application.Personer.SparraFranPerson(Arenden[Sparrat].Nummer, vem.Id.Value, "Släkt till personen"), Enhet.Chef));
        }
        Ok(await Sand(new Nodoppna(Arenden[Nodoppnat].Nummer, "Personen ringde jouren"), Enhet.Utomstaende));
        var grannens = new Provarende(Enhet, Ok(await Sand(Ansokan("129 58"), Testvard.Allt)).Arendenummer);
        Ok(await grannens.Forsok("GranskaAnsokan", grete, ("komplett", "ja"), ("sprakinformation", "ej-aldreomsorg")));
        Ok(await Sand(new Application.Utredningar.SkrivOmrade(grannens.Nummer, "d6", 0, null, "Behöver hjälp", 3, 1, null, null, null, "pagar"), grete));
        await Lagg(Grannens, grannens, grete);
        Arenden[Saknas] = ("2026-99999", Okand, Okand);
        await Enhet.Ersatt(Enhet.Handlaggare, await Enhet.Ny(21, "Stina Ställföreträdare"));

        _webb = new(Enhet);
        foreach (var (vem, (id, _)) in Personal) await LoggaIn(vem, id);
    }

    public async Task DisposeAsync()
    {
        if (_webb is not null) await _webb.DisposeAsync();
        if (_enhet is not null) await _enhet.DisposeAsync();
    }

    public void Dispose() => _webb?.Dispose();

    private Task<Result<T>> Sand<T>(MediatR.IRequest<Result<T>> request, Aktor aktor) => Enhet.Vard.Sand(request, aktor);

    private static T Ok<T>(Result<T> svar) => Provarende.Ok(svar);

    private async Task<Provarende> LaggSkyddat()
    {
        var arende = await Enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        if ((await arende.Oppna()).Contains("TilldelaHandlaggare", StringComparer.Ordinal)) Ok(await arende.Forsok("TilldelaHandlaggare", Enhet.Chef, ("handlaggare", "11")));
        await arende.Granska();
        await arende.Utred();
        Ok(await arende.ForsokAvsluta());
        foreach (var ansokt in await arende.Ansokta()) Ok(await arende.ForsokForesla(ansokt, "bifall", 10));
        Ok(await arende.ForsokLamnaForslag());
        return arende;
    }

    private async Task<Provarende> LaggAvslutat()
    {
        var arende = await Enhet.EttArende().Granskat().Bygg();
        Ok(await Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, Enhet.Idag, "skriftligt"), Enhet.Handlaggare));
        return arende;
    }

    private RegistreraAnsokan Ansokan(string postnummer) => new(new InkommenAnsokan(
        "", "telefon", Enhet.Vard.Tid.GetUtcNow(), new(null, "1941-05-06", "kvinna", "Test", "Testsson", new("Provvägen 1", postnummer, "Skarpnäck"), null, "sv", false),
        [new("hemtjanst", "Jag behöver hjälp", null, null)], false, "ingen", null));

    private Task<int> Version(string namn)
    {
        var nummer = Arenden[namn].Nummer;
        return Enhet.Vard.Las(db => db.Arenden.Where(a => a.Nummer == nummer).Select(a => a.Version).SingleAsync());
    }

    private async Task Lagg(string namn, Provarende arende, Aktor? aktor = null)
    {
        var uppgift = await Enhet.Vard.Las(db => db.Uppgifter.Where(u => db.Arenden.Any(a => a.Id == u.ArendeId && a.Nummer == arende.Nummer))
            .OrderBy(u => u.Status == Uppgiftsstatus.Oppen && u.Nod != "FattaBeslut" ? 0 : 1).ThenBy(u => u.Id).Select(u => u.PublikId).FirstAsync());
        await Akt(arende.Nummer, aktor ?? Enhet.Handlaggare);
        var handling = await Enhet.Vard.Las(db => db.Handlingar.Where(h => db.Arenden.Any(a => a.Id == h.ArendeId && a.Nummer == arende.Nummer)).Select(h => h.PublikId).SingleAsync());
        Arenden[namn] = (arende.Nummer, uppgift, handling);
    }

    /// <summary>A note and a document.</summary>
    private async Task Akt(string nummer, Aktor aktor)
    {
        Ok(await Sand(new SkrivAnteckning(nummer, Anteckningsslag.Telefonsamtal, Enhet.Idag, null, null, "Ringde"), aktor));
        var fil = Ok(await Enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>().TaEmot(new MemoryStream(Provfil.Pdf()), Handlingsgranser.StorstFil, CancellationToken.None));
        Ok(await Sand(new LaggInHandling(nummer, Handlingsslag.Upprattad, Enhet.Idag, null, "Plan", "plan.pdf", new(fil.Namn, fil.Langd, fil.Sha256)), aktor));
    }

    private async Task LoggaIn(string vem, long id)
    {
        await using (var scope = Webb.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<IKonton>().Skapa(new(id), vem, Drift.Losenord, tillfalligt: false);
            await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().SaveChangesAsync();
        }
        var besok = Webb.Besok();
        Assert.Equal("302 /", Webblasaren.Vart(await besok.Losenordet(vem)));
        _besok[vem] = besok;
        _nycklar[vem] = Ok(await Sand(new SkapaApiNyckel(vem, Kontraktsbehorighet.Alla, vem), Testvard.Allt)).Klartext;
    }
}

/// <summary>The web app as <c>dotnet run</c> starts it, on the database of a test's unit.</summary>
/// <param name="lyssna">Listens to all that is logged, at every level, and keeps what says something about <see cref="Kanarie"/>; slow.</param>
internal sealed class Provwebb(Provenhet enhet, bool lyssna = false) : Drift(enhet.Vard.Mapp, enhet.Vard.Tid)
{
    public Loggfangare Logg { get; } = new(Kanarie.Star);

    protected override string Miljo => "Development";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (lyssna) builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddFilter<Loggfangare>(null, LogLevel.Trace).AddProvider(Logg));
    }
}
