using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;

namespace CaseFlow.Data.Audit;

/// <summary>One statement makes the head at first use, takes it for this transaction and reads it.</summary>
internal sealed class Kedjelas(IProvidersql sql) : IKedjelas
{
    public Task<Kedjelage> Las(CaseFlowDb db, string kedja, CancellationToken ct) => Rasql.Las(
        db, sql.TaKedja, [("@kedja", kedja), ("@noll", Kedjehash.Noll)],
        rad => new Kedjelage(rad.GetInt64(0), rad.GetFieldValue<byte[]>(1), rad.GetInt64(2)), ct);
}
