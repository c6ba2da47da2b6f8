using System.Globalization;
using CaseFlow.Domain.Arenden;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Data.Grund;

/// <summary>How long a draft is kept that nobody goes on with, as the settings say.</summary>
public static class Utkastinstallning
{
    private const string Namn = "CaseFlow:Utkast:Dagar";
    private const int Flest = 365;

    /// <summary>Reads <c>CaseFlow:Utkast:Dagar</c>; as usual when it is not given.</summary>
    /// <exception cref="InstallningException">Not a number within reason.</exception>
    public static Utkastregel Las(IConfiguration installningar)
    {
        if (installningar[Namn] is not { Length: > 0 } text) return Utkastregel.Vanlig;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var dagar) && dagar is >= 1 and <= Flest
            ? new(TimeSpan.FromDays(dagar)) : throw new InstallningException($"CaseFlow__Utkast__Dagar är {text}. Ange ett heltal från 1 till {Flest}.");
    }
}
