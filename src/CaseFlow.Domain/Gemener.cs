using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CaseFlow.Domain;

/// <summary>The form that words are stored, indexed and compared in: lower case and composed.</summary>
public static class Gemener
{
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "The folded form is stored and indexed in lower case.")]
    public static string Av(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
