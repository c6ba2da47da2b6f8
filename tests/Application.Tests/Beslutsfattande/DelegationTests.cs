using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Beslutsfattande;

/// <summary>Whose delegation, and which: the nämnd's newest, in the ärende's unit.</summary>
public sealed class DelegationTests : IDisposable
{
    private readonly Processkopia _mapp = new();

    [Theory, PaSqlite, PaPostgres]
    public async Task En_andrad_delegationsordning_galler_aven_pagaende_arenden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, _mapp.Anvand);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        Assert.True((await Underlag(arende)).AktorFarBesluta);
        await Hoj(enhet);

        var nekat = await arende.ForsokBesluta();

        Assert.Equal("Beslutet fattas av biträdande enhetschef enligt punkt 3.1 i delegationsordningen.", nekat.Error?.Text);
        var underlag = await Underlag(arende);
        Assert.Equal((false, true, true), (underlag.AktorFarBesluta, underlag.AktorFarLamnaTillChef, underlag.AktorFarAterlamna));
        Provarende.Ok(await Lamna(arende));
        var lamnad = await arende.Uppgift("FattaBeslut");
        Assert.Equal((Grupper.Chef, null), (lamnad.Grupp, lamnad.TilldeladId));
        Assert.False((await Underlag(arende)).AktorFarAterlamna);
        Assert.Equal((0, 1), (await Senare(enhet.Handlaggare), await Senare(enhet.BitradandeChef)));
        Provarende.Ok(await arende.ForsokBesluta(enhet.BitradandeChef));

        async Task<int> Senare(Aktor aktor) => Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), aktor)).SenareAntal;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_namnden_tar_tillbaka_lamnas_for_beslut_dar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, _mapp.Anvand);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        await Hoj(enhet, niva: 4);

        Assert.True((await Underlag(arende)).NamndenBeslutar);
        Assert.Contains("tar upp det i nämnden", Provarende.Ok(await Lamna(arende)).Kvittens, StringComparison.Ordinal);
        Assert.Equal("Beslutet fattas av nämnden enligt punkt 3.1 i delegationsordningen.", (await arende.ForsokBesluta(enhet.Chef)).Error?.Text);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_langre_far_besluta_kan_lamna_tillbaka_och_chefen_far_det_nya_forslaget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, _mapp.Anvand);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        await Hoj(enhet);

        Provarende.Ok(await arende.ForsokAterlamna(enhet.Handlaggare, "kommunicering", "Ny delegationsordning"));
        await arende.UnderlatKommunicera();

        Assert.Equal(Grupper.Chef, (await arende.Uppgift("FattaBeslut")).Grupp);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_far_besluta_lamnar_inte_vidare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        var hosChefen = await enhet.EttArende().KlartForBeslut("avslag").Bygg();

        Assert.Equal("DELEGATION_RACKER", (await Lamna(arende)).Error?.Code);
        Assert.Equal("FORSLAG_LAMNAT", (await Lamna(hosChefen)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Over_delegationens_tak_beslutar_nasta_niva(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var inom = await enhet.EttArende().KlartForBeslut(omfattning: 40).Bygg();
        var over = await enhet.EttArende().KlartForBeslut(omfattning: 40.5m).Bygg();

        Provarende.Ok(await inom.ForsokBesluta());
        Assert.Equal("Beslutet fattas av biträdande enhetschef enligt punkt 3.2 i delegationsordningen.", (await over.ForsokBesluta()).Error?.Text);
        Provarende.Ok(await over.ForsokBesluta(enhet.BitradandeChef));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_grans_passeras_inte_genom_att_delas_pa_flera_insatser(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var delat = await enhet.EttArende("hemtjanst", "hemtjanst", "trygghetslarm").MedSoktOmfattning(25).KlartForBeslut(omfattning: 25).Bygg();

        Assert.Equal("Beslutet fattas av biträdande enhetschef enligt punkt 3.2 i delegationsordningen.", (await delat.ForsokBesluta()).Error?.Text);
        var rader = (await Underlag(delat)).Forslag;
        Assert.Equal([false, false, true], rader.Select(f => f.AktorFarBesluta));
        Assert.EndsWith("Räknat på allt som personen får av insatsen: 50 timmar per vecka.", rader[0].Delegation, StringComparison.Ordinal);
        Provarende.Ok(await delat.ForsokBesluta(enhet.BitradandeChef));
    }

    [Theory, PaSqlite]
    public async Task Timmar_laggs_ihop_for_samma_dagar_men_dygn_ocksa_efter_varandra(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var timmar = await enhet.EttArende("hemtjanst", "hemtjanst").MedSoktOmfattning(25).MedAvslutadUtredning().Bygg();
        var dygn = await enhet.EttArende("korttidsboende", "korttidsboende").MedSoktOmfattning(10).MedAvslutadUtredning().Bygg();

        Assert.Equal([true, true], await EfterVarandra(timmar, 25));
        Assert.Equal([false, false], await EfterVarandra(dygn, 10));

        async Task<IEnumerable<bool>> EfterVarandra(Provarende arende, decimal omfattning)
        {
            var (idag, ansokta) = (enhet.Idag, await arende.Ansokta());
            Provarende.Ok(await Foresla(ansokta[0], idag, idag.AddDays(9)));
            Provarende.Ok(await Foresla(ansokta[1], idag.AddDays(10), idag.AddDays(19)));
            return (await Underlag(arende)).Forslag.Select(f => f.AktorFarBesluta);

            Task<Result<Sparat>> Foresla(long ansokt, DateOnly from, DateOnly tom) => enhet.Vard.Sand(
                new SparaForslag(arende.Nummer, ansokt, 0, "bifall", omfattning, from, tom, "Behövs under anhörigas resa", "Trygghet"), enhet.Handlaggare);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_grans_passeras_inte_genom_att_delas_pa_flera_arenden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        await enhet.EttArende().ForPersonen("195303269806").MedSoktOmfattning(25).MedBeslut(omfattning: 25).Bygg();
        var andra = await enhet.EttArende().ForPersonen("195303269806").MedSoktOmfattning(25).KlartForBeslut(omfattning: 25).Bygg();
        var annans = await enhet.EttArende().MedSoktOmfattning(25).KlartForBeslut(omfattning: 25).Bygg();

        Assert.Equal("DELEGATION_SAKNAS", (await andra.ForsokBesluta()).Error?.Code);
        Provarende.Ok(await annans.ForsokBesluta());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_grans_passeras_inte_av_tva_som_beslutar_samtidigt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arenden = new List<Provarende>();
        for (var i = 0; i < 2; i++)
            arenden.Add(await enhet.EttArende().ForPersonen("195303269806").MedSoktOmfattning(25).KlartForBeslut(omfattning: 25).Bygg());

        var fore = await Personens();

        var svar = await Task.WhenAll(arenden.Select(a => Task.Run(() => a.ForsokBesluta())));

        // De möts i personen: den som kommer sist har läst en äldre.
        Assert.Equal(fore + 1, await Personens());
        Assert.Equal("DELEGATION_SAKNAS", Assert.Single(svar, s => s.Failed).Error!.Code);

        Task<int> Personens() => enhet.Vard.Las(db => db.Personer.Select(p => p.Version).SingleAsync());
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chef_i_en_enhet_ar_inte_delegat_i_en_annan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().KlartForBeslut("avslag").Bygg();
        await enhet.Vard.Skriv(db =>
        {
            db.Uppdrag.Add(Uppdrag.Ge(enhet.Handlaggare.Id, enhet.Utomstaende.Hemenhet, Roll.Chef, new(enhet.Idag, null), Delegatniva.Chef));
            return Task.CompletedTask;
        });
        await using var scope = enhet.Vard.Tjanster.CreateAsyncScope();
        var hanna = await scope.ServiceProvider.GetRequiredService<IAktorkalla>().ForAnvandare(enhet.Handlaggare.Id, enhet.Vard.Tid.GetUtcNow(), CancellationToken.None);

        Assert.Equal(Delegatniva.Chef, hanna!.DelegatI(enhet.Utomstaende.Hemenhet));
        Assert.Equal("DELEGATION_SAKNAS", (await arende.ForsokBesluta(hanna)).Error?.Code);
    }

    public void Dispose() => _mapp.Dispose();

    /// <summary>The nämnd takes point 3.1 from the handläggare.</summary>
    private async Task Hoj(Provenhet enhet, int niva = 2)
    {
        _mapp.Andra("bistand/delegation.dmn", "<outputEntry id=\"delegation_r1_o1\"><text>1<", $"<outputEntry id=\"delegation_r1_o1\"><text>{niva}<");
        Assert.Equal(["bistand"], Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser())).Nya);
    }

    private static async Task<BeslutsunderlagSvar> Underlag(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), arende.Enhet.Handlaggare));

    private static async Task<Result<SlutfordUppgift>> Lamna(Provarende arende)
    {
        var uppgift = await arende.Uppgift("FattaBeslut");
        return await arende.Enhet.Vard.Sand(new LamnaTillChef(uppgift.PublikId, uppgift.Version), arende.Enhet.Handlaggare);
    }
}
