using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The delegationsordning that holds today: the newest deployed, whichever process the ärende was started with.</summary>
internal sealed class Delegationsordningar(CaseFlowDb db, Anrop anrop, Processkatalog katalog, Beslutsakter akter)
{
    public async Task<Delegationsprov> For(Arende arende, Beslutsakt akt, CancellationToken ct) =>
        await For(arende, akt, await akter.Ovriga(arende, akt, ct), ct);

    /// <param name="ovriga">From <see cref="Beslutsakter.Ovriga"/>.</param>
    public async Task<Delegationsprov> For(Arende arende, Beslutsakt akt, IReadOnlyList<Insats> ovriga, CancellationToken ct)
    {
        var definition = await Processkatalog.Aktuell(db, "bistand", ct) ?? throw new InvalidOperationException("Processen bistand är inte inlagd.");
        return new(anrop, await katalog.Paket(db, definition, ct), arende.EnhetId, akt.Beslut, ovriga);
    }
}

/// <summary>Asks the decision table <c>delegation</c> who may take a beslut in a unit. Each question is asked once.</summary>
/// <param name="enhet">The ärende's unit, where the actor's level is asked for.</param>
/// <param name="beslut">All in the ärende.</param>
/// <param name="ovriga">What the person has in other ärenden and keeps.</param>
// KL (2017:725) 6 kap. 37-40 §§ och 7 kap. 5-8 §§ [overifierat]: nämndens delegationsordning är konfiguration
internal sealed class Delegationsprov(
    Anrop anrop, Processpaket paket, EnhetId enhet, IReadOnlyList<Beslut> beslut, IReadOnlyList<Insats> ovriga)
{
    private readonly Dictionary<(string, Beslutsutfall, decimal?), Result<Delegationskrav>> _svar = [];

    private Result<Delegationskrav> Krav(string insatstyp, Beslutsutfall utfall, decimal? omfattning)
    {
        var nyckel = (insatstyp, utfall, omfattning);
        if (!_svar.TryGetValue(nyckel, out var krav)) _svar[nyckel] = krav = Fraga(insatstyp, utfall, omfattning);
        return krav;
    }

    /// <summary>The level that may take every beslut in the ärende: what nobody has by delegation the nämnd decides.</summary>
    public Result<Delegatniva> Hogsta()
    {
        var hogsta = Delegatniva.Handlaggare;
        foreach (var ett in beslut)
        {
            var krav = Krav(ett);
            if (krav.Failed) return krav.Error;
            var niva = krav.Value.Niva is Delegatniva.Ingen ? Delegatniva.Namnd : krav.Value.Niva;
            if (niva > hogsta) hogsta = niva;
        }
        return hogsta;
    }

    /// <summary>Whether the actor may take the beslut today. Jäv is refused at the door of the ärende.</summary>
    public Result<Delegationsratt> FarBesluta(Beslut ett)
    {
        var krav = Krav(ett);
        return krav.Failed ? krav.Error : Delegationsordning.FarBesluta(anrop.Aktor.DelegatI(enhet), krav.Value, anrop.Aktor.Id);
    }

    /// <summary>The table is asked with all of the insatstyp that the person then has. It counts in the catalogue's unit: an amount in another
    /// one is nobody's by delegation.</summary>
    /// <returns>What the table asks for; nobody by delegation (the nämnd decides) when no row fits; OMFATTNING_SAKNAS when the row depends on
    /// a scope that is not given; DELEGATION_OTYDLIG when the table itself is wrong.</returns>
    public Result<Delegationskrav> Krav(Beslut ett)
    {
        if (ett.BeviljadOmfattning is null) return Krav(ett.Insatstyp, ett.Utfall, null);
        return Sammanlagt(ett) is { } allt
            ? Krav(ett.Insatstyp, ett.Utfall, allt)
            : new Delegationskrav(Delegatniva.Ingen, "", "En omfattning är angiven i en annan enhet än delegationsordningens");
    }

    /// <summary>How much the person has of the insatstyp while the beslut holds, counted in the catalogue's unit; null when it grants no
    /// amount, or when one of them is in another unit.</summary>
    public decimal? Sammanlagt(Beslut ett)
    {
        if (ett.BeviljadOmfattning is null) return null;
        var delar = Delar(ett);
        var katalogens = Insatskatalog.Finn(ett.Insatstyp)?.Enhet;
        return delar.TrueForAll(d => string.Equals(d.Enhet, katalogens, StringComparison.Ordinal)) ? delar.Sum(d => d.Omfattning) : null;
    }

    /// <summary>A limit is not passed by dividing what is granted on several insatser or ärenden.</summary>
    private List<(decimal Omfattning, string? Enhet)> Delar(Beslut ett) =>
    [
        .. beslut.Where(b => b.Insatstyp == ett.Insatstyp && b.BeviljadOmfattning is not null && Tillsammans(ett, b.From, b.Tom))
            .Select(b => (b.BeviljadOmfattning!.Value, b.Enhet)),
        .. ovriga.Where(i => i.Insatstyp == ett.Insatstyp && i.Omfattning is not null && Tillsammans(ett, i.From, i.AvslutDatum ?? i.Tom))
            .Select(i => (i.Omfattning!.Value, i.OmfattningEnhet)),
    ];

    /// <summary>So much a week is added on the days they share. Nights are an amount: two stays after each other are as long as both.</summary>
    private static bool Tillsammans(Beslut ett, DateOnly? from, DateOnly? tom) =>
        ett.Enhet == Omfattningsenhet.Dygn || ett.Period is not { } period || from is not { } forsta || period.Overlappar(forsta, tom);

    private Result<Delegationskrav> Fraga(string insatstyp, Beslutsutfall utfall, decimal? omfattning)
    {
        var fakta = FeelContext.Of(
            ("insatstyp", insatstyp), ("utfall", utfall.Kod()), ("omfattning", omfattning is { } o ? o : FeelValue.Null), ("beslutsdag", anrop.Idag));
        var svar = paket.Avgor(Delegationsrad.Tabell, fakta, anrop.Nu);
        if (svar.Error is not null) return Otydlig;
        if (svar.Value is FeelContext rad) return Delegationsrad.Krav(rad) is { } krav ? krav : Otydlig;
        return omfattning is null && utfall is not Beslutsutfall.Avslag
            ? Error.Rule("OMFATTNING_SAKNAS",
                $"Ange omfattning för {Insatskatalog.Finn(insatstyp)?.Namn.ToLowerInvariant() ?? insatstyp}. Den avgör vem som får besluta.")
            : new Delegationskrav(Delegatniva.Ingen, "", "Saknas i delegationsordningen");
    }

    private static Error Otydlig { get; } =
        Error.Rule("DELEGATION_OTYDLIG", "Delegationsordningen ger inget entydigt svar. Kontakta förvaltningen innan du beslutar.");
}
