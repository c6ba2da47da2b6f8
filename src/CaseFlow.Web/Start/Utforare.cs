using CaseFlow.Application.Uppgifter;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Web.Start;

/// <summary>The utförare that a beställning can go to: <c>CaseFlow:Utforare:0:Namn = Solbackens hemtjänst</c>, with <c>Insatser</c> (codes) and <c>Enhet</c> where
/// it is not for all. Without them the unit's own orders are the list.</summary>
internal static class Utforare
{
    private const string Avsnitt = "CaseFlow:Utforare";

    /// <exception cref="InstallningException">One without a name, or with an insatstyp that does not exist.</exception>
    public static Utforarregister Las(IConfiguration installningar) => new([.. installningar.GetSection(Avsnitt).GetChildren().Select(Post)]);

    private static Utforarpost Post(IConfigurationSection rad)
    {
        if (rad["Namn"]?.Trim() is not { Length: > 0 } namn) throw new InstallningException($"{rad.Path}:Namn saknas. Skriv vad utföraren heter.");
        var insatser = rad.GetSection("Insatser").GetChildren().Select(i => i.Value ?? "").ToList();
        if (insatser.Find(i => Insatskatalog.Finn(i) is null) is { } okand)
            throw new InstallningException($"{rad.Path}:Insatser: {okand} är ingen insatstyp. Välj bland {string.Join(", ", Insatskatalog.Standard.Select(t => t.Kod))}.");
        return new(namn, insatser, rad["Enhet"]);
    }
}
