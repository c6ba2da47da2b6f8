using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Dmn;

public sealed class DmnModelTests
{
    private static string File(string content) =>
        $"<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='d' name='d'>\n{content}\n</definitions>";

    private static string Table(string attributes, params (string Cell, string Output)[] rules) => File(
        "<inputData id='i' name='Belopp per månad'/><decision id='t' name='Nivå'><informationRequirement><requiredInput href='#i'/></informationRequirement>"
        + $"<decisionTable id='tab' {attributes}><input id='k'><inputExpression><text>Belopp per månad</text></inputExpression></input><output id='u'/>"
        + string.Concat(rules.Select((r, i) =>
            $"<rule id='r{i + 1}'><inputEntry><text>{r.Cell}</text></inputEntry><outputEntry><text>{r.Output}</text></outputEntry><annotationEntry><text>not {i + 1}</text></annotationEntry></rule>"))
        + "</decisionTable></decision>");

    private static DmnResult Evaluate(string xml, decimal amount)
    {
        var loaded = DmnModel.Load(xml);
        Assert.Empty(loaded.Problems);
        return loaded.Model!.Evaluate("t", FeelContext.Of(("Belopp per månad", amount)), Feels.Environment);
    }

    [Fact]
    public void En_unik_tabell_ger_regelns_varde_och_namn()
    {
        var twice = Evaluate(Table(string.Empty, ("&lt; 100", "\"handläggare\""), ("[100..500]", "\"chef\""), ("-", "\"nämnd\"")), 50);
        Assert.Equal("Nivå, tabellen 'tab': Fler än en regel gäller (r1, r3) men tabellen får bara ge ett svar (hit policy UNIQUE).", twice.Error);
        Assert.Equal(FeelValue.Null, twice.Value);

        var alone = Evaluate(Table(string.Empty, ("&lt; 100", "\"handläggare\""), ("[100..500]", "\"chef\"")), 100);
        Assert.Equal(("chef", null), (((FeelString)alone.Value).Value, alone.Error));
        Assert.Equal("r2", Assert.Single(alone.MatchedRules));
        Assert.Equal("not 2", Assert.Single(alone.Matches[0].Annotations));
    }

    [Theory]
    [InlineData("hitPolicy='FIRST'", "1", "r1")]
    [InlineData("hitPolicy='COLLECT'", "[1, 2, 3]", "r1 r2 r3")]
    [InlineData("hitPolicy='RULE ORDER'", "[1, 2, 3]", "r1 r2 r3")]
    [InlineData("hitPolicy='COLLECT' aggregation='SUM'", "6", "r1 r2 r3")]
    [InlineData("hitPolicy='COLLECT' aggregation='COUNT'", "3", "r1 r2 r3")]
    [InlineData("hitPolicy='COLLECT' aggregation='MIN'", "1", "r1 r2 r3")]
    [InlineData("hitPolicy='COLLECT' aggregation='MAX'", "3", "r1 r2 r3")]
    public void Hit_policy_avgor_svaret(string attributes, string expected, string rules)
    {
        var result = Evaluate(Table(attributes, ("&gt; 0", "1"), ("&gt; 1", "2"), ("", "3"), ("&gt; 1000", "4")), 7);

        Assert.Equal((expected, rules), (CaseFlow.Engine.Feel.Runtime.Kinds.Text(result.Value), string.Join(' ', result.MatchedRules)));
    }

    [Fact]
    public void Any_med_olika_svar_ar_fel_och_med_lika_svar_ett_svar()
    {
        Assert.Contains("r1, r2", Evaluate(Table("hitPolicy='ANY'", ("-", "1"), ("-", "2")), 7).Error);
        Assert.Equal((FeelValue)1, Evaluate(Table("hitPolicy='ANY'", ("-", "1"), ("-", "2 - 1")), 7).Value);
    }

    [Fact]
    public void Ingen_regel_ger_null() => Assert.Equal((FeelValue.Null, null), (Evaluate(Table(string.Empty, ("0", "1")), 7).Value, Evaluate(Table(string.Empty, ("0", "1")), 7).Error));

    [Theory]
    [InlineData("<decision id='a' name='A'><literalExpression><text>1 +</text></literalExpression></decision>", "DMN_FEEL", 2)]
    [InlineData("<decision id='a' name='A'><literalExpression><text>1</text></literalExpression></decision>\n<inputData id='a' name='B'/>", "DMN_ID_DUBBLETT", 3)]
    [InlineData("<decision id='a' name='A'><informationRequirement><requiredDecision href='#b'/></informationRequirement><literalExpression><text>B</text></literalExpression></decision>"
        + "\n<decision id='b' name='B'><informationRequirement><requiredDecision href='#a'/></informationRequirement><literalExpression><text>A</text></literalExpression></decision>", "DMN_CIRKEL", 2)]
    [InlineData("<decision id='a' name='A'><informationRequirement><requiredDecision href='#x'/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>", "DMN_KRAV_OKANT", 2)]
    [InlineData("<decision id='a' name='A'/>", "DMN_LOGIK_SAKNAS", 2)]
    [InlineData("<import id='m'/>", "DMN_IMPORT", 2)]
    [InlineData("<itemDefinition name='t'><typeRef>t</typeRef></itemDefinition>", "DMN_TYP_CIRKEL", 2)]
    [InlineData("<decision id='a' name='A'><decisionTable id='t' hitPolicy='SIST'><output id='o'/></decisionTable></decision>", "DMN_HIT_POLICY", 2)]
    [InlineData("<decision id='a' name='A'><decisionTable id='t'><output id='o'/><rule id='r'><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>", "DMN_TABELL", 2)]
    public void En_trasig_modell_nekas_med_kod_element_och_rad(string content, string code, int line)
    {
        var loaded = DmnModel.Load(File(content));

        Assert.Null(loaded.Model);
        Assert.Equal((code, line), (loaded.Problems[0].Code, loaded.Problems[0].Line));
    }

    [Fact]
    public void Annat_an_dmn_nekas()
    {
        Assert.Equal("DMN_FEL_ROT", DmnModel.Load("<a/>").Problems[0].Code);
        Assert.Equal("XML_TRASIG", DmnModel.Load("<a>").Problems[0].Code);
        Assert.Equal("XML_DTD", DmnModel.Load("<!DOCTYPE a []><a/>").Problems[0].Code);
    }

    [Fact]
    public void Beslut_kraver_andra_beslut_och_kunskapsmodeller()
    {
        var loaded = DmnModel.Load(File(
            "<inputData id='i' name='Timmar'/>"
            + "<businessKnowledgeModel id='k' name='Dubbla'><encapsulatedLogic><formalParameter name='x' typeRef='number'/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>"
            + "<decision id='a' name='A del'><informationRequirement><requiredInput href='#i'/></informationRequirement><knowledgeRequirement><requiredKnowledge href='#k'/></knowledgeRequirement>"
            + "<context><contextEntry><variable name='dubbelt'/><literalExpression><text>Dubbla(Timmar)</text></literalExpression></contextEntry><contextEntry><literalExpression><text>dubbelt + 1</text></literalExpression></contextEntry></context></decision>"
            + "<decision id='b' name='B'><informationRequirement><requiredDecision href='#a'/></informationRequirement><literalExpression><text>A del * 10</text></literalExpression></decision>"));

        Assert.Equal((FeelValue)70, loaded.Model!.Evaluate("B", FeelContext.Of(("Timmar", 3)), Feels.Environment).Value);
        Assert.Equal("Timmar", Assert.Single(loaded.Model.Decisions[1].Inputs));
        Assert.Contains("finns inte", loaded.Model.Evaluate("C", FeelContext.Empty, Feels.Environment).Error);
    }

    [Fact]
    public void Budgeten_galler_hela_beslutet()
    {
        var loaded = DmnModel.Load(File("<decision id='a' name='A'><literalExpression><text>for i in 1..1e9 return i</text></literalExpression></decision>"));

        Assert.Contains("avbröts", loaded.Model!.Evaluate("a", FeelContext.Empty, Feels.Environment).Error);
    }
}
