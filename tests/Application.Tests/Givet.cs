using System.Globalization;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests;

/// <summary>What the tests of ansökningar, ärenden and processes begin with.</summary>
internal static class Givet
{
    public static readonly AnvandareId Hanna = new(11);
    public static readonly AnvandareId Kim = new(12);

    /// <summary><c>YYYYMMDDNNNN</c> with its check digit.</summary>
    /// <param name="lopnummer">Test people have 980-999; even for a woman.</param>
    public static string Personnummer(DateOnly fodd, int lopnummer)
    {
        var tolv = fodd.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + lopnummer.ToString("000", CultureInfo.InvariantCulture);
        var summa = tolv.Skip(2).Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => p / 10 + p % 10);
        return tolv + ((10 - summa % 10) % 10).ToString(CultureInfo.InvariantCulture);
    }

    public static InkommenAnsokan Ansokan(
        this Provenhet enhet, string externId = "", string? personnummer = null, string kanal = "telefon", string sprak = "sv",
        string postnummer = "128 58", string skydd = "ingen") => new(
            externId, kanal, enhet.Vard.Tid.GetUtcNow(),
            new(personnummer, personnummer is null ? "1941-05-06" : null, personnummer is null ? "kvinna" : null, "Test", "Testsson",
                new("Provvägen 1", postnummer, "Skarpnäck"), null, sprak, false),
            [new("hemtjanst", "Jag behöver hjälp", null, null)], false, skydd, null);

    public static Task<Result<Registrering>> Registrera(this Provenhet enhet, InkommenAnsokan ansokan, Aktor? aktor = null, string? nyckel = null) =>
        enhet.Vard.Sand(new RegistreraAnsokan(ansokan), aktor ?? enhet.Handlaggare, nyckel);

    /// <summary>Registers, and gives the ärende to be worked on.</summary>
    public static async Task<Provarende> Ett(this Provenhet enhet, InkommenAnsokan ansokan, Aktor? aktor = null) =>
        new(enhet, Provarende.Ok(await enhet.Registrera(ansokan, aktor)).Arendenummer);

    /// <summary>Kim is away: every new ärende goes to Hanna.</summary>
    public static async Task<Provenhet> BaraHanna(this Task<Provenhet> enhet)
    {
        await (await enhet).Ersatt((await enhet).Kollega, (await enhet).Chef);
        return await enhet;
    }

    /// <summary>The ärende is that handläggare's, whatever the rule said.</summary>
    public static Task Ge(this Provenhet enhet, string nummer, AnvandareId? handlaggare) => enhet.Vard.Skriv(
        db => db.Arenden.Where(a => a.Nummer == nummer).ExecuteUpdateAsync(s => s.SetProperty(a => a.HandlaggareId, handlaggare)));

    /// <summary>An ärende that Hanna has: a test's own process gives it to nobody.</summary>
    public static async Task<Provarende> Hannas(this Provenhet enhet, InkommenAnsokan? ansokan = null)
    {
        var arende = await enhet.Ett(ansokan ?? enhet.Ansokan());
        await enhet.Ge(arende.Nummer, Hanna);
        return arende;
    }

    public static Task<List<AuditHandelse>> Spar(this Provenhet enhet) =>
        enhet.Vard.Las(db => db.AuditHandelser.AsNoTracking().OrderBy(h => h.Kedja).ThenBy(h => h.Seq).ToListAsync());

    public static async Task KedjornaHaller(this Provenhet enhet)
    {
        var prov = await enhet.Vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(null, CancellationToken.None);
        Assert.Null(prov.Brott);
    }

    /// <summary>One more task in an ärende's process, as a list reads it.</summary>
    public static async Task<Guid> ExtraUppgift(
        this Provarende arende, DateTimeOffset forfaller, DateTimeOffset? skapad = null, string grupp = Grupper.Handlaggare, AnvandareId? tilldelad = null)
    {
        var (vard, rad) = (arende.Enhet.Vard, await arende.Las());
        var ids = vard.Tjanster.GetRequiredService<IIdKalla>();
        var publik = ids.NextPublic();
        await vard.Skriv(async db => db.Uppgifter.Add(new()
        {
            Id = new(ids.Next()),
            PublikId = publik,
            InstansId = await db.Instanser.Where(i => i.ArendeId == rad.Id).Select(i => i.Id).FirstAsync(),
            MotorId = publik.ToString(),
            Nod = "HanteraForsening",
            Titel = "Hantera försening",
            Formular = "hantera-forsening",
            ArendeId = rad.Id,
            EnhetId = rad.EnhetId,
            Grupp = grupp,
            TilldeladId = tilldelad ?? (grupp == Grupper.Chef ? null : rad.HandlaggareId),
            Status = Uppgiftsstatus.Oppen,
            Skapad = skapad ?? vard.Tid.GetUtcNow(),
            Forfaller = forfaller,
        }));
        return publik;
    }
}
