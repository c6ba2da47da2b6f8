using CaseFlow.Domain;

namespace CaseFlow.Application;

/// <summary>The change was made from an older copy than the one that stands now.</summary>
public static class Inaktuell
{
    public static Error Kopia { get; } =
        Error.Conflict("INAKTUELL_KOPIA", "Någon annan har ändrat sedan du öppnade sidan. Läs det nya och försök igen; det du skrev finns kvar.");
}
