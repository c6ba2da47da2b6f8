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

    // Deras steg tar tiofalt längre eller mer: en runda blir ändå lång nog.
    private const int DerasPerRunda = 150;

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

    private static readonly string[] Uppgifter = ["Granska", "Utred", "Besluta"];

    public string Namn => "steg";

    public string Vad => "Motorns stegfunktion utan databas, på en tråd: mot samma process skriven för hand, och mot npm bpmn-engine.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        // Ingen databas är med: den ena körningen räcker.
        if (databas != Provdatabas.Sqlite) return [];
        var definition = BpmnReader.Read(Process).Definition!;
        await using var andra = await AndraMotorn.Starta(Process);
        if (andra is null) Console.WriteLine(AndraMotorn.Saknas);
        var lopare = new List<(string Vem, string Fall, Mal? Mal, Func<Task<double>> Takt)>
        {
            ("motorn", "i minnet", Mal.MinstVarde(200_000), () => Vart(() => En(definition, s => s))),
            ("för hand", "i minnet", null, () => Vart(() => Handskriven.En(Uppgifter, l => l))),
            ("motorn", "med JSON", null, () => Vart(() => En(definition, s => InstanceState.FromJson(s.ToJson())))),
            ("för hand", "med JSON", null, () => Vart(() => Handskriven.En(Uppgifter, Handskriven.Json))),
        };
        if (andra is not null)
        {
            lopare.Add(("npm bpmn-engine", "i minnet", null, () => Deras(andra, json: false)));
            lopare.Add(("npm bpmn-engine", "med JSON", null, () => Deras(andra, json: true)));
        }

        var takter = lopare.Select(_ => new List<double>()).ToList();
        for (var runda = 0; runda < Rundor; runda++)
        {
            for (var i = 0; i < lopare.Count; i++) takter[i].Add(await lopare[i].Takt());
        }

        // De första rundorna kompileras koden om.
        return
        [
            .. lopare.Select((l, i) => new Matvarde(l.Fall, $"{l.Vem}, steg", Statistik.Median(takter[i].Skip(2)), "steg/s", l.Mal)),
            new("i minnet", "motorn, minne per steg", Minne(() => En(definition, s => s)), "KB"),
            new("med JSON", "motorn, minne per steg", Minne(() => En(definition, s => InstanceState.FromJson(s.ToJson()))), "KB"),
        ];
    }

    /// <param name="en">One instance from start to end; how many steps it took.</param>
    private static Task<double> Vart(Func<int> en)
    {
        var (klocka, steg) = (Stopwatch.StartNew(), 0);
        while (steg < PerRunda) steg += en();
        return Task.FromResult(steg / klocka.Elapsed.TotalSeconds);
    }

    private static async Task<double> Deras(AndraMotorn andra, bool json)
    {
        var svar = await andra.Steg(Uppgifter, DerasPerRunda, json);
        return svar.Steg / (svar.Ms / 1000);
    }

    private static double Minne(Func<int> en)
    {
        var (fore, steg) = (GC.GetAllocatedBytesForCurrentThread(), 0);
        while (steg < PerRunda) steg += en();
        return (GC.GetAllocatedBytesForCurrentThread() - fore) / 1024.0 / steg;
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
