using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Pipeline;

/// <summary>No audit event, no action: every use case there is, once allowed and once refused.</summary>
public sealed class SparTests
{
    /// <summary>Signed in in the unit and may do nothing.</summary>
    private static readonly Aktor UtanRatt = new(AktorSlag.Person, new(99), "utan rätt", new HashSet<Behorighet>(), [new(1)], [], Delegatniva.Ingen);

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_anrop_lamnar_spar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var tabell = new Spartabell(enhet).Alla();
        Assert.Equal("", string.Join(", ", Anropstyper().Except(tabell.Keys).Select(t => t.Name)));

        var (fel, provade) = (new List<string>(), 0);
        foreach (var (typ, forbered) in tabell)
        {
            provade++;
            var begaran = await forbered();
            if (await begaran.Sand(begaran.Aktor) is { } nekad) fel.Add($"{typ.Name} nekades: {nekad.Code} {nekad.Text} {string.Join("; ", nekad.Fields)}");
            else fel.AddRange((await Nya(enhet, begaran.Fore)).SelectMany(h => Brister(h, begaran)).Select(b => $"{typ.Name}: {b}"));
            if ((await Nya(enhet, begaran.Fore)).Count == 0) fel.Add($"{typ.Name} lämnade inget spår.");

            var fore = await Ids(enhet);
            if ((await begaran.Sand(UtanRatt))?.Code != "BEHORIGHET_SAKNAS") fel.Add($"{typ.Name} släppte in den som saknar behörighet.");
            var spar = await Nya(enhet, fore);
            if (spar is not [{ Utfall: Auditutfall.Nekad, Kod: "BEHORIGHET_SAKNAS", Kedja: var kedja, AktorId.Value: 99, AktorSlag: AktorSlag.Person } rad]
                || rad.Typ != typ.Name || kedja != $"enhet:1:{enhet.Idag:yyyy-MM-dd}")
                fel.Add($"{typ.Name}: nekandet gav {spar.Count} spår: {string.Join(", ", spar.Select(h => $"{h.Typ} {h.Utfall} {h.Kod} {h.Kedja}"))}");
        }

        Assert.True(fel.Count == 0, string.Join(Environment.NewLine, fel));
        Assert.Equal(Anropstyper().Count(), provade);
        await enhet.KedjornaHaller();
    }

    /// <summary>What may be done again without one more event: only what goes on with something that stands there.</summary>
    [Fact]
    public void Bara_utkast_ar_fortlopande() => Assert.Equal(
        [typeof(SparaRegistreringsutkast), typeof(SparaUtkast)], Anropstyper().Where(t => t.IsDefined(typeof(FortlopandeAttribute), inherit: true)).OrderBy(t => t.Name, StringComparer.Ordinal));

    private static IEnumerable<string> Brister(AuditHandelse h, Begaran begaran)
    {
        if ((h.AktorSlag, h.AktorId) != (begaran.Aktor.Slag, begaran.Aktor.Id)) yield return $"{h.Typ} nämner aktören {h.AktorSlag} {h.AktorId}.";
        if ((h.Utfall, h.Kod) != (Auditutfall.Ok, null)) yield return $"{h.Typ} har utfallet {h.Utfall} {h.Kod}.";
        var kedja = h.ArendeId is { } a ? $"arende:{a.Value}" : begaran.Dagkedja;
        if (h.Kedja != kedja) yield return $"{h.Typ} står i kedjan {h.Kedja}, inte i {kedja}.";
        if (begaran.Arende is { } arende && h.ArendeId?.Value != arende) yield return $"{h.Typ} hör till ärendet {h.ArendeId}, inte {arende}.";
        if (begaran.Arende is null && !begaran.FarGallaArende && h.ArendeId is not null) yield return $"{h.Typ} hör till ett ärende.";
    }

    private static IEnumerable<Type> Anropstyper() => typeof(RegistreraAnsokan).Assembly.GetTypes().Where(t => !t.IsAbstract
        && t.GetInterfaces().Any(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>))));
    internal static async Task<HashSet<long>> Ids(Provenhet enhet) => [.. (await enhet.Spar()).Select(h => h.Id.Value)];

    private static async Task<List<AuditHandelse>> Nya(Provenhet enhet, HashSet<long> fore) => [.. (await enhet.Spar()).Where(h => !fore.Contains(h.Id.Value))];
}
