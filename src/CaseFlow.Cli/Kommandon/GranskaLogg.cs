using System.CommandLine;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow verify-audit</c>: reads every chain and names the first broken link.</summary>
internal static class GranskaLogg
{
    public static Command Kommando(Terminal terminal, IConfiguration installningar)
    {
        var kommando = new Command("verify-audit", "Kontrollerar att granskningsloggen är hel. Slutar med 1 vid första brutna länken.");
        kommando.SetAction((_, ct) => Kor(terminal, installningar, ct));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, IConfiguration installningar, CancellationToken ct)
    {
        await using var vard = Vard.Skapa(installningar, terminal);
        if (await vard.Hinder(ct) is { } hinder) return await terminal.Nekat(hinder);
        var prov = await terminal.MedFramsteg("Granskar loggen", () => Antal(vard, ct), framsteg =>
            vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(new Framsteg(framsteg), ct));
        var noterat = await vard.Sand(new NoteraLoggprov(prov.Kedjor, prov.Handelser, prov.Brott?.Orsak), ct: ct);
        if (prov.Brott is { } brott)
        {
            return await terminal.Nekat($"Loggen är bruten. Kedja {brott.Kedja}, seq {brott.Seq}: {Orsak(brott.Orsak)}. "
                + $"{prov.Handelser} händelser i {prov.Kedjor} kedjor lästes.");
        }
        if (noterat.Failed) return await terminal.Nekat(noterat.Error);
        await terminal.Ut.WriteLineAsync($"Loggen är hel: {prov.Handelser} händelser i {prov.Kedjor} kedjor.");
        return Slutkod.Klart;
    }

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
    };

    private sealed class Framsteg(Action<double> visa) : IProgress<long>
    {
        public void Report(long value) => visa(value);
    }
}
