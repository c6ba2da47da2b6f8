using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Insatser;

/// <summary>A beslut that was watched as not carried out is carried out: the chef is to announce it now. The quarter is for what is not carried out;
/// the law gives the announcement no day to wait for.</summary>
// SoL (2025:400) 34 kap. 2 §, från 2025-07-01; LSS 28 g §: "när socialnämnden har verkställt ... ska nämnden anmäla det"
internal sealed class Verkstallighetsanmalan(Processmotor motor)
{
    /// <summary>Ends the wait for the next quarter, whatever version of the process it is; where nothing waits nothing is done.</summary>
    public async Task<Result<Done>> Begar(Arende arende, InsatsId insats, CancellationToken ct)
    {
        var tand = await motor.TandTidigare(arende, insats, Noder.NastaKvartal, ct);
        return tand.Failed ? tand.Error : Result.Done;
    }
}
