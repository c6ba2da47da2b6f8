using CaseFlow.Application.Arenden;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Web.Pages.Grund;
using CaseFlow.Web.Pages.Utredningar;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Web.Tests.Delar;

public sealed class ValdsfraganTests
{
    [Fact]
    public async Task Nar_nagon_annan_hann_fore_visas_det_sparade_bredvid_det_egna()
    {
        var http = new DefaultHttpContext { Request = { Method = "POST", ContentType = "application/x-www-form-urlencoded" } };
        http.Request.Form = new FormCollection(new(StringComparer.Ordinal) { [Formularlage.Namnfalt] = "vald", ["utfall"] = "avbojd", ["datum"] = "2026-09-15", ["version"] = "0" });
        var form = await Formularlage.Las(http);
        form.Neka(Error.Conflict("INAKTUELL_KOPIA", "Någon har ändrat texten sedan du öppnade den."), new Dictionary<string, string>(StringComparer.Ordinal));

        var html = await Rendering.Av<Valdsfragan>(("Svar", Svar()), ("Form", form), ("Idag", new DateOnly(2026, 9, 16)));

        Uppmarkning.ArRiktig(html);
        Assert.Contains("Någon annan ändrade, medan du skrev. Din text står kvar i fälten. Det här är sparat nu: Är frågan ställd? Frågan är ställd", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Contains("Använd min", html, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"4711\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-09-15\"", html, StringComparison.Ordinal);
    }

    private static UtredningSvar Svar()
    {
        var person = new PersonVy(Guid.Empty, "Test Testsson", null, null, null, null, null, false, false, false, false);
        return new(
            new("2026-0001", person, null, "Hemtjänst", null, true, [], false, 1), null, false, [], [], new("fragad", null, new(2026, 9, 16), "Frågan är ställd", 4711),
            new(null, null, null, false, 0), [], [], [], 0, null, [], false, true, []);
    }
}
