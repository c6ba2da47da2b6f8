using System.CommandLine;
using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow verify-audit</c>: reads every chain and names the first broken link. With the chains' heads kept outside the database it
/// also finds what was deleted whole, written anew or backdated.</summary>
internal static class GranskaLogg
{
    private const string Nyckelval = "CASEFLOW_LOGGNYCKEL";

    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var skriv = new Option<string>("--skriv-huvuden") { Description = "Skriver kedjornas huvuden till en ny fil, när loggen är hel.", HelpName = "FIL" };
        var mot = new Option<string>("--mot") { Description = "Jämför med huvuden som skrevs tidigare.", HelpName = "FIL" };
        var kommando = new Command("verify-audit", "Kontrollerar att granskningsloggen är hel. Slutar med 1 vid första brutna länken.") { skriv, mot };
        kommando.SetAction((ord, ct) => Kor(terminal, installningar, ord.GetValue(skriv), ord.GetValue(mot), ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, string? skriv, string? mot, CancellationToken ct)
    {
        if (skriv is not null && File.Exists(skriv)) return await terminal.FelAnvandning($"{skriv} finns redan. Gamla huvuden skrivs aldrig över.");
        await using var vard = Vard.Skapa(installningar, terminal);
        if (await vard.Hinder(ct) is { } hinder) return await terminal.Nekat(hinder);
        var verifierare = vard.Tjanster.GetRequiredService<IAuditVerifierare>();
        var prov = await terminal.MedFramsteg("Granskar loggen", () => Antal(vard, ct), framsteg => verifierare.Verifiera(new Framsteg(framsteg), ct));
        var (brott, filfel) = prov.Brott is null && mot is not null
            ? await Jamfor(terminal, verifierare, Nyckel(installningar), mot, ct) : (prov.Brott, null);
        var noterat = await vard.Sand(new NoteraLoggprov(prov.Kedjor, prov.Handelser, brott?.Orsak), ct: ct);
        if (brott is not null) return await terminal.Nekat($"{Brutet(brott)} {prov.Handelser} händelser i {prov.Kedjor} kedjor lästes.");
        if (noterat.Failed) return await terminal.Nekat(noterat.Error);
        if (filfel is not null) return await terminal.Nekat(filfel);
        await terminal.Ut.WriteLineAsync($"Loggen är hel: {prov.Handelser} händelser i {prov.Kedjor} kedjor.");
        if (mot is not null) await terminal.Ut.WriteLineAsync("Huvudena finns kvar oförändrade, och inget som har kommit till är daterat före dem.");
        if (skriv is not null) await terminal.Ut.WriteLineAsync($"{await Skriv(verifierare, Nyckel(installningar), skriv, ct)} huvuden skrivna till {skriv}.");
        return Slutkod.Klart;
    }

    private static string Nyckel(IConfiguration installningar) => installningar[Nyckelval] is { Length: > 0 } fil
        ? Path.GetFullPath(fil) : Path.Combine(Databasval.Las(installningar).Mapp, "logg.nyckel");

    private static async Task<long> Skriv(IAuditVerifierare verifierare, string nyckelfil, string fil, CancellationToken ct)
    {
        var nyckel = Nyckelfil.LasEllerSkapa(nyckelfil);
        await using var text = new StreamWriter(new FileStream(fil, Datamapp.NyFil()));
        return await Huvudfil.Skriv(text, verifierare.Huvuden(ct), TimeProvider.System.GetUtcNow(), nyckel, ct);
    }

    /// <returns>What does not hold in the trail, or why the file cannot be used; neither when all holds.</returns>
    private static async Task<(Kedjebrott? Brott, string? Filfel)> Jamfor(
        Terminal terminal, IAuditVerifierare verifierare, string nyckelfil, string fil, CancellationToken ct)
    {
        SparadeHuvuden? sparade;
        try
        {
            using var text = new StreamReader(fil);
            sparade = await Huvudfil.Las(text, Nyckelfil.Las(nyckelfil), ct);
        }
        catch (Exception hinder) when (Filer.ArFilfel(hinder))
        {
            return (null, $"{fil}: {Filer.Orsak(fil, hinder)}");
        }
        if (sparade is null) return (null, $"{fil}: Sigillet stämmer inte. Filen är ändrad, eller skriven med en annan nyckel än {nyckelfil}.");
        var skriven = TimeZoneInfo.ConvertTime(sparade.Tid, SvenskTid.Zon);
        await terminal.Ut.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{fil}: {sparade.Huvuden.Count} huvuden från {skriven:yyyy-MM-dd HH:mm}."));
        return (await verifierare.Jamfor(sparade, ct), null);
    }

    private static string Brutet(Kedjebrott brott) => brott.Kedja.Length == 0
        ? $"Loggen är bruten: {Orsak(brott.Orsak)}." : $"Loggen är bruten. Kedja {brott.Kedja}, seq {brott.Seq}: {Orsak(brott.Orsak)}.";

    private static async Task<double> Antal(Vard vard, CancellationToken ct)
    {
        await using var scope = vard.Tjanster.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.LongCountAsync(ct);
    }

    private static string Orsak(Brottsorsak orsak) => orsak switch
    {
        Brottsorsak.Andrad => "händelsen är ändrad sedan den skrevs",
        Brottsorsak.Saknas => "händelsen saknas, den är borttagen",
        Brottsorsak.FelForegangare => "händelsen pekar inte på den före, den är flyttad eller inskjuten",
        Brottsorsak.Avkortad => "kedjan slutar före sitt huvud, de sista händelserna är borttagna",
        Brottsorsak.FelHuvud => "kedjans huvud stämmer inte med den sista händelsen",
        Brottsorsak.HuvudSaknas => "kedjan har inget huvud",
        Brottsorsak.TomKedja => "kedjans huvud säger att inget har hänt, händelserna är borttagna",
        Brottsorsak.KedjaSaknas => "kedjan finns inte, den är borttagen",
        Brottsorsak.Omskriven => "händelsen är en annan än när huvudet skrevs, kedjan är omskriven",
        Brottsorsak.Tillbakadaterad => "händelsen fanns inte när huvudena skrevs men säger sig vara äldre, den är tillbakadaterad",
        Brottsorsak.LoggSaknas => "det finns ingen händelse alls, loggen är borttagen",
    };

    private sealed class Framsteg(Action<double> visa) : IProgress<long>
    {
        public void Report(long value) => visa(value);
    }
}
