using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Tests;

public sealed class AuditkedjaTests
{
    private const string Dag = "enhet:0:2026-09-16";

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_hel_logg_ar_hel(Provdatabas databas)
    {
        await using var vard = await Fyll(databas);

        var prov = await Verifiera(vard);

        Assert.Equal(new Auditprov(1, 6, null), prov);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_aldre_kedja_som_filen_inte_har_ar_pahittad(Provdatabas databas)
    {
        await using var vard = await Fyll(databas);

        var brott = await vard.Tjanster.GetRequiredService<IAuditVerifierare>().Jamfor(new(Testvard.Start.AddHours(1), []), default);

        Assert.Equal(new Kedjebrott(Dag, 1, Brottsorsak.Tillbakadaterad), brott);
    }

    [Theory]
    [InlineData("UPDATE audit_handelse SET aktor_id = 9 WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET tid = tid + 1 WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET utfall = 'Nekad' WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET kod = '' WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET data = data || ' ' WHERE seq = 6", 6, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET arende_id = 5 WHERE seq = 1", 1, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET xid = xid + 1 WHERE seq = 2", 2, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET id = id + 1 WHERE seq = 6", 6, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET hash = foregaende_hash WHERE seq = 2", 2, Brottsorsak.Andrad)]
    [InlineData("DELETE FROM audit_handelse WHERE seq = 3", 3, Brottsorsak.Saknas)]
    [InlineData("DELETE FROM audit_handelse WHERE seq = 1", 1, Brottsorsak.Saknas)]
    [InlineData("DELETE FROM audit_handelse WHERE seq = 6", 6, Brottsorsak.Avkortad)]
    [InlineData("DELETE FROM audit_handelse", 1, Brottsorsak.Avkortad)]
    [InlineData("UPDATE audit_handelse SET seq = CASE seq WHEN 2 THEN 100 ELSE 101 END WHERE seq IN (2, 3);"
        + " UPDATE audit_handelse SET seq = CASE seq WHEN 100 THEN 3 ELSE 2 END WHERE seq >= 100", 2, Brottsorsak.FelForegangare)]
    [InlineData("UPDATE audit_huvud SET seq = seq - 1", 6, Brottsorsak.FelHuvud)]
    [InlineData("UPDATE audit_huvud SET hash = (SELECT foregaende_hash FROM audit_handelse WHERE seq = 2)", 6, Brottsorsak.FelHuvud)]
    [InlineData("DELETE FROM audit_huvud", 6, Brottsorsak.HuvudSaknas)]
    [InlineData("UPDATE audit_handelse SET seq = seq + 1 WHERE seq = 6", 6, Brottsorsak.Saknas)]
    [InlineData("DELETE FROM audit_handelse; UPDATE audit_huvud SET seq = 0, hash = zeroblob(32)", 0, Brottsorsak.TomKedja)]
    [InlineData("UPDATE audit_handelse SET typ = CAST(typ AS BLOB) WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET utfall = CAST(utfall AS BLOB) WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET aktor_slag = CAST(aktor_slag AS BLOB) WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET data = CAST(data AS BLOB) WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET tid = tid + 0.5 WHERE seq = 3", 3, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET hash = CAST(hash AS TEXT) WHERE seq = 6", 6, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET kedja = CAST(kedja AS BLOB); UPDATE audit_huvud SET kedja = CAST(kedja AS BLOB)", 1, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_huvud SET hash = CAST(hash AS TEXT)", 7, Brottsorsak.Andrad)]
    [InlineData("UPDATE audit_handelse SET typ_version = 99999999999999 WHERE seq = 4", 4, Brottsorsak.Andrad)]
    public async Task Ett_ingrepp_i_databasen_hittas(string sql, long seq, Brottsorsak orsak)
    {
        await using var vard = await Fyll(Provdatabas.Sqlite);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(sql));

        var prov = await Verifiera(vard);

        Assert.Equal(new Kedjebrott(Dag, seq, orsak), prov.Brott);
    }

    [Fact]
    public async Task En_bortskuren_logg_hittas()
    {
        await using var vard = await Fyll(Provdatabas.Sqlite);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync("DELETE FROM audit_handelse; DELETE FROM audit_huvud"));

        Assert.Equal(new Kedjebrott("", 0, Brottsorsak.LoggSaknas), (await Verifiera(vard)).Brott);
    }

    /// <summary>What the database cannot say about itself: a chain cut or written anew with right hashes is found by the heads kept outside it.</summary>
    [Theory]
    [InlineData("DELETE FROM audit_handelse WHERE seq = 6; UPDATE audit_huvud SET seq = 5, hash = (SELECT hash FROM audit_handelse WHERE seq = 5)", Brottsorsak.Avkortad)]
    [InlineData("DELETE FROM audit_handelse; DELETE FROM audit_huvud", Brottsorsak.KedjaSaknas)]
    [InlineData("UPDATE audit_handelse SET hash = zeroblob(32) WHERE seq = 6", Brottsorsak.Omskriven)]
    public async Task Ett_ingrepp_hittas_mot_sparade_huvuden(string sql, Brottsorsak orsak)
    {
        await using var vard = await Fyll(Provdatabas.Sqlite);
        var verifierare = vard.Tjanster.GetRequiredService<IAuditVerifierare>();
        var nyckel = new byte[32];
        using var fil = new StringWriter();
        Assert.Equal(1, await Huvudfil.Skriv(fil, verifierare.Huvuden(default), Testvard.Start, nyckel, default));
        await vard.Sand(new LaggUppEnhet("Efter"));
        var sparade = await Huvudfil.Las(new StringReader(fil.ToString()), nyckel, default);
        Assert.Null(await verifierare.Jamfor(sparade!, default));

        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Equal(new Kedjebrott(Dag, 6, orsak), await verifierare.Jamfor(sparade!, default));
    }

    /// <summary>Right hashes and right heads, but written after the file: a time before it gives the forgery away, in an old chain and in an
    /// invented one.</summary>
    [Theory]
    [InlineData(Dag, -10, -10, AktorSlag.Person, true)]
    [InlineData(Dag, -10, 10, AktorSlag.Person, true)]
    [InlineData(Dag, 10, -10, AktorSlag.Person, true)]
    [InlineData(Dag, -10, -10, AktorSlag.System, true)]
    [InlineData("arende:7", -10, 10, AktorSlag.ApiNyckel, true)]
    [InlineData("arende:7", -10, -10, AktorSlag.Person, true)]
    [InlineData(Dag, -4, -4, AktorSlag.Person, false)]
    [InlineData("arende:7", 10, 10, AktorSlag.Person, false)]
    // import --nu: tiden är ställd, id:t är klockans.
    [InlineData("arende:7", -100_000, 10, AktorSlag.System, false)]
    public async Task En_tillbakadaterad_handelse_hittas_mot_sparade_huvuden(string kedja, int tid, int id, AktorSlag slag, bool hittas)
    {
        await using var vard = await Fyll(Provdatabas.Sqlite);
        var verifierare = vard.Tjanster.GetRequiredService<IAuditVerifierare>();
        // Filen skrivs en timme efter de ärliga händelserna, som står före sina huvuden.
        var (nu, huvuden) = (Testvard.Start.AddHours(1), new List<Kedjehuvud>());
        await foreach (var h in verifierare.Huvuden(default)) huvuden.Add(h);
        var sparade = new SparadeHuvuden(nu, huvuden);
        Assert.Null(await verifierare.Jamfor(sparade, default));

        var fore = kedja == Dag ? huvuden.Single() : new(kedja, 0, Kedjehash.Noll);
        await vard.Skriv(async db =>
        {
            var forfalskad = Forfalskad(fore, nu.AddMinutes(tid), IdKalla.Lagsta(nu.AddMinutes(id)), slag);
            db.AuditHandelser.Add(forfalskad);
            if (await db.AuditHuvuden.FindAsync(kedja) is { } huvud) (huvud.Seq, huvud.Hash) = (forfalskad.Seq, forfalskad.Hash);
            else db.AuditHuvuden.Add(new() { Kedja = kedja, Seq = forfalskad.Seq, Hash = forfalskad.Hash });
        });

        Assert.Null((await Verifiera(vard)).Brott);
        Assert.Equal(hittas ? new Kedjebrott(kedja, fore.Seq + 1, Brottsorsak.Tillbakadaterad) : null, await verifierare.Jamfor(sparade, default));
    }

    [Fact]
    public async Task Ett_huvud_som_andrats_i_filen_godtas_inte()
    {
        var (nyckel, hash) = (new byte[32], new byte[32]);
        using var fil = new StringWriter();
        await Huvudfil.Skriv(fil, Ett(), Testvard.Start, nyckel, default);
        var text = fil.ToString();

        Assert.Equal(3, Assert.Single((await Huvudfil.Las(new StringReader(text), nyckel, default))!.Huvuden).Seq);
        Assert.Equal(Testvard.Start, (await Huvudfil.Las(new StringReader(text), nyckel, default))!.Tid);
        foreach (var andrad in new[] { text.Replace("arende:1 3", "arende:1 2", StringComparison.Ordinal), text.Replace("arende:1 3 ", "", StringComparison.Ordinal), "", "hmac 00",
            text[..text.IndexOf("hmac", StringComparison.Ordinal)], string.Join('\n', text.Split('\n').Where(r => !r.StartsWith("arende", StringComparison.Ordinal))) })
            Assert.Null(await Huvudfil.Las(new StringReader(andrad), nyckel, default));
        Assert.Null(await Huvudfil.Las(new StringReader(text), [.. nyckel[1..], 1], default));

        async IAsyncEnumerable<Kedjehuvud> Ett()
        {
            await Task.Yield();
            yield return new("arende:1", 3, hash);
        }
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task En_inskjuten_handelse_hittas(Provdatabas databas)
    {
        await using var vard = await Fyll(databas);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO audit_handelse (id, kedja, seq, tid, aktor_slag, aktor_id, enhet_id, typ, typ_version, utfall, data, xid, foregaende_hash, hash)"
            + " SELECT id + 1000, kedja, 7, tid, aktor_slag, aktor_id, enhet_id, typ, typ_version, utfall, data, xid, hash, hash"
            + " FROM audit_handelse WHERE seq = 6"));

        Assert.Equal(new Kedjebrott(Dag, 7, Brottsorsak.Andrad), (await Verifiera(vard)).Brott);
    }

    [Theory]
    [PaSqlite, PaPostgres]
    public async Task Det_forsta_brottet_namns_ocksa_nar_kedjorna_delas_pa_flera(Provdatabas databas)
    {
        await using var vard = await PipelineTests.Vard(databas);
        await vard.Skriv(db =>
        {
            for (var i = 0; i < 2500; i++)
            {
                var hash = Kedjehash.Berakna(Lank($"arende:{i}", i + 1));
                db.AuditHandelser.Add(Rad($"arende:{i}", i + 1, hash));
                db.AuditHuvuden.Add(new() { Kedja = $"arende:{i}", Seq = 1, Hash = hash });
            }

            return Task.CompletedTask;
        });
        Assert.Equal(new Auditprov(2500, 2500, null), await Verifiera(vard));

        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE audit_handelse SET aktor_id = 1 WHERE kedja IN ('arende:0', 'arende:2499', 'arende:77')"));
        Assert.Equal(new Kedjebrott("arende:0", 1, Brottsorsak.Andrad), (await Verifiera(vard)).Brott);
        await vard.Skriv(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE audit_handelse SET aktor_id = 4 WHERE kedja <> 'arende:77'"));
        Assert.Equal("arende:77", (await Verifiera(vard)).Brott?.Kedja);
    }

    private static Kedjelank Lank(string kedja, long id) => new()
    {
        ForegaendeHash = Kedjehash.Noll, Kedja = kedja, Seq = 1, Id = id, TidMikro = 0, AktorSlag = "Person", AktorId = 4, EnhetId = 5, ArendeId = null,
        Typ = "Prov", TypVersion = 1, Utfall = "Ok", Kod = null, Grund = null, Data = "{}", Xid = 0,
    };

    private static AuditHandelse Rad(string kedja, long id, byte[] hash) => new()
    {
        Id = new(id), Kedja = kedja, Seq = 1, Tid = DateTimeOffset.UnixEpoch, AktorSlag = Domain.Behorigheter.AktorSlag.Person, AktorId = new(4),
        EnhetId = new(5), Typ = "Prov", TypVersion = 1, Utfall = Auditutfall.Ok, Data = "{}", Xid = 0, ForegaendeHash = Kedjehash.Noll, Hash = hash,
    };

    [Fact]
    public void Hashen_ar_den_som_ar_dokumenterad()
    {
        var hash = Kedjehash.Berakna(new Kedjelank
        {
            ForegaendeHash = Kedjehash.Noll,
            Kedja = "arende:1",
            Seq = 1,
            Id = 2,
            TidMikro = 3,
            AktorSlag = "Person",
            AktorId = 4,
            EnhetId = 5,
            ArendeId = 1,
            Typ = "BeslutFattat",
            TypVersion = 1,
            Utfall = "Ok",
            Kod = null,
            Grund = "tilldelad",
            Data = "{}",
            Xid = 0,
        });

        // Räknad för hand ur dokumentationens byteform, med ett annat verktyg.
        Assert.Equal("857467425c6eb186e7770cef6004b2f9c43936800dfb08bc44258b84ca85eafa", Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void En_handelse_med_fri_text_stoppas() => Assert.Throws<InvalidOperationException>(() => Handelsejson.Skriv(new Pratsam("Anna Andersson")));

    [Theory]
    [InlineData("hemtjanst", true)]
    [InlineData("3.2", true)]
    [InlineData("Anna Andersson", false)]
    [InlineData("Åsa", false)]
    [InlineData("a\nb", false)]
    public void Bara_koder_ar_koder(string text, bool kod) => Assert.Equal(kod, Handelsejson.ArKod(text));

    private static async Task<Testvard> Fyll(Provdatabas databas)
    {
        var vard = await PipelineTests.Vard(databas);
        for (var i = 0; i < 5; i++) await vard.Sand(new LaggUppEnhet($"Enhet {i}"));
        await vard.Sand(new LaggUppEnhet("Nekad", Neka: true));
        return vard;
    }

    private static Task<Auditprov> Verifiera(Testvard vard) =>
        vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(null, CancellationToken.None);

    private static AuditHandelse Forfalskad(Kedjehuvud fore, DateTimeOffset tid, long id, AktorSlag slag) => new()
    {
        Id = new(id),
        Kedja = fore.Kedja,
        Seq = fore.Seq + 1,
        Tid = tid,
        AktorSlag = slag,
        AktorId = new(9),
        EnhetId = new(1),
        Typ = "Paahittad",
        TypVersion = 1,
        Utfall = Auditutfall.Ok,
        Data = "{}",
        Xid = 0,
        ForegaendeHash = fore.Hash,
        Hash = Kedjehash.Berakna(new Kedjelank
        {
            ForegaendeHash = fore.Hash,
            Kedja = fore.Kedja,
            Seq = fore.Seq + 1,
            Id = id,
            TidMikro = (tid.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            AktorSlag = slag.ToString(),
            AktorId = 9,
            EnhetId = 1,
            ArendeId = null,
            Typ = "Paahittad",
            TypVersion = 1,
            Utfall = nameof(Auditutfall.Ok),
            Kod = null,
            Grund = null,
            Data = "{}",
            Xid = 0,
        }),
    };

    private sealed record Pratsam(string Namn) : IHandelse;
}
