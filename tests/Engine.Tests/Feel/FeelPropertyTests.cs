using System.Text.Json;
using CaseFlow.Engine.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelPropertyTests
{
    private static readonly string[] Pieces =
    [
        "1", "2.5", "\"a\"", "x", "full name", "+", "-", "*", "/", "**", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "=", "!=", "<", ">=",
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "satisfies", "between", "instance of", "number", "function(x)",
        "@\"P1D\"", "@", "\"", "?", "null", "true", "item", "count", "date", "and time", "//", "/*", "\n", "é", "\ud83d", "1e5", " ",
    ];

    private static readonly Gen<string> Garbage = Gen.Elements(Pieces).ArrayOf().Select(p => string.Join(" ", p));

    private static Gen<FeelValue> Values(int depth)
    {
        Gen<FeelValue> number = Gen.Choose(-1_000_000, 1_000_000).Select(n => (FeelValue)(n / 100m));
        Gen<FeelValue> text = ArbMap.Default.GeneratorFor<string>().Select(FeelValue.FromString);
        Gen<FeelValue> date = Gen.Choose(1, 3_000_000).Select(n => (FeelValue)DateOnly.FromDayNumber(n));
        Gen<FeelValue> time = Gen.Choose(0, 86_399).Select(n => (FeelValue)new FeelTime(new TimeOnly(n * TimeSpan.TicksPerSecond + n), n % 3 == 0 ? TimeSpan.FromMinutes((n % 800) - 400) : null, n % 3 == 1 ? "Europe/Stockholm" : null));
        Gen<FeelValue> dateTime = Gen.Choose(0, int.MaxValue).Select(n => (FeelValue)FeelClock.FromInstant(DateTimeOffset.UnixEpoch.AddSeconds(n)));
        Gen<FeelValue> months = Gen.Choose(-10_000, 10_000).Select(n => (FeelValue)new FeelYearsMonths(n));
        Gen<FeelValue> span = Gen.Choose(int.MinValue, int.MaxValue).Select(n => (FeelValue)new FeelDaysTime(new TimeSpan(n * 1_234_567L)));
        Gen<FeelValue> range = Gen.Choose(0, 100).Select(n => (FeelValue)new FeelRange(n % 3 == 0 ? null : n, n % 2 == 0, n % 5 == 0 ? null : n + 1, n % 7 == 0));
        Gen<FeelValue> leaf = Gen.OneOf(number, text, date, time, dateTime, months, span, range, Gen.Constant(FeelValue.Null), Gen.Elements<FeelValue>(true, false));
        if (depth == 0) return leaf;
        Gen<FeelValue> list = Values(depth - 1).ArrayOf().Select(items => (FeelValue)FeelList.Of(items.Take(5)));
        Gen<FeelValue> context = Gen.Elements("a", "full name", "@", "@@", "a@", "å").Zip(Values(depth - 1)).ArrayOf()
            .Select(entries => (FeelValue)FeelContext.Of(entries.Select(e => (e.Item1, e.Item2))));
        return Gen.OneOf(leaf, list, context);
    }

    [Fact]
    public void Skrap_ger_aldrig_annat_an_ett_fel_med_plats() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Garbage.ToArbitrary(), source =>
        {
            var variables = FeelContext.Of(("x", 1), ("full name", "a"));
            if (!FeelExpression.TryParse(source, out var expression, out var error)) return error.Position >= 0 && error.Position <= source.Length;
            var first = Run(expression, variables);
            return first == Run(expression, variables);
        }));

    [Fact]
    public void Godtycklig_text_ger_aldrig_undantag() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<string>(source =>
            FeelExpression.TryParse(source ?? string.Empty, out _, out var error) || error.Message.StartsWith("Rad ", StringComparison.Ordinal)));

    [Fact]
    public void Json_fram_och_tillbaka_andrar_inget() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Values(3).ToArbitrary(), value =>
            Las(FeelJson.Serialize(value)).Equals(value)
            && FeelJson.FromJson(JsonSerializer.SerializeToElement(FeelJson.ToJson(value))).Equals(value)));

    [Fact]
    public void Json_har_den_form_som_sags()
    {
        Assert.Equal("{\"a\":1.50,\"@@\":[{\"@\":\"P1D\"},{\"@\":\"2026-01-02\"}],\"å\":null}", FeelJson.Serialize(FeelContext.Of(
            ("a", 1.50m), ("@", FeelList.Of([new FeelDaysTime(TimeSpan.FromDays(1)), new DateOnly(2026, 1, 2)])), ("å", FeelValue.Null))));
        Assert.Throws<JsonException>(() => Las("1e400"));
        Assert.Throws<JsonException>(() => Las("{\"@\":\"igår\"}"));
    }

    private static FeelValue Las(string json)
    {
        using var dokument = JsonDocument.Parse(json, new() { MaxDepth = 500 });
        return FeelJson.FromJson(dokument.RootElement);
    }

    private static string Run(FeelExpression expression, FeelContext variables)
    {
        try
        {
            var outcome = expression.Evaluate(variables, Feels.Environment);
            return FeelJson.Serialize(outcome.Value) + string.Join('\n', outcome.Warnings);
        }
        catch (FeelBudgetException budget)
        {
            return budget.Message;
        }
    }
}
