using System.Globalization;
using CaseFlow.Domain.Arenden;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Data.Grund;

/// <summary>How long an emergency opening lasts, and how many someone may make or open with a reason, as the settings say.</summary>
public static class Nodinstallning
{
    private const string Avsnitt = "CaseFlow:Nodoppning";
    private const int KortastMinuter = 5;
    private const int LangstMinuter = 480;
    private const int Flest = 1000;
    private const string Skalavsnitt = "CaseFlow:Skaloppning";

    /// <summary>Reads <c>CaseFlow:Nodoppning</c>; what is not given is as usual.</summary>
    /// <exception cref="InstallningException">Not a number within reason.</exception>
    public static Nodoppningsregel Las(IConfiguration installningar)
    {
        var avsnitt = installningar.GetSection(Avsnitt);
        var vanlig = Nodoppningsregel.Vanlig;
        return new(
            TimeSpan.FromMinutes(Tal(avsnitt, "Minuter", (int)vanlig.Varaktighet.TotalMinutes, KortastMinuter, LangstMinuter)),
            Tal(avsnitt, "PerDygn", vanlig.FlestPerDygn, 1, Flest));
    }

    /// <summary>Reads <c>CaseFlow:Skaloppning</c>; what is not given is as usual.</summary>
    /// <exception cref="InstallningException">Not a number within reason.</exception>
    public static Skaloppningsregel LasSkal(IConfiguration installningar)
    {
        var avsnitt = installningar.GetSection(Skalavsnitt);
        var vanlig = Skaloppningsregel.Vanlig;
        return new(Tal(avsnitt, "PerDygn", vanlig.FlestPerDygn, 1, Flest), Tal(avsnitt, "Marks", vanlig.MarksPerDygn, 1, Flest));
    }

    private static int Tal(IConfigurationSection avsnitt, string namn, int annars, int minst, int mest)
    {
        if (avsnitt[namn] is not { Length: > 0 } text) return annars;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tal) && tal >= minst && tal <= mest
            ? tal : throw new InstallningException($"CaseFlow__{avsnitt.Key}__{namn} är {text}. Ange ett heltal från {minst} till {mest}.");
    }
}
