using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Asks the decision table <c>delegation</c> who may take a beslut. The table is the one the ärende's process was started with;
/// each question is asked once a call.</summary>
// KL (2017:725) 6 kap. 37-40 §§ och 7 kap. 5-8 §§ [overifierat]: nämndens delegationsordning är konfiguration
public sealed class Delegationsprov(Anrop anrop)
{
    private readonly Dictionary<(Processpaket, string, Beslutsutfall, decimal?), Result<Delegationskrav>> _svar = [];

    /// <returns>What the table asks for; nobody by delegation (the nämnd decides) when no row fits; OMFATTNING_SAKNAS when the row depends on
    /// a scope that is not given; DELEGATION_OTYDLIG when the table itself is wrong.</returns>
    public Result<Delegationskrav> Krav(Processpaket paket, string insatstyp, Beslutsutfall utfall, decimal? omfattning)
    {
        var nyckel = (paket, insatstyp, utfall, omfattning);
        if (!_svar.TryGetValue(nyckel, out var krav)) _svar[nyckel] = krav = Fraga(paket, insatstyp, utfall, omfattning);
        return krav;
    }

    /// <summary>The level that may take all of them: what nobody has by delegation the nämnd decides.</summary>
    public Result<Delegatniva> Hogsta(Processpaket paket, IEnumerable<Beslut> forslag)
    {
        var hogsta = Delegatniva.Handlaggare;
        foreach (var ett in forslag)
        {
            var krav = Krav(paket, ett);
            if (krav.Failed) return krav.Error;
            var niva = krav.Value.Niva is Delegatniva.Ingen ? Delegatniva.Namnd : krav.Value.Niva;
            if (niva > hogsta) hogsta = niva;
        }
        return hogsta;
    }

    /// <summary>Whether the actor may take the beslut today. Jäv is refused at the door of the ärende.</summary>
    public Result<Delegationsratt> FarBesluta(Processpaket paket, Beslut beslut)
    {
        var krav = Krav(paket, beslut);
        return krav.Failed ? krav.Error : Delegationsordning.FarBesluta(anrop.Aktor.Delegat, krav.Value, jav: false, anrop.Aktor.Id);
    }

    /// <summary>The table counts in the catalogue's unit: an amount in another one is nobody's by delegation.</summary>
    private Result<Delegationskrav> Krav(Processpaket paket, Beslut beslut) =>
        beslut.BeviljadOmfattning is not null && !string.Equals(beslut.Enhet, Insatskatalog.Finn(beslut.Insatstyp)?.Enhet, StringComparison.Ordinal)
            ? new Delegationskrav(Delegatniva.Ingen, "", "Omfattningen är angiven i en annan enhet än delegationsordningens")
            : Krav(paket, beslut.Insatstyp, beslut.Utfall, beslut.BeviljadOmfattning);

    private Result<Delegationskrav> Fraga(Processpaket paket, string insatstyp, Beslutsutfall utfall, decimal? omfattning)
    {
        var fakta = FeelContext.Of(
            ("insatstyp", insatstyp), ("utfall", utfall.Kod()), ("omfattning", omfattning is { } o ? o : FeelValue.Null), ("beslutsdag", anrop.Idag));
        var svar = paket.Avgor("delegation", fakta, anrop.Nu);
        if (svar.Error is not null)
            return Error.Rule("DELEGATION_OTYDLIG", "Delegationsordningen ger inget entydigt svar. Kontakta förvaltningen innan du beslutar.");
        if (svar.Value is FeelContext rad) return new Delegationskrav(Niva(rad), Text(rad, "punkt"), Text(rad, "text"));
        return omfattning is null && utfall is not Beslutsutfall.Avslag
            ? Error.Rule("OMFATTNING_SAKNAS",
                $"Ange omfattning för {Insatskatalog.Finn(insatstyp)?.Namn.ToLowerInvariant() ?? insatstyp}. Den avgör vem som får besluta.")
            : new Delegationskrav(Delegatniva.Ingen, "", "Saknas i delegationsordningen");
    }

    private static Delegatniva Niva(FeelContext rad) =>
        rad["niva"] is FeelNumber { Value: >= 1 and <= 4 and var niva } ? (Delegatniva)(int)niva : Delegatniva.Ingen;

    private static string Text(FeelContext rad, string namn) => rad[namn] is FeelString { Value: var text } ? text : "";
}
