using CaseFlow.Application.Uppgifter;
using CaseFlow.Web.Api.v1.Beskrivningar;
using CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1;

/// <summary><c>/api/v1/uppgifter</c>: what is the caller's to do, one task with its form, to take one and to complete one.</summary>
internal static class Uppgifter
{
    /// <summary>As much as a page's form may be (<c>Natverk</c>), without the url-encoding.</summary>
    private const int StorstaSvar = 1024 * 1024;

    public static void MapUppgifter(this Vagtabell api)
    {
        api.Get("/uppgifter", Lista, medParametrar: true).Med(Uppgiftsbeskrivningar.Lista);
        api.Get("/uppgifter/{id:guid}", Hamta).Med(Uppgiftsbeskrivningar.Hamta);
        api.Post("/uppgifter/{id:guid}/ta", Ta).Med(Uppgiftsbeskrivningar.Ta);
        api.Post("/uppgifter/{id:guid}/slutfor", Slutfor).Med(Uppgiftsbeskrivningar.Slutfor);
    }

    private static async Task<IResult> Lista(Apianrop anrop, CancellationToken ct)
    {
        var p = new Parametrar(anrop.Request.Query, "limit", "page", "efter", "status", "forsenade");
        var sida = p.Bladdring();
        var fraga = new ListaUppgifter(p.Kod<Listval>("status") == Listval.Vantar, p.Ja("forsenade"), p.Efter(), sida.Limit, sida.Hopp);
        if ((p.Fel ?? sida.Hinder(medMarkor: true)) is { } fel) return await anrop.Neka(fel, ct);
        return await anrop.Las(
            fraga,
            svar => new Uppgiftslista(anrop.Som<IReadOnlyList<Uppgiftsrad>>(svar.Rader), sida.Sidning(svar.Antal, svar.Nasta)), ct);
    }

    private static Task<IResult> Hamta(Guid id, Apianrop anrop, CancellationToken ct) =>
        anrop.LasEn<UppgiftSvar, Uppgift>(new HamtaUppgift(id), u => u.Version, ct);

    private static Task<IResult> Ta(Guid id, Apianrop anrop, CancellationToken ct) =>
        anrop.Andra<TagenUppgift, Tagen>(version => new TaUppgift(id, version), ct);

    private static async Task<IResult> Slutfor(Guid id, Apianrop anrop, CancellationToken ct)
    {
        var kropp = await Kropp.Las<Slutforande>(anrop.Request, StorstaSvar, ct);
        if (kropp.Failed) return await anrop.Neka(kropp.Error, ct);
        if (kropp.Value.Svar.Values.Any(varden => varden is null || varden.Any(v => v is null))) return await anrop.Neka(Apifel.Format, ct);
        var svar = kropp.Value.Svar.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
        return await anrop.Andra<SlutfordUppgift, Slutford>(version => new SlutforUppgift(id, version, svar), ct);
    }

    /// <summary>Which of the lists.</summary>
    internal enum Listval { Oppen, Vantar }
}
