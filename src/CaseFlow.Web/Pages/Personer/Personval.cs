using CaseFlow.Application;
using System.Globalization;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Web.Pages.Personer;

/// <summary>The choices of the forms about a person.</summary>
internal static class Personval
{
    public static IReadOnlyList<Alternativ> Roller { get; } =
        [new("god-man", "God man"), new("forvaltare", "Förvaltare"), new("framtidsfullmakt", "Framtidsfullmakt"), new("fullmakt", "Ombud med fullmakt")];

    public static IReadOnlyList<Alternativ> Andamal { get; } = Val<Samtyckesandamal>(Samtyckesord.Av);

    public static IReadOnlyList<Alternativ> Satt { get; } = Val<Samtyckessatt>(s => Datumtext.MedStorBokstav(Samtyckesord.Av(s)));

    public static IReadOnlyList<Alternativ> Relationer { get; } = Val<Relation>(Narstaendeord.Av);

    public static IReadOnlyList<Alternativ> Kontaktlov { get; } = Val<Kontaktlov>(Narstaendeord.Av);

    public static IReadOnlyList<Alternativ> Omfattning(OmbudRoll roll) => [.. Ombudsomfattning.Valbara(roll).Select(o => new Alternativ(o, Ombudsord.Namn(o)))];

    /// <summary>Tells the forms of the rows apart: their fields need names of their own.</summary>
    public static string Nyckel(Guid id) => id.ToString("N")[20..];

    private static IReadOnlyList<Alternativ> Val<T>(Func<T, string> text)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Alternativ(Convert.ToInt32(v, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), text(v)))];
}
