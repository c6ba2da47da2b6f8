using System.Collections.Frozen;

namespace CaseFlow.Domain.Behorigheter;

/// <summary>A role is a named set of capabilities. One person may hold several; menus and rights are the union.</summary>
/// <remarks>Jour and Kvalitetsrad are held beside another role: by those who are on duty for units that are not theirs, and by those who read the
/// unit's reports together. Fardtjansthandlaggare is a handläggare whom the rule gives färdtjänst and nothing else
/// (<see cref="Arbetsfordelning.Fordelningskrets"/>).</remarks>
public enum Roll { Handlaggare, BitradandeChef, Chef, Forvaltare, Utforare, System, Jour, Fardtjansthandlaggare, Administrator, Aldrelots, Kvalitetsrad }

/// <summary>Which capabilities a role is composed of.</summary>
public static class Roller
{
    private static readonly FrozenDictionary<Roll, FrozenSet<Behorighet>> Satser = new Dictionary<Roll, FrozenSet<Behorighet>>
    {
        [Roll.Handlaggare] = Handlaggarsats(),
        [Roll.Fardtjansthandlaggare] = Handlaggarsats(),
        [Roll.BitradandeChef] = Chefssats(),
        [Roll.Chef] = Chefssats(),
        [Roll.Forvaltare] = Sats(Behorighet.ForvaltaBehorigheter, Behorighet.SkotaProcesser, Behorighet.GranskaLogg, Behorighet.RapporteraAvvikelse, Behorighet.LasaIndikatorer),
        // Den som registrerar och svarar i telefon söker efter den som ringer, läser ärendet med ett skäl och ändrar inget i det.
        [Roll.Administrator] = Sats(Behorighet.RegistreraAnsokan, Behorighet.LasaArende, Behorighet.SokaPersoner, Behorighet.RapporteraAvvikelse),
        [Roll.Aldrelots] = Sats(Behorighet.RapporteraAvvikelse),
        [Roll.Kvalitetsrad] = Sats(Behorighet.RapporteraAvvikelse, Behorighet.HandlaggaAvvikelse, Behorighet.LasaIndikatorer),
        [Roll.Utforare] = Sats(Behorighet.RapporteraAvvikelse),
        [Roll.Jour] = Sats(Behorighet.Nodoppna, Behorighet.RapporteraAvvikelse),
        [Roll.System] = Sats(Behorighet.KoraProcess, Behorighet.GranskaLogg),
    }.ToFrozenDictionary();

    public static IReadOnlySet<Behorighet> Behorigheter(Roll roll) => Satser[roll];

    private static FrozenSet<Behorighet> Handlaggarsats() => Sats(Behorighet.RegistreraAnsokan, Behorighet.LasaArende, Behorighet.HandlaggaArende,
        Behorighet.FattaBeslut, Behorighet.RapporteraAvvikelse, Behorighet.LasaIndikatorer, Behorighet.SokaPersoner);

    private static FrozenSet<Behorighet> Chefssats() => Sats(Behorighet.RegistreraAnsokan, Behorighet.LasaArende, Behorighet.HandlaggaArende,
        Behorighet.FattaBeslut, Behorighet.FordelaArende, Behorighet.SeEnheten, Behorighet.RapporteraAvvikelse, Behorighet.HandlaggaAvvikelse,
        Behorighet.LasaIndikatorer, Behorighet.SokaPersoner, Behorighet.Nodoppna);

    private static FrozenSet<Behorighet> Sats(params Behorighet[] behorigheter) =>
        behorigheter.Append(Behorighet.Inloggad).ToFrozenSet();
}
