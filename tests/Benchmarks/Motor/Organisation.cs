using CaseFlow.Benchmarks.Slutforande;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>A town: as many units as the open ärenden need when each has forty handläggare with seventy-five ärenden. The same town stands when nothing is open yet.</summary>
internal static class Organisation
{
    private const int Enheter = 34;
    private const int PerEnhet = 40;
    private const long ForstaEnhet = 101;
    private const long ForstaHandlaggare = 10_000;

    /// <summary>The units, and the handläggare of each. The unit that takes in the measured ansökningar gets forty too.</summary>
    public static Task Lagg(Provenhet enhet) => enhet.Vard.Skriv(db =>
    {
        var (tills, fran) = (default(DateOnly?), new DateOnly(2020, 1, 1));
        for (var e = 0; e <= Enheter; e++)
        {
            var id = e == 0 ? Provenhet.Enhet : new EnhetId(ForstaEnhet + e - 1);
            if (e > 0) db.Enheter.Add(Enhet.Skapa(id, $"Enhet {e}", [$"9{e:00}"]));
            for (var h = 0; h < PerEnhet; h++)
            {
                var vem = new AnvandareId(ForstaHandlaggare + (e * PerEnhet) + h);
                db.Anvandare.Add(Anvandare.LaggUpp(vem, $"Handläggare {vem.Value}", "Biståndshandläggare"));
                db.Uppdrag.Add(Uppdrag.Ge(vem, id, Roll.Handlaggare, new Period(fran, tills), Delegatniva.Handlaggare));
            }
        }

        return Task.CompletedTask;
    });

    /// <summary>Open ärenden, each with its process and its task, given to the units' handläggare in turn.</summary>
    public static async Task Oppna(Provenhet enhet, Provdatabas databas, int antal)
    {
        await Slutforandet.Lagg(enhet, databas, antal);
        var (handlaggare, enheten) = ($"{ForstaHandlaggare + PerEnhet} + {{0}} % {Enheter * PerEnhet}", $"{ForstaEnhet} + {{0}} % {Enheter * PerEnhet} / {PerEnhet}");
        var nr = $"(id / {Kloning.Steg})";
        var arendets = $"(arende_id / {Kloning.Steg})";
        await Kor($"UPDATE arende SET handlaggare_id = {Med(handlaggare, nr)}, enhet_id = {Med(enheten, nr)} WHERE nummer LIKE '2026-1_____'");
        await Kor($"UPDATE uppgift SET tilldelad_id = {Med(handlaggare, arendets)}, enhet_id = {Med(enheten, arendets)} WHERE arende_id IN (SELECT id FROM arende WHERE nummer LIKE '2026-1_____')");
        await new Kloning(enhet.Vard, databas, antal).Analysera();

        Task Kor(string sql) => enhet.Vard.Las(db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(2));
            return db.Database.ExecuteSqlRawAsync(sql);
        });
    }

    private static string Med(string uttryck, string nr) => uttryck.Replace("{0}", nr, StringComparison.Ordinal);
}
