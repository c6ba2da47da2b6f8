using CaseFlow.Application.Journal;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Journal;

public sealed class OrdstamTests
{
    [Theory]
    [InlineData("hembesöket", "hembesök")]
    [InlineData("hembesöken", "hembesök")]
    [InlineData("dotterns", "dott")]
    [InlineData("telefonsamtalet", "telefonsamtal")]
    [InlineData("trapporna", "trapp")]
    [InlineData("ensamhet", "ensam")]
    [InlineData("hjälplöst", "hjälplös")]
    [InlineData("duschar", "dusch")]
    [InlineData("duschade", "dusch")]
    [InlineData("vänligt", "vän")]
    [InlineData("rullstolsburen", "rullstolsbur")]
    [InlineData("örjan", "örjan")]
    [InlineData("mat", "mat")]
    [InlineData("ö", "ö")]
    [InlineData("19420314", "19420314")]
    public void Ordet_kortas_till_det_som_alla_former_borjar_med(string ord, string stam) => Assert.Equal(stam, Ordstam.Av(ord));

    /// <summary>But for -et, which the database leaves.</summary>
    [Theory, PaPostgres]
    public async Task Stammen_ar_den_som_databasen_raknar_fram(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        string[] ord = ["hembesöken", "dotterns", "trapporna", "ensamhet", "hjälplöst", "vänligt", "rullstolsburen", "berättelserna", "oron", "svårigheter", "fullständigt", "medicinerna", "yrsel", "handlingarna", "god", "vägrade"];
        foreach (var ett in ord)
        {
            var stam = await vard.Las(db => db.Database.SqlQuery<string>($"SELECT (ts_lexize('swedish_stem', {ett}))[1] AS \"Value\"").SingleAsync());
            Assert.Equal((ett, stam), (ett, Ordstam.Av(ett)));
        }
    }
}
