using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Indikatorer;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>A protected person's name and address, made to be recognised, and everything the product says searched for them.</summary>
public sealed class MaskeringTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Personnummer = Givet.Personnummer(new(1942, 3, 14), 980);

    private static readonly string[] Kanarier =
    [
        "Xkanarie", "Yhemlig", "Zgomd", "Qorten", "070-9990001", "Wombud", "070-9990002", Personnummer, $"{Personnummer[..8]}-{Personnummer[8..]}",
    ];

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_persons_uppgifter_lacker_ingenstans(Provdatabas databas)
    {
        using var logg = new Loggfangare();
        await using var enhet = await Provenhet.Skapa(databas, s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(logg)));
        var sagt = new List<string>();
        var arende = new Provarende(enhet, Provarende.Ok(await enhet.Registrera(Ansokan(enhet))).Arendenummer);
        await Fraga(enhet, sagt);
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        await Journal.AnteckningTests.Skriv(arende, "Provsamtal");
        await Fraga(enhet, sagt);
        await arende.Granska();
        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        await Fraga(enhet, sagt);
        Provarende.Ok(await arende.ForsokLamnaForslag());
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        await Fraga(enhet, sagt);
        Assert.Equal("SKYDD_DOLT", Fel(await arende.Forsok("Underratta", null, ("satt", "brev"), ("underrattadDag", enhet.Dag(0))), sagt));
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Ska skicka beslutet"), enhet.Handlaggare));
        await arende.Underratta();
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(6));
        await Fraga(enhet, sagt);
        var brev = await enhet.Vard.Las(db => db.Underrattelser.Select(u => u.Text).SingleAsync());
        Assert.Contains("Xkanarie Yhemlig", brev, StringComparison.Ordinal);
        Assert.DoesNotContain("Skatteverket", brev, StringComparison.Ordinal);
        Assert.NotNull(Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Handlaggare)).Brev.Utskick);
        Assert.Equal("EXTERNID_ANNAT_INNEHALL", Fel(await enhet.Registrera(Ansokan(enhet) with { BarnIHemmet = true }), sagt));
        Assert.Equal("INAKTUELL_KOPIA", Fel(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, -1, enhet.Idag, "skriftligt"), enhet.Handlaggare), sagt));

        sagt.AddRange(await enhet.Vard.Las(async db => (await db.AuditHandelser.ToListAsync()).Select(h => JsonSerializer.Serialize(h, Json)).ToList()));
        sagt.AddRange(await enhet.Vard.Las(db => db.Idempotensposter.Select(u => u.Svar).ToListAsync()));
        sagt.AddRange(await enhet.Vard.Las(db => db.Instanser.Select(i => i.Tillstand).ToListAsync()));
        Assert.NotEmpty(logg.Rader);
        sagt.AddRange(logg.Rader);

        var lackt = sagt.SelectMany(s => Kanarier.Where(k => s.Contains(k, StringComparison.OrdinalIgnoreCase)).Select(k => $"{k}: {s[..Math.Min(s.Length, 300)]}")).ToList();
        Assert.True(lackt.Count == 0, string.Join(Environment.NewLine, lackt.Take(10)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Uppgifterna_visas_i_fem_minuter_for_den_som_bad_om_dem(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = new Provarende(enhet, Provarende.Ok(await enhet.Registrera(Ansokan(enhet))).Arendenummer);
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));

        Assert.Equal("SKAL_SAKNAS", (await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, ""), enhet.Handlaggare)).Error?.Code);
        var oskyddad = await enhet.EttArende().Bygg();
        Assert.Equal("INTE_SKYDDAD", (await enhet.Vard.Sand(new VisaSkyddadeUppgifter(oskyddad.Nummer, "Ska ringa"), enhet.Chef)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Nyfiken"), enhet.Kollega)).Error?.Kind);
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Ska ringa"), enhet.Handlaggare));

        Assert.Equal(("Xkanarie Yhemlig", "Zgomd 7, 128 58 Qorten"), await Visas(enhet.Handlaggare));
        Assert.Equal(("Skyddade uppgifter", null), await Visas(enhet.Chef));
        Assert.All(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), enhet.Handlaggare)).Rader.Where(r => r.Person.Skyddad), r => Assert.Equal("Skyddade uppgifter", r.Person.Namn));
        Assert.Equal("Skyddade uppgifter", Provarende.Ok(await enhet.Vard.Sand(new HamtaForhandsvisning(arende.Nummer), enhet.Handlaggare)).Huvud.Person.Namn);
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(10));
        Assert.Equal("Xkanarie Yhemlig", (await Visas(enhet.Handlaggare)).Namn);
        enhet.Vard.Tid.Ga(TimeSpan.FromTicks(10));
        Assert.Equal(("Skyddade uppgifter", null), await Visas(enhet.Handlaggare));

        async Task<(string Namn, string? Adress)> Visas(Aktor aktor)
        {
            var huvud = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), aktor)).Huvud;
            return (huvud.Person.Namn, huvud.Person.Adress);
        }
    }

    /// <summary>Every question there is, asked by everyone, with every task and ärende.</summary>
    private static async Task Fraga(Provenhet enhet, List<string> sagt)
    {
        var stallda = new HashSet<Type>();
        var nummer = await enhet.Vard.Las(db => db.Arenden.Select(a => a.Nummer).ToListAsync());
        var uppgifter = await enhet.Vard.Las(db => db.Uppgifter.Select(u => u.PublikId).ToListAsync());
        foreach (var aktor in new[] { enhet.Chef, enhet.Handlaggare, enhet.Kollega, enhet.Utomstaende, Testvard.Allt })
        {
            await Stall(new HamtaIdag());
            await Stall(new HamtaEnheten());
            await Stall(new HamtaFranvaro());
            await Stall(new PlaneraFlytt(new([0, .. Enumerable.Range(11, 5).Select(n => (long)n)], [])));
            await Stall(new ListaArenden());
            await Stall(new ListaUppgifter());
            await Stall(new ListaUppgifter(Vantande: true));
            foreach (var sokt in new[] { "xkanarie", "yhem", "test" }) await Stall(new SokPersoner(sokt));
            await Stall(new SokPersoner(Personnummer: Personnummer));
            await Stall(new SokArenden("0001"));
            await Stall(new ListaArenden(HelaEnheten: true));
            await Stall(new ListaAvvikelser());
            await Stall(new SokIAnteckningar("provsamtal"));
            await Stall(new KontrolleraHandlingar());
            await Stall(new ListaApiNycklar());
            await Stall(new HamtaMinaApiNycklar());
            await Stall(new HamtaAttGranska());
            await Stall(new HamtaSkaloppningar());
            await Stall(new HamtaSparrar());
            await Stall(new ListaAnvandare());
            await Stall(new HamtaAnvandare(11));
            await Stall(new HamtaEnheter());
            await Stall(new HamtaKonto(TimeSpan.FromHours(12)));
            await Stall(new Application.Processer.ListaIncidenter());
            await Stall(new Application.Processer.HamtaProcesser());
            await Stall(new Application.Processer.HamtaProcesslage("bistand"));
            await Stall(new HamtaRegistreringsval());
            await Stall(new HamtaIndikatorer("2026"));
            await Stall(new HamtaIndikatorUnderlag(IndikatorKatalog.SamtligaInsatserBeskrivna.Kod, "2026"));
            foreach (var uppgift in uppgifter)
            {
                await Stall(new HamtaUppgift(uppgift));
                await Stall(new ProvaFormular(uppgift, Svarsvarden.Inga));
            }
            foreach (var ett in nummer)
            {
                await Stall(new HamtaArende(ett));
                await Stall(new HamtaForhandsvisning(ett));
                await Stall(new HamtaArendeoversikt(ett));
                await Stall(new ListaBeslut(ett));
                await Stall(new Application.Insatser.ListaInsatser(ett));
                await Stall(new HamtaHandlaggarval(ett));
                await Stall(new HamtaArendeatkomst(ett));
                await Stall(new HamtaKontakt(ett));
                await Stall(new HamtaUtredning(ett));
                await Stall(new HamtaLydelser(ett, "d6"));
                await Stall(new HamtaValdsfragelydelser(ett));
                await Stall(new JamforDel(ett, "d6", 0, new Dictionary<string, string?>(StringComparer.Ordinal)));
                await Stall(new HamtaBeslutsunderlag(ett));
                await Stall(new HamtaUnderlag(ett));
                await Stall(new HamtaRegistreringskvitto(ett));
                await Stall(new HamtaAnteckningar(ett));
                await Stall(new HamtaAnteckning(ett, 1));
                await Stall(new HamtaHandlingar(ett));
                await Stall(new HamtaPersonakt(ett));
                await Stall(new Application.Processer.HamtaProcesskarta(ett));
                await Stall(new Application.Processer.HamtaTillval(ett));
                await Stall(new HamtaHandlingsfil(ett, uppgifter[0]));
            }

            async Task Stall<T>(IRequest<Result<T>> fraga)
            {
                stallda.Add(fraga.GetType());
                var svar = await enhet.Vard.Sand(fraga, aktor);
                sagt.Add($"{fraga.GetType().Name} som {aktor.Id}: {JsonSerializer.Serialize(svar.Failed ? (object)svar.Error : svar.Value, Json)}");
            }
        }

        var finns = typeof(HamtaIdag).Assembly.GetTypes().Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)));
        Assert.Empty(finns.Except(stallda).Select(t => t.Name));
    }

    private static string? Fel<T>(Result<T> svar, List<string> sagt)
    {
        sagt.Add(svar.Error?.Text ?? "");
        return svar.Error?.Code;
    }

    private static Domain.Ansokningar.InkommenAnsokan Ansokan(Provenhet enhet) => enhet.Ansokan("ET-1", Personnummer, skydd: "skyddad-folkbokforing") with
    {
        Sokande = new(Personnummer, null, null, "Xkanarie", "Yhemlig", new("Zgomd 7", "128 58", "Qorten"), "070-9990001", "sv", false),
        Ombud = new("Wombud Ek", "god-man", "070-9990002", null, null),
    };
}
