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
        await using var vard = Vard.Skapa(installningar);
        if (await vard.Redo(ct) is { } hinder) return await terminal.Nekat(hinder);
        await using var scope = vard.Tjanster.CreateAsyncScope();
        var antal = await scope.ServiceProvider.GetRequiredService<CaseFlowDb>().AuditHandelser.LongCountAsync(ct);
        var prov = await terminal.MedFramsteg("Granskar loggen", antal, framsteg =>
            vard.Tjanster.GetRequiredService<IAuditVerifierare>().Verifiera(new Framsteg(framsteg), ct));
        if (prov.Brott is { } brott)
            return await terminal.Nekat($"Loggen är bruten. Kedja {brott.Kedja}, seq {brott.Seq}: {Orsak(brott.Orsak)} ({brott.Orsak}).");
        await terminal.Ut.WriteLineAsync($"Loggen är hel: {prov.Handelser} händelser i {prov.Kedjor} kedjor.");
        return Slutkod.Klart;
    }

    private static string Orsak(Brottsorsak orsak) => orsak switch
    {
        Brottsorsak.Andrad => "händelsen är ändrad",
        Brottsorsak.Saknas => "en händelse saknas",
        Brottsorsak.FelForegangare => "händelsen pekar inte på den före",
        Brottsorsak.Avkortad => "kedjan slutar före sitt huvud",
        Brottsorsak.FelHuvud => "huvudet stämmer inte med kedjan",
        Brottsorsak.HuvudSaknas => "kedjan har inget huvud",
    };

    private sealed class Framsteg(Action<double> visa) : IProgress<long>
    {
        public void Report(long value) => visa(value);
    }
}
