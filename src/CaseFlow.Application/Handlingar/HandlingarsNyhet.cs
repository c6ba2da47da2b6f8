using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>What is new to a handläggare: documents that another has filed in her ärenden since she last looked at the documents there. When that was,
/// the trail already says: every reading is in it, so nothing more is written when she looks.</summary>
public static class HandlingarsNyhet
{
    public static IQueryable<Handling> NyaHandlingar(this CaseFlowDb db, AnvandareId vem) => db.Handlingar.Where(h =>
        h.RegistreradAv != vem && h.Makulerad == null && db.Arenden.Any(a => a.Id == h.ArendeId && a.HandlaggareId == vem) && !db.AuditHandelser.Any(l =>
            l.ArendeId == h.ArendeId && l.AktorId == vem && l.Typ == nameof(HamtaHandlingar) && l.Utfall == Auditutfall.Ok && l.Tid > h.Registrerad));
}
