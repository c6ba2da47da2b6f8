using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

internal static class Samtyckesurval
{
    /// <summary>The person's consents as the ärende's unit has them: a new ärende goes on with what was given in the one before, another unit's are its own.</summary>
    public static IQueryable<Samtycke> SamtyckenI(this CaseFlowDb db, Arende arende) =>
        db.Samtycken.Where(s => s.PersonId == arende.PersonId && db.Arenden.Any(a => a.Id == s.ArendeId && a.EnhetId == arende.EnhetId));

    /// <summary>Those that hold that day, and have not been withdrawn since: <see cref="Samtycke.Galler(DateOnly)"/> as a question of the database.</summary>
    public static IQueryable<Samtycke> SomGaller(this IQueryable<Samtycke> samtycken, DateOnly dag) =>
        samtycken.Where(s => s.Aterkallat == null && s.Dag <= dag && (s.Tom == null || s.Tom >= dag));
}
