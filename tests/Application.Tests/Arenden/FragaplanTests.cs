using System.Text.RegularExpressions;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Journal;
using CaseFlow.Application.Tests.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>No list reads a whole table: the database is asked how it will find the rows of every query behind it.</summary>
public sealed class FragaplanTests
{
    /// <summary>What grows with the people of a unit, not with its ärenden; every other table is large.</summary>
    private static readonly string[] Sma =
        ["enhet", "anvandare", "uppdrag", "uppdragsforslag", "processdefinition", "sparad_vy", "konto", "konto_nyckel", "api_nyckel", "franvaro", "stallforetradare", "anteckning_sok"];

    [Fact]
    public async Task Handlaggarens_och_chefens_listor_gar_genom_index()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        for (var i = 0; i < 3; i++) await AnteckningTests.Skriv(await enhet.EttArende().Bygg(), "Föll i trappan");

        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Chef })
        {
            await Prova(enhet, new HamtaIdag(), aktor);
            await Prova(enhet, new ListaArenden(), aktor);
            await Prova(enhet, new ListaArenden(Avslutade: true), aktor);
            await Prova(enhet, new ListaUppgifter(), aktor);
            await Prova(enhet, new ListaUppgifter(Vantande: true, Hoppa: 20), aktor);
            await Prova(enhet, new SokPersoner("te"), aktor);
            await Prova(enhet, new SokPersoner("tes sson"), aktor);
            await Prova(enhet, new SokPersoner("te ss li"), aktor);
            await Prova(enhet, new SokPersoner(Personnummer: Givet.Personnummer(new(1942, 3, 14), 980)), aktor);
            await Prova(enhet, new SokArenden("0001"), aktor);
            await Prova(enhet, new SokArenden($"{enhet.Idag.Year}0001"), aktor);
            await Prova(enhet, new HamtaUppgift(await enhet.Vard.Las(db => db.Uppgifter.Select(u => u.PublikId).FirstAsync())), aktor);
            await Prova(enhet, new SokIAnteckningar("trappan"), aktor);
            await Prova(enhet, new HamtaArende((await enhet.Vard.Las(db => db.Arenden.Select(a => a.Nummer).FirstAsync()))), aktor);
        }
        await Prova(enhet, new ListaArenden(HelaEnheten: true), enhet.Chef);
        await Prova(enhet, new HamtaHandlaggarval(await enhet.Vard.Las(db => db.Arenden.Select(a => a.Nummer).FirstAsync())), enhet.Chef);
        await Prova(enhet, new HamtaAttGranska(), enhet.Chef);
        await Prova(enhet, new HamtaSkaloppningar(), enhet.Chef);
        foreach (var urval in Enum.GetValues<Arendeurval>())
        {
            await Prova(enhet, new ListaArenden(Urval: urval), enhet.Handlaggare);
            await Prova(enhet, new ListaArenden(HelaEnheten: true, Urval: urval), enhet.Chef);
        }

        foreach (var band in Enum.GetValues<BandSlag>()) await Prova(enhet, new HamtaIdag(new(Band: band)), enhet.Chef);
        await Prova(enhet, new HamtaIdag(new(Steg: Domain.Arenden.Steg.Ansokan, Typ: "hemtjanst", Utforare: "X", Saknar: true)), enhet.Handlaggare);
        await Prova(enhet, new HamtaEnheten(), enhet.Chef);
        await Prova(enhet, new PlaneraFlytt(new([enhet.Handlaggare.Id.Value], [])), enhet.Chef);
    }

    /// <summary>Each as the table of trails asks it: a new query has a row there, or the suite fails.</summary>
    [Fact]
    public async Task Ingen_fraga_laser_en_hel_tabell()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var (fel, provade) = (new List<string>(), 0);
        foreach (var (typ, forbered) in new Spartabell(enhet).Alla().Where(r => ArFraga(r.Key)))
        {
            var begaran = await forbered();
            List<string> kommandon;
            using (var raknare = Raknare.Borja())
            {
                Assert.Null(await begaran.Sand(begaran.Aktor));
                kommandon = Fragor(raknare);
            }

            provade++;
            foreach (var sql in kommandon)
                fel.AddRange((await Genomsokta(enhet.Vard, sql)).Select(s => $"{typ.Name}: {s}{Environment.NewLine}{sql}"));
        }

        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
        Assert.True(provade > 40, $"Bara {provade} frågor prövades.");
    }

    [Fact]
    public async Task Olosta_incidenter_gar_genom_sitt_index()
    {
        await using var enhet = await Provenhet.Skapa();

        var sql = Assert.Single(await Fragor(enhet, new ListaIncidenter(), Testvard.Allt), k => k.Contains("\"incident\"", StringComparison.Ordinal));

        Assert.Contains(await Plan(enhet.Vard, sql), s => s.Contains("ix_incident_olost", StringComparison.Ordinal));
        Assert.DoesNotContain(await Plan(enhet.Vard, sql), s => s.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task En_fraga_som_laser_allt_kanns_igen()
    {
        await using var vard = await Testvard.Skapa();
        Assert.NotEmpty(await Genomsokta(vard, """SELECT "a"."id" FROM "arende" AS "a" WHERE "a"."avsluts_orsak" = @p"""));
        Assert.Empty(await Genomsokta(vard, """SELECT "a"."id" FROM "arende" AS "a" WHERE "a"."nummer" = @p"""));
    }

    private static async Task Prova<T>(Provenhet enhet, IRequest<Result<T>> fraga, Aktor aktor)
    {
        foreach (var sql in await Fragor(enhet, fraga, aktor))
            Assert.True(await Genomsokta(enhet.Vard, sql) is [], $"{fraga}: {string.Join("; ", await Genomsokta(enhet.Vard, sql))}{Environment.NewLine}{sql}");
    }

    private static async Task<List<string>> Fragor<T>(Provenhet enhet, IRequest<Result<T>> fraga, Aktor aktor)
    {
        using var raknare = Raknare.Borja();
        Provarende.Ok(await enhet.Vard.Sand(fraga, aktor));
        return Fragor(raknare);
    }

    // En tom lista blir WHERE 0: då läses ingenting.
    private static List<string> Fragor(Raknare raknare) =>
        [.. raknare.Kommandon.Where(k => k.StartsWith("SELECT", StringComparison.Ordinal) && !k.Contains("WHERE 0", StringComparison.Ordinal))];

    private static bool ArFraga(Type typ) => typ.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    /// <summary>The steps of the plan that go through all of a large table.</summary>
    private static async Task<List<string>> Genomsokta(Testvard vard, string sql)
    {
        var alias = Regex.Matches(sql, "\"(?<tabell>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Where(m => !Sma.Contains(m.Groups["tabell"].Value)).Select(m => m.Groups["alias"].Value).ToHashSet(StringComparer.Ordinal);
        var delindex = await Delindex(vard);
        return [.. (await Plan(vard, sql)).Where(s => s.Split(' ') is ["SCAN", var namn, .. var genom] && alias.Contains(namn) && !(genom is [.., var index] && delindex.Contains(index)))];
    }

    /// <summary>The indices that hold only some rows: what waits for someone. All of such an index may be read.</summary>
    private static async Task<HashSet<string>> Delindex(Testvard vard)
    {
        await using var databas = await Oppnad(vard);
        await using var kommando = databas.CreateCommand();
        kommando.CommandText = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'";
        await using var rader = await kommando.ExecuteReaderAsync();
        var namn = new HashSet<string>(StringComparer.Ordinal);
        while (await rader.ReadAsync()) namn.Add(rader.GetString(0));
        return namn;
    }

    private static async Task<SqliteConnection> Oppnad(Testvard vard)
    {
        var databas = new SqliteConnection($"Data Source={Path.Combine(vard.Mapp, "caseflow.db")};Mode=ReadOnly;Pooling=False");
        await databas.OpenAsync();
        return databas;
    }

    private static async Task<List<string>> Plan(Testvard vard, string sql)
    {
        await using var databas = await Oppnad(vard);
        await using var kommando = databas.CreateCommand();
        kommando.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var namn in Regex.Matches(sql, @"@\w+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            kommando.Parameters.AddWithValue(namn, 1L);
        await using var rader = await kommando.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rader.ReadAsync()) plan.Add(rader.GetString(3));
        return plan;
    }
}
