namespace CaseFlow.Web.Pages.Beslutsfattande;

/// <summary>What the decision page is for just now.</summary>
public enum Beslutslage
{
    /// <summary>A proposal is written, or changed by the one who decides.</summary>
    Skriver,

    /// <summary>The proposal waits for its decision.</summary>
    VantarBeslut,

    /// <summary>The last step: what will be final is shown and asked for.</summary>
    Bekraftar,

    /// <summary>The proposal is handed back instead: where to and why is asked for.</summary>
    Aterlamnar,

    /// <summary>Every insats is decided.</summary>
    Fattat,

    /// <summary>A proposal is being written, by someone else.</summary>
    Lases,

    /// <summary>Nothing can be written in this step of the process.</summary>
    Last,
}
