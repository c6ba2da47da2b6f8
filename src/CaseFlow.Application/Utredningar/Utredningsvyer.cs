using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>The parts of a utredning as its page shows them.</summary>
internal static class Utredningsvyer
{
    public static IReadOnlyList<OmradeVy> Omraden(Utredning utredning, IReadOnlyDictionary<AnvandareId, string> namn) =>
        [.. Livsomrade.Alla.Select(omrade => Omrade(omrade, utredning.Omraden.Single(o => o.Omrade == omrade.Kod), namn))];

    public static AnsoktBeskrivningVy Insats(AnsoktInsats ansokt, Utredning utredning)
    {
        var rad = utredning.Insatser.FirstOrDefault(i => i.AnsoktInsatsId == ansokt.Id);
        return new(
            ansokt.Id.Value, ansokt.Insatstyp, Insatskatalog.Namn(ansokt.Insatstyp), ansokt.Onskemal, rad?.Text,
            utredning.Yrkad(ansokt.Id, ansokt.SoktOmfattning), ansokt.Enhet ?? "", rad is { ArBeskriven: true }, rad?.Rev ?? 0,
            ansokt.SoktOmfattning, rad?.AndratDag, rad?.AndratHur, rad?.SoktOmfattning);
    }

    /// <param name="ansokta">What the ansökan asks for, with what has been withdrawn.</param>
    public static IReadOnlyList<TillaggVy> Tillagg(
        Utredning utredning, IEnumerable<AnsoktInsats> ansokta, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var insatser = ansokta.ToDictionary(a => a.Id);
        return [.. utredning.Tillagg.Select(t => new TillaggVy(t.Text, t.Kalla, t.Dag, namn.GetValueOrDefault(t.SkrivetAv), t.Skrivet, Andring(t, insatser)))];
    }

    /// <summary>"hemtjänst 14 timmar per vecka".</summary>
    private static string? Andring(Utredningstillagg tillagg, Dictionary<AnsoktInsatsId, AnsoktInsats> insatser) =>
        tillagg is { AnsoktInsatsId: { } id, SoktOmfattning: { } sokt }
            ? $"{Beslutsfattande.Brevtext.Insatsnamn(insatser[id].Insatstyp)} {Omfattningstext.Av(sokt, insatser[id].Enhet)}" : null;

    public static ValdsfragaVy Valdsfraga(Utredning utredning) => utredning.Valdsfraga is not { } fraga
        ? new(null, null, null, null, utredning.ValdsfragaRev)
        : new(fraga.Utfall.Kod(), fraga.Orsak, fraga.Datum, Text(fraga), utredning.ValdsfragaRev);

    private static OmradeVy Omrade(Livsomrade omrade, Omradesbedomning rad, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        omrade.Kod, omrade.Namn, rad.Status.Kod(), rad.EgnaOrd, rad.Beskrivning, (int?)rad.Bedomt, (int?)rad.Avsett, rad.Mal, rad.Kalla,
        rad.Kalldatum, rad.Rev, rad.AndradAv is { } av ? namn.GetValueOrDefault(av) : null, rad.Andrad);

    public static string Text(Valdsfraga fraga) => Text(fraga.Utfall, fraga.Orsak);

    public static string Text(Valdsfrageutfall utfall, string? orsak) => utfall switch
    {
        Valdsfrageutfall.Fragad => "Frågan är ställd",
        Valdsfrageutfall.Avbojd => "Frågan är ställd, personen ville inte svara",
        Valdsfrageutfall.EjFragad => $"Frågan är inte ställd: {Orsak(orsak)}",
    };

    private static string Orsak(string? kod) => kod switch
    {
        EjFragadOrsak.VilleInte => "personen ville inte",
        EjFragadOrsak.InteEnsam => "personen var inte ensam",
        EjFragadOrsak.KognitivSvikt => "kognitiv svikt",
        EjFragadOrsak.SprakTolk => "språk eller tolk",
        _ => "annat",
    };
}
