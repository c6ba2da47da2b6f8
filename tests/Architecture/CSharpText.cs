using System.Text;

namespace CaseFlow.Architecture;

/// <summary>C# with its comments, strings and characters blanked out (same length, same lines), so that what is left is code.
/// Holes of interpolated strings are code and stay.</summary>
internal static class CSharpText
{
    public static string Kod(string text)
    {
        var ut = new StringBuilder(text.Length);
        var i = text.StartsWith('\uFEFF') ? 1 : 0;
        ut.Append(' ', i);
        LasKod(text, ref i, ut, slut: 0);
        return ut.ToString();
    }

    // Läser kod till textens slut, eller till hålets avslutande klammer när slut > 0 (så många klamrar stänger hålet).
    private static void LasKod(string text, ref int i, StringBuilder ut, int slut)
    {
        var djup = 0;
        while (i < text.Length)
        {
            if (slut > 0 && djup == 0 && Antal(text, i, '}') >= slut) return;
            var c = text[i];
            if (Borjar(text, i, "//")) Blanka(text, ref i, ut, RadSlut(text, i));
            else if (Borjar(text, i, "/*")) Blanka(text, ref i, ut, Efter(text, i + 2, "*/"));
            else if (c == '\'') Blanka(text, ref i, ut, Efter(text, i + 1, "'", flykt: true));
            else if (c is '"' or '$' or '@' && StrangBorjar(text, i, out var dollar, out var ordagrann, out var citat)) LasStrang(text, ref i, ut, dollar, ordagrann, citat);
            else
            {
                if (c is '{') djup++;
                else if (c is '}') djup--;
                ut.Append(c);
                i++;
            }
        }
    }

    private static bool StrangBorjar(string text, int i, out int dollar, out bool ordagrann, out int citat)
    {
        (dollar, ordagrann) = (0, false);
        var j = i;
        for (; j < text.Length && text[j] is '$' or '@'; j++)
        {
            if (text[j] == '$') dollar++;
            else ordagrann = true;
        }

        citat = j < text.Length ? Antal(text, j, '"') : 0;
        return citat > 0;
    }

    private static void LasStrang(string text, ref int i, StringBuilder ut, int dollar, bool ordagrann, int citat)
    {
        var borjan = i + dollar + (ordagrann ? 1 : 0);
        var ra = citat >= 3 && !ordagrann;
        if (!ra && citat == 2 && !ordagrann) { Blanka(text, ref i, ut, borjan + 2); return; }
        var avslut = ra ? citat : 1;
        var hal = ra ? dollar : Math.Min(dollar, 1);
        Blanka(text, ref i, ut, borjan + avslut);
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '"' && ordagrann && Borjar(text, i, "\"\"")) Blanka(text, ref i, ut, i + 2);
            else if (c == '"' && Antal(text, i, '"') >= avslut) { Blanka(text, ref i, ut, i + avslut); return; }
            else if (c == '\\' && !ra && !ordagrann) Blanka(text, ref i, ut, i + 2);
            else if (c == '{' && hal > 0 && !ra && Borjar(text, i, "{{")) Blanka(text, ref i, ut, i + 2);
            else if (c == '{' && hal > 0 && Antal(text, i, '{') >= hal)
            {
                // I en rå sträng kan fler klamrar än hålets stå före det: de hör till texten.
                Blanka(text, ref i, ut, i + (ra ? Antal(text, i, '{') : hal));
                LasKod(text, ref i, ut, hal);
                Blanka(text, ref i, ut, i + hal);
            }
            else Blanka(text, ref i, ut, i + 1);
        }
    }

    private static void Blanka(string text, ref int i, StringBuilder ut, int till)
    {
        for (till = Math.Min(till, text.Length); i < till; i++) ut.Append(text[i] is '\n' or '\r' ? text[i] : ' ');
    }

    private static bool Borjar(string text, int i, string vad) => string.CompareOrdinal(text, i, vad, 0, vad.Length) == 0;

    private static int Antal(string text, int i, char tecken)
    {
        var n = 0;
        while (i + n < text.Length && text[i + n] == tecken) n++;
        return n;
    }

    private static int RadSlut(string text, int i) => text.IndexOf('\n', i) is var slut and >= 0 ? slut : text.Length;

    private static int Efter(string text, int i, string slut, bool flykt = false)
    {
        while (i < text.Length)
        {
            if (Borjar(text, i, slut)) return i + slut.Length;
            i += flykt && text[i] == '\\' ? 2 : 1;
        }

        return text.Length;
    }
}
