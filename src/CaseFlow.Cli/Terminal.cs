using CaseFlow.Domain;
using Spectre.Console;

namespace CaseFlow.Cli;

/// <summary>Where the answer and the errors go. Tables and progress are drawn by Spectre; a progress only where someone watches.</summary>
internal sealed class Terminal(TextWriter ut, TextWriter fel, TextReader inkommande)
{
    /// <summary>Columns where nobody watches: a table that is read by a program is not folded.</summary>
    private const int Bred = 200;

    public TextWriter Ut { get; } = ut;

    public TextWriter Fel { get; } = fel;

    /// <summary>Whether someone can watch a progress bar.</summary>
    public bool Interaktiv => ReferenceEquals(Fel, Console.Error) && !Console.IsErrorRedirected;

    public void Skriv(Table tabell)
    {
        var tavla = ReferenceEquals(Ut, Console.Out) && !Console.IsOutputRedirected
            ? AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Ut) })
            : AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Ut), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        if (!Interaktiv) tavla.Profile.Width = Bred;
        tavla.Write(tabell);
    }

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

    /// <summary>A secret: the first line of stdin, or asked for without being shown when someone sits there.</summary>
    public async Task<string> Hemlighet(string fraga, CancellationToken ct)
    {
        if (!ReferenceEquals(inkommande, Console.In) || Console.IsInputRedirected) return await inkommande.ReadLineAsync(ct) ?? "";
        var tavla = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Fel) });
        return await new TextPrompt<string>(fraga + ":").Secret(null).ShowAsync(tavla, ct);
    }

    /// <summary>Runs work beside a progress bar on stderr; without a terminal there, only the work.</summary>
    /// <param name="totalt">Total of what is counted; asked for only when the bar is shown.</param>
    /// <param name="arbete">Gets where to tell how far it has come.</param>
    public Task<T> MedFramsteg<T>(string rubrik, Func<Task<double>> totalt, Func<Action<double>, Task<T>> arbete) =>
        MedFramsteg(rubrik, totalt, (hur, _) => arbete(hur));

    /// <summary>The same, and what is worked on is said: beside the bar, or on a line of its own where there is none.</summary>
    /// <param name="arbete">Gets where to tell how far it has come, and where to tell what it has done.</param>
    public async Task<T> MedFramsteg<T>(string rubrik, Func<Task<double>> totalt, Func<Action<double>, Action<string>, Task<T>> arbete)
    {
        if (!Interaktiv) return await arbete(static _ => { }, Ut.WriteLine);
        var tavla = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Fel) });
        var max = Math.Max(1, await totalt());
        return await tavla.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async framsteg =>
            {
                var rad = framsteg.AddTask(rubrik, maxValue: max);
                var svar = await arbete(varde => rad.Value = varde, vad => rad.Description = vad.EscapeMarkup());
                rad.Value = rad.MaxValue;
                return svar;
            });
    }
}
