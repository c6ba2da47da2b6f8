using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>A förslag as the decision page shows it, with who may take it and under what law.</summary>
internal sealed class Forslagsvyer(Delegationsprov delegation, DateOnly idag)
{
    public ForslagVy Rad(AnsoktInsats ansokt, Beslutsakt akt)
    {
        var (yrkande, beslut) = (akt.Yrkande(ansokt), akt.For(ansokt.Id));
        var lagrum = Lagrumstabell.For(ansokt.Insatstyp, beslut?.Beslutsdag ?? idag);
        var (text, niva, far) = Vem(beslut);
        return new(
            ansokt.Id.Value, ansokt.Insatstyp, Insatskatalog.Namn(ansokt.Insatstyp), ansokt.Onskemal,
            yrkande.Omfattning, yrkande.Enhet ?? "", beslut?.Utfall.Kod(), beslut?.BeviljadOmfattning, beslut?.From, beslut?.Tom,
            beslut?.Motivering, beslut?.Mal, Arendevyer.ArAnmalan(ansokt.Insatstyp) ? Lagrum.Anmalan : beslut?.LagrumText ?? lagrum.Text, Not(lagrum), text, niva, far,
            beslut is { Status: Beslutsstatus.Fattat }, beslut?.Rev ?? 0,
            Lopande(akt.Lopande(ansokt.OmprovarInsatsId)), beslut?.Andringsgrund?.Kod(), beslut?.Upphor)
        {
            ArAnmalan = Arendevyer.ArAnmalan(ansokt.Insatstyp), Tidsbegransat = beslut?.ArTidsbegransat == true,
        };
    }

    private (string? Text, string? Niva, bool Far) Vem(Beslut? beslut)
    {
        if (beslut is null) return (null, null, false);
        if (beslut.Status is Beslutsstatus.Fattat) return ($"Beslutat enligt punkt {beslut.Delegationspunkt} i delegationsordningen.", null, false);
        var krav = delegation.Krav(beslut);
        if (krav.Failed) return (krav.Error.Text, null, false);
        var niva = Delegationsordning.Namn(krav.Value.Niva);
        var punkt = krav.Value.Niva is Delegatniva.Ingen ? "" : $" enligt punkt {krav.Value.Punkt}: {krav.Value.Text}";
        return ($"Beslutas av {niva}{punkt}.{Sammanlagt(beslut)}", niva, !delegation.FarBesluta(beslut).Failed);
    }

    private string? Sammanlagt(Beslut beslut) => delegation.Sammanlagt(beslut) is { } allt && allt != beslut.BeviljadOmfattning
        ? $" Räknat på allt som personen får av insatsen: {Omfattningstext.Av(allt, beslut.Enhet)}." : null;

    /// <summary>"20 timmar per vecka, tills vidare, beslut 3 mars 2026".</summary>
    private static string? Lopande(Insats? insats) => insats is null ? null
        : $"{(insats.Omfattning is { } n ? $"{Omfattningstext.Av(n, insats.OmfattningEnhet)}, " : "")}{(insats.Tom is { } tom ? $"till och med {Datumtext.Lang(tom)}" : "tills vidare")}, beslut {Datumtext.Lang(insats.Beslutsdag)}";

    private static string Not(Lagrum lagrum) => lagrum.Overklagandeform switch
    {
        Overklagandeform.Forvaltningsbesvar => $"{(GallerGenast(lagrum) ? "Gäller den dag beslutet fattas. " : "")}Överklagas till förvaltningsrätten.",
        Overklagandeform.Laglighetsprovning => "Överklagas genom laglighetsprövning.",
        Overklagandeform.Anmalan => "Vi beslutar inte, vi anmäler till överförmyndaren. Går inte att överklaga.",
    };

    // SoL (2025:400) 35 kap. 5 §, SoL (2001:453) 16 kap. 3 §, LSS (1993:387) 27 §; för färdtjänst och riksfärdtjänst gäller 35 § FL
    private static bool GallerGenast(Lagrum lagrum) => lagrum.Lag is "2025:400" or "2001:453" or "1993:387";
}
