namespace CaseFlow.Web.Pages.Delar;

/// <summary>What one writes in. Numbers are text with a number keyboard: no spinning wheel changes an amount by accident.</summary>
public enum Reglagetyp { Text, Langtext, Datum, Tid, Tal, Siffror, Losenord }
