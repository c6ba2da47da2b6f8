using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What the person answered to the material, and whether it changes the förslag. FL (2017:900) 25 §.</summary>
internal sealed class TaEmotSynpunkter(CaseFlowDb db, Anrop anrop) : IUppgiftshandling
{
    private const string IngaInvandningar = "Inga invändningar.";

    public string Nod => nameof(TaEmotSynpunkter);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var kommunicering = await db.Kommuniceringar.Where(k => k.ArendeId == lage.Arende.Id).OrderByDescending(k => k.Id).FirstAsync(ct);
        var fel = svar.Text("svarade") == "inget-svar" ? UtanSvar(kommunicering) : Registrera(kommunicering, svar);
        return fel is null ? svar.Korta(lage.Formular!) : fel;
    }

    public Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string[]>>(
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["svarsdag"] = [Svarsvarden.Iso(anrop.Idag)] });

    public string Kvittens(FeelContext svar) => svar.Ja("forslagAndras")
        ? "Svaret är sparat. Skriv om förslaget."
        : "Svaret är sparat. Ärendet går vidare till beslut.";

    /// <summary>Silence is an answer first when the time is out.</summary>
    private Error? UtanSvar(Kommunicering kommunicering) => kommunicering.ArKlar(anrop.Idag)
        ? null
        : Error.Rule("KOMMUNICERING_PAGAR",
            $"Personen kan svara till och med {kommunicering.SvarSenast:yyyy-MM-dd}. Ärendet går vidare av sig självt dagen efter.");

    private Error? Registrera(Kommunicering kommunicering, FeelContext svar)
    {
        if (svar.Dag("svarsdag") is not { } dag) return Svarsvarden.Fel("svarsdag", "Välj vilken dag svaret kom.");
        if (dag > anrop.Idag) return Svarsvarden.Fel("svarsdag", "Svaret kan inte ha kommit en dag som inte har varit.");
        var text = svar.Text("svarade") == "synpunkter" ? svar.Text("synpunkter") : IngaInvandningar;
        if (text is null) return Svarsvarden.Fel("synpunkter", "Skriv vad personen svarade.");
        var besvarad = kommunicering.RegistreraSvar(text, dag);
        if (besvarad.Failed) return besvarad.Error;
        anrop.Handelse(besvarad.Value);
        return null;
    }
}
