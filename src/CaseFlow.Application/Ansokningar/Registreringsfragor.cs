using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Ansokningar;

/// <summary>What whoever types an ansökan is asked before it is taken in: what may well be right, and is mostly a slip of the hand. A system is never asked.</summary>
internal sealed class Registreringsfragor(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    /// <summary>A call that two have noted, or a letter after a call, comes within a month.</summary>
    private const int DagarEmellan = 30;

    /// <summary>More than anyone has.</summary>
    private const int Flest = 50;

    private const string Grund = "registrering";

    /// <returns><c>ANKOM_LANGE_SEDAN</c>, or null.</returns>
    public Error? Dagen(InkommenAnsokan innehall, Bekraftat? bekraftat)
    {
        var dag = SvenskTid.Dag(innehall.Ankom);
        return bekraftat is { Dagen: false } && Ankomstdag.BehoverBekraftas(Kanaler.Tolka(innehall.Kanal)!.Value, dag, anrop.Idag)
            ? Error.Invalid("ANKOM_LANGE_SEDAN", $"Enligt dagen du skrev kom ansökan {Datumtext.MedAr(dag)}, för {anrop.Idag.DayNumber - dag.DayNumber} dagar sedan. Rätta dagen, eller kryssa i att den stämmer.")
            : null;
    }

    /// <summary>Whether it is the right person, and not the same ansökan once more. Nothing is asked about someone whom the one who types may not know of;
    /// the trail of the person's ärende says what the question told.</summary>
    /// <returns><c>NAMN_AVVIKER</c>, <c>ANSOKAN_NYSS</c>, or null.</returns>
    public async Task<Error?> Personen(InkommenAnsokan innehall, Person person, Bekraftat? bekraftat, CancellationToken ct)
    {
        // OSL (2009:400) 21 kap. 3 §: en fråga om den skyddade säger att hon finns här. Att namnet avviker står i hennes ärende.
        if (bekraftat is null or { Namnet: true, Ny: true } || person.ArSkyddad) return null;
        var kanda = await atkomst.Kanda().Where(a => a.PersonId == person.Id).OrderByDescending(a => a.Id).Take(Flest).Select(a => new Kant(a.Id, a.Nummer, a.Slag, a.Steg)).ToListAsync(ct);
        if (kanda.Count == 0) return null;
        if (!bekraftat.Namnet && LamnadKontakt.Av(innehall.Sokande, person)?.Namn is not null)
        {
            anrop.Galler(kanda[0].Id, Grund);
            return Error.Invalid("NAMN_AVVIKER", "Personnumret finns hos oss med ett annat namn. Kontrollera numret och namnet. Rätta dem, eller kryssa i att de stämmer.");
        }
        if (bekraftat.Ny || await Nyss(innehall, kanda, ct) is not { } nyss) return null;
        anrop.Galler(nyss.Arende.Id, Grund);
        return Error.Invalid("ANSOKAN_NYSS", $"Personen har redan ärende {nyss.Arende.Nummer} med en ansökan som kom {Datumtext.MedAr(nyss.Dag)}. Är det samma ansökan ska den inte registreras en gång till. Är det en ny: kryssa i det.");
    }

    // Lag (2001:454) 10 §: den som registrerar behöver veta att ärendet finns, inte vad det gäller. Därför frågas också om andra insatser
    private async Task<Tidigare?> Nyss(InkommenAnsokan innehall, List<Kant> kanda, CancellationToken ct)
    {
        var obeslutade = kanda.Where(a => a is { Slag: Arendeslag.Ansokan, Steg: <= Steg.Beslut }).ToDictionary(a => a.Id);
        if (obeslutade.Count == 0) return null;
        var senast = await db.Ansokningar.Where(x => obeslutade.Keys.Contains(x.ArendeId)).OrderByDescending(x => x.Ankomstdag).ThenByDescending(x => x.Id)
            .Select(x => new { x.ArendeId, x.Ankomstdag }).FirstAsync(ct);
        return Math.Abs(SvenskTid.Dag(innehall.Ankom).DayNumber - senast.Ankomstdag.DayNumber) <= DagarEmellan ? new(obeslutade[senast.ArendeId], senast.Ankomstdag) : null;
    }

    private sealed record Kant(ArendeId Id, string Nummer, Arendeslag Slag, Steg Steg);

    private sealed record Tidigare(Kant Arende, DateOnly Dag);
}
