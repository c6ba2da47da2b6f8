using CaseFlow.Web.Pages.Delar;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Konton;

/// <summary>Where the person is: first password, then the code from the app.</summary>
public enum Inloggningssteg { Losenord, Kod }

public sealed partial class LoggaIn
{
    private readonly List<Faltfel> _fel = [];

    [SupplyParameterFromForm(FormName = "logga-in", Name = "anvandarnamn")] private string? Anvandarnamn { get; set; }

    [SupplyParameterFromForm(FormName = "logga-in", Name = "losenord")] private string? Losenord { get; set; }

    [SupplyParameterFromForm(FormName = "logga-in", Name = "kod")] private string? Kod { get; set; }

    /// <summary>Where to go afterwards; only a path of ours (<see cref="EgenAdress"/>).</summary>
    [SupplyParameterFromQuery(Name = "till")] private string? Till { get; set; }

    private Inloggningssteg Steg { get; set; } = Inloggningssteg.Losenord;

    private IReadOnlyList<Faltfel> Fel => _fel;

    private string Adress => EgenAdress(Till) is { } till ? "/logga-in?till=" + Uri.EscapeDataString(till) : "/logga-in";

    private string? FelFor(string falt) => _fel.Find(f => f.Falt == falt)?.Text;

    /// <summary>A path on this site, or null: an address elsewhere is never followed.</summary>
    public static string? EgenAdress(string? till) =>
        till is ['/', ..] && !till.StartsWith("//", StringComparison.Ordinal) && !till.Contains('\\', StringComparison.Ordinal) && !till.Any(char.IsControl)
            ? till
            : null;

    private Task SkickaAsync()
    {
        if (Kod is null)
        {
            if (string.IsNullOrWhiteSpace(Anvandarnamn))
                _fel.Add(new("anvandarnamn", "Skriv ditt användarnamn."));
            if (string.IsNullOrEmpty(Losenord))
                _fel.Add(new("losenord", "Skriv ditt lösenord."));
        }
        else if (string.IsNullOrWhiteSpace(Kod))
        {
            Steg = Inloggningssteg.Kod;
            _fel.Add(new("kod", "Skriv koden från din app."));
        }

        if (_fel.Count > 0)
            return Task.CompletedTask;

        // Kontona i Auth/ svarar här. Fel uppgifter ger samma mening oavsett vilken som var fel, kravet på kod byter steg, och den
        // som är inloggad skickas till sin adress. Tills kontona finns sägs det som det är.
        _fel.Add(new("", "Inga konton är inkopplade än. Det går inte att logga in."));
        return Task.CompletedTask;
    }
}
