using System.Xml;

namespace CaseFlow.Architecture;

/// <summary>Dependencies point one way (docs/arkitektur.md): read from the project files, and again from what was compiled.</summary>
public sealed class BeroendenTests
{
    private static readonly Dictionary<string, (string[] Maste, string[] Far)> Projekt = new(StringComparer.Ordinal)
    {
        ["CaseFlow.Engine"] = ([], []),
        ["CaseFlow.Domain"] = ([], []),
        ["CaseFlow.Application"] = (["CaseFlow.Domain", "CaseFlow.Engine"], []),
        ["CaseFlow.Data"] = (["CaseFlow.Application"], ["CaseFlow.Domain", "CaseFlow.Engine"]),
        ["CaseFlow.Seed"] = (["CaseFlow.Application"], []),
        ["CaseFlow.Web"] = (["CaseFlow.Application", "CaseFlow.Data"], ["CaseFlow.Seed"]),
        ["CaseFlow.Cli"] = (["CaseFlow.Application", "CaseFlow.Data"], ["CaseFlow.Seed"]),
    };

    // Bara de här paketen får de inre rummen vila på. Data, Web, Cli och Seed väljer själva, utom databaserna (nedan).
    private static readonly Dictionary<string, string[]> Paket = new(StringComparer.Ordinal)
    {
        ["CaseFlow.Engine"] = [],
        ["CaseFlow.Domain"] = [],
        ["CaseFlow.Application"] = ["FluentValidation", "MediatR", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational",
            "Microsoft.Extensions.DependencyInjection.Abstractions"],
    };

    private static readonly string[] Databaser = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.Data.Sqlite",
        "Microsoft.Data.SqlClient", "Npgsql", "SQLitePCLRaw"];

    [Fact]
    public void Projekten_ar_de_som_huset_kanner()
    {
        var finns = Repo.Filer.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f));
        Assert.Equal(Projekt.Keys.Order(StringComparer.Ordinal), finns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projekt_refererar_bara_inat()
    {
        Brott.Inga("Projektreferenser som huset inte tillåter, eller som saknas:", Projekt.SelectMany(p =>
        {
            var har = Referenser(p.Key, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).ToList();
            return har.Except(p.Value.Maste, StringComparer.Ordinal).Except(p.Value.Far, StringComparer.Ordinal).Select(r => $"{p.Key} får inte referera {r}")
                .Concat(p.Value.Maste.Except(har, StringComparer.Ordinal).Select(r => $"{p.Key} ska referera {r}"));
        }));
    }

    [Fact]
    public void De_inre_rummen_vilar_bara_pa_sina_paket() =>
        Brott.Inga("Paket som rummet inte får vila på:", Paket.SelectMany(p => Referenser(p.Key, "PackageReference").Concat(Referenser(p.Key, "FrameworkReference"))
            .Except(p.Value, StringComparer.Ordinal).Select(r => $"{p.Key}: {r}")));

    [Fact]
    public void Databasernas_paket_star_bara_i_Data()
    {
        var projekt = Repo.Filer.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) && Path.GetFileName(f) != "CaseFlow.Data.csproj"
            && !f.StartsWith("tests/", StringComparison.Ordinal));
        Brott.Inga("Databaspaket utanför CaseFlow.Data:", projekt.SelectMany(f => Referenser(f, "PackageReference", arFil: true)
            .Where(ArDatabas).Select(r => $"{f}: {r}")));
        Assert.Contains(Referenser("CaseFlow.Data", "PackageReference"), ArDatabas);
    }

    [Fact]
    public void AutoMapper_finns_bara_vid_API_ets_grans()
    {
        Assert.Equal(["src/CaseFlow.Web/CaseFlow.Web.csproj"], Repo.Filer.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)
            && Referenser(f, "PackageReference", arFil: true).Contains("AutoMapper", StringComparer.Ordinal)));
        Brott.Inga("AutoMapper utanför src/CaseFlow.Web/Api: sidor och användningsfall projicerar i frågan (docs/adr/0007):", Repo.Kallkod("src/", "seed/").Concat(Repo.Razor())
            .Where(f => !f.StartsWith("src/CaseFlow.Web/Api/", StringComparison.Ordinal) && Repo.Las(f).Contains("AutoMapper", StringComparison.Ordinal)));
        Assert.Contains(Repo.Kallkod("src/CaseFlow.Web/Api/"), f => Repo.Las(f).Contains("using AutoMapper;", StringComparison.Ordinal));
    }

    [Fact]
    public void Kompilerade_referenser_pekar_inat()
    {
        Brott.Inga("Referenser i det kompilerade:", Repo.Assemblies.SelectMany(a =>
        {
            var namn = Namn(a.GetName().Name!);
            var tillatna = Tillatna(namn);
            return a.GetReferencedAssemblies().Select(r => Namn(r.Name!))
                .Where(r => r.StartsWith("CaseFlow.", StringComparison.Ordinal) ? !tillatna.Contains(r) : !TalBort(namn, r))
                .Select(r => $"{namn} använder {r}");
        }));
    }

    [Theory]
    [InlineData("CaseFlow.Domain", "Microsoft.EntityFrameworkCore")]
    [InlineData("CaseFlow.Engine", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("CaseFlow.Application", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("CaseFlow.Application", "Npgsql")]
    [InlineData("CaseFlow.Web", "Microsoft.EntityFrameworkCore.Sqlite")]
    public void Regeln_ser_ett_brott(string projekt, string referens) => Assert.False(TalBort(projekt, referens));

    [Theory]
    [InlineData("CaseFlow.Domain", "System.Runtime")]
    [InlineData("CaseFlow.Application", "Microsoft.EntityFrameworkCore.Relational")]
    [InlineData("CaseFlow.Data", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    public void Regeln_slapper_det_tillatna(string projekt, string referens) => Assert.True(TalBort(projekt, referens));

    // Hela kedjan inåt: Web får se Domain genom Application, men Domain aldrig Application.
    private static HashSet<string> Tillatna(string projekt)
    {
        var alla = new HashSet<string>(StringComparer.Ordinal);
        var ko = new Queue<string>([projekt]);
        while (ko.TryDequeue(out var p))
            foreach (var r in Projekt[p].Maste.Concat(Projekt[p].Far).Where(alla.Add)) ko.Enqueue(r);
        return alla;
    }

    private static bool TalBort(string projekt, string referens) => projekt switch
    {
        "CaseFlow.Engine" or "CaseFlow.Domain" => referens.StartsWith("System.", StringComparison.Ordinal) || referens is "System" or "netstandard" or "mscorlib",
        "CaseFlow.Application" => !ArDatabas(referens) && !referens.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
        "CaseFlow.Data" => true,
        _ => !ArDatabas(referens),
    };

    private static bool ArDatabas(string namn) => Databaser.Any(d => namn.StartsWith(d, StringComparison.Ordinal));

    private static string Namn(string assembly) => assembly == "caseflow" ? "CaseFlow.Cli" : assembly;

    private static IEnumerable<string> Referenser(string projekt, string slag, bool arFil = false)
    {
        var fil = arFil ? projekt : Repo.Filer.Single(f => Path.GetFileName(f) == projekt + ".csproj");
        using var xml = XmlReader.Create(new StringReader(Repo.Las(fil)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == slag && xml.GetAttribute("Include") is { } namn) yield return namn;
    }
}
