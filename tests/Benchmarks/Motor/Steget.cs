using System.Diagnostics;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>The engine's step function alone: no database, one thread.</summary>
internal sealed class Steget : IMatning
{
    private const int PerRunda = 40_000;
    private const int Rundor = 9;

    private const string Process = """
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:cf="urn:caseflow:bpmn:1" targetNamespace="urn:prov">
        <b:process id="matt" isExecutable="true">
          <b:startEvent id="Start"/><b:sequenceFlow id="f1" sourceRef="Start" targetRef="Granska"/>
          <b:userTask id="Granska" name="Granska" cf:form="granska" cf:group="handlaggare"/>
          <b:sequenceFlow id="f2" sourceRef="Granska" targetRef="Val"/>
          <b:exclusiveGateway id="Val" default="f4"/>
          <b:sequenceFlow id="f3" sourceRef="Val" targetRef="Komplettera"><b:conditionExpression>komplett = "nej"</b:conditionExpression></b:sequenceFlow>
          <b:sequenceFlow id="f4" sourceRef="Val" targetRef="Utred"/>
          <b:userTask id="Komplettera" name="Komplettera" cf:form="k" cf:group="handlaggare"/>
          <b:sequenceFlow id="f5" sourceRef="Komplettera" targetRef="Utred"/>
          <b:userTask id="Utred" name="Utred" cf:form="utred" cf:group="handlaggare"/>
          <b:boundaryEvent id="Drar_ut" attachedToRef="Utred" cancelActivity="false"><b:timerEventDefinition><b:timeDuration>P60D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
          <b:sequenceFlow id="f6" sourceRef="Drar_ut" targetRef="Forsenad"/><b:endEvent id="Forsenad"/>
          <b:sequenceFlow id="f7" sourceRef="Utred" targetRef="Besluta"/>
          <b:userTask id="Besluta" name="Besluta" cf:form="b" cf:group="chef"/>
          <b:sequenceFlow id="f8" sourceRef="Besluta" targetRef="Klar"/><b:endEvent id="Klar"/>
        </b:process></b:definitions>
        """;

    public string Namn => "steg";

    public string Vad => "Motorns stegfunktion utan databas, på en tråd: tillståndet kvar i minnet, och sparat som JSON mellan stegen.";

    public Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        // Ingen databas är med: den ena körningen räcker.
        if (databas != Provdatabas.Sqlite) return Task.FromResult<IReadOnlyList<Matvarde>>([]);
        var definition = BpmnReader.Read(Process).Definition!;
        IReadOnlyList<Matvarde> svar =
        [
            .. Varden("i minnet", Matt(definition, s => s), Mal.MinstVarde(200_000)),
            .. Varden("med JSON", Matt(definition, s => InstanceState.FromJson(s.ToJson())), null),
        ];
        return Task.FromResult(svar);
    }

    private static IEnumerable<Matvarde> Varden(string fall, (double Takt, double Minne) matt, Mal? mal)
    {
        yield return new(fall, "steg", matt.Takt, "steg/s", mal);
        yield return new(fall, "minne per steg", matt.Minne, "KB");
    }

    private static (double Takt, double Minne) Matt(ProcessDefinition definition, Func<InstanceState, InstanceState> mellan)
    {
        var (takter, minnen) = (new List<double>(), new List<double>());
        for (var runda = 0; runda < Rundor; runda++)
        {
            var fore = GC.GetAllocatedBytesForCurrentThread();
            var klocka = Stopwatch.StartNew();
            var steg = 0;
            while (steg < PerRunda) steg += En(definition, mellan);
            takter.Add(steg / klocka.Elapsed.TotalSeconds);
            minnen.Add((GC.GetAllocatedBytesForCurrentThread() - fore) / 1024.0 / steg);
        }

        // De första rundorna kompileras koden om.
        return (Statistik.Median(takter.Skip(2)), Statistik.Median(minnen.Skip(2)));
    }

    /// <summary>One instance from start to end.</summary>
    /// <returns>How many steps it took.</returns>
    private static int En(ProcessDefinition definition, Func<InstanceState, InstanceState> mellan)
    {
        var (nu, svar) = (DateTimeOffset.UnixEpoch, FeelContext.Of(("komplett", "ja")));
        var tillstand = Stepper.Step(definition, null, new Start(svar), nu, DecisionTables.None).State;
        var steg = 1;
        for (; tillstand.Status == InstanceStatus.Active; steg++)
        {
            tillstand = mellan(tillstand);
            tillstand = Stepper.Step(definition, tillstand, new CompleteTask(tillstand.Tasks[0].Id, svar), nu, DecisionTables.None).State;
        }
        return steg;
    }
}
