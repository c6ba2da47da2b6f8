using System.Collections.Frozen;

namespace CaseFlow.Application.Personer;

/// <summary>Languages by the contract's codes, with the names people use. The five national minority languages stand first after Swedish.</summary>
public static class Spraknamn
{
    public static IReadOnlyList<(string Kod, string Namn)> Alla { get; } =
    [
        ("sv", "Svenska"), ("fi", "Finska"), ("fit", "Meänkieli"), ("se", "Samiska"), ("rmf", "Romani"), ("yi", "Jiddisch"),
        ("ar", "Arabiska"), ("bs", "Bosniska"), ("de", "Tyska"), ("el", "Grekiska"), ("en", "Engelska"), ("es", "Spanska"), ("et", "Estniska"),
        ("fa", "Persiska"), ("fr", "Franska"), ("hr", "Kroatiska"), ("hu", "Ungerska"), ("it", "Italienska"), ("ku", "Kurdiska"), ("pl", "Polska"),
        ("ru", "Ryska"), ("so", "Somaliska"), ("sr", "Serbiska"), ("swl", "Svenskt teckenspråk"), ("ti", "Tigrinja"), ("tr", "Turkiska"),
        ("uk", "Ukrainska"), ("zh", "Kinesiska"),
    ];

    private static readonly FrozenDictionary<string, string> EfterKod = Alla.ToFrozenDictionary(s => s.Kod, s => s.Namn, StringComparer.Ordinal);

    public static string Av(string kod) => EfterKod.GetValueOrDefault(kod, kod);
}
