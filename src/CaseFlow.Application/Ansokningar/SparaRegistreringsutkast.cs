using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Keeps the ansökan that is being typed, so that it is there again whatever happens to the browser or the session: one for each user, and only
/// hers. Sent again and again while one types: the last one counts.</summary>
/// <param name="Falt">What the fields hold, by name; who it is about is kept as <see cref="Registreringsutkast"/> says.</param>
/// <param name="Blankett">The idempotency key of the shown form: what has been registered under it is no draft any more. Null when it has none.</param>
[Fortlopande]
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record SparaRegistreringsutkast(IReadOnlyDictionary<string, string[]> Falt, string? Blankett = null) : ICommand<SparatUtkast>
{
    public override string ToString() => nameof(SparaRegistreringsutkast);
}

internal sealed class SparaRegistreringsutkastHandler(Utkastskrivning skrivning) : ICommandHandler<SparaRegistreringsutkast, SparatUtkast>
{
    public Task<Result<SparatUtkast>> Handle(SparaRegistreringsutkast request, CancellationToken cancellationToken) =>
        skrivning.Spara(null, Utkastplats.NyAnsokan, Registreringsutkast.Behall(request.Falt), request.Blankett, cancellationToken);
}

/// <summary>What a draft of an ansökan keeps of the one who applies. Nobody has asked yet whether her identity is protected, and the draft stands on the
/// page the next time it is opened, perhaps with the next visitor beside.</summary>
// Dataskyddsförordningen (EU) 2016/679 artikel 5.1 c: personnumret behövs först när ansökan registreras. OSL 22 kap. 1 §: den som har skyddade uppgifter
// namnges inte där ingen har bett om det.
public static class Registreringsutkast
{
    /// <summary>The field that says whether the identity is protected, and its value when it is not.</summary>
    public const string Skyddsfalt = "skydd";

    public const string Oskyddad = "ingen";

    /// <summary>Never kept.</summary>
    public const string Personnummer = "personnummer";

    /// <summary>Not kept once the form says that the identity is protected: who she is, where she lives and whom to call.</summary>
    public static IReadOnlySet<string> Identitet { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "fodelsedatum", "kon", "fornamn", "efternamn", "gata", "postnummer", "ort", "telefon", "ombudNamn", "ombudTelefon",
    };

    internal static Dictionary<string, string[]> Behall(IReadOnlyDictionary<string, string[]> falt)
    {
        var skyddad = falt.GetValueOrDefault(Skyddsfalt) is { } skydd && Array.Exists(skydd, s => s.Length > 0 && s != Oskyddad);
        return falt.Where(f => f.Key != Personnummer && !(skyddad && Identitet.Contains(f.Key))).ToDictionary(StringComparer.Ordinal);
    }
}
