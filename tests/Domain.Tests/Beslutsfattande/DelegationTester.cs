using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Beslutsfattande;

public sealed class DelegationTester
{
    private static readonly Arbitrary<Delegatniva> Nivaer = Gen.Elements(Enum.GetValues<Delegatniva>()).ToArbitrary();

    [Fact]
    public void Ingen_beslutar_utover_sin_delegation() =>
        Prop.ForAll(Nivaer, Nivaer, (delegat, krav) =>
        {
            var svar = Delegationsordning.FarBesluta(delegat, new Delegationskrav(krav, "3.2", ""), Henrik);
            var far = delegat is not Delegatniva.Ingen && krav is not Delegatniva.Ingen && delegat >= krav;
            var namnden = krav is Delegatniva.Ingen && delegat is Delegatniva.Namnd;
            return svar.Failed == !(far || namnden);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nekandet_sager_vem_som_beslutar_och_enligt_vilken_punkt()
    {
        var fel = Delegationsordning.FarBesluta(Delegatniva.Handlaggare, Krav, Karin).Error;

        Assert.Equal("DELEGATION_SAKNAS", fel?.Code);
        Assert.Equal(ErrorKind.Forbidden, fel?.Kind);
        Assert.Equal("Beslutet fattas av biträdande enhetschef enligt punkt 3.2 i delegationsordningen.", fel?.Text);
    }

    [Fact]
    public void Det_som_inte_ar_delegerat_beslutar_namnden() => Assert.Equal(
        "Beslutet fattas av nämnden.",
        Delegationsordning.FarBesluta(Delegatniva.Chef, new Delegationskrav(Delegatniva.Ingen, "", ""), Henrik).Error?.Text);

    [Fact]
    public void Ratten_att_besluta_galler_den_som_provades() => Assert.Equal(Henrik, Ratt().Beslutsfattare);

    [Fact]
    public void Ratt_och_underlag_kan_bara_komma_fran_provningen()
    {
        Assert.Empty(typeof(Delegationsratt).GetConstructors());
        Assert.Empty(typeof(Beslutsunderlag).GetConstructors());
    }
}
