using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Tests.Personer;

public sealed class PersonTests
{
    private static readonly DateOnly Idag = new(2026, 11, 21);

    [Fact]
    public void Sokordet_viks_men_behaller_a_a_och_o()
    {
        Assert.Equal(["sven", "olof", "åström"], Person("Sven-Olof", "  ÅSTRÖM ").Namndelar.Select(n => n.Ord));
        Assert.Equal(["anna", "karin", "berg", "lind", "o", "brien"], Person("Anna Karin", "Berg-Lind (Anna) O\u2019Brien").Namndelar.Select(n => n.Ord));
        Assert.Equal("åström sven-olof", Person("Sven-Olof", "  ÅSTRÖM ").SokordEfternamn);
        Assert.Equal("åke", Sokord.Vik("A\u030Ake"));
        Assert.NotEqual(Sokord.Vik("Örjan"), Sokord.Vik("Orjan"));
    }

    [Theory]
    [InlineData("  ", "Ek")]
    [InlineData("Märta", "  ")]
    [InlineData(null, null)]
    public void Utan_namn_registreras_ingen(string? fornamn, string? efternamn) =>
        Assert.Equal("NAMN_SAKNAS", Domain.Personer.Person.Registrera(new(1), Guid.Empty, Identitet(), fornamn, efternamn).Error?.Code);

    [Fact]
    public void Dodsfall_registreras_en_gang_och_inte_i_framtiden()
    {
        var person = Person("Märta", "Ek");
        Assert.Equal("AVLIDEN_DATUM_OGILTIGT", person.RegistreraAvliden(Idag.AddDays(1), Idag).Error?.Code);
        Assert.Equal("AVLIDEN_DATUM_OGILTIGT", person.RegistreraAvliden(new(1953, 3, 25), Idag).Error?.Code);
        Assert.Equal(new PersonAvliden(new(1), Idag), person.RegistreraAvliden(Idag, Idag).Value);
        Assert.Equal("REDAN_AVLIDEN", person.RegistreraAvliden(Idag, Idag).Error?.Code);
    }

    [Fact]
    public void Skyddet_kan_hojas_och_sankas()
    {
        var person = Person("Märta", "Ek");
        Assert.Equal(new(new(1), Skydd.Ingen, Skydd.Sekretessmarkering), person.SattSkydd(Skydd.Sekretessmarkering));
        Assert.True(person.ArSkyddad);
        Assert.Equal(Enum.GetValues<Skydd>().Cast<Skydd?>(), new[] { "ingen", "sekretessmarkering", "skyddad-folkbokforing" }.Select(Skyddskoder.Tolka));
        Assert.All(Enum.GetValues<Skydd>(), s => Assert.Equal(s, Skyddskoder.Tolka(s.Kod())));
    }

    [Theory]
    [InlineData(Skydd.Ingen, Skydd.Sekretessmarkering, false, null)]
    [InlineData(Skydd.Sekretessmarkering, Skydd.SkyddadFolkbokforing, false, null)]
    [InlineData(Skydd.SkyddadFolkbokforing, Skydd.Sekretessmarkering, false, "SKYDD_SANKS_AV_CHEF")]
    [InlineData(Skydd.Sekretessmarkering, Skydd.Ingen, false, "SKYDD_SANKS_AV_CHEF")]
    [InlineData(Skydd.Sekretessmarkering, Skydd.Ingen, true, null)]
    [InlineData(Skydd.Sekretessmarkering, Skydd.Sekretessmarkering, true, "SKYDD_OFORANDRAT")]
    public void Alla_som_handlagger_hojer_skyddet_och_bara_chefen_sanker_det(Skydd nu, Skydd nytt, bool chef, string? kod) =>
        Assert.Equal(kod, Skyddsregel.Hinder(nu, nytt, chef)?.Code);

    [Fact]
    public void Adressen_skrivs_inte_ut_av_misstag() =>
        Assert.DoesNotContain("Nytorps", $"{new Adress("Nytorps gärde 1", "128 58", "Skarpnäck")}", StringComparison.Ordinal);

    private static Personidentitet Identitet() => Personidentitet.Tolka("195303269806", Idag).Value;

    private static Person Person(string fornamn, string efternamn) =>
        Domain.Personer.Person.Registrera(new(1), Guid.Empty, Identitet(), fornamn, efternamn).Value;
}
