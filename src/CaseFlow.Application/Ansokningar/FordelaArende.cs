using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Gives a new ärende to the handläggare that the decision table <c>tilldelning</c> gives most points: language, whether she has the person already, area, load. Who is asked
/// about follows from what is applied for (<see cref="Fordelningskrets"/>).
/// A protected person's ärende is never given by rule: the chef names who may see it.</summary>
internal sealed class FordelaArende(CaseFlowDb db, Anrop anrop, Processkatalog katalog, Handlaggarval val) : ITjansteoperation
{
    /// <summary>No table tells one load from another above this, so nothing more is counted however many ärenden a unit has.</summary>
    private const int FlestRaknade = 200;

    public string Namn => "arende.fordela";

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        var arende = tjanst.Arende;
        if (arende.HandlaggareId is not null) return Svar(true);
        if (arende.Skyddat) return Svar(false);

        var person = db.Personer.Local.FirstOrDefault(p => p.Id == arende.PersonId) ?? await db.Personer.SingleAsync(p => p.Id == arende.PersonId, ct);
        var paket = await katalog.Paket(db, tjanst.Instans.DefinitionId, ct);
        var kandidater = await Kandidater(arende, ct);
        var bast = kandidater
            .Select(k => (k.Anvandare, k.Oppna, Poang: Poang(paket, person, k)))
            .Where(k => k.Poang > 0).OrderByDescending(k => k.Poang).ThenBy(k => k.Oppna).ThenBy(k => k.Anvandare.Id.Value)
            .Select(k => k.Anvandare).FirstOrDefault();
        if (bast is null) return Svar(false);

        var tilldelat = arende.Tilldela(bast.Id, anrop.Aktor.Id, anrop.Nu);
        if (tilldelat.Failed) return tilldelat.Error;
        anrop.Handelse(tilldelat.Value, arende.Id);
        return Svar(true);
    }

    private static FeelContext Svar(bool fordelad) => FeelContext.Of(("fordelad", fordelad));

    private async Task<List<Kandidat>> Kandidater(Arende arende, CancellationToken ct)
    {
        var (enhet, idag) = (arende.EnhetId, anrop.Idag);
        var tjanstgorande = await val.Valbara(arende).AsNoTracking()
            .Where(a => !db.Borta(idag).Any(f => f.AnvandareId == a.Id)
                && !db.Stallforetradare.Any(s => s.For == a.Id && s.From <= idag && (s.Tom == null || s.Tom >= idag)))
            .Select(a => new
            {
                Anvandare = a,
                Roller = db.Uppdrag.Where(u => u.AnvandareId == a.Id && u.EnhetId == enhet && u.From <= idag && (u.Tom == null || u.Tom >= idag)).Select(u => u.Roll).ToList(),
                Oppna = db.Arenden.Where(r => r.EnhetId == enhet && r.HandlaggareId == a.Id && r.Steg != Steg.Avslutat).Take(FlestRaknade).Count(),
            })
            .ToListAsync(ct);
        var anvandare = Fordelningskrets.Valj(await Typer(arende, ct), tjanstgorande, t => t.Roller);
        var personens = (await db.Arenden.Where(a => a.PersonId == arende.PersonId && a.EnhetId == enhet && a.Id != arende.Id && a.Steg != Steg.Avslutat && a.HandlaggareId != null)
            .Select(a => a.HandlaggareId!.Value).ToListAsync(ct)).ToHashSet();
        return [.. anvandare.Select(a => new Kandidat(a.Anvandare, a.Oppna, personens.Contains(a.Anvandare.Id)))];
    }

    private async Task<IReadOnlyCollection<string>> Typer(Arende arende, CancellationToken ct)
    {
        // När ansökan registreras är den inte sparad än.
        var ny = db.Ansokningar.Local.FirstOrDefault(a => a.ArendeId == arende.Id);
        return ny is not null ? [.. ny.Insatser.Select(i => i.Insatstyp)]
            : await db.Ansokningar.Where(a => a.ArendeId == arende.Id).SelectMany(a => a.Insatser).Select(i => i.Insatstyp).ToListAsync(ct);
    }

    private decimal Poang(Processpaket paket, Domain.Personer.Person person, Kandidat kandidat)
    {
        var post = person.Adress?.Postsiffror ?? "";
        var fakta = FeelContext.Of(
            ("talarSpraket", kandidat.Anvandare.Sprak.Contains(person.Sprak, StringComparer.Ordinal)),
            ("annatSprak", person.Sprak != "sv"),
            // Den som inte har något eget område tar hela enhetens.
            ("iOmradet", kandidat.Anvandare.Omraden is [] || kandidat.Anvandare.Omraden.Any(o => post.StartsWith(o, StringComparison.Ordinal))),
            ("oppnaArenden", kandidat.Oppna), ("harPersonen", kandidat.HarPersonen));
        return paket.Avgor("tilldelning", fakta, anrop.Nu).Value is FeelNumber { Value: var poang } ? poang : 0;
    }

    private sealed record Kandidat(Anvandare Anvandare, int Oppna, bool HarPersonen);
}
