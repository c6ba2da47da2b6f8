using CaseFlow.Application.Personer;
using CaseFlow.Web.Api.v1.Beskrivningar;
using CaseFlow.Web.Api.v1.Kontrakt;
using CaseFlow.Domain;
using CaseFlow.Web.Auth;

namespace CaseFlow.Web.Api.v1;

/// <summary><c>POST /api/v1/personer/sok</c>: persons by name or personnummer, in the body and never in the address.</summary>
internal static class Personer
{
    private const int Storst = 4 * 1024;

    public static void MapPersoner(this Vagtabell api) => api.Post("/personer/sok", Sok).Med(Personbeskrivningar.Sok);

    private static async Task<IResult> Sok(Apianrop anrop, Soktakt takt, CancellationToken ct)
    {
        if (anrop.ForOfta(takt)) return await anrop.Neka(Apifel.ForMangaSokningar, ct);
        var kropp = await Kropp.Las<Personsok>(anrop.Request, Storst, ct);
        if (kropp.Failed) return await anrop.Neka(kropp.Error, ct);
        var sok = kropp.Value;
        if (Granser(sok) is { Count: > 0 } fel) return await anrop.Neka(Apifel.Ingen(Apifel.ParameterOgiltig, "Sökningen stämmer inte.", fel), ct);
        var sida = new Bladdring(sok.Limit ?? Parametrar.VanligLimit, sok.Page ?? 1);
        if (sida.Hinder(medMarkor: false) is { } hinder) return await anrop.Neka(hinder, ct);
        return await anrop.Las(
            new SokPersoner(sok.Namn, sok.Personnummer, sida.Limit, sida.Hopp),
            svar => new Personlista(anrop.Som<IReadOnlyList<Persontraff>>(svar.Rader), sida.Sidning(svar.Antal)), ct);
    }

    private static List<FieldError> Granser(Personsok sok)
    {
        var fel = new List<FieldError>();
        if (sok.Limit is < 1 or > Application.Sidgranser.FlestRader) fel.Add(new("limit", $"Skriv ett heltal från 1 till {Application.Sidgranser.FlestRader}."));
        if (sok.Page is < 1) fel.Add(new("page", "Skriv ett heltal från 1."));
        return fel;
    }
}
