namespace CaseFlow.Application.Pipeline;

/// <summary>Codes that a sender acts on, and does not only show.</summary>
public static class Felkoder
{
    /// <summary>Someone else changed the same meanwhile, and went on doing so: worth sending again.</summary>
    public const string NagonHannFore = "NAGON_HANN_FORE";

    public const string BehorighetSaknas = "BEHORIGHET_SAKNAS";
}
