using System.Security.Cryptography;
using System.Text.Json;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Takes in an ansökan and starts its process. The same body from the page, the API and the import (docs/api/ansokningar.md).</summary>
/// <param name="Innehall">An empty externId means that the sender has none (the page).</param>
/// <param name="Ankomstdag">Another day than the rule gives (needs <paramref name="AnkomstdagSkal"/>); null follows FL 22 §.</param>
/// <param name="Bekraftat">What whoever types it has confirmed; null for a system, that has nobody to ask.</param>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record RegistreraAnsokan(
    InkommenAnsokan Innehall, DateOnly? Ankomstdag = null, string? AnkomstdagSkal = null, Bekraftat? Bekraftat = null) : ICommand<Registrering>, IBlirAvUtkast
{
    /// <summary>The page's draft; another system's ansökan and an imported one were not typed there.</summary>
    Utkastplats? IBlirAvUtkast.Plats => string.IsNullOrEmpty(Innehall.ExternId) ? Utkastplats.NyAnsokan : null;
}

/// <summary>What the one who types an ansökan has said yes to when asked.</summary>
/// <param name="Dagen">It came so long ago.</param>
/// <param name="Namnet">The personnummer is right, though the register has another name.</param>
/// <param name="Ny">It is another ansökan than the one that came a short while ago.</param>
public sealed record Bekraftat(bool Dagen, bool Namnet, bool Ny);

/// <summary>The answer to an intake. A refusal is an <c>Error</c> with one of the contract's codes; a duplicate is an answer, not an error.</summary>
public sealed record Registrering(RegistreringUtfall Utfall, string Arendenummer, Guid ArendeId);

public enum RegistreringUtfall { Registrerad, Dubblett }

internal sealed class RegistreraAnsokanHandler(
    CaseFlowDb db, Anrop anrop, IIdKalla ids, INummerserie nummer, Personregister personer, Ombudsregister ombud, Processmotor motor, Registreringsfragor fragor)
    : ICommandHandler<RegistreraAnsokan, Registrering>
{
    private static readonly IReadOnlySet<string> Kanda = Insatskatalog.Standard.Select(t => t.Kod).ToHashSet(StringComparer.Ordinal);

    public async Task<Result<Registrering>> Handle(RegistreraAnsokan request, CancellationToken cancellationToken)
    {
        var innehall = request.Innehall;
        var (externId, hash) = (string.IsNullOrEmpty(innehall.ExternId) ? null : innehall.ExternId, Hash(innehall));
        if (externId is not null && await Tidigare(externId, hash, cancellationToken) is { } tidigare) return tidigare;
        if (Ansokningsgranskning.Prova(innehall, anrop.Nu, Kanda) is { } fel) return fel;

        if (fragor.Dagen(innehall, request.Bekraftat) is { } fraga) return fraga;
        if (await Enhet(innehall.Sokande.Adress?.Postnummer, cancellationToken) is not { } enhet)
            return Error.Rule("ENHET_SAKNAS", "Det finns ingen enhet som kan ta emot ansökan.");
        var person = await personer.FinnEllerRegistrera(innehall, cancellationToken);
        if (person.Failed) return person.Error;
        if (await fragor.Personen(innehall, person.Value, request.Bekraftat, cancellationToken) is { } annan) return annan;
        var arende = Arende.Oppna(
            new(ids.Next()), ids.NextPublic(), nummer: null, person.Value.Id, enhet, person.Value.ArSkyddad, Arendeslag.Ansokan, anrop.Nu);
        var kontakt = LamnadKontakt.Av(innehall.Sokande, person.Value);
        var registrerad = Ansokan.Registrera(
            new(ids.Next()), arende.Id, person.Value.Id, Kanaler.Tolka(innehall.Kanal)!.Value, innehall.Ankom, innehall.BarnIHemmet,
            [.. innehall.Insatser.Select(Ansokt)], Ombudet(innehall.Ombud), externId, hash, kontakt);
        if (registrerad.Failed) return registrerad.Error;

        db.Arenden.Add(arende);
        db.Ansokningar.Add(registrerad.Value.Ansokan);
        anrop.Galler(arende.Id, "registrering");
        anrop.Handelse(registrerad.Value.Handelse);
        if (request.Ankomstdag is { } dag && dag != registrerad.Value.Ansokan.Ankomstdag)
        {
            var andrad = registrerad.Value.Ansokan.AndraAnkomstdag(dag, request.AnkomstdagSkal);
            if (andrad.Failed) return andrad.Error;
            anrop.Handelse(andrad.Value);
        }
        if (kontakt is not null) anrop.Handelse(new KontaktAvviker(arende.Id));
        await ombud.TaIn(innehall.Ombud, arende, registrerad.Value.Ansokan.Ankomstdag, cancellationToken);
        if (arende.Skyddat) await personer.NamngeChefer(person.Value.Id, enhet, cancellationToken);

        var variabler = FeelContext.Of(
            ("insatser", FeelList.Of(innehall.Insatser.Select(i => FeelValue.FromString(i.Insatstyp)))), ("slag", "ansokan"));
        var start = await motor.Starta("bistand", arende, variabler, null, null, cancellationToken);
        if (start.Failed) return start.Error;
        // Serien är tagen tills transaktionen är klar: den som registrerar samtidigt ska inte vänta på hela processens start.
        arende.Numrera(await nummer.Nasta(anrop.Idag.Year, cancellationToken));
        return new Registrering(RegistreringUtfall.Registrerad, arende.Nummer, arende.PublikId);
    }

    /// <summary>The same body under a known externId is a duplicate; another body is refused. Only registered ones hold their externId.</summary>
    private async Task<Result<Registrering>?> Tidigare(string externId, string hash, CancellationToken ct)
    {
        var rad = await db.Ansokningar.Where(a => a.ExternId == externId)
            .Join(db.Arenden, a => a.ArendeId, r => r.Id, (a, r) => new { a.InnehallHash, r.Nummer, r.PublikId }).FirstOrDefaultAsync(ct);
        if (rad is null) return null;
        if (rad.InnehallHash == hash) return new Registrering(RegistreringUtfall.Dubblett, rad.Nummer, rad.PublikId);
        return Error.Conflict("EXTERNID_ANNAT_INNEHALL", "Det finns redan en ansökan med samma externId men med annat innehåll.");
    }

    /// <summary>The unit whose area names most of the postal code; without a hit the first where the actor may register. Null when there is none at all.</summary>
    private async Task<EnhetId?> Enhet(string? postnummer, CancellationToken ct)
    {
        var enheter = await db.Enheter.AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        var bast = enheter.MaxBy(e => e.Traffar(postnummer));
        if (bast is not null && bast.Traffar(postnummer) > 0) return bast.Id;
        return anrop.Aktor.EnheterMed(Behorighet.RegistreraAnsokan) is [var egen, ..] ? egen : enheter.FirstOrDefault()?.Id;
    }

    /// <summary>An amount is counted in the catalogue's unit, as the delegationsordning counts. One that came in another unit stands among
    /// the person's own words instead, for the handläggare to read; with no room left there it stays as it came.</summary>
    private AnsoktInsats Ansokt(InkommenInsats i)
    {
        var (id, typ, enhet) = (new AnsoktInsatsId(ids.Next()), i.Insatstyp!, Insatskatalog.Finn(i.Insatstyp)!.Enhet);
        if (i.SoktOmfattning is not { } sokt || i.SoktEnhet is not { } egen || string.Equals(egen.Trim(), enhet, StringComparison.OrdinalIgnoreCase))
            return AnsoktInsats.Skapa(id, typ, i.Onskemal, i.SoktOmfattning, enhet);
        var ord = $"{i.Onskemal?.Trim()}\n\nSökt omfattning: {Omfattningstext.Av(sokt, egen.Trim())}".TrimStart();
        return Textlangd.ArForLang(ord) ? AnsoktInsats.Skapa(id, typ, i.Onskemal, sokt, egen) : AnsoktInsats.Skapa(id, typ, ord);
    }

    private static Ombud? Ombudet(InkommetOmbud? ombud) => ombud is null
        ? null : Ombud.Skapa(ombud.Namn ?? "", OmbudRoller.Tolka(ombud.Roll)!.Value, ombud.Telefon, ombud.Omfattning, ombud.GallerTom);

    /// <summary>Hash of what was sent, whatever its white space and key order.</summary>
    private static string Hash(InkommenAnsokan innehall) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(innehall, JsonSerializerOptions.Web)));
}
