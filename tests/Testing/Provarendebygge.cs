using System.Globalization;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Journal;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Testing;

/// <summary>Builds an ärende to the step a test begins in, the way users do: <c>EttArende().MedAvslutadUtredning().Bygg()</c>.</summary>
public sealed class Provarendebygge(Provenhet enhet, string[] insatser)
{
    private static int _fodda;

    private readonly List<Func<Provarende, Task>> _steg = [];
    private string _skydd = "ingen";
    private string _kon = "kvinna";
    private bool _barn;
    private decimal? _sokt;
    private string? _personnummer;

    /// <summary>Else each ärende is a person's own.</summary>
    public Provarendebygge ForPersonen(string personnummer) => Satt(() => _personnummer = personnummer);

    public Provarendebygge MedSkyddadeUppgifter() => Satt(() => _skydd = "sekretessmarkering");

    public Provarendebygge ForEnMan() => Satt(() => _kon = "man");

    public Provarendebygge MedBarnIHemmet() => Satt(() => _barn = true);

    /// <summary>The ansökan says how much, in the unit of the insatstyp.</summary>
    public Provarendebygge MedSoktOmfattning(decimal omfattning) => Satt(() => _sokt = omfattning);

    /// <summary>By the chef, to the handläggare: what nobody is given by rule, such as a protected person's.</summary>
    public Provarendebygge Tilldelat() => Steg(async a => Provarende.Ok(await a.Forsok("TilldelaHandlaggare", a.Enhet.Chef, ("handlaggare", "11"))));

    public Provarendebygge Granskat() => Steg(a => a.Granska());

    /// <summary>Everything is written, nothing is closed.</summary>
    public Provarendebygge MedUtredning() => Granskat().Steg(a => a.Utred());

    public Provarendebygge MedAvslutadUtredning() => MedUtredning().Steg(async a => Provarende.Ok(await a.ForsokAvsluta()));

    /// <summary>The same outcome for every ansökt insats, handed in.</summary>
    public Provarendebygge MedForslag(string utfall = "bifall", decimal? omfattning = 10) => MedAvslutadUtredning().Steg(async a =>
    {
        foreach (var ansokt in await a.Ansokta()) Provarende.Ok(await a.ForsokForesla(ansokt, utfall, omfattning));
        Provarende.Ok(await a.ForsokLamnaForslag());
    });

    /// <summary>Ready for beslut: the förslag is handed in and kommunicering is plainly needless.</summary>
    public Provarendebygge KlartForBeslut(string utfall = "bifall", decimal? omfattning = 10) =>
        MedForslag(utfall, omfattning).Steg(a => a.UnderlatKommunicera());

    /// <summary>Taken by the chef, who may take them all.</summary>
    public Provarendebygge MedBeslut(string utfall = "bifall", decimal? omfattning = 10) =>
        KlartForBeslut(utfall, omfattning).Steg(async a => Provarende.Ok(await a.ForsokBesluta(a.Enhet.Chef)));

    /// <summary>Anteckning 1, by the handläggare.</summary>
    public Provarendebygge MedAnteckning(string text = "Provsamtal") => Steg(async a => Provarende.Ok(await a.Enhet.Vard.Sand(
        new SkrivAnteckning(a.Nummer, Anteckningsslag.Telefonsamtal, a.Enhet.Idag, null, null, text), a.Enhet.Handlaggare)));

    public async Task<Provarende> Bygg()
    {
        var fodd = new DateOnly(1940, 1, 1).AddDays(Interlocked.Increment(ref _fodda) % 5000);
        var sokande = new InkommenSokande(
            _personnummer, _personnummer is null ? fodd.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, _personnummer is null ? _kon : null, "Test", "Testsson", new("Provvägen 1", "128 58", "Skarpnäck"), null, "sv", false);
        var ansokan = new InkommenAnsokan(
            "", "telefon", enhet.Vard.Tid.GetUtcNow(), sokande, [.. insatser.Select(i => new InkommenInsats(i, "Jag behöver hjälp", _sokt, _sokt is null ? null : Insatskatalog.Finn(i)?.Enhet))],
            _barn, _skydd, null);
        var registrerad = Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(ansokan), enhet.Handlaggare));
        var arende = new Provarende(enhet, registrerad.Arendenummer);
        foreach (var steg in _steg) await steg(arende);
        return arende;
    }

    private Provarendebygge Steg(Func<Provarende, Task> steg) => Satt(() => _steg.Add(steg));

    private Provarendebygge Satt(Action val)
    {
        val();
        return this;
    }
}
