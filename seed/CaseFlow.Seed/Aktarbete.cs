using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using CaseFlow.Seed.Texter;

namespace CaseFlow.Seed;

/// <summary>What is written around the tasks of one ärende: notes of calls and visits, who is near to the person, what she agrees to, and who may speak
/// for her.</summary>
internal sealed class Aktarbete
{
    private const int SenasteVeckor = 4;

    private readonly Queue<(DateTimeOffset Nar, Func<DateTimeOffset, Aktor, Handgrepp> Gor)> _delar;

    private Aktarbete(IEnumerable<(DateTimeOffset, Func<DateTimeOffset, Aktor, Handgrepp>)> delar) => _delar = new(delar);

    public static Aktarbete Planera(Livslopp liv, Arenderad arende, DateTimeOffset nu)
    {
        var (idag, akten) = (SvenskTid.Dag(nu), new Aktminne());
        var delar = Delar(liv, arende, akten).Select(gor =>
        {
            var dagar = liv.Slump.Bool(0.75f) ? liv.Slump.Int(1, SenasteVeckor * 5) : liv.Slump.Int(SenasteVeckor * 5, 160);
            return (Nar: Demoval.Moment(Arbetsdagar.Lagg(idag, dagar), new TimeOnly(liv.Slump.Int(10, 15), 0)), gor);
        }).OrderBy(d => d.Nar).ToList();
        // Den som har ändrat sig gör det när allt annat är skrivet, så att det hon ändrar finns.
        if (akten.SkaAterkalla) delar.Add((delar[^1].Nar.AddDays(liv.Slump.Int(1, 3) * 7), Aterkallelse(arende, akten)));
        return new(delar);
    }

    /// <summary>What is written now that something written later is about.</summary>
    private sealed class Aktminne
    {
        public bool SkaAterkalla { get; set; }

        public Guid Antecknat { get; set; }

        /// <summary>Someone near to her, to have a consent about.</summary>
        public string? Nara { get; set; }
    }

    /// <summary>The next of what is written by now, one at a time.</summary>
    public IEnumerable<Handgrepp> Fram(DateTimeOffset nu, Aktor aktor) =>
        _delar.TryPeek(out var del) && del.Nar <= nu ? [_delar.Dequeue().Gor(nu, aktor)] : [];

    private static IEnumerable<Func<DateTimeOffset, Aktor, Handgrepp>> Delar(Livslopp liv, Arenderad arende, Aktminne akten)
    {
        for (var i = liv.Slump.Int(1, 4); i > 0; i--) yield return Anteckning(liv, arende);
        if (liv.Person.Skydd != "ingen") yield break; // det som rör henne skrivs bara medan uppgifterna visas
        if (liv.Slump.Bool(0.4f)) yield return Narstaende(liv, arende, akten);
        if (liv.Slump.Bool(0.4f)) yield return Samtycke(liv, arende, akten);
        if (liv.Person.Ombud is null && liv.Slump.Bool(0.16f)) yield return Ombud(liv, arende);
    }

    private static Func<DateTimeOffset, Aktor, Handgrepp> Anteckning(Livslopp liv, Arenderad arende)
    {
        var (slag, med, texter) = liv.Slump.ArrayElement(Anteckningstexter.Alla);
        var (text, minuter) = (liv.Ett(texter), liv.Slump.Int(5, 45));
        return (nu, aktor) => Handgrepp.Av(
            new SkrivAnteckning(arende.Nummer, slag, SvenskTid.Dag(nu), slag is Anteckningsslag.Brev or Anteckningsslag.Ovrigt ? null : Klockan(nu, minuter), med, text), aktor);
    }

    private static Func<DateTimeOffset, Aktor, Handgrepp> Narstaende(Livslopp liv, Arenderad arende, Aktminne akten)
    {
        var relation = liv.Slump.ArrayElement([Relation.Barn, Relation.Barn, Relation.MakeEllerPartner, Relation.Syskon, Relation.VanEllerGranne, Relation.Kontaktperson]);
        var (namn, lov) = (liv.Namn(relation is Relation.Barn or Relation.MakeEllerPartner), liv.Slump.ArrayElement([Kontaktlov.Ja, Kontaktlov.Ja, Kontaktlov.MedSamtycke, Kontaktlov.Nej]));
        var telefon = $"070-174 06 {liv.Slump.Int(5, 99):00}";
        akten.Nara = namn;
        return (_, aktor) => Handgrepp.Av(new LaggTillNarstaende(arende.Nummer, namn, relation, telefon, lov, null), aktor);
    }

    private static Func<DateTimeOffset, Aktor, Handgrepp> Samtycke(Livslopp liv, Arenderad arende, Aktminne akten)
    {
        var (andamal, mottagare, omfattning) = liv.Slump.ArrayElement(Anteckningstexter.Samtycken);
        var (satt, tidsbegransat) = (liv.Slump.ArrayElement([Samtyckessatt.Muntligt, Samtyckessatt.Muntligt, Samtyckessatt.Skriftligt]), liv.Slump.Bool(0.7f));
        akten.SkaAterkalla = liv.Slump.Bool(0.3f);
        if (andamal is Samtyckesandamal.KontaktNarstaende && akten.Nara is { } nara) mottagare = nara;
        return (nu, aktor) => Handgrepp.Av(
            new NoteraSamtycke(arende.Nummer, andamal, mottagare, omfattning, satt, SvenskTid.Dag(nu), tidsbegransat ? SvenskTid.Dag(nu).AddYears(1) : null), aktor,
            svar => akten.Antecknat = svar.Id);
    }

    private static Func<DateTimeOffset, Aktor, Handgrepp> Aterkallelse(Arenderad arende, Aktminne akten) => (nu, aktor) =>
        Handgrepp.Av(new AterkallaSamtycke(arende.Nummer, akten.Antecknat, 0, SvenskTid.Dag(nu), "Personen, i telefon"), aktor);

    private static Func<DateTimeOffset, Aktor, Handgrepp> Ombud(Livslopp liv, Arenderad arende)
    {
        var (namn, telefon, godMan) = (liv.Namn(slakt: true), $"070-174 06 {liv.Slump.Int(5, 99):00}", liv.Slump.Bool(0.6f));
        if (godMan)
            return (nu, aktor) => Handgrepp.Av(
                new RegistreraOmbud(
                    arende.Nummer, namn, OmbudRoll.GodMan, telefon, [Domain.Ansokningar.Ombud.SorjaForPerson, Domain.Ansokningar.Ombud.BevakaRatt], SvenskTid.Dag(nu).AddMonths(-8), null, BaraHar: false,
                    $"Tingsrättens förordnande {SvenskTid.Text(SvenskTid.Dag(nu).AddMonths(-8))}, visat vid hembesöket."),
                aktor);
        return (nu, aktor) => Handgrepp.Av(
            new RegistreraOmbud(
                arende.Nummer, namn, OmbudRoll.Fullmakt, telefon, [Ombudsomfattning.Ansoka, Ombudsomfattning.Svara, Ombudsomfattning.Samtycka], SvenskTid.Dag(nu),
                SvenskTid.Dag(nu).AddYears(2), BaraHar: false, $"Fullmakt undertecknad {SvenskTid.Text(SvenskTid.Dag(nu).AddDays(-3))}, visad vid hembesöket."),
            aktor);
    }

    private static TimeOnly Klockan(DateTimeOffset nu, int minuterSedan)
    {
        var lokal = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(nu, SvenskTid.Zon).DateTime);
        return new TimeOnly(lokal.Hour, lokal.Minute).AddMinutes(-minuterSedan);
    }
}
