using System.Globalization;
using Bogus;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed;

/// <summary>A made-up applicant.</summary>
internal sealed record Demoperson(InkommenSokande Sokande, Kon Kon, int Alder, string Skydd, InkommetOmbud? Ombud, bool BarnIHemmet);

/// <summary>Makes people that do not exist: individnummer 980-999, which the population register keeps for tests, and telephone numbers that
/// no one has.</summary>
internal sealed class Personfabrik
{
    private static readonly (string Sprak, string[] Kvinnor, string[] Man, string[] Efternamn)[] AndraSprak =
    [
        ("fi", ["Aino", "Helmi", "Kaarina"], ["Väinö", "Eino", "Pentti"], ["Korhonen", "Mäkinen", "Virtanen", "Laine"]),
        ("ar", ["Roza", "Amal", "Salma"], ["Yusuf", "Hassan", "Karim"], ["Haddad", "Al-Hashimi", "Khoury"]),
        ("fa", ["Fatemeh", "Parvin", "Shirin"], ["Hossein", "Mehdi", "Reza"], ["Karimi", "Ahmadi", "Rostami"]),
        ("so", ["Hodan", "Asha"], ["Abdi", "Farah"], ["Warsame", "Hirsi"]),
        ("es", ["Carmen", "Lucía"], ["Jorge", "Raúl"], ["Fuentes", "Rojas"]),
        ("pl", ["Halina", "Irena"], ["Zbigniew", "Kazimierz"], ["Nowak", "Zielinska"]),
        ("tr", ["Emine", "Hatice"], ["Mehmet", "Ali"], ["Demirci", "Yilmaz"]),
        ("bs", ["Fatima", "Senada"], ["Emir", "Mirsad"], ["Hadzic", "Begovic"]),
    ];

    private static readonly string[] Gator =
    [
        "Horisontvägen", "Pilvingegatan", "Skarpnäcks allé", "Statsrådsvägen", "Riksrådsvägen", "Nytorps gärde", "Kärrtorpsvägen", "Söderarmsvägen",
        "Byälvsvägen", "Gamla Tyresövägen", "Flygfältsgatan", "Vinggatan", "Holmögaddsvägen", "Malmövägen", "Bagarfruvägen", "Lagaplan",
    ];

    private readonly Faker _faker;
    private readonly Randomizer _slump;
    private readonly DateOnly _start;
    private readonly HashSet<string> _tagna = new(StringComparer.Ordinal);

    public Personfabrik(int fro, DateOnly start)
    {
        (_slump, _start) = (new Randomizer(fro), start);
        _faker = new Faker("sv") { Random = _slump };
    }

    /// <param name="nummer">Which in order: the protected are spread over them, so that there are always a few.</param>
    /// <param name="skyddadVar">One in how many is protected.</param>
    public Demoperson Nasta(int nummer, int skyddadVar = 37)
    {
        var kon = _slump.Bool(0.6f) ? Kon.Kvinna : Kon.Man;
        var alder = (int)Math.Round(_slump.Bool(0.93f) ? 68 + 28 * Math.Sqrt(_slump.Double()) * _slump.Double(0.45, 1.0) : _slump.Double(65, 69));
        var annat = _slump.Bool(0.16f) ? _slump.ArrayElement(AndraSprak) : default;
        var (fornamn, efternamn) = annat.Sprak is null
            ? (_slump.ArrayElement(Personnamn.Fornamn(kon)), _faker.Name.LastName())
            : (_slump.ArrayElement(kon == Kon.Kvinna ? annat.Kvinnor : annat.Man), _slump.ArrayElement(annat.Efternamn));
        var skydd = nummer % skyddadVar == 11 ? (nummer % 2 == 0 ? "skyddad-folkbokforing" : "sekretessmarkering") : "ingen";
        var sokande = new InkommenSokande(
            Personnummer(alder, kon), null, null, fornamn, efternamn, Adress(), $"070-174 06 {_slump.Int(5, 99):00}", annat.Sprak ?? "sv",
            annat.Sprak is not null && _slump.Bool(0.6f));
        return new(sokande, kon, alder, skydd, Ombud(efternamn), _slump.Bool(0.02f));
    }

    /// <summary>The same person living where Karin works, and speaking Swedish.</summary>
    public static Demoperson IKarinsOmrade(Demoperson person) => person with
    {
        Skydd = "ingen",
        Sokande = person.Sokande with
        {
            Adress = person.Sokande.Adress! with { Postnummer = $"128 5{person.Sokande.Adress.Postnummer![^1] % 6}" }, Sprak = "sv", Tolkbehov = false,
        },
    };

    private InkommenAdress Adress()
    {
        var post = _slump.Int(30, 69);
        return new(string.Create(CultureInfo.InvariantCulture, $"{_slump.ArrayElement(Gator)} {_slump.Int(1, 78)}"), $"128 {post:00}", "Skarpnäck");
    }

    private InkommetOmbud? Ombud(string efternamn)
    {
        if (!_slump.Bool(0.14f)) return null;
        var (namn, telefon) = ($"{_faker.Name.FirstName()} {(_slump.Bool() ? efternamn : _faker.Name.LastName())}", $"070-174 06 {_slump.Int(5, 99):00}");
        return _slump.Int(0, 3) switch
        {
            0 => new(namn, "god-man", telefon, ["sorja-for-person", "bevaka-ratt"], null),
            1 => new(namn, "framtidsfullmakt", telefon, ["forvalta-egendom", "sorja-for-person"], null),
            _ => new(namn, "fullmakt", telefon, ["föra talan i ansökan om insatser"], _start.AddYears(2)),
        };
    }

    private string Personnummer(int alder, Kon kon)
    {
        while (true)
        {
            var fodd = _start.AddYears(-alder).AddDays(-_slump.Int(0, 364));
            var individ = _slump.Int(Testnummer.Forsta, Testnummer.Sista);
            if (individ % 2 == (kon == Kon.Man ? 1 : 0) && Testnummer.For(fodd, individ) is var nummer && _tagna.Add(nummer)) return nummer;
        }
    }
}
