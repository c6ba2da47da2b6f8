using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>How a person has been reached: who changed it, when, and what stood there before, as the parts of a utredning say theirs.</summary>
internal static class Kontaktandringar
{
    private const string Adressen = "Adress";
    private const string Telefonen = "Telefon";
    private const string Spraket = "Språk";
    private const string Tolken = "Tolk";

    /// <summary>As it is kept, by the name that is shown.</summary>
    public static Dictionary<string, string?> Falt(Person person) =>
        Falt(person.Adress is { } a ? $"{a.Gata}, {a.Postnummer} {a.Ort}" : null, person.Telefon, person.Sprak, person.Tolkbehov);

    /// <param name="rader">The latest first.</param>
    /// <param name="nu">Not withheld.</param>
    public static IReadOnlyList<LydelseVy> Vyer(IReadOnlyList<Kontaktlydelse> rader, PersonVisning nu, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var vyer = new List<LydelseVy>();
        IReadOnlyDictionary<string, string?> efter = Falt(string.IsNullOrEmpty(nu.Gata) ? null : $"{nu.Gata}, {nu.Postnummer} {nu.Ort}", nu.Telefon, nu.Sprak, nu.Tolkbehov);
        foreach (var rad in rader)
        {
            var fore = Lydelsefalt.FranJson(rad.Falt);
            vyer.Add(new(rad.Rev + 1, namn.GetValueOrDefault(rad.ErsattAv), rad.Ersatt, Lydelsefalt.Skillnad(fore, efter, falt => falt)));
            efter = fore;
        }
        return vyer;
    }

    private static Dictionary<string, string?> Falt(string? adress, string? telefon, string sprak, bool tolk) => new(StringComparer.Ordinal)
    {
        [Adressen] = adress, [Telefonen] = telefon, [Spraket] = Spraknamn.Av(sprak), [Tolken] = tolk ? "behövs" : null,
    };
}
