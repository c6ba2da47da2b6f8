using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Tests.Kalender;

public sealed class FristTests
{
    private static readonly DateOnly Start = new(2026, 11, 2);

    [Fact]
    public void Utan_paus_ar_fristen_start_plus_dagar()
    {
        var frist = Frister.Intern(Start, 30, []);
        Assert.Equal((new DateOnly(2026, 12, 2), FristSlag.Intern, 0), (frist.Datum, frist.Slag, frist.Pauser.Count));
    }

    [Fact]
    public void En_paus_flyttar_fristen_med_sin_langd()
    {
        var frist = Frister.Intern(Start, 30, [new(Start.AddDays(5), Start.AddDays(12))]);
        Assert.Equal(Start.AddDays(37), frist.Datum);
        Assert.Single(frist.Pauser);
    }

    [Fact]
    public void Pauser_som_gar_i_varandra_raknas_en_gang() =>
        Assert.Equal(Start.AddDays(40), Frister.Intern(
            Start, 30, [new(Start.AddDays(8), Start.AddDays(15)), new(Start.AddDays(5), Start.AddDays(10))]).Datum);

    [Fact]
    public void En_paus_efter_fristens_slut_flyttar_den_inte() =>
        Assert.Equal(Start.AddDays(30), Frister.Intern(Start, 30, [new(Start.AddDays(31), Start.AddDays(50))]).Datum);

    [Fact]
    public void En_paus_som_en_tidigare_paus_flyttat_in_raknas() =>
        Assert.Equal(Start.AddDays(45), Frister.Intern(
            Start, 30, [new(Start.AddDays(20), Start.AddDays(30)), new(Start.AddDays(35), Start.AddDays(40))]).Datum);

    [Fact]
    public void En_pagaende_paus_flyttar_fristen_till_och_med_idag()
    {
        Uppehall[] pauser = [new(Start.AddDays(10), null)];
        Assert.Equal(Start.AddDays(30), Frister.Intern(Start, 30, pauser).Datum);
        Assert.Equal(Start.AddDays(34), Frister.Intern(Start, 30, pauser, Start.AddDays(14)).Datum);
    }

    [Fact]
    public void Dagarna_delas_mellan_oss_och_vantan()
    {
        Uppehall[] pauser = [new(Start.AddDays(2), Start.AddDays(5)), new(Start.AddDays(8), null)];
        Assert.Equal(new Dagantal(10, 5, 5), Dagraknare.Berakna(Start, pauser, Start.AddDays(10)));
        Assert.Equal(new Dagantal(0, 0, 0), Dagraknare.Berakna(Start, pauser, Start.AddDays(-3)));
    }

    [Fact]
    public void En_period_har_sina_andpunkter_och_slutar_inte_fore_sin_borjan()
    {
        Assert.True(new Period(Start, Start.AddDays(3)).Innehaller(Start.AddDays(3)));
        Assert.Equal("PERIOD_BAKLANGES", Period.Skapa(Start, Start.AddDays(-1)).Error?.Code);
    }
}
