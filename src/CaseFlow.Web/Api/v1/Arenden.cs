using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Insatser;
using CaseFlow.Domain.Arenden;
using CaseFlow.Web.Api.v1.Beskrivningar;
using CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1;

/// <summary><c>/api/v1/arenden</c>: the list, and one ärende with its beslut and insatser.</summary>
internal static class Arenden
{
    public static void MapArenden(this Vagtabell api)
    {
        api.Get("/arenden", Lista, medParametrar: true).Med(Arendebeskrivningar.Lista);
        api.Get("/arenden/{arendenummer}", Hamta).Med(Arendebeskrivningar.Hamta);
        api.Get("/arenden/{arendenummer}/beslut", Beslut).Med(Arendebeskrivningar.Beslut);
        api.Get("/arenden/{arendenummer}/insatser", Insatser).Med(Arendebeskrivningar.Insatser);
    }

    private static async Task<IResult> Lista(Apianrop anrop, CancellationToken ct)
    {
        var p = new Parametrar(anrop.Request.Query, "limit", "page", "efter", "helaEnheten", "avslutade", "steg", "handlaggare", "urval");
        var sida = p.Bladdring();
        var fraga = new ListaArenden(
            p.Ja("helaEnheten"), p.Ja("avslutade"), p.Efter(), sida.Limit, p.Kod<Steg>("steg"), p.Text("handlaggare") == "ingen" ? 0 : p.Tal("handlaggare", 1, long.MaxValue),
            p.Kod<Arendeurval>("urval"), sida.Hopp);
        if ((p.Fel ?? sida.Hinder(medMarkor: true)) is { } fel) return await anrop.Neka(fel, ct);
        return await anrop.Las(
            fraga,
            svar => new Arendelista(anrop.Som<IReadOnlyList<Arenderad>>(svar.Rader), sida.Sidning(svar.Antal, svar.Nasta)), ct);
    }

    private static Task<IResult> Hamta(string arendenummer, Apianrop anrop, CancellationToken ct) =>
        anrop.LasEn<Arendeoversikt, Kontrakt.Arende>(new HamtaArendeoversikt(arendenummer), a => a.Version, ct);

    private static Task<IResult> Beslut(string arendenummer, Apianrop anrop, CancellationToken ct) =>
        anrop.Las(new ListaBeslut(arendenummer), svar => new Beslutslista(anrop.Som<IReadOnlyList<Beslut>>(svar)), ct);

    private static Task<IResult> Insatser(string arendenummer, Apianrop anrop, CancellationToken ct) =>
        anrop.Las(new ListaInsatser(arendenummer), svar => new Insatslista(anrop.Som<IReadOnlyList<Insats>>(svar)), ct);
}
