using System.CommandLine;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cli.Kommandon;

/// <summary><c>caseflow feel "EXPR"</c>: what an expression gives, as the engine reads it.</summary>
internal static class RaknaFeel
{
    public static Command Kommando(Terminal terminal)
    {
        var uttryck = new Argument<string>("UTTRYCK") { Description = "FEEL, till exempel: arbetsdagar(today(), 5)" };
        var variabler = new Option<string>("--variabler") { Description = "Det som uttrycket kan fråga efter, som ett JSON-objekt.", HelpName = "JSON" };
        var kommando = new Command("feel", "Räknar ut ett FEEL-uttryck och skriver svaret som JSON. Slutar med 1 när det inte går att tolka.") { uttryck, variabler };
        kommando.SetAction((ord, _) => Kor(terminal, ord.GetRequiredValue(uttryck), ord.GetValue(variabler)));
        return kommando;
    }

    private static async Task<int> Kor(Terminal terminal, string text, string? json)
    {
        if (Variabler(json) is not { } variabler) return await terminal.FelAnvandning("--variabler är inget JSON-objekt.");
        if (!FeelExpression.TryParse(text, out var uttryck, out var fel)) return await terminal.Nekat(fel.Message);
        try
        {
            var svar = uttryck.Evaluate(variabler, new FeelEnvironment(TimeProvider.System.GetUtcNow()));
            foreach (var varning in svar.Warnings) await terminal.Fel.WriteLineAsync(varning);
            await terminal.Ut.WriteLineAsync(FeelJson.Serialize(svar.Value));
            return Slutkod.Klart;
        }
        catch (FeelBudgetException budget)
        {
            return await terminal.Nekat(budget.Message);
        }
    }

    private static FeelContext? Variabler(string? json)
    {
        if (json is null) return FeelContext.Empty;
        try
        {
            using var document = JsonDocument.Parse(json);
            return FeelJson.FromJson(document.RootElement) as FeelContext;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
