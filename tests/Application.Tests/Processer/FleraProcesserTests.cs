using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;
using CaseFlow.Engine.Execution;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>What leads from one process to another: calls, messages and signals; and what is done several times.</summary>
public sealed class FleraProcesserTests : IDisposable
{
    private const string Atertas = """
        <b:subProcess id="Atertas" triggeredByEvent="true"><b:startEvent id="Atertogs"><b:messageEventDefinition messageRef="Ater"/></b:startEvent><b:endEvent id="Slutat"/><b:sequenceFlow id="fa" sourceRef="Atertogs" targetRef="Slutat"/></b:subProcess>
        """;

    private const string Meddelandet = "<b:message id=\"Ater\" name=\"AnsokanAtertagen\"/>";

    private readonly Processkopia _kopia = new();

    public void Dispose() => _kopia.Dispose();

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_anrop_gor_en_egen_process_och_far_tillbaka_bara_det_som_sags(Provdatabas databas)
    {
        Anrop();
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var arende = await enhet.Hannas();
        Assert.Equal(["Delsvar"], await arende.Oppna());
        await arende.Slutfor("Delsvar", ("svar", "ja"));

        Assert.Equal(["Efter"], await arende.Oppna());
        var instanser = await Instanser(enhet, arende);
        Assert.Equal([Instansstatus.Aktiv, Instansstatus.Fullbordad], instanser.Select(i => i.Status));
        Assert.Equal(instanser[0].Id, instanser[1].StartadAv);
        var variabler = InstanceState.FromJson(instanser[0].Tillstand).Variables;
        Assert.Equal(("ja", false), ((variabler["utfall"] as Engine.Feel.FeelString)?.Value, variabler.Contains("svar")));
        Assert.Equal(3, InstanceState.FromJson(instanser[1].Tillstand).Variables["tal"] is Engine.Feel.FeelNumber { Value: var tal } ? tal : 0);

        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Avbryts_den_som_anropade_avbryts_det_anropade_i_samma_kommando(Provdatabas databas)
    {
        Anrop();
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var arende = await enhet.Hannas();

        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Handlaggare));

        Assert.Empty(await arende.Oppna());
        Assert.Equal([Instansstatus.Fullbordad, Instansstatus.Avbruten], (await Instanser(enhet, arende)).Select(i => i.Status));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fel_i_det_anropade_fangas_av_den_som_anropade(Provdatabas databas)
    {
        _kopia.Skriv("bistand", """
            <b:startEvent id="S"/>
            <b:callActivity id="Del" calledElement="del"/>
            <b:boundaryEvent id="Gick_inte" attachedToRef="Del"><b:errorEventDefinition errorRef="Nej"/></b:boundaryEvent>
            @Annars
            <b:endEvent id="E"/>
            S>Del
            Del>E
            Gick_inte>Annars
            Annars>E
            """, "<b:error id=\"Nej\" name=\"Nej\" errorCode=\"NEJ\"/>");
        _kopia.Skriv("del", """
            <b:startEvent id="S"/>
            @Delsvar
            <b:endEvent id="E"><b:errorEventDefinition errorRef="Nej"/></b:endEvent>
            S>Delsvar
            Delsvar>E
            """, "<b:error id=\"Nej\" name=\"Nej\" errorCode=\"NEJ\"/>");
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var arende = await enhet.Hannas();

        await arende.Slutfor("Delsvar");

        Assert.Equal(["Annars"], await arende.Oppna());
        Assert.Equal([Instansstatus.Aktiv, Instansstatus.Misslyckad], (await Instanser(enhet, arende)).Select(i => i.Status));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaIncidenter())).Rader);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_fel_som_inget_fangar_stanger_inte_arendet(Provdatabas databas)
    {
        _kopia.Skriv("bistand", """
            <b:startEvent id="S"/>
            @Forst
            <b:endEvent id="E"><b:errorEventDefinition errorRef="Nej"/></b:endEvent>
            S>Forst
            Forst>E
            """, "<b:error id=\"Nej\" name=\"Nej\" errorCode=\"NEJ\"/>");
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var arende = await enhet.Hannas();

        await arende.Slutfor("Forst");

        Assert.False((await arende.Las()).ArAvslutat);
        var rad = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaIncidenter())).Rader);
        Assert.Equal(("PROCESS_MISSLYCKAD", arende.Nummer), (rad.Kod, rad.Arendenummer));
        Assert.Equal("PROCESS_MISSLYCKAD", (await enhet.Vard.Sand(new ForsokIncidentIgen(rad.Id))).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_gors_flera_ganger_ar_en_uppgift_for_varje_gang_med_sitt_eget(Provdatabas databas)
    {
        _kopia.Skriv("bistand", """
            <b:startEvent id="S"/>
            @Fraga <b:multiInstanceLoopCharacteristics><b:loopDataInputRef>insatser</b:loopDataInputRef><b:loopDataOutputRef>resultat</b:loopDataOutputRef><b:inputDataItem name="insats"/><b:outputDataItem name="svar"/></b:multiInstanceLoopCharacteristics>
            @Efter
            <b:endEvent id="E"/>
            S>Fraga
            Fraga>Efter
            Efter>E
            """);
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var ansokan = enhet.Ansokan();
        var arende = await enhet.Hannas(ansokan with { Insatser = [.. ansokan.Insatser, new("trygghetslarm", "Jag vill ha larm", null, null)] });

        Assert.Equal(["Fraga", "Fraga"], await arende.Oppna());
        Assert.Equal(["Fraga (1 av 2)", "Fraga (2 av 2)"], await enhet.Vard.Las(db => db.Uppgifter.OrderBy(u => u.Id).Select(u => u.Titel).ToListAsync()));
        await arende.Slutfor("Fraga", ("svar", "nej"));
        await arende.Slutfor("Fraga", ("svar", "ja"));

        Assert.Equal(["Efter"], await arende.Oppna());
        var svar = InstanceState.FromJson((await Instanser(enhet, arende))[0].Tillstand).Variables["resultat"];
        Assert.Equal(["ja", "nej"], Assert.IsType<Engine.Feel.FeelList>(svar).Items.Select(i => Assert.IsType<Engine.Feel.FeelString>(i).Value).Order(StringComparer.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_meddelande_nar_den_i_arendet_som_vantar_och_startar_den_som_startar_pa_det(Provdatabas databas)
    {
        _kopia.Skriv("bistand", """
            <b:startEvent id="S"/>
            @Forst
            <b:intermediateThrowEvent id="Sag"><b:messageEventDefinition messageRef="Hej"/></b:intermediateThrowEvent>
            @Efter
            <b:endEvent id="E"/>
            S>Forst
            Forst>Sag
            Sag>Efter
            Efter>E
            """, "<b:message id=\"Hej\" name=\"Hej\"/>");
        _kopia.Skriv("lyssnare", """
            <b:startEvent id="S"><b:messageEventDefinition messageRef="Hej"/></b:startEvent>
            @Horde
            <b:endEvent id="E"/>
            S>Horde
            Horde>E
            """, "<b:message id=\"Hej\" name=\"Hej\"/>");
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var (arende, annat) = (await enhet.Hannas(), await enhet.Hannas());

        await arende.Slutfor("Forst", ("svar", "ja"));

        Assert.Equal(["Efter", "Horde"], await arende.Oppna());
        Assert.Equal(["Forst"], await annat.Oppna());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_signal_nar_varje_annat_arende_som_lyssnade_en_gang_och_bar_inget_med_sig(Provdatabas databas)
    {
        const int Andra = 6;
        Signal();
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var forst = await enhet.Hannas();
        var andra = new List<Provarende>();
        for (var i = 0; i < Andra; i++) andra.Add(await enhet.Hannas());

        await forst.Slutfor("Forst", ("svar", "nej"));
        Assert.Equal(["Horde"], await forst.Oppna());
        Assert.Equal(["Forst"], await andra[0].Oppna());
        var sent = await enhet.Hannas();

        await using (var granne = enhet.Vard.Granne(_kopia.Anvand))
        {
            await Task.WhenAll(Task.Run(() => Tom(enhet.Vard)), Task.Run(() => Tom(granne)), Task.Run(() => Tom(granne)));
        }

        foreach (var arende in andra) Assert.Equal(["Forst", "Horde"], await arende.Oppna());
        Assert.Equal(["Forst"], await sent.Oppna());
        Assert.Equal(Andra, (await enhet.Spar()).Count(h => h.Typ == nameof(SignalMottagen)));
        Assert.All((await Instanser(enhet, andra[0])), i => Assert.False(InstanceState.FromJson(i.Tillstand).Variables.Contains("svar")));
        Assert.Equal(0, await enhet.Vard.Las(db => db.Utkorg.CountAsync()));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_kan_ta_emot_en_signal_far_en_incident_och_star_inte_i_vagen(Provdatabas databas)
    {
        Signal();
        await using var enhet = await Provenhet.Skapa(databas, _kopia.Anvand).BaraHanna();
        var (forst, trasig, hel) = (await enhet.Hannas(), await enhet.Hannas(), await enhet.Hannas());
        var instans = (await Instanser(enhet, trasig))[0];
        await enhet.Vard.Las(db => db.Instanser.Where(i => i.Id == instans.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Tillstand, "{")));
        await forst.Slutfor("Forst");

        for (var i = 0; i < Processmotor.MestForsok; i++)
        {
            enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
            var begaran = new SkickaNastaPost();
            await Assert.ThrowsAnyAsync<Exception>(() => enhet.Vard.Sand(begaran));
            Provarende.Ok(await enhet.Vard.Sand(new SkjutUppPost(begaran.Tagen!.Value)));
        }
        await Tom(enhet.Vard);

        Assert.Equal(["Forst", "Horde"], await hel.Oppna());
        var incident = await enhet.Vard.Las(db => db.Incidenter.AsNoTracking().SingleAsync());
        Assert.Equal(("SIGNAL_EJ_MOTTAGEN", instans.Id), (incident.Kod, incident.InstansId));

        // Det som var fel är lagat, och signalen kommer fram.
        await enhet.Vard.Las(db => db.Instanser.Where(i => i.Id == instans.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Tillstand, instans.Tillstand)));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new ForsokIncidentIgen(incident.Id))).Lost);
        Assert.Equal(["Forst", "Horde"], await trasig.Oppna());
    }

    private void Anrop()
    {
        _kopia.Skriv("bistand", $"""
            <b:startEvent id="S"/>
            <b:callActivity id="Del" calledElement="del"><b:extensionElements><cf:in source="=1 + 2" target="tal"/><cf:out source="=svar" target="utfall"/></b:extensionElements></b:callActivity>
            @Efter
            <b:endEvent id="E"/>
            S>Del
            Del>Efter
            Efter>E
            {Atertas}
            """, Meddelandet);
        _kopia.Skriv("del", """
            <b:startEvent id="S"/>
            @Delsvar
            <b:endEvent id="E"/>
            S>Delsvar
            Delsvar>E
            """);
    }

    private void Signal() => _kopia.Skriv("bistand", """
        <b:startEvent id="S"/>
        @Forst
        <b:endEvent id="E"><b:signalEventDefinition signalRef="Larm"/></b:endEvent>
        S>Forst
        Forst>E
        <b:subProcess id="VidLarm" triggeredByEvent="true">
        <b:startEvent id="Larmet" isInterrupting="false"><b:signalEventDefinition signalRef="Larm"/></b:startEvent>
        @Horde
        <b:endEvent id="Hort"/>
        Larmet>Horde
        Horde>Hort
        </b:subProcess>
        """, "<b:signal id=\"Larm\" name=\"Larm\"/>");

    private static async Task<List<Processinstans>> Instanser(Provenhet enhet, Provarende arende)
    {
        var id = (await arende.Las()).Id;
        return await enhet.Vard.Las(db => db.Instanser.AsNoTracking().Where(i => i.ArendeId == id).OrderBy(i => i.Id).ToListAsync());
    }

    private static async Task Tom(Testvard vard)
    {
        for (var tomma = 0; tomma < 3;)
        {
            var svar = await vard.Sand(new SkickaNastaPost());
            if (svar.Failed) Assert.Equal("NAGON_HANN_FORE", svar.Error.Code);
            else if (!svar.Value.Skickad) tomma++;
        }
    }
}
