using CaseFlow.Application.Journal;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Application;

/// <summary>Finds notes by the words in them. The index is the database's own and follows the rows in the same transaction (triggers in SQLite, an
/// expression index in PostgreSQL): nobody who writes or removes a note can forget it. In SQL Server it comes after by a moment.</summary>
/// <remarks>Case is folded; å, ä and ö are letters of their own, so that "orjan" does not find Örjan.</remarks>
public interface ICaseTextSearch
{
    /// <summary>The notes that hold all the words, or words that begin with them, as a query in no order. The caller narrows it to the ärenden that the
    /// actor may see (<c>Arendeatkomst.Synliga</c>) before anything is read.</summary>
    IQueryable<Anteckning> Hitta(CaseFlowDb db, Journalsokord ord);
}
