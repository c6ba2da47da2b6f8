using CaseFlow.Web.Pages.Ansokningar;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Tests;

/// <summary>What is typed on Registrera ansökan, before the intake sees it.</summary>
public sealed class RegistreringsformularTests
{
    private static readonly DateTimeOffset Nu = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("09.30", 9), InlineData("9.30", 9), InlineData("0930", 9), InlineData("09:30", 9), InlineData("15.30", 15), InlineData("930", null), InlineData("2530", null)]
    public async Task Klockslaget_gar_att_skriva_med_punkt_kolon_eller_inget(string skrivet, int? timme)
    {
        var form = await Form(("ankomTid", skrivet));
        var ansokan = Registreringsformular.Las(form, Nu)?.Innehall;

        Assert.Equal(timme, ansokan?.Ankom.Hour);
        Assert.Equal(timme is null ? "Skriv klockslaget som 09.30." : null, form.FelVid("ankomTid"));
    }

    [Theory, InlineData("0", false), InlineData("-5", false), InlineData("2,125", false), InlineData("2,5", true), InlineData("", true)]
    public async Task Sokt_omfattning_ar_storre_an_noll(string skrivet, bool godtas)
    {
        var form = await Form(("omfattning1", skrivet));

        Assert.Equal(godtas, Registreringsformular.Las(form, Nu) is not null);
        Assert.Equal(godtas, form.FelVid("omfattning1") is null);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Den_insats_som_just_lades_till_far_fokus(bool ny)
    {
        var val = new Application.Ansokningar.Registreringsval([], [new("hemtjanst", "Hemtjänst")], [], [], [], [], []);
        var html = await Delar.Rendering.Av<Insatsfalt>(("Form", Formularlage.Tomt), ("Val", val), ("Nummer", 2), ("Ny", ny));

        Assert.Equal(ny, html.Contains(" autofocus", StringComparison.Ordinal));
    }

    [Theory, InlineData("framtidsfullmakt", "svara"), InlineData("fullmakt", "svara"), InlineData("god-man", "sorja-for-person"), InlineData("forvaltare", "sorja-for-person")]
    public async Task Omfattningen_ar_fullmaktens_ord_eller_forordnandets_delar(string roll, string vantad)
    {
        var form = await Form(("ombudNamn", "Eva Ek"), ("ombudRoll", roll), ("ombudFullmakt", "svara"), ("ombudOmfattning", "sorja-for-person"));

        Assert.Equal([vantad], Registreringsformular.Las(form, Nu)?.Innehall.Ombud?.Omfattning);
    }

    private static async Task<Formularlage> Form(params (string Falt, string Varde)[] egna)
    {
        Dictionary<string, StringValues> falt = new(StringComparer.Ordinal)
        {
            [Formularlage.Namnfalt] = Registreringsformular.Namn, ["kanal"] = "telefon", ["ankomDag"] = "2026-11-23", ["ankomTid"] = "10.00", ["identitet"] = Registreringsformular.Saknar,
            ["fodelsedatum"] = "1941-05-17", ["kon"] = "man", ["fornamn"] = "Sven", ["efternamn"] = "Prov", ["insats1"] = "hemtjanst", ["rader"] = "1",
        };
        foreach (var (namn, varde) in egna) falt[namn] = varde;
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(falt);
        return await Formularlage.Las(http);
    }
}
