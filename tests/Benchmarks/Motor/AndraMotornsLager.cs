using System.Data.Common;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>Durable state for the other engine, in the measured database: a row per instance, read before and written after each command. It has nothing else to keep: no tasks,
/// no timers, no audit trail, no rights.</summary>
internal sealed class AndraMotornsLager(AndraMotorn motor, Anslutningar anslutningar)
{
    /// <summary>The way of <c>bistand</c> that is measured: two services, a task, a subprocess with a task and a timer, and a message that ends it all.</summary>
    public const string Process = """
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:prov">
        <b:message id="Atertagen" name="AnsokanAtertagen"/>
        <b:process id="matt" isExecutable="true">
          <b:startEvent id="S"/><b:sequenceFlow id="f0" sourceRef="S" targetRef="Hela"/>
          <b:subProcess id="Hela">
            <b:startEvent id="Start"/><b:sequenceFlow id="f1" sourceRef="Start" targetRef="SattFrister"/>
            <b:businessRuleTask id="SattFrister"/><b:sequenceFlow id="f2" sourceRef="SattFrister" targetRef="Fordela"/>
            <b:serviceTask id="Fordela"/><b:sequenceFlow id="f3" sourceRef="Fordela" targetRef="Granska"/>
            <b:userTask id="Granska"/><b:sequenceFlow id="f4" sourceRef="Granska" targetRef="Utredningen"/>
            <b:subProcess id="Utredningen">
              <b:startEvent id="UStart"/><b:sequenceFlow id="f5" sourceRef="UStart" targetRef="Utred"/>
              <b:userTask id="Utred"/><b:sequenceFlow id="f6" sourceRef="Utred" targetRef="UKlar"/><b:endEvent id="UKlar"/>
            </b:subProcess>
            <b:boundaryEvent id="Drar_ut" attachedToRef="Utredningen" cancelActivity="false"><b:timerEventDefinition><b:timeDuration>P20D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
            <b:sequenceFlow id="f7" sourceRef="Drar_ut" targetRef="Forsenad"/><b:endEvent id="Forsenad"/>
            <b:sequenceFlow id="f8" sourceRef="Utredningen" targetRef="Klar"/><b:endEvent id="Klar"/>
          </b:subProcess>
          <b:boundaryEvent id="Tas_tillbaka" attachedToRef="Hela"><b:messageEventDefinition messageRef="Atertagen"/></b:boundaryEvent>
          <b:sequenceFlow id="f9" sourceRef="Tas_tillbaka" targetRef="Tillbaka"/><b:endEvent id="Tillbaka"/>
          <b:sequenceFlow id="f10" sourceRef="Hela" targetRef="Slut"/><b:endEvent id="Slut"/>
        </b:process></b:definitions>
        """;

    private const string Ny = "INSERT INTO matning_motor (id, tillstand, version, klar) VALUES (@p0, @p1, 0, 0)";
    private const string Las = "SELECT tillstand, version FROM matning_motor WHERE id = @p0";
    private const string Andra = "UPDATE matning_motor SET tillstand = @p1, version = version + 1, klar = @p3 WHERE id = @p0 AND version = @p2";

    private static long _instans = 1_000_000;

    /// <summary>The table, and this many open instances in it. Their state is short, since they are never run.</summary>
    public static Task Lagg(Testvard vard, int oppna) => vard.Las(db => db.Database.ExecuteSqlRawAsync("""
        DROP TABLE IF EXISTS matning_motor;
        CREATE TABLE matning_motor (id bigint PRIMARY KEY, tillstand text NOT NULL, version int NOT NULL, klar int NOT NULL);
        WITH RECURSIVE serie(i) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT i + 1 FROM serie WHERE i < {0})
        INSERT INTO matning_motor SELECT i, 'kort', 0, 0 FROM serie WHERE i <= {0};
        """, oppna));

    public async Task En(Tider tider)
    {
        var id = Interlocked.Increment(ref _instans);
        await tider.Ta(async () =>
        {
            var start = await motor.Borja();
            return await anslutningar.Kor(a => Skriv(a, Ny, id, start.Tillstand!));
        });
        await tider.Ta(() => Signalera(id, "Granska"));
        if (!await tider.Ta(() => Signalera(id, "Atertagen"))) throw new InvalidOperationException("Processen i den andra motorn tog inte slut.");
    }

    private async Task<bool> Signalera(long id, string vad)
    {
        var (tillstand, version) = await anslutningar.Las(async a =>
        {
            await using var sats = Sats(a, Las, id);
            await using var rad = await sats.ExecuteReaderAsync();
            await rad.ReadAsync();
            return (rad.GetString(0), rad.GetInt32(1));
        });
        var svar = await motor.Signalera(tillstand, vad);
        if (await anslutningar.Kor(a => Skriv(a, Andra, id, svar.Tillstand!, version, svar.Klar ? 1 : 0)) != 1) throw new InvalidOperationException("Någon hann före.");
        return svar.Klar;
    }

    private static async Task<int> Skriv(DbConnection anslutning, string sql, params object[] varden)
    {
        await using var transaktion = await anslutning.BeginTransactionAsync();
        await using var sats = Sats(anslutning, sql, varden);
        sats.Transaction = transaktion;
        var rader = await sats.ExecuteNonQueryAsync();
        await transaktion.CommitAsync();
        return rader;
    }

    private static DbCommand Sats(DbConnection anslutning, string sql, params object[] varden)
    {
        var sats = anslutning.CreateCommand();
        sats.CommandText = sql;
        for (var i = 0; i < varden.Length; i++)
        {
            var p = sats.CreateParameter();
            (p.ParameterName, p.Value) = ($"@p{i}", varden[i]);
            sats.Parameters.Add(p);
        }

        return sats;
    }
}
