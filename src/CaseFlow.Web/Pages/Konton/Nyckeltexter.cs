using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Application;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Web.Pages.Konton;

/// <summary>What a key may do and how long, in words.</summary>
internal static class Nyckeltexter
{
    public static Alternativ Val(string kod) => new(kod, kod switch
    {
        Kontraktsbehorighet.RegistreraAnsokan => "Registrera ansökningar",
        Kontraktsbehorighet.LasaArende => "Läsa ärenden, uppgifter, beslut och insatser",
        Kontraktsbehorighet.SlutforaUppgift => "Ta och slutföra uppgifter",
        Kontraktsbehorighet.SokaPerson => "Söka personer",
        _ => kod,
    });

    public static string Kort(string kod) => Val(kod).Text;

    public static string Tid(MinApiNyckel nyckel)
    {
        var gjord = $"Gjord {Datumtext.MedAr(SvenskTid.Dag(nyckel.Skapad))}";
        return nyckel switch
        {
            { Sparrad: { } nar } => $"{gjord}, borttagen {Datumtext.MedAr(SvenskTid.Dag(nar))}",
            { GallerTom: { } tom, Galler: true } => $"{gjord}, gäller till och med {Datumtext.MedAr(tom)}",
            { GallerTom: { } tom } => $"{gjord}, gällde till och med {Datumtext.MedAr(tom)}",
            _ => gjord,
        };
    }
}
