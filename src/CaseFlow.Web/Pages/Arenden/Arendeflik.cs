namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The parts of an ärende that have a page of their own in the row of links.</summary>
public enum Arendeflik { Oversikt, Anteckningar, Handlingar, Personen, Processen }
