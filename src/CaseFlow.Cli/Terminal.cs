using CaseFlow.Domain;
using Spectre.Console;

namespace CaseFlow.Cli;

/// <summary>Where the answer and the errors go. Tables and progress are drawn by Spectre; a progress only where someone watches.</summary>
internal sealed class Terminal(TextWriter ut, TextWriter fel)
{
    public TextWriter Ut { get; } = ut;

    public TextWriter Fel { get; } = fel;

    public IAnsiConsole Tavla { get; } = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(ut) });

    /// <summary>Says why it was refused, and gives the exit code for it.</summary>
    public async Task<int> Nekat(Error error)
    {
        await Fel.WriteLineAsync($"{error.Text} ({error.Code})");
        foreach (var falt in error.Fields) await Fel.WriteLineAsync($"  {falt.Field}: {falt.Text}");
        return Slutkod.Nekat;
    }

    public async Task<int> Nekat(string text)
    {
        await Fel.WriteLineAsync(text);
        return Slutkod.Nekat;
    }

    public async Task<int> FelAnvandning(string text)
    {
        await Fel.WriteLineAsync(text);
        return Slutkod.FelAnvandning;
    }

    /// <summary>Runs work beside a progress bar on stderr; without a terminal there, only the work.</summary>
    /// <param name="totalt">Total of what is counted.</param>
    public async Task<T> MedFramsteg<T>(string rubrik, double totalt, Func<Action<double>, Task<T>> arbete)
    {
        if (!ReferenceEquals(Fel, Console.Error) || Console.IsErrorRedirected) return await arbete(static _ => { });
        var tavla = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Fel) });
        return await tavla.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async framsteg =>
            {
                var rad = framsteg.AddTask(rubrik, maxValue: Math.Max(1, totalt));
                var svar = await arbete(varde => rad.Value = varde);
                rad.Value = rad.MaxValue;
                return svar;
            });
    }
}
