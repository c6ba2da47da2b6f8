using System.Text;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>How large an instance's variables are as JSON.</summary>
internal static class VariableSize
{
    public static bool IsWithin(FeelContext variables, int maxBytes)
    {
        // No character takes more than six bytes, so most sets are within without being written out.
        if (Bound(variables) <= maxBytes) return true;
        return Encoding.UTF8.GetByteCount(FeelJson.Serialize(variables)) <= maxBytes;
    }

    private static long Bound(FeelValue value) => value switch
    {
        FeelString text => 3 + 6L * text.Value.Length,
        FeelNumber => 32,
        FeelList list => 2 + list.Items.Sum(Bound),
        FeelContext context => 16 + context.Keys.Sum(key => 4 + 6L * key.Length + Bound(context[key])),
        FeelRange range => 64 + Bound(range.Low ?? FeelValue.Null) + Bound(range.High ?? FeelValue.Null),
        _ => 160,
    };
}
