using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Who speaks for the persons, asked when it is done: does the authority hold, and is it for this?</summary>
public sealed class Ombudsregister(CaseFlowDb db, Anrop anrop, IIdKalla ids)
{
    /// <summary>Tries what an ombud does in the person's place, and records that it held.</summary>
    /// <param name="ombud">Public id; null when the person does it herself.</param>
    /// <param name="dag">The day it was done.</param>
    /// <returns>The refusal of <see cref="Ombudsregel.Hinder"/>, not found for one who is not the person's, or null; and the ombud, when there is one.</returns>
    internal async Task<(Error? Fel, PersonombudId? Ombud)> Prova(Guid? ombud, Arende arende, Ombudshandling handling, DateOnly dag, CancellationToken ct)
    {
        if (ombud is not { } id) return (null, null);
        if (await db.Personombud.SingleOrDefaultAsync(o => o.PublikId == id && o.PersonId == arende.PersonId, ct) is not { } funnet) return (Error.NotFound(), null);
        if (Ombudsregel.Hinder(funnet, handling, arende.Id, dag) is { } hinder) return (hinder, null);
        anrop.Handelse(new OmbudHandlade(arende.Id, funnet.Id, handling), arende.Id);
        return (null, funnet.Id);
    }

    /// <summary>The same for who a form's answer says it was; refused at that question. Nothing to try when the form, being older, did not ask.</summary>
    internal async Task<Error?> Prova(FeelContext svar, string falt, Arende arende, Ombudshandling handling, DateOnly dag, CancellationToken ct)
    {
        if (!Guid.TryParse(svar.Text(falt), out var ombud)) return null;
        return (await Prova(ombud, arende, handling, dag, ct)).Fel is { } hinder ? Svarsvarden.Fel(falt, hinder.Text) : null;
    }

    /// <summary>Those who may act in the ärende, as it is noted today; who has ended is left out, who has run out is not.</summary>
    internal IQueryable<Personombud> For(PersonId person, ArendeId arende) =>
        db.Personombud.Where(o => o.PersonId == person && o.Upphort == null && (o.ArendeId == null || o.ArendeId == arende));

    /// <summary>The same to choose among, by name unless the person is withheld from the actor.</summary>
    internal async Task<IReadOnlyList<OmbudVal>> Val(Arende arende, CancellationToken ct)
    {
        var ombuden = await For(arende.PersonId, arende.Id).AsNoTracking().OrderBy(o => o.Id).ToListAsync(ct);
        // Den som visar en skyddad person på sin skärm har inte bett om henne i ett svar till ett annat program.
        var genomNyckel = anrop.Aktor.Nyckel is not null;
        return ombuden.Count == 0 ? [] : Val(ombuden, await db.SomVisas(anrop).AnyAsync(p => p.Id == arende.PersonId && (p.Dold || (genomNyckel && p.Skyddad)), ct));
    }

    internal static IReadOnlyList<OmbudVal> Val(IEnumerable<Personombud> ombuden, bool dold) =>
        [.. ombuden.Select(o => new OmbudVal(o.PublikId, dold ? Datumtext.MedStorBokstav(Arendehuvuden.Rolltext(o.Roll)) : $"{o.Namn}, {Arendehuvuden.Rolltext(o.Roll)}"))];

    /// <summary>Takes the ombud of an ansökan into the register, unless the person has that one already. It is never refused: an ansökan is registered
    /// whoever made it, and what is wrong with the authority is noted for the handläggare.</summary>
    internal async Task TaIn(InkommetOmbud? inkommet, Arende arende, DateOnly ankomstdag, CancellationToken ct)
    {
        if (inkommet is null || OmbudRoller.Tolka(inkommet.Roll) is not { } roll || string.IsNullOrWhiteSpace(inkommet.Namn)) return;
        var kanda = await db.Personombud.Where(o => o.PersonId == arende.PersonId && o.Upphort == null && o.Roll == roll).ToListAsync(ct);
        var kand = kanda.Find(o => Sokord.Vik(o.Namn) == Sokord.Vik(inkommet.Namn));
        if (kand is null)
        {
            var omfattning = (inkommet.Omfattning ?? []).Where(o => Ombudsomfattning.For(roll).Contains(o, StringComparer.Ordinal)).ToList();
            // En fullmakt gäller den ansökan den kom med tills någon har sett att den gäller mer (FL 15 §: uppdragets omfattning).
            var ny = Personombud.Registrera(
                new(ids.Next()), ids.NextPublic(), arende.PersonId, roll is OmbudRoll.Fullmakt ? arende.Id : null,
                new(inkommet.Namn, roll, inkommet.Telefon, omfattning, null, inkommet.GallerTom), anrop.Aktor.Id, anrop.Nu);
            if (!ny.Failed)
            {
                db.Personombud.Add(ny.Value.Ombud);
                anrop.Handelse(ny.Value.Handelse, arende.Id);
            }
        }
        if (Brist(inkommet, kand, arende.Id, ankomstdag) is { } brist) anrop.Handelse(new OmbudOsakert(arende.Id, brist), arende.Id);
    }

    /// <summary>What the register has shown goes before what the ansökan says.</summary>
    private static Ombudsbrist? Brist(InkommetOmbud inkommet, Personombud? kand, ArendeId arende, DateOnly dag) =>
        kand is { Styrkt: not null } ? Ombudsregel.Hinder(kand, Ombudshandling.Ansoka, arende, dag)?.Code switch
        {
            null => null,
            "OMBUD_UPPHORT" => Ombudsbrist.Utgangen,
            "OMBUD_OMFATTNING" => Ombudsbrist.Omfattning,
            _ => Ombudsbrist.EjStyrkt,
        }
        : inkommet.GallerTom < dag ? Ombudsbrist.Utgangen
        : inkommet.Omfattning is { Count: > 0 } sagd && sagd.All(o => Ombudsomfattning.For(OmbudRoll.GodMan).Contains(o, StringComparer.Ordinal))
            && !Ombudsregel.Omfattar(sagd, Ombudshandling.Ansoka) ? Ombudsbrist.Omfattning
        : Ombudsbrist.EjStyrkt;
}

/// <summary>An ombud to choose as the one who did something.</summary>
/// <param name="Text">"Eva Ek, god man"; without the name for someone who may not see it.</param>
public sealed record OmbudVal(Guid Id, string Text);

public static class Ombudsord
{
    /// <summary>"Sörja för person, bevaka rätt".</summary>
    public static string Omfattning(IReadOnlyList<string> koder) => string.Join(", ", koder.Select((k, i) => i == 0 ? Namn(k) : Datumtext.MedLitenBokstav(Namn(k))));

    public static string Namn(string kod) => Ombudsuppdrag.Alla.FirstOrDefault(v => v.Kod == kod)?.Text ?? kod switch
    {
        Ombudsomfattning.Allt => "Allt i ärendet",
        Ombudsomfattning.Ansoka => "Ansöka",
        Ombudsomfattning.Svara => "Ta emot och svara på underlag och beslut",
        Ombudsomfattning.Aterta => "Ta tillbaka en ansökan, helt eller delvis",
        Ombudsomfattning.Avsta => "Avstå från en insats som har beviljats",
        Ombudsomfattning.Overklaga => "Överklaga",
        Ombudsomfattning.Samtycka => "Samtycka till att uppgifter lämnas",
        _ => kod,
    };

    /// <summary>"till och med 31 december 2026", "gick ut 1 mars 2026", "börjar 1 mars 2027"; null when there is no known end.</summary>
    public static string? Giltighet(Personombud ombud, DateOnly idag) => ombud switch
    {
        { Upphort: not null, Sista: { } sista } => $"upphörde {SvenskTid.Text(sista)}",
        { Sista: { } sista } when sista < idag => $"gick ut {SvenskTid.Text(sista)}",
        { From: { } fran } when fran > idag => $"börjar {SvenskTid.Text(fran)}",
        { Sista: { } sista } => $"till och med {SvenskTid.Text(sista)}",
        _ => null,
    };

    /// <summary>"Eva Ek, god man, till och med 31 december 2026".</summary>
    public static string Text(Personombud ombud, DateOnly idag) =>
        string.Join(", ", new[] { ombud.Namn, Arendehuvuden.Rolltext(ombud.Roll), Giltighet(ombud, idag) }.OfType<string>());
}
