using CaseFlow.Domain.Insatser;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Data.Grund;

/// <summary>Who the letters come from and where a beslut is appealed, as the settings say.</summary>
// FL (2017:900) 33 § andra stycket: en hänvisning till fel nämnd, adress eller domstol är fel i varje beslut
public static class Enhetsadress
{
    private const string Avsnitt = "CaseFlow:Enhet";
    private const int Langst = 200;

    /// <summary>Whether anything of it is given.</summary>
    public static bool ArAngiven(IConfiguration installningar) => installningar.GetSection(Avsnitt).Exists();

    /// <summary>Reads <c>CaseFlow:Enhet</c>.</summary>
    /// <param name="exempel">What holds when nothing at all is given, for demo and development; null in real use.</param>
    /// <exception cref="InstallningException">Something is missing or cannot stand in a letter.</exception>
    public static Overklagandeadress Las(IConfiguration installningar, Overklagandeadress? exempel)
    {
        if (exempel is not null && !ArAngiven(installningar)) return exempel;
        var avsnitt = installningar.GetSection(Avsnitt);
        string? Varde(string namn) => avsnitt[namn] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        var till = new Overklagandeadress(
            Varde("Namnd") ?? "", Varde("Adress") ?? "", Varde("Forvaltningsratt") ?? "", Varde("Forvaltningsrattsadress") ?? "", Varde("Telefon"));
        (string Namn, string Text)[] kravda =
        [
            ("Namnd", till.Namnd), ("Adress", till.Adress), ("Forvaltningsratt", till.Forvaltningsratt), ("Forvaltningsrattsadress", till.Forvaltningsrattsadress),
        ];
        var saknas = kravda.Where(k => k.Text.Length == 0).Select(k => $"CaseFlow__Enhet__{k.Namn}").ToList();
        if (saknas.Count > 0)
            throw new InstallningException($"Varje beslut ska säga hur det överklagas (33 § förvaltningslagen). Ange {string.Join(", ", saknas)}. Se docs/drift.");
        var fel = kravda.Append(("Telefon", till.Telefon ?? "")).Where(k => k.Item2.Length > Langst || k.Item2.Any(char.IsControl))
            .Select(k => $"CaseFlow__Enhet__{k.Item1}").ToList();
        return fel.Count == 0 ? till
            : throw new InstallningException($"{string.Join(", ", fel)} ska vara en rad på högst {Langst} tecken, som den ska stå i brevet.");
    }
}
