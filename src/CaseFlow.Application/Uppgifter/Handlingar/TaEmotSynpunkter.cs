using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What the person answered to the material, and whether it changes the förslag. FL (2017:900) 25 §; SoL (2025:400) 14 kap. 8 § and LSS 8 a §: the
/// wish to speak before the nämnd, and what came of it, stands with the answer.</summary>
[Laser("svarade", Falttyp.Val, "inga-invandningar", "synpunkter", MerTid, "inget-svar")]
[Laser("svarsdag", Falttyp.Datum)]
[Laser("synpunkter", Falttyp.Langtext)]
[Laser("besked", Falttyp.Langtext)]
[Laser(NyDag, Falttyp.Datum)]
[Laser(Muntligt, Falttyp.Val, "ja", "nej")]
[Laser("muntligtHur", Falttyp.Langtext)]
[Laser("forslagAndras", Falttyp.Val, "ja", "nej")]
[Ger("svarSenast", "2026-03-12")]
[Laser(SvaradeAv, Falttyp.Ombud, Valfritt = true)]
internal sealed class TaEmotSynpunkter(CaseFlowDb db, Anrop anrop, Ombudsregister register) : IUppgiftshandling
{
    private const string IngaInvandningar = "Inga invändningar.";
    private const string Muntligt = "muntligt";
    private const string MerTid = "mer-tid";
    private const string NyDag = "nySvarsdag";
    private const string SvaradeAv = "svaradeAv";

    public string Nod => nameof(TaEmotSynpunkter);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var kommunicering = await db.Kommuniceringar.Where(k => k.ArendeId == lage.Arende.Id).OrderByDescending(k => k.Id).FirstAsync(ct);
        if (await register.Prova(svar, SvaradeAv, lage.Arende, Ombudshandling.Svara, svar.Dag("svarsdag") ?? anrop.Idag, ct) is { } hinder) return hinder;
        var fel = svar.Text("svarade") switch
        {
            "inget-svar" => UtanSvar(kommunicering),
            MerTid => Forlang(kommunicering, svar),
            _ => Registrera(kommunicering, svar),
        };
        if (fel is not null) return fel;
        if (svar.Text("forslagAndras") == "nej" && await HarNyttTillagg(kommunicering, ct))
            return Svarsvarden.Fel("forslagAndras", "Utredningen har fått ett tillägg som personen inte har sett. Gå tillbaka till förslaget, så att det kommuniceras igen (25 § förvaltningslagen).");
        var kort = svar.Korta(lage.Formular!);
        // Processen väntar till den nya dagen.
        return svar.Dag(NyDag) is { } ny ? kort.With("svarSenast", Svarsvarden.Iso(ny)) : kort;
    }

    /// <summary>Asks whether the person wants to speak before the nämnd only when the law gives the right, and names the law.</summary>
    public async Task<Formulardefinition> Anpassa(Uppgiftslage lage, Formulardefinition formular, CancellationToken ct)
    {
        var forslag = await db.BeslutI(lage.Arende.Id).AsNoTracking().ToListAsync(ct);
        var ratt = Kommunicering.MuntligRatt(forslag, anrop.Idag);
        return formular.Med(Muntligt, f => ratt.Count == 0 ? null : f with { Hjalp = $"{string.Join(", ", ratt)}." });
    }

    public string Kvittens(FeelContext svar) => svar.Dag(NyDag) is { } ny
        ? $"Sparat. Personen kan svara till och med {Datumtext.DagOchManad(ny)}."
        : svar.Ja("forslagAndras")
        ? "Svaret är sparat. Skriv om förslaget. Är något i svaret nytt: lägg till det i utredningen först."
        : "Svaret är sparat. Ärendet går vidare till beslut.";

    // FL (2017:900) 25 §: allt material av betydelse, också det som kom fram efter utskicket
    private async Task<bool> HarNyttTillagg(Kommunicering kommunicering, CancellationToken ct) =>
        await db.Utredningar.AsNoTracking().SingleOrDefaultAsync(u => u.ArendeId == kommunicering.ArendeId, ct) is { } utredning
        && kommunicering.SaknarTillagg(utredning);

    /// <summary>Silence is an answer first when the time is out.</summary>
    private Error? UtanSvar(Kommunicering kommunicering) => kommunicering.ArKlar(anrop.Idag)
        ? null
        : Error.Rule("KOMMUNICERING_PAGAR",
            $"Personen kan svara till och med {Datumtext.Lang(kommunicering.SvarSenast!.Value)}. Ärendet går vidare av sig självt dagen efter.");

    private Error? Forlang(Kommunicering kommunicering, FeelContext svar)
    {
        if (svar.Dag("svarsdag") is not { } dag) return Svarsvarden.Saknas("svarsdag");
        if (svar.Dag(NyDag) is not { } ny) return Svarsvarden.Saknas(NyDag);
        var forlangd = kommunicering.ForlangSvarstiden(Besked(svar, svar.Text("besked") ?? ""), dag, ny, anrop.Idag);
        if (forlangd.Failed)
            return forlangd.Error.Code == "SVARSTID_KORTARE" ? Svarsvarden.Fel(NyDag, forlangd.Error.Text) : forlangd.Error;
        anrop.Handelse(forlangd.Value);
        return null;
    }

    private static string Besked(FeelContext svar, string text) =>
        svar.Ja(Muntligt) ? $"{text}\n\nPersonen vill lämna uppgifter muntligt till nämnden: {svar.Text("muntligtHur")}" : text;

    private Error? Registrera(Kommunicering kommunicering, FeelContext svar)
    {
        if (svar.Dag("svarsdag") is not { } dag) return Svarsvarden.Saknas("svarsdag");
        var text = svar.Text("svarade") == "synpunkter" ? svar.Text("synpunkter") : IngaInvandningar;
        if (text is null) return Svarsvarden.Saknas("synpunkter");
        var besvarad = kommunicering.RegistreraSvar(Besked(svar, text), dag);
        if (besvarad.Failed) return besvarad.Error;
        anrop.Handelse(besvarad.Value);
        return null;
    }
}
