using System.Globalization;
using System.Text;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>Writes process folders of the test's own in a copy, in place of the shipped ones.</summary>
internal static class Provprocess
{
    /// <summary>Replaces a process by one with these elements. Every form key that is named gets a form with one field, <c>svar</c>: ja or nej.</summary>
    /// <param name="innehall">The process's elements, with the prefix <c>b:</c>; user tasks are written <c>@ID</c>, flows <c>A>B</c> on lines of their own.</param>
    public static void Skriv(this Processkopia kopia, string nyckel, string innehall, string utanfor = "")
    {
        var mapp = kopia.Fil(nyckel);
        if (Directory.Exists(mapp)) Directory.Delete(mapp, recursive: true);
        Directory.CreateDirectory(Path.Combine(mapp, "forms"));
        var (xml, floden) = (new StringBuilder(), 0);
        foreach (var rad in innehall.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (rad[0] == '@')
            {
                var (id, inre) = rad[1..].Split(' ', 2) is [var forst, var resten] ? (forst, resten) : (rad[1..], "");
                xml.AppendLine(CultureInfo.InvariantCulture, $"<b:userTask id=\"{id}\" name=\"{id}\" cf:form=\"{id.ToLowerInvariant()}\" cf:group=\"handlaggare\">{inre}</b:userTask>");
                File.WriteAllText(Path.Combine(mapp, "forms", id.ToLowerInvariant() + ".json"), $$"""
                    {"version":2,"nyckel":"{{id.ToLowerInvariant()}}","rubrik":"{{id}}","ingress":"Prov.","knapp":"Klar","sektioner":[{"falt":[{"namn":"svar","etikett":"Svar","typ":"ja-nej","kravs":false}]}]}
                    """);
            }
            else if (rad[0] != '<' && rad.Split('>') is [var fran, var till])
            {
                xml.AppendLine(CultureInfo.InvariantCulture, $"<b:sequenceFlow id=\"{nyckel}_f{++floden}\" sourceRef=\"{fran}\" targetRef=\"{till}\"/>");
            }
            else
            {
                xml.AppendLine(rad);
            }
        }
        File.WriteAllText(Path.Combine(mapp, nyckel + ".bpmn"), $"""
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:cf="urn:caseflow:bpmn:1" targetNamespace="urn:prov">
            {utanfor}
            <b:process id="{nyckel}" isExecutable="true">{xml}</b:process></b:definitions>
            """);
    }
}
