using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace CaseFlow.Engine.Tests.Xml;

/// <summary>What is made to hurt is refused, with why, and before anyone has had to wait. The time is written out; the test only stops what never ends.</summary>
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private static readonly TimeSpan NeverEnds = TimeSpan.FromSeconds(20);

    public static TheoryData<string> BpmnFiles { get; } = [.. HostileFiles.Bpmn.Keys];

    public static TheoryData<string> DmnFiles { get; } = [.. HostileFiles.Dmn.Keys];

    [Theory]
    [MemberData(nameof(BpmnFiles))]
    public async Task En_process_som_ska_skada_nekas_med_skal(string name)
    {
        var xml = HostileFiles.Bpmn[name]();

        var read = await Timed(name, () => BpmnReader.Read(xml));

        Assert.False(read.Accepted);
        Assert.True(read.FileProblem is { Length: > 0 } || read.Problems.All(problem => problem is { ElementId.Length: > 0, Line: > 0, Reason.Length: > 0 }));
        Assert.DoesNotContain("root:", read.FileProblem + string.Concat(read.Problems.Take(10)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DmnFiles))]
    public async Task En_beslutstabell_som_ska_skada_nekas_med_skal(string name)
    {
        var xml = HostileFiles.Dmn[name]();

        var loaded = await Timed(name, () => DmnModel.Load(xml));

        Assert.Null(loaded.Model);
        Assert.All(loaded.Problems.Take(100), problem => Assert.NotEmpty(problem.Message));
        Assert.NotEmpty(loaded.Problems);
    }

    /// <summary>A whole file with something wrong in it, anywhere: it is read, or refused with why.</summary>
    [Fact]
    public void En_fil_som_gatt_sonder_lases_eller_nekas_men_faller_aldrig()
    {
        var files = Directory.GetFiles(Fixture.Folder, "*.bpmn").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var broken =
            from file in Gen.Elements(files)
            from cuts in Gen.ArrayOf(from at in Gen.Choose(0, file.Length - 1) from length in Gen.Choose(0, 40) from what in Gen.Elements("", "<", ">", "\"", "&amp;", "id=\"S\"", "\u0000", "å") select (at, length, what), 3)
            select cuts.Aggregate(file, (text, cut) => string.Concat(text.AsSpan(0, Math.Min(cut.at, text.Length)), cut.what, text.AsSpan(Math.Min(text.Length, cut.at + cut.length))));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Arb.From(broken), xml =>
        {
            var read = BpmnReader.Read(xml);
            Assert.Equal(read.Accepted, read.FileProblem is null && read.Problems.IsEmpty);
        }));
    }

    private async Task<T> Timed<T>(string name, Func<T> read)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var answer = await Task.Run(read).WaitAsync(NeverEnds);
        output.WriteLine($"{name}: {TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds:F0} ms");
        return answer;
    }
}
