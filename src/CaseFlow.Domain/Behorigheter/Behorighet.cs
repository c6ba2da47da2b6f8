namespace CaseFlow.Domain.Behorigheter;

/// <summary>What a person or a key may do. Roles are sets of these (<see cref="Roll"/>); every use case names one.</summary>
public enum Behorighet
{
    /// <summary>Being signed in is enough.</summary>
    Inloggad = 0,
    RegistreraAnsokan,
    LasaArende,
    HandlaggaArende,
    FordelaArende,
    FattaBeslut,
    SeEnheten,
    RapporteraAvvikelse,
    HandlaggaAvvikelse,
    LasaIndikatorer,
    ForvaltaBehorigheter,
    GranskaLogg,
    KoraProcess,

    /// <summary>Looking for a person in the register, not only reading an ärende one has.</summary>
    SokaPersoner,

    /// <summary>Opening what does not exist for oneself, in an emergency (<see cref="Arenden.Nodoppning"/>).</summary>
    Nodoppna,

    /// <summary>Seeing where processes stand still, and letting them try again.</summary>
    SkotaProcesser,
}
