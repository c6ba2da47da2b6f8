using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Nobody gets into another's account by herself: who gave it a password does not take its second step, nor the other way about, until its
/// owner has been there. The command line is for whoever runs the installation, and is not held to it.</summary>
// Lag (2001:454) 10 §: behörigheten begränsas till vad som behövs. Att det tar två är vår regel
internal static class Tvapersonersregel
{
    /// <param name="andra">Who did the other half; null when it is as its owner left it.</param>
    /// <returns><c>ANNAN_FORVALTARE</c>, or null.</returns>
    public static Error? Prova(Aktor aktor, AnvandareId? andra) => aktor.Slag == AktorSlag.Person && andra == aktor.Id
        ? Error.Rule("ANNAN_FORVALTARE", "Du har själv nollställt det andra, lösenordet eller appen, och användaren har inte loggat in sedan dess. Be en annan förvaltare: ingen ska ensam kunna ta över ett konto.")
        : null;

    /// <summary>The person who does it, to be remembered; null for the command line.</summary>
    public static AnvandareId? Av(Aktor aktor) => aktor.Slag == AktorSlag.Person ? aktor.Id : null;
}
