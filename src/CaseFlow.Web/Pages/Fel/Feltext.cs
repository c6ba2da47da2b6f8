namespace CaseFlow.Web.Pages.Fel;

/// <summary>What an error page says: what happened, what did not change, what to do.</summary>
public sealed record Feltext(string Rubrik, string Text, string Ikon, bool VisaKod)
{
    /// <summary>By HTTP status. No access (403) reads as not found: nobody learns that something exists.</summary>
    public static Feltext For(int status) => status switch
    {
        400 => new("Det gick inte att ta emot formuläret",
            "Inget har sparats. Oftast har sidan varit öppen länge, eller så har du loggat in igen i en annan flik. Gå tillbaka, kopiera det du " +
            "har skrivit, ladda om sidan och skicka igen.", "varning", true),
        401 => new("Du har loggats ut", "Det du skickade sparades inte, men det finns kvar på den här sidan. Stäng den inte förrän det är sparat.", "las", false),
        403 or 404 => new("Sidan finns inte", "Kontrollera adressen eller numret. Den kan också finnas för någon annan än dig: behöver du den i ditt arbete, fråga din chef.", "sok", false),
        405 => new("Så går det inte att göra", "Sidan går inte att öppna på det sättet. Inget har ändrats. Börja om från startsidan.", "varning", false),
        409 or 412 => new("Någon annan hann före", "Uppgiften ändrades medan du arbetade. Inget av ditt har sparats över det. Öppna sidan igen och jämför.", "synk", false),
        413 => new("Det du skickade är för stort", "Inget har sparats. Dela upp texten eller välj en mindre fil och skicka igen.", "varning", false),
        429 => new("För många försök", "Vänta en minut och försök igen. Inget har ändrats.", "klocka", false),
        503 => new("CaseFlow går inte att använda just nu",
            "Inget du gör nu sparas. Vänta några minuter och försök igen. Är det bråttom, följ enhetens reservrutin.", "vantar", true),
        >= 500 => new("Något gick fel hos oss",
            "Felet är registrerat. Titta i ärendet om det du gjorde finns med innan du gör om det.", "varning", true),
        _ => new("Det gick inte", "Inget har ändrats. Gå tillbaka och försök igen.", "varning", true),
    };
}
