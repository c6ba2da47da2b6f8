using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed.Texter;

/// <summary>Puts the right words for the person into a sentence.</summary>
internal static class Fras
{
    /// <param name="mall">With {Hon}, {hon}, {henne}, {hennes}, {Hennes}, {make}, {Maken}, {man} (said by the spouse), {mamma}, {Mamma} and {insats}, {Insats}.</param>
    /// <param name="insats">What is sought, in words: "hemtjänst".</param>
    public static string For(string mall, Kon kon, string insats = "insatsen")
    {
        var (hon, henne, hennes, make, maken) = kon == Kon.Man ? ("han", "honom", "hans", "maka", "hustrun") : ("hon", "henne", "hennes", "make", "maken");
        var (mamma, man) = kon == Kon.Man ? ("pappa", "man") : ("mamma", "fru");
        return mall
            .Replace("{mamma}", mamma, StringComparison.Ordinal).Replace("{Mamma}", Stor(mamma), StringComparison.Ordinal).Replace("{man}", man, StringComparison.Ordinal)
            .Replace("{Hon}", Stor(hon), StringComparison.Ordinal).Replace("{hon}", hon, StringComparison.Ordinal)
            .Replace("{henne}", henne, StringComparison.Ordinal)
            .Replace("{Hennes}", Stor(hennes), StringComparison.Ordinal).Replace("{hennes}", hennes, StringComparison.Ordinal)
            .Replace("{make}", make, StringComparison.Ordinal).Replace("{Maken}", Stor(maken), StringComparison.Ordinal)
            .Replace("{Insats}", Stor(insats), StringComparison.Ordinal).Replace("{insats}", insats, StringComparison.Ordinal);
    }

    private static string Stor(string ord) => char.ToUpperInvariant(ord[0]) + ord[1..];
}
