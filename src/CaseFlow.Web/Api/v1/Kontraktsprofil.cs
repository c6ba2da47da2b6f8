using System.Globalization;
using AutoMapper;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using K = CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1;

/// <summary>From the use cases' answers to the contract, the only place where AutoMapper is used (docs/adr/0007). A field that nothing fills fails a
/// test.</summary>
internal sealed class Kontraktsprofil : Profile
{
    public Kontraktsprofil()
    {
        CreateMap<DateTimeOffset, DateTime>().ConvertUsing(t => t.UtcDateTime);
        CreateMap<PersonVy, K.Person>()
            .ForCtorParam(nameof(K.Person.Sprak), o => o.MapFrom(p => p.SprakText))
            .ForCtorParam(nameof(K.Person.SkyddadeUppgifter), o => o.MapFrom(p => p.Skyddad));
        Arenden();
        Uppgifter();
        Formular();
        CreateMap<PersonTraff, K.Persontraff>();
        CreateMap<ArendeTraff, K.Personarende>()
            .ForCtorParam(nameof(K.Personarende.Arendenummer), o => o.MapFrom(a => a.Nummer))
            .ForCtorParam(nameof(K.Personarende.Steg), o => o.MapFrom(a => K.Kod.Av(a.Steg)));
    }

    private void Arenden()
    {
        CreateMap<ArendeRad, K.Arenderad>()
            .ForCtorParam(nameof(K.Arenderad.Arendenummer), o => o.MapFrom(a => a.Nummer))
            .ForCtorParam(nameof(K.Arenderad.Slag), o => o.MapFrom(a => K.Kod.Av(a.Slag)))
            .ForCtorParam(nameof(K.Arenderad.Steg), o => o.MapFrom(a => K.Kod.Av(a.Stegkod)))
            .ForCtorParam(nameof(K.Arenderad.Ankomstdag), o => o.MapFrom(a => a.Oppnat))
            .ForCtorParam(nameof(K.Arenderad.Handlaggare), o => o.MapFrom(a => Anvandare(a.HandlaggareId, a.Handlaggare)))
            .ForCtorParam(nameof(K.Arenderad.NastaUppgift), o => o.MapFrom(a => Nasta(a)));
        CreateMap<Arendeoversikt, K.Arende>()
            .ForCtorParam(nameof(K.Arende.Arendenummer), o => o.MapFrom(a => a.Nummer))
            .ForCtorParam(nameof(K.Arende.Slag), o => o.MapFrom(a => K.Kod.Av(a.Slag)))
            .ForCtorParam(nameof(K.Arende.Steg), o => o.MapFrom(a => K.Kod.Av(a.Steg)))
            .ForCtorParam(nameof(K.Arende.Handlaggare), o => o.MapFrom(a => Anvandare(a.HandlaggareId, a.Handlaggare)))
            .ForCtorParam(nameof(K.Arende.Avslutsorsak), o => o.MapFrom(a => Kod(a.AvslutsOrsak)))
            .ForCtorParam(nameof(K.Arende.Vantar), o => o.MapFrom(a => a.Vantar == null ? null : new K.Vantan(a.Vantar.Orsak, a.Vantar.Vaknar)))
            .ForCtorParam(nameof(K.Arende.Dagar), o => o.MapFrom(a => new K.Dagar(a.DagarTotalt, a.DagarHosOss, a.DagarVantan)));
        CreateMap<Sokt, K.Ansokt>()
            .ForCtorParam(nameof(K.Ansokt.Namn), o => o.MapFrom(s => Insatskatalog.Namn(s.Insatstyp)))
            .ForCtorParam(nameof(K.Ansokt.Omfattning), o => o.MapFrom(s => Omfattning(s.Omfattning, s.Enhet)));
        CreateMap<BeslutRad, K.Beslut>()
            .ForCtorParam(nameof(K.Beslut.Id), o => o.MapFrom(b => Nyckel(b.Id)))
            .ForCtorParam(nameof(K.Beslut.Namn), o => o.MapFrom(b => Insatskatalog.Namn(b.Insatstyp)))
            .ForCtorParam(nameof(K.Beslut.Utfall), o => o.MapFrom(b => K.Kod.Av(b.Utfall)))
            .ForCtorParam(nameof(K.Beslut.Sokt), o => o.MapFrom(b => Omfattning(b.SoktOmfattning, b.SoktEnhet)))
            .ForCtorParam(nameof(K.Beslut.Beviljat), o => o.MapFrom(b => Omfattning(b.BeviljadOmfattning, b.BeviljadEnhet)))
            .ForCtorParam(nameof(K.Beslut.Overklagande), o => o.MapFrom(b => Kod(b.Overklagandeform)))
            .ForCtorParam(nameof(K.Beslut.Andringsgrund), o => o.MapFrom(b => Kod(b.Andringsgrund)))
            .ForCtorParam(nameof(K.Beslut.Beslutsfattare), o => o.MapFrom(b => Anvandare(b.BeslutsfattareId, b.Beslutsfattare)))
            .ForCtorParam(nameof(K.Beslut.Delgivet), o => o.MapFrom(b => b.DelgivenDag));
        CreateMap<InsatsRad, K.Insats>()
            .ForCtorParam(nameof(K.Insats.Id), o => o.MapFrom(i => Nyckel(i.Id)))
            .ForCtorParam(nameof(K.Insats.Beslut), o => o.MapFrom(i => Nyckel(i.BeslutId)))
            .ForCtorParam(nameof(K.Insats.Namn), o => o.MapFrom(i => Insatskatalog.Namn(i.Insatstyp)))
            .ForCtorParam(nameof(K.Insats.Omfattning), o => o.MapFrom(i => Omfattning(i.Omfattning, i.Enhet)))
            .ForCtorParam(nameof(K.Insats.Status), o => o.MapFrom(i => K.Kod.Av(i.Status)))
            .ForCtorParam(nameof(K.Insats.Start), o => o.MapFrom(i => i.StartDatum))
            .ForCtorParam(nameof(K.Insats.Uppfoljning), o => o.MapFrom(i => i.UppfoljningDatum))
            .ForCtorParam(nameof(K.Insats.Avslut), o => o.MapFrom(i => i.AvslutDatum == null ? null : new K.Avslut(i.AvslutDatum.Value, i.AvslutOrsak!)));
    }

    private void Uppgifter()
    {
        CreateMap<UppgiftRad, K.Uppgiftsrad>()
            .ForCtorParam(nameof(K.Uppgiftsrad.Status), o => o.MapFrom(u => K.Kod.Av(u.Status)))
            .ForCtorParam(nameof(K.Uppgiftsrad.Tilldelad), o => o.MapFrom(u => Anvandare(u.TilldeladId, u.Tilldelad)))
            .ForCtorParam(nameof(K.Uppgiftsrad.Vantar), o => o.MapFrom(u => u.VantarOrsak == null ? null : new K.Vantan(u.VantarOrsak, u.Vaknar)));
        CreateMap<UppgiftSvar, K.Uppgift>()
            .ForCtorParam(nameof(K.Uppgift.Data), o => o.MapFrom(u => u.Rad))
            .ForCtorParam(nameof(K.Uppgift.KanSlutforas), o => o.MapFrom(u => u.Oppen && u.Uppgift.KanUtforas && u.Formular != null))
            .ForCtorParam(nameof(K.Uppgift.Svar), o => o.MapFrom(u => u.Varden))
            .ForCtorParam(nameof(K.Uppgift.Lage), o => o.MapFrom(u => u.Lagen));
        CreateMap<Faltlage, K.Faltlage>();
        CreateMap<SlutfordUppgift, K.Slutford>();
        CreateMap<TagenUppgift, K.Tagen>();
    }

    private void Formular()
    {
        CreateMap<Formulardefinition, K.Formular>();
        CreateMap<Sektion, K.Avsnitt>()
            .ForCtorParam(nameof(K.Avsnitt.VisasNar), o => o.MapFrom(s => s.VisasNar == null ? null : s.VisasNar.Source));
        CreateMap<Faltdefinition, K.Falt>()
            .ForCtorParam(nameof(K.Falt.Typ), o => o.MapFrom(f => K.Kod.Av(f.Typ)))
            .ForCtorParam(nameof(K.Falt.Decimaler), o => o.MapFrom(f => Decimaler(f)))
            .ForCtorParam(nameof(K.Falt.KravsNar), o => o.MapFrom(f => f.KravsNar == null ? null : f.KravsNar.Source))
            .ForCtorParam(nameof(K.Falt.VisasNar), o => o.MapFrom(f => f.VisasNar == null ? null : f.VisasNar.Source));
        CreateMap<Alternativ, K.Alternativ>();
    }

    private static int? Decimaler(Faltdefinition falt) => falt.Typ switch
    {
        Falttyp.Tal => falt.Decimaler,
        Falttyp.Belopp => Formulargranser.Decimaler,
        Falttyp.Heltal => 0,
        Falttyp.Text or Falttyp.Langtext or Falttyp.Datum or Falttyp.Tid or Falttyp.JaNej or Falttyp.Val or Falttyp.Flerval or Falttyp.Skala or Falttyp.Anvandare or Falttyp.Insats
            or Falttyp.Ombud or Falttyp.Utforare or Falttyp.Upplysning => null,
    };

    private static string? Kod<T>(T? varde)
        where T : struct, Enum => varde is { } v ? K.Kod.Av(v) : null;

    private static string Nyckel(IId id) => id.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for nobody, and for one whose name is not to be had.</summary>
    private static K.Anvandare? Anvandare(AnvandareId? id, string? namn) => id is { } i && namn is not null ? new(Nyckel(i), namn) : null;

    // Delat med ett med många decimaler: 10.00 i databasen är 10 i kontraktet, vilken databas det än är.
    private static K.Omfattning? Omfattning(decimal? antal, string? enhet) =>
        antal is { } a && enhet is not null ? new(a / 1.0000000000000000000000000000m, enhet) : null;

    private static K.Nastauppgift? Nasta(ArendeRad a) => a is { NastaUppgift: { } id, NastaSteg: { } titel } ? new(id, titel, a.Frist?.Datum) : null;
}
