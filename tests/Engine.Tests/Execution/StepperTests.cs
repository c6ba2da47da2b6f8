using System.Globalization;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

public sealed class StepperTests
{
    private static readonly DateTimeOffset Now = At("2026-03-02T08:00:00+01:00");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static StepResult Step(ProcessDefinition definition, InstanceState? state, Command command, DateTimeOffset? now = null) =>
        Stepper.Step(definition, state, command, now ?? Now, AnswerFromVariable.Instance);

    private static StepResult Started(ProcessDefinition definition, params (string, FeelValue)[] variables) =>
        Step(definition, null, new Start(FeelContext.Of(variables)));

    [Fact]
    public void En_uppgift_oppnas_med_grupp_handlaggare_och_tid()
    {
        var task = Assert.Single(Started(Fixture.Definition("anvandaruppgift"), ("handlaggare", "h1")).Effects.OfType<TaskOpened>());

        Assert.Equal(
            new TaskOpened(task.TaskId, "Utred", "Utred behov", "utredning", "handlaggare", "h1", At("2026-04-01T09:00:00+02:00")),
            task);
    }

    [Theory]
    [InlineData("P3D", "2026-03-05T08:00:00+01:00")]
    [InlineData("2026-03-05T12:00:00", "2026-03-05T12:00:00+01:00")]
    [InlineData("=date(\"2026-03-05\")", "2026-03-05T23:59:59+01:00")]
    [InlineData("=now() + duration(\"PT1H\")", "2026-03-02T09:00:00+01:00")]
    [InlineData("=saknas", null)]
    public void En_uppgifts_tid_raknas_ut_nar_den_oppnas(string due, string? expected)
    {
        var definition = Fixture.Accepted(Fixture.Process(
            $"<bpmn:startEvent id='S'/><bpmn:sequenceFlow id='f' sourceRef='S' targetRef='X'/><bpmn:userTask id='X' cf:due='{due}'/>"));

        Assert.Equal(expected is null ? null : At(expected), Assert.Single(Started(definition).Effects.OfType<TaskOpened>()).Due);
    }

    [Theory]
    [InlineData("=1", "UTTRYCK_FEL")]
    [InlineData("=for i in 1..100000 return for j in 1..100000 return j", "UTTRYCK_BUDGET")]
    public void Ett_uttryck_som_inte_gar_att_anvanda_blir_en_incident_och_uppgiften_oppnas_inte(string due, string kod)
    {
        var definition = Fixture.Accepted(Fixture.Process(
            $"<bpmn:startEvent id='S'/><bpmn:sequenceFlow id='f' sourceRef='S' targetRef='X'/><bpmn:userTask id='X' cf:due='{due}'/>"));

        var state = Started(definition).State;

        Assert.Empty(state.Tasks);
        Assert.Equal(InstanceStatus.Active, state.Status);
        Assert.Equal(kod, Assert.Single(state.Incidents).Code);
    }

    [Fact]
    public void En_startad_process_startas_inte_igen()
    {
        var definition = Fixture.Definition("parallell");

        Assert.Equal("INSTANS_FINNS", Step(definition, Started(definition).State, new Start(FeelContext.Empty)).Error?.Code);
    }

    [Fact]
    public void En_process_som_startar_pa_ett_meddelande_startar_inte_utan() =>
        Assert.Equal("START_SAKNAS", Started(Fixture.Accepted(Fixture.Process(
            "<bpmn:startEvent id='S'><bpmn:messageEventDefinition messageRef='M'/></bpmn:startEvent><bpmn:sequenceFlow id='f' sourceRef='S' targetRef='X'/><bpmn:userTask id='X'/>",
            "<bpmn:message id='M' name='Ansokan'/>"))).Error?.Code);

    [Fact]
    public void Utan_sant_villkor_och_default_finns_ingen_vag()
    {
        var definition = Fixture.Definition("ingen-vag");
        var state = Started(definition).State;

        var svar = Step(definition, state, new CompleteTask(state.Tasks[0].Id, FeelContext.Of(("svar", "b"))));

        Assert.Equal("INGEN_VAG", Assert.Single(svar.State.Incidents).Code);
    }

    [Fact]
    public void Ett_mote_som_ingenting_ar_pa_vag_till_sager_att_en_gren_saknas()
    {
        var definition = Fixture.Definition("gren-saknas");
        var state = Started(definition).State;

        var svar = Step(definition, state, new CompleteTask(state.Tasks[0].Id, FeelContext.Empty));

        Assert.Equal("GREN_SAKNAS", Assert.Single(svar.State.Incidents).Code);
    }

    [Fact]
    public void En_regel_utan_entydigt_svar_blir_en_incident() =>
        Assert.Equal("REGEL_FEL", Assert.Single(Started(Fixture.Definition("regel"), ("svar", "FEL")).State.Incidents).Code);

    [Fact]
    public void Ett_villkor_som_blir_null_ger_en_varning() =>
        Assert.Contains(Started(Fixture.Definition("exklusiv")).Effects, effect => effect is ExpressionWarned { NodeId: "Val" });

    [Fact]
    public void Ett_nekat_kommando_andrar_inget()
    {
        var definition = Fixture.Definition("parallell");
        var state = Started(definition).State;

        foreach (var command in new Command[]
        {
            new Start(FeelContext.Empty), new CompleteTask("u99", FeelContext.Empty), new DeliverMessage("Inget", null, FeelContext.Empty),
            new CompleteService("r1", FeelContext.Empty), new FailService("r1", "X", "x"), new ThrowServiceError("r1", "X"),
            new RetryIncident("i1", FeelContext.Empty),
            new CompleteTask(state.Tasks[0].Id, FeelContext.Of(("stor", new string('å', 40_000)))),
        })
        {
            var result = Step(definition, state, command);

            Assert.NotNull(result.Error);
            Assert.Same(state, result.State);
            Assert.Empty(result.Effects);
        }
    }

    [Fact]
    public void Variabler_over_64_kB_nekas_och_under_tas_emot()
    {
        var definition = Fixture.Definition("anvandaruppgift");

        Assert.Equal("VARIABLER_FOR_STORA", Started(definition, ("x", new string('x', 66_000))).Error?.Code);
        Assert.Null(Started(definition, ("x", new string('x', 65_000))).Error);
    }

    [Fact]
    public void En_instans_gar_bara_pa_sin_egen_version()
    {
        var state = Started(Fixture.Definition("parallell")).State;

        Assert.Equal("FEL_VERSION", Step(Fixture.Definition("exklusiv"), state, new CancelInstance("x")).Error?.Code);
    }

    [Fact]
    public void En_tid_som_redan_gatt_eller_stangts_andrar_inget()
    {
        var definition = Fixture.Definition("tidsgrans-avbryter");
        var state = Started(definition).State;
        var timer = Assert.Single(state.Timers);

        var fired = Step(definition, state, new FireTimer(timer.Id), timer.Due);
        var again = Step(definition, fired.State, new FireTimer(timer.Id), timer.Due);

        Assert.Equal(["Paminn"], fired.State.Tasks.Select(task => task.NodeId));
        Assert.Contains(fired.Effects, effect => effect is TaskClosed { NodeId: "Vanta", Reason: CloseReason.Cancelled });
        Assert.Null(again.Error);
        Assert.Empty(again.Effects);
        Assert.Equal(fired.State.ToJson(), again.State.ToJson());
    }

    [Fact]
    public void En_dags_tidsgrans_over_sommartidsnatten_haller_klockslaget()
    {
        var due = Assert.Single(Step(Fixture.Definition("tidsgrans-avbryter"), null, new Start(FeelContext.Empty), At("2026-03-20T08:00:00+01:00")).State.Timers).Due;

        Assert.Equal(At("2026-04-03T08:00:00+02:00"), due);
    }

    [Fact]
    public void En_tjanst_vantar_pa_svar_och_far_variablerna()
    {
        var definition = Fixture.Definition("tjanst");
        var result = Started(definition, ("a", 1));
        var request = Assert.Single(result.Effects.OfType<ServiceRequested>());

        Assert.Equal(("Sand", "brev.sand", FeelContext.Of(("a", 1))), (request.NodeId, request.Operation, request.Variables));
        Assert.Empty(result.State.Tasks);

        var failed = Step(definition, result.State, new FailService(request.RequestId, "TJANST_FEL", "Nere"));
        Assert.Equal("TJANST_STANGD", Step(definition, failed.State, new CompleteService(request.RequestId, FeelContext.Empty)).Error?.Code);
        var retried = Step(definition, failed.State, new RetryIncident(Assert.Single(failed.State.Incidents).Id, FeelContext.Empty));
        var second = Assert.Single(retried.Effects.OfType<ServiceRequested>());
        Assert.NotEqual(request.RequestId, second.RequestId);
        Assert.Equal("Folj", Assert.Single(Step(definition, retried.State, new CompleteService(second.RequestId, FeelContext.Empty)).State.Tasks).NodeId);
    }

    [Fact]
    public void Att_avbryta_stanger_allt()
    {
        var definition = Fixture.Definition("meddelande-avbryter");
        var result = Step(definition, Started(definition).State, new CancelInstance("Fel upplagd"));

        Assert.Equal(InstanceStatus.Terminated, result.State.Status);
        Assert.Empty(result.State.Scopes);
        Assert.Empty(result.State.Tokens);
        Assert.Equal((1, 1, 2), (result.Effects.OfType<TaskClosed>().Count(), result.Effects.OfType<TimerClosed>().Count(), result.Effects.OfType<SubscriptionClosed>().Count()));
        Assert.Equal(new InstanceEnded(InstanceStatus.Terminated), result.Effects[^1]);
    }

    [Fact]
    public void Regeln_som_avgjorde_redovisas() =>
        Assert.Contains(
            Started(Fixture.Definition("regel"), ("svar", "handlaggare")).Effects,
            effect => effect is RulesMatched { NodeId: "VemBeslutar", Decision: "delegation", Rules: ["regel1"] });

    [Fact]
    public void Tillstandet_lases_tillbaka_med_alla_FEEL_typer()
    {
        var variables = new (string, FeelValue)[]
        {
            ("tal", 1.50m), ("text", "å\"\n"), ("sant", true), ("inget", FeelValue.Null), ("dag", new DateOnly(2026, 3, 2)),
            ("tid", new FeelTime(new TimeOnly(8, 30), TimeSpan.FromHours(1), null)),
            ("stund", new FeelDateTime(new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Unspecified), null, "Europe/Stockholm")),
            ("manader", new FeelYearsMonths(14)), ("dagar", new FeelDaysTime(TimeSpan.FromHours(36))),
            ("lista", FeelList.Of([1, "a"])), ("fack", FeelContext.Of(("@", 1), ("b c", FeelList.Of([])))),
        };
        var state = Started(Fixture.Definition("meddelande-avbryter"), variables).State;

        var read = InstanceState.FromJson(state.ToJson());

        Assert.Equal(state.Variables, read.Variables);
        Assert.Equal(state.Timers, read.Timers.AsEnumerable());
        Assert.Equal(state.Subscriptions, read.Subscriptions.AsEnumerable());
        Assert.Equal(state.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"version\":\"x\",\"status\":\"Nej\",\"next\":1,\"variables\":{}}")]
    public void En_text_som_inte_ar_ett_tillstand_nekas(string json) =>
        Assert.Throws<System.Text.Json.JsonException>(() => InstanceState.FromJson(json));

    [Fact]
    public void En_slinga_som_delar_sig_utan_att_vanta_stoppas_snabbt()
    {
        var definition = Fixture.Definition("slinga-utan-vantan");
        var state = Started(definition).State;
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var result = Step(definition, state, new CompleteTask(state.Tasks[0].Id, FeelContext.Empty));

        Assert.Equal("SLINGA_UTAN_VANTAN", Assert.Single(result.State.Incidents).Code);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }
}
