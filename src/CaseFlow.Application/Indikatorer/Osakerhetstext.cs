using System.Globalization;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Personer;
using Antal = CaseFlow.Domain.Indikatorer.Indikatorantal;

namespace CaseFlow.Application.Indikatorer;

/// <summary>What may be said of a share, of the goal and of the difference between women and men, in klarspråk and with 95 per cent intervals.</summary>
internal static class Osakerhetstext
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    public static IReadOnlyList<string> Av(IReadOnlyCollection<Antal> antal, decimal? mal)
    {
        var alla = Utfall.Summa(antal);
        if (alla.Namnare == 0) return ["Ingen utredning är avslutad i perioden."];
        if (alla.ForLiteUnderlag) return [$"För lite underlag: {alla.Antal} utredningar uppfyller måttet. Under {Utfall.MinstaUnderlag} säger en procent mer om slumpen än om arbetet."];
        var (lagst, hogst) = Intervall.Andel(alla.Taljare, alla.Namnare);
        return
        [
            $"{alla.Text} är {alla.Antal} utredningar. Med så många kan slumpen ensam lägga siffran mellan {lagst.ToString("0.0", Svenska)} och {hogst.ToString("0.0", Svenska)}\u00a0%.",
            .. mal is { } m ? [Malet(m, lagst, hogst)] : Array.Empty<string>(),
            Konen(Utfall.Summa(antal.Where(a => a.Kon == Kon.Kvinna)), Utfall.Summa(antal.Where(a => a.Kon == Kon.Man))),
        ];
    }

    private static string Malet(decimal mal, decimal lagst, decimal hogst) =>
        hogst < mal ? $"Målet {Tal(mal)}\u00a0% ligger över det: siffran är säkert under målet."
        : lagst > mal ? $"Målet {Tal(mal)}\u00a0% ligger under det: siffran är säkert över målet."
        : $"Målet {Tal(mal)}\u00a0% ligger där emellan: underlaget avgör inte om målet är nått på sikt.";

    private static string Konen(Utfall kvinnor, Utfall man)
    {
        if (kvinnor.ForLiteUnderlag || man.ForLiteUnderlag)
            return $"Kvinnor och män kan inte jämföras: för lite underlag ({kvinnor.Namnare} kvinnor, {man.Namnare} män, minst {Utfall.MinstaUnderlag} behövs av varje).";
        var (lagst, hogst) = Intervall.Skillnad(kvinnor.Taljare, kvinnor.Namnare, man.Taljare, man.Namnare);
        var skillnad = (kvinnor.Procent - man.Procent)!.Value;
        var hur = skillnad == 0 ? "Samma utfall för kvinnor och män"
            : $"{Tal(Math.Abs(skillnad))} procentenheter {(skillnad > 0 ? "högre" : "lägre")} för kvinnor än för män";
        return lagst > 0 || hogst < 0
            ? $"{hur}, 95\u00a0% intervall {Tal(lagst)} till {Tal(hogst)}. Slumpen ensam förklarar knappast skillnaden: ta reda på varför."
            : $"{hur}, 95\u00a0% intervall {Tal(lagst)} till {Tal(hogst)}. Intervallet rymmer noll: ingen säker skillnad.";
    }

    private static string Tal(decimal tal) => (tal < 0 ? "−" : "") + Math.Abs(tal).ToString(tal % 1 == 0 ? "0" : "0.0", Svenska);
}
