using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application;

/// <summary>The change was made from an older copy than the one that stands now.</summary>
public static class Inaktuell
{
    public static Error Kopia { get; } =
        Error.Conflict("INAKTUELL_KOPIA", "Någon annan har ändrat sedan du öppnade sidan. Läs det nya och försök igen; det du skrev finns kvar.");

    /// <summary>Whoever has read the aggregate must read it again before changing it, also when nothing in its own row has changed.</summary>
    public static void GorKopiorInaktuella(this CaseFlowDb db, object aggregat) => db.Entry(aggregat).Property(nameof(Arende.Version)).IsModified = true;
}
