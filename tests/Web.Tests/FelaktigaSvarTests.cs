using System.Net;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Web.Tests.Delar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>An authenticator's answer that nothing was asked for: refused as any other, said in the trail, and never a fault of ours.</summary>
public sealed class FelaktigaSvarTests
{
    [Theory]
    [InlineData("{}"), InlineData("inte json"), InlineData("""{"id":"Bw","rawId":"Bw","type":"public-key","response":{}}""")]
    public async Task Ett_pahittat_svar_loggar_inte_in(string svar)
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");

        var nekad = await vard.Besok().Skicka("/logga-in", "logga-in-passkey", ("passkey", svar));

        Assert.Equal(HttpStatusCode.OK, nekad.StatusCode);
        Assert.Contains("Nyckeln känns inte igen.", Uppmarkning.Text(await nekad.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await Antal(vard, h => h.Typ == nameof(InloggningNekad)));
    }

    [Fact]
    public async Task Ett_pahittat_svar_lagger_ingen_nyckel()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");

        var nekad = await karin.Skicka("/konto", "sida", ("__blankett", "ny"), ("namn", "Påhittad"), ("passkey", "{}"), ("losenord", Drift.Losenord));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nekad.StatusCode);
        Assert.Contains("Nyckeln gick inte att lägga till.", Uppmarkning.Text(await nekad.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await Antal(vard, h => h.Typ == nameof(RegistreraPasskey) && h.Utfall == Auditutfall.Nekad && h.Kod == "PASSKEY_NEKAD"));
        Assert.Equal(0, await Antal(vard, h => h.Typ == nameof(PasskeyTillagd)));
    }

    private static async Task<int> Antal(Utveckling vard, System.Linq.Expressions.Expression<Func<AuditHandelse, bool>> vilka)
    {
        await using var scope = vard.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.CountAsync(vilka);
    }
}
