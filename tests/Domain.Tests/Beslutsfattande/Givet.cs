using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

/// <summary>The usual case, from which a test says only how it differs.</summary>
internal static class Givet
{
    public static readonly DateTimeOffset Nu = new(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(1));
    public static readonly DateOnly Idag = new(2026, 11, 27);
    public static readonly ArendeId Arende = new(1);
    public static readonly AnvandareId Karin = new(10);
    public static readonly AnvandareId Henrik = new(11);
    public static readonly AnsoktInsatsId Ansokt = new(100);

    public static readonly Delegationskrav Krav = new(Delegatniva.BitradandeChef, "3.2", "Avslag på dagverksamhet");

    public static Yrkande Yrkar(decimal? omfattning = 2m, Period? period = null, string insatstyp = "dagverksamhet") =>
        new(Ansokt, insatstyp, omfattning, omfattning is null ? null : Insatskatalog.Finn(insatstyp)!.Enhet, period);

    public static Forslag Bifall(decimal? omfattning = 2m) =>
        new(Beslutsutfall.Bifall, omfattning, null, new Period(Idag.AddDays(10), null), null, "Träffa andra");

    public static Forslag Delvis(decimal? omfattning = 1m, string? motivering = "Du träffar din dotter varje lördag.") =>
        Bifall(omfattning) with { Utfall = Beslutsutfall.DelvisAvslag, Motivering = motivering };

    public static Forslag Avslag(string? motivering = "Behovet är tillgodosett på annat sätt.") =>
        new(Beslutsutfall.Avslag, null, null, null, motivering, null);

    public static Beslut Foreslaget(Forslag? forslag = null, Yrkande? yrkande = null) =>
        Beslut.Foresla(new(1000), Arende, yrkande ?? Yrkar(), forslag ?? Bifall(), Karin, Idag).Value.Beslut;

    public static Beslut Fattat(Forslag? forslag = null, Yrkande? yrkande = null)
    {
        var beslut = Foreslaget(forslag, yrkande);
        _ = beslut.Fatta(Ratt(), Underlag(), Lagrumstabell.For(beslut.Insatstyp, Idag), Nu, Idag).Value;
        return beslut;
    }

    public static Delegationsratt Ratt() => Delegationsordning.FarBesluta(Delegatniva.BitradandeChef, Krav, Henrik).Value;

    public static Beslutsunderlag Underlag() => Beslutsunderlag.Prova(AvslutadUtredning(), [Onodig()], [], Idag).Value;

    public static Kommunicering Onodig(params Beslut[] forslag) => Kommunicering.Obehovlig(new(7), Arende, "Allt beviljas.", Idag, true, Karin, forslag, Nu).Value.Kommunicering;

    public static Utredning PaborjadUtredning(bool barn = false) => Utredning.Paborja(new(5), Arende, barn, Karin, Nu).Utredning;

    public static Utredning AvslutadUtredning()
    {
        var utredning = PaborjadUtredning();
        _ = utredning.SkrivOmrade("d5", Klart(), 0, Karin, Nu).Value;
        _ = utredning.BesvaraValdsfraga(Valdsfrageutfall.Fragad, null, Idag, 0, Karin).Value;
        _ = utredning.SkrivBedomning(null, "Behöver stöd.", null, 0).Value;
        _ = utredning.BeskrivInsats(Ansokt, "dagverksamhet", "Är ensam på vardagar.", 2, new(2, "dagar per vecka"), 0).Value;
        _ = utredning.Avsluta(Nu, [Ansokt], "kvinna").Value;
        return utredning;
    }

    public static Omradestext Klart(string? beskrivning = "Behöver stöd vid dusch.") => new(
        "Duscha vågar jag inte ensam.", beskrivning, Funktionstillstand.Mattlig, Funktionstillstand.Latt, "Duschar tryggt.", "Ingegerd", Idag,
        Omradesstatus.Klar);
}
