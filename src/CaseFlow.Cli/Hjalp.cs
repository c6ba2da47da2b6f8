using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace CaseFlow.Cli;

/// <summary>Help in Swedish, made of the commands themselves.</summary>
internal sealed class Hjalp : SynchronousCommandLineAction
{
    private const int Marginal = 34;

    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the built-in help, which only speaks English.</summary>
    public static void Satt(RootCommand rot)
    {
        foreach (var option in rot.Options)
        {
            if (option is HelpOption hjalp) (hjalp.Action, hjalp.Description) = (new Hjalp(), "Visar den här hjälpen.");
            else if (option is VersionOption version) version.Description = "Visar programmets version.";
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        Skriv(parseResult.CommandResult.Command, Vag(parseResult.CommandResult), parseResult.InvocationConfiguration.Output);
        return Slutkod.Klart;
    }

    public static string Vag(CommandResult resultat)
    {
        var namn = new List<string>();
        for (SymbolResult? r = resultat; r is not null; r = r.Parent)
        {
            if (r is CommandResult { Command: var kommando }) namn.Insert(0, kommando is RootCommand ? "caseflow" : kommando.Name);
        }
        return string.Join(' ', namn);
    }

    private static void Skriv(Command kommando, string vag, TextWriter ut)
    {
        ut.WriteLine(kommando.Description);
        ut.WriteLine();
        var under = kommando.Subcommands.Where(k => !k.Hidden).ToList();
        var argument = string.Concat(kommando.Arguments.Select(a => " " + Form(a)));
        ut.WriteLine($"Användning: {vag}{(under.Count > 0 ? " KOMMANDO" : "")}{argument}{(kommando.Options.Count > 0 ? " [VAL]" : "")}");
        Lista(ut, "Kommandon", under.Select(k => (k.Name, k.Description)));
        Lista(ut, "Argument", kommando.Arguments.Select(a => (Form(a), a.Description)));
        Lista(ut, "Val", kommando.Options.Where(o => !o.Hidden).Select(o => (Form(o), o.Required ? $"{o.Description} Krävs." : o.Description)));
        if (kommando is not RootCommand) return;
        ut.WriteLine();
        ut.WriteLine("Slutkod: 0 klart, 1 nekat eller inte som väntat, 2 fel användning.");
        ut.WriteLine("Inställningar: CASEFLOW_DATA, CASEFLOW_DB, ConnectionStrings__CaseFlow (samma som webben).");
    }

    private static void Lista(TextWriter ut, string rubrik, IEnumerable<(string Namn, string? Text)> rader)
    {
        var alla = rader.ToList();
        if (alla.Count == 0) return;
        ut.WriteLine();
        ut.WriteLine($"{rubrik}:");
        foreach (var (namn, text) in alla) ut.WriteLine($"  {namn.PadRight(Marginal)}{(namn.Length >= Marginal ? " " : "")}{text}");
    }

    private static string Form(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;

    private static string Form(Option option) => option.ValueType == typeof(bool) || option is HelpOption or VersionOption
        ? string.Join(", ", option.Aliases.Prepend(option.Name))
        : $"{option.Name} {option.HelpName ?? "TEXT"}";
}

/// <summary>Says in Swedish what was wrong with the words, and how to go on.</summary>
internal static class Felanvandning
{
    public static int Skriv(ParseResult tolkat, TextWriter fel)
    {
        foreach (var text in Fel(tolkat).Distinct(StringComparer.Ordinal)) fel.WriteLine(text);
        fel.WriteLine($"Se {Hjalp.Vag(tolkat.CommandResult)} --help");
        return Slutkod.FelAnvandning;
    }

    private static IEnumerable<string> Fel(ParseResult tolkat)
    {
        var kommando = tolkat.CommandResult.Command;
        var sagt = false;
        foreach (var ord in tolkat.UnmatchedTokens)
        {
            sagt = true;
            yield return $"Okänt ord: {ord}";
        }
        foreach (var option in kommando.Options.Where(o => o.Required && tolkat.GetResult(o) is null or { Implicit: true }))
        {
            sagt = true;
            yield return $"{option.Name} saknas.";
        }
        foreach (var option in kommando.Options.Where(o => tolkat.GetResult(o) is { Implicit: false, Errors: var e } && e.Any()))
        {
            sagt = true;
            yield return tolkat.GetResult(option)!.Tokens.Count == 0 ? $"{option.Name} behöver ett värde." : $"{option.Name}: värdet går inte att läsa.";
        }
        foreach (var argument in kommando.Arguments.Where(a => a.Arity.MinimumNumberOfValues > (tolkat.GetResult(a)?.Tokens.Count ?? 0)))
        {
            sagt = true;
            yield return $"{argument.Name} saknas.";
        }
        if (sagt) yield break;
        yield return kommando.Subcommands.Count > 0 ? "Välj ett kommando." : "Kommandot går inte att läsa.";
    }
}
