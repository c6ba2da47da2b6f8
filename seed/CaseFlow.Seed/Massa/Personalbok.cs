using Bogus;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Seed.Massa;

/// <summary>A unit and those who work in it: the handläggare, and the others in the order of <see cref="Personal"/>.</summary>
internal sealed record Enhetskopia(EnhetId Id, IReadOnlyList<AnvandareId> Handlaggare, IReadOnlyList<AnvandareId> Ovriga)
{
    private static readonly TimeOnly EfterLunch = new(13, 5);

    /// <summary>The other units with all their people, and for the templates' own those that the demo does not have.</summary>
    public static async Task<IReadOnlyList<Enhetskopia>> LaggUpp(Demovard vard, Massval val, Randomizer slump, CancellationToken ct)
    {
        var namn = new Personnamn(slump);
        var from = val.Slut.AddYears(-3);
        var enheter = new List<Enhetskopia>();
        for (var e = 0; e < val.Enheter; e++)
        {
            var id = e == 0 ? vard.Enhet : await Enhet(vard, e, ct);
            var personal = Platser(val, egna: e == 0);
            var ids = new AnvandareId[personal.Count];
            await vard.Avsandare.SandNu(
                [.. personal.Select((p, i) => Handgrepp.Av((p with { Namn = namn.Nasta(), Omraden = [], Utvald = false }).SomAnrop(id, from), Systemaktor.Den, svar => ids[i] = svar.Id))], ct);
            var med = personal.Zip(ids).ToList();
            enheter.Add(new(
                id, [.. med.Where(p => p.First.Roll == Roll.Handlaggare).Select(p => p.Second)], [.. med.Where(p => p.First.Roll != Roll.Handlaggare).Select(p => p.Second)]));
        }
        return enheter;
    }

    /// <summary>They were all here yesterday and the day before, as <see cref="RegistreraInloggning"/> keeps it.</summary>
    public static IEnumerable<Radtabell> Besok(IReadOnlyList<Enhetskopia> enheter, DateOnly slut)
    {
        long Mikro(int dagar) => (Demoval.Moment(slut.AddDays(-dagar), EfterLunch).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var alla = enheter.SelectMany(e => e.Handlaggare.Concat(e.Ovriga)).ToList();
        yield return new("besok", ["anvandare_id", "senast", "foregaende"], alla.Select(a => new object?[] { a.Value, Mikro(1), Mikro(2) }));
    }

    private static List<Medarbetare> Platser(Massval val, bool egna)
    {
        var handlaggare = Personal.Alla.Where(p => p.Roll == Roll.Handlaggare).ToList();
        var fler = Enumerable.Range(0, val.Handlaggare - (egna ? handlaggare.Count : 0)).Select(i => handlaggare[i % handlaggare.Count]);
        return [.. fler, .. egna ? [] : Personal.Alla.Where(p => p.Roll != Roll.Handlaggare)];
    }

    private static async Task<EnhetId> Enhet(Demovard vard, int nummer, CancellationToken ct)
    {
        var svar = await vard.Anropare.Sand(new LaggUppEnhet($"Beställarenhet {nummer + 1}", [$"{200 + nummer}"]), Systemaktor.Den, null, ct);
        return svar.Failed ? throw new InvalidOperationException(svar.Error.Text) : svar.Value.Id;
    }
}

/// <summary>Who in a copy's unit stands where the templates' people stand.</summary>
internal sealed class Personalbok
{
    private readonly Dictionary<long, (bool Handlaggare, int Plats)> _mallens = [];

    private Personalbok(EnhetId mallenhet, IReadOnlyList<Enhetskopia> enheter) => (Mallenhet, Enheter) = (mallenhet, enheter);

    public EnhetId Mallenhet { get; }

    public IReadOnlyList<Enhetskopia> Enheter { get; }

    /// <param name="enheter">The templates' own first, with those only that the demo does not have.</param>
    public static Personalbok Av(EnhetId mallenhet, Kollegium kollegium, IReadOnlyList<Enhetskopia> enheter)
    {
        var (handlaggare, ovriga) = (kollegium.Ids(Roll.Handlaggare), kollegium.IdsUtom(Roll.Handlaggare));
        var egen = new Enhetskopia(mallenhet, [.. handlaggare, .. enheter[0].Handlaggare], ovriga);
        var bok = new Personalbok(mallenhet, [egen, .. enheter.Skip(1)]);
        for (var i = 0; i < handlaggare.Count; i++) bok._mallens[handlaggare[i].Value] = (true, i);
        for (var i = 0; i < ovriga.Count; i++) bok._mallens[ovriga[i].Value] = (false, i);
        return bok;
    }

    /// <summary>The template's person by her key, or null for a number that is nobody's.</summary>
    public (bool Handlaggare, int Plats)? Mallens(long id) => _mallens.TryGetValue(id, out var plats) ? plats : null;
}
