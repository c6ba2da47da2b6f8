namespace CaseFlow.Domain.Ansokningar;

/// <summary>The way an ansökan came in.</summary>
public enum Kanal
{
    Besok,
    Telefon,
    EPost,
    ETjanst,
    Brev,
    AldreDirekt,

    /// <summary>Nobody applied: an uppföljning showed that the need must be tried anew. Ours alone, not in the contract.</summary>
    Uppfoljning,
}

/// <summary>The contract's codes for <see cref="Kanal"/>.</summary>
public static class Kanaler
{
    /// <summary>Null for a code outside the contract, and for <see cref="Kanal.Uppfoljning"/>, which no sender may use.</summary>
    public static Kanal? Tolka(string? kod) => kod switch
    {
        "besok" => Kanal.Besok,
        "telefon" => Kanal.Telefon,
        "e-post" => Kanal.EPost,
        "e-tjanst" => Kanal.ETjanst,
        "brev" => Kanal.Brev,
        "aldre-direkt" => Kanal.AldreDirekt,
        _ => null,
    };
}
