using Xunit;

namespace CaseFlow.Testing;

/// <summary>What a test needs that not every machine has.</summary>
public enum Krav { Postgres, Webblasare, Linux, Redocly }

/// <summary>A test that is skipped, and says why, where something is missing. With <c>CASEFLOW_TEST_REQUIRE=all</c> it runs and fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KraverFactAttribute : FactAttribute
{
    public KraverFactAttribute(Krav krav) => Skip = Hinder(krav);

    public static bool AlltKravs => Environment.GetEnvironmentVariable("CASEFLOW_TEST_REQUIRE") == "all";

    internal static string? Hinder(Krav krav) => AlltKravs ? null : krav switch
    {
        Krav.Postgres => Postgresserver.Finns ? null
            : "PostgreSQL saknas: sätt CASEFLOW_TEST_POSTGRES, eller installera postgresql så att initdb och postgres hittas.",
        Krav.Webblasare => Webblasare.Sokvag is not null ? null
            : "Chromium saknas: sätt CASEFLOW_CHROMIUM till programfilen, eller installera chromium så att den hittas i PATH.",
        Krav.Redocly => Redocly.Program is not null ? null : "Granskaren av API:ets beskrivning saknas: kör npm ci i tests/Web.Tests/Api/granskning.",
        Krav.Linux => OperatingSystem.IsLinux() ? null : "Provet byter användare och rättigheter som Linux gör det.",
        _ => throw new ArgumentOutOfRangeException(nameof(krav)),
    };
}

/// <summary>A use-case test on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaSqliteAttribute : Xunit.Sdk.DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => [[Provdatabas.Sqlite]];
}

/// <summary>The same test on PostgreSQL: a row of its own, skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaPostgresAttribute : Xunit.Sdk.DataAttribute
{
    public PaPostgresAttribute() => Skip = KraverFactAttribute.Hinder(Krav.Postgres);

    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => [[Provdatabas.Postgres]];
}

public enum Provdatabas { Sqlite, Postgres }
