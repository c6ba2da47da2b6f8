using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Arenden;

/// <summary>Takes an ärende from a handläggare who may not have it any longer. Its open tasks are nobody's until the chef has given the ärende to
/// another; until then it stands among what the chef is to review (<see cref="HamtaAttGranska"/>).</summary>
public sealed class Frantagande(Anrop anrop, Processmotor motor, Personregister personer)
{
    public async Task Ta(Arende arende, CancellationToken ct)
    {
        var taget = arende.TaFran();
        if (taget.Failed) return;
        anrop.Handelse(taget.Value, arende.Id);
        await motor.Omtilldela(arende, ct);
        if (arende.Skyddat) await personer.Avnamnge(arende, taget.Value.Tidigare, ct);
    }
}
