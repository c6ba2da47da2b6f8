using System.Globalization;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Web.Start;

/// <summary>The unit's own weights of an ärende by its step: <c>CaseFlow:Bordevikter:Utredning = 1.5</c>. A step that is not named keeps its own.</summary>
internal static class Bordeval
{
    private const string Avsnitt = "CaseFlow:Bordevikter";
    private const decimal Hogst = 10;

    /// <exception cref="InstallningException">A step that does not exist, or a weight that is no number from 0 to 10.</exception>
    public static Bordevikter Las(IConfiguration installningar)
    {
        var vikter = new Dictionary<Steg, decimal>(Bordevikter.Utgangslage.Vikter);
        foreach (var rad in installningar.GetSection(Avsnitt).GetChildren())
        {
            if (!Enum.TryParse<Steg>(rad.Key, ignoreCase: true, out var steg) || !Enum.IsDefined(steg) || char.IsAsciiDigit(rad.Key[0]))
                throw new InstallningException($"{Avsnitt}:{rad.Key} är inget steg. Välj bland {string.Join(", ", Enum.GetNames<Steg>())}.");
            if (!decimal.TryParse(rad.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var vikt) || vikt > Hogst)
                throw new InstallningException($"{Avsnitt}:{rad.Key} ska vara ett tal från 0 till {Hogst}, till exempel 1.5.");
            vikter[steg] = vikt;
        }

        return new(vikter);
    }
}
