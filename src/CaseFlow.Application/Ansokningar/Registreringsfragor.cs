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

    private static readonly Steg[] Obeslutade = [.. Enum.GetValues<Steg>().Where(s => s <= Steg.Beslut)];

    /// <returns><c>ANKOM_LANGE_SEDAN</c>, or null.</returns>
    public Error? Dagen(InkommenAnsokan innehall, Bekraftat? bekraftat)
    {
        var dag = SvenskTid.Dag(innehall.Ankom);
        return bekraftat is { Dagen: false } && Ankomstdag.BehoverBekraftas(Kanaler.Tolka(innehall.Kanal)!.Value, dag, anrop.Idag)
            ? Error.Invalid("ANKOM_LANGE_SEDAN", $"Enligt dagen du skrev kom ansökan {Datumtext.MedAr(dag)}, för {anrop.Idag.DayNumber - dag.DayNumber} dagar sedan. Rätta dagen, eller kryssa i att den stämmer.")
            : null;
    }

    /// <summary>Whether it is the right person, and not the same ansökan once more.</summary>
    /// <returns><c>NAMN_AVVIKER</c>, <c>ANSOKAN_NYSS</c>, or null.</returns>
    public async Task<Error?> Personen(InkommenAnsokan innehall, Person person, Bekraftat? bekraftat, CancellationToken ct)
    {
        // OSL (2009:400) 21 kap. 3 §: en fråga om den skyddade säger att hon finns här. Att namnet avviker står i hennes ärende.
        if (bekraftat is { Namnet: false } && !person.ArSkyddad && LamnadKontakt.Av(innehall.Sokande, person)?.Namn is not null)
            return Error.Invalid("NAMN_AVVIKER", "Personnumret finns hos oss med ett annat namn. Kontrollera numret och namnet. Rätta dem, eller kryssa i att de stämmer.");
        return bekraftat is { Ny: false } && await Nyss(innehall, person.Id, ct) is { } nyss
            ? Error.Invalid("ANSOKAN_NYSS", $"Personen har redan ärende {nyss.Nummer} med en ansökan som kom {Datumtext.MedAr(nyss.Dag)}. Är det samma ansökan ska den inte registreras en gång till. Är det en ny: kryssa i det.")
            : null;
    }

    // Lag (2001:454) 10 §: den som registrerar behöver veta att ärendet finns, inte vad det gäller. Därför frågas också om andra insatser
    private async Task<Tidigare?> Nyss(InkommenAnsokan innehall, PersonId person, CancellationToken ct)
    {
        var oppna = atkomst.Kanda().Where(a => a.PersonId == person && a.Slag == Arendeslag.Ansokan && Obeslutade.Contains(a.Steg));
        var senast = await db.Ansokningar.Join(oppna, x => x.ArendeId, a => a.Id, (x, a) => new { a.Nummer, x.Ankomstdag })
            .OrderByDescending(x => x.Ankomstdag).FirstOrDefaultAsync(ct);
        return senast is { Ankomstdag: var dag } && Math.Abs(SvenskTid.Dag(innehall.Ankom).DayNumber - dag.DayNumber) <= DagarEmellan
            ? new(senast.Nummer, dag) : null;
    }

    private sealed record Tidigare(string Nummer, DateOnly Dag);
}
