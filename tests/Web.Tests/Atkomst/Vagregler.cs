using System.Text.Json;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Behorigheter;
using static CaseFlow.Domain.Behorigheter.Behorighet;

namespace CaseFlow.Web.Tests.Atkomst;

/// <summary>Who a route is for, beyond the capability.</summary>
public enum Dorr
{
    /// <summary>Anyone, signed in or not.</summary>
    Oppen,

    /// <summary>Whoever has one of the capabilities.</summary>
    Formaga,

    /// <summary>Whoever may read the ärende.</summary>
    Lasa,

    /// <summary>The same, as a part of a page: what needs a reason is not found either.</summary>
    Del,

    /// <summary>The same, as a page whose address does not say which ärende it is about.</summary>
    Uppgiftssida,

    /// <summary>The same, as a file: no page says why to someone with jäv.</summary>
    Fil,

    /// <summary>Whoever may write in the ärende.</summary>
    Skriva,

    /// <summary>Whose task it is.</summary>
    Uppgift,

    /// <summary>The chef of the ärende's unit.</summary>
    Chef,

    /// <summary>Whoever may read the ärende, or could by giving a reason.</summary>
    Skal,
}

/// <summary>A route that is read.</summary>
/// <param name="Adress">What is asked for, with <c>{nummer}</c> and <c>{uppgift}</c> of the ärende.</param>
/// <param name="Svar">The status for the one who may.</param>
public sealed record Lasvag(string Monster, string Adress, Dorr Dorr, Behorighet[] Kraver, int Svar = 200);

/// <summary>A form that is sent: the use case that answers it is found in the trail.</summary>
/// <param name="Falt">Fields beside the form's name; all versions are stale, so that little is changed by the one who may.</param>
/// <param name="Andrar">The one who may changes something: only tried by those who may not.</param>
public sealed record Skickvag(
    string Monster, string Adress, string Blankett, Type Anrop, Dorr Dorr, Behorighet[] Kraver, string Falt = "", bool Andrar = false);

/// <summary>A route of the API. The use case and the code of a refusal stand in the trail, as for a form.</summary>
/// <param name="Kropp">The body in JSON; null for a route that is read.</param>
public sealed record Apivag(string Monster, string Adress, Type Anrop, Dorr Dorr, Behorighet[] Kraver, string? Kropp = null);

/// <summary>The rule of every route, form by form. A route, a form or a use case that is not here fails a test.</summary>
internal static class Vagregler
{
    private static readonly Behorighet[] Alla = [Inloggad];

    /// <summary>The password that the page asks for before it asks the use case.</summary>
    private static readonly string Losenordet = $"losenord={Uri.EscapeDataString(Drift.Losenord)}&losenordBw={Uri.EscapeDataString(Drift.Losenord)}";

    private const string Arendet = "/arenden/{Nummer}";

    public static readonly IReadOnlyList<Lasvag> Las =
    [
        new("/", "/", Dorr.Oppen, [], 302),
        new("/logga-in", "/logga-in", Dorr.Oppen, []),
        new("/fel/{Kod:int}", "/fel/404", Dorr.Oppen, [], 404),
        new("/api-info", "/api-info", Dorr.Oppen, []),
        new("/api/v1/api-info", "/api/v1/api-info", Dorr.Oppen, []),
        new("/api/v1/openapi.json", "/api/v1/openapi.json", Dorr.Oppen, []),
        new("/health/live", "/health/live", Dorr.Oppen, []),
        new("/health/ready", "/health/ready", Dorr.Oppen, []),

        new("/konto", "/konto", Dorr.Formaga, Alla),
        new("/konto/losenord", "/konto/losenord", Dorr.Formaga, Alla),
        new("/konto/tva-steg", "/konto/tva-steg", Dorr.Formaga, Alla),
        new("/konto/api-nycklar", "/konto/api-nycklar", Dorr.Formaga, Alla),
        // Ett tomt fält; sökningen prövas när den skickas.
        new("/sok", "/sok", Dorr.Formaga, Alla),
        // En sökning som inte är ens egen finns inte: fältet är tomt.
        new("/sok/{Id}", "/sok/0123456789abcdef0123456789abcdef", Dorr.Formaga, Alla),
        new("/avvikelser/rapportera", "/avvikelser/rapportera", Dorr.Formaga, [Behorighet.RapporteraAvvikelse]),
        new("/avvikelser", "/avvikelser", Dorr.Formaga, [HandlaggaAvvikelse]),
        new("/indikatorer", "/indikatorer", Dorr.Formaga, [LasaIndikatorer]),
        new("/indikatorer/{Kod}", $"/indikatorer/{Domain.Indikatorer.IndikatorKatalog.SamtligaInsatserBeskrivna.Kod}", Dorr.Formaga, [LasaIndikatorer]),
        new("/ansokningar/registrera", "/ansokningar/registrera", Dorr.Formaga, [RegistreraAnsokan]),
        new("/idag", "/idag", Dorr.Formaga, [LasaArende]),
        new("/arenden", "/arenden", Dorr.Formaga, [LasaArende]),
        new("/konto/sparrar", "/konto/sparrar", Dorr.Formaga, [LasaArende, ForvaltaBehorigheter]),
        new("/franvaro", "/franvaro", Dorr.Formaga, [HandlaggaArende, FordelaArende]),
        new("/enheten", "/enheten", Dorr.Formaga, [SeEnheten]),
        new("/enheten/flytta", "/enheten/flytta?fran=11&till=20", Dorr.Formaga, [FordelaArende]),
        new("/enheten/att-granska", "/enheten/att-granska", Dorr.Formaga, [SeEnheten, GranskaLogg]),
        new("/nodoppning", "/nodoppning", Dorr.Formaga, [Behorighet.Nodoppna]),
        new("/forvaltning", "/forvaltning", Dorr.Formaga, [ForvaltaBehorigheter]),
        new("/processer", "/processer", Dorr.Formaga, [SeEnheten]),
        new("/processer/{Nyckel}", "/processer/bistand", Dorr.Formaga, [SeEnheten]),
        new("/forvaltning/incidenter", "/forvaltning/incidenter", Dorr.Formaga, [SkotaProcesser]),
        new("/forvaltning/ny", "/forvaltning/ny", Dorr.Formaga, [ForvaltaBehorigheter]),
        new("/forvaltning/anvandare/{Id:long}", "/forvaltning/anvandare/90", Dorr.Formaga, [ForvaltaBehorigheter]),

        new(Arendet, "/arenden/{nummer}", Dorr.Lasa, [LasaArende]),
        new("/arenden/{nummer}/forhandsvisning", "/arenden/{nummer}/forhandsvisning", Dorr.Del, [LasaArende]),
        // Sidan frågar efter ett skäl och säger inget om ärendet: den är lika för alla nummer.
        new("/arenden/{Nummer}/oppna", "/arenden/{nummer}/oppna", Dorr.Formaga, Alla),
        new("/arenden/{Nummer}/utredning", "/arenden/{nummer}/utredning", Dorr.Lasa, [HandlaggaArende]),
        new("/arenden/{Nummer}/utredning/lydelser", "/arenden/{nummer}/utredning/lydelser?omrade=d6", Dorr.Lasa, [HandlaggaArende]),
        new("/arenden/{Nummer}/beslut", "/arenden/{nummer}/beslut", Dorr.Lasa, [HandlaggaArende, Behorighet.FattaBeslut]),
        new("/arenden/{Nummer}/underlag", "/arenden/{nummer}/underlag", Dorr.Lasa, [HandlaggaArende]),
        new("/arenden/{Nummer}/anteckningar", "/arenden/{nummer}/anteckningar", Dorr.Lasa, [LasaArende]),
        new("/arenden/{Nummer}/anteckningar/{Nr}", "/arenden/{nummer}/anteckningar/1", Dorr.Lasa, [LasaArende]),
        new("/arenden/{Nummer}/handlingar", "/arenden/{nummer}/handlingar", Dorr.Lasa, [LasaArende]),
        new("/arenden/{nummer}/handlingar/{handling:guid}/fil", "/arenden/{nummer}/handlingar/{handling}/fil", Dorr.Fil, [LasaArende]),
        new("/arenden/{Nummer}/personen", "/arenden/{nummer}/personen", Dorr.Lasa, [LasaArende]),
        new("/arenden/{Nummer}/lagg-till", "/arenden/{nummer}/lagg-till", Dorr.Lasa, [HandlaggaArende]),
        new("/arenden/{Nummer}/processen", "/arenden/{nummer}/processen", Dorr.Lasa, [LasaArende]),
        new("/arenden/{Nummer}/utskrift", "/arenden/{nummer}/utskrift", Dorr.Lasa, [LasaArende]),
        new("/arenden/{Nummer}/kontakt", "/arenden/{nummer}/kontakt", Dorr.Skriva, [HandlaggaArende]),
        new("/arenden/{Nummer}/atkomst", "/arenden/{nummer}/atkomst", Dorr.Chef, [FordelaArende]),
        // Adressen säger inte vilket ärende det är: den som behöver skriva ett skäl går till ärendet.
        new("/uppgifter/{Id:guid}", "/uppgifter/{uppgift}", Dorr.Uppgiftssida, [HandlaggaArende, FordelaArende]),
    ];

    public static readonly IReadOnlyList<Skickvag> Skicka =
    [
        Form("/arenden/{nummer}", "aterta", typeof(AtertaAnsokan), Dorr.Skriva, [HandlaggaArende], "atertas=allt&atertagenDag=2026-09-16&atertagenSatt=skriftligt"),
        Form("/arenden/{nummer}", "aterta", typeof(AtertaInsats), Dorr.Skriva, [HandlaggaArende], "atertas=1&atertagenDag=2026-09-16&atertagenSatt=skriftligt"),
        Form("/arenden/{nummer}", "dodsfall", typeof(RegistreraDodsfall), Dorr.Skriva, [HandlaggaArende], "dodBekraftat=ja&dodsdag=2026-09-10"),
        Form("/arenden/{nummer}", "avliden", typeof(RegistreraDodsfall), Dorr.Skriva, [HandlaggaArende], "avlidenBekraftat=ja"),
        Form("/arenden/{nummer}", "delgivning", typeof(RegistreraDelgivning), Dorr.Skriva, [HandlaggaArende], "delgivenDag=2026-09-16"),
        Form("/arenden/{nummer}", "andra-delgivning", typeof(AndraDelgivning), Dorr.Chef, [FordelaArende], "nyDelgivenDag=2026-09-16&delgivenSkal=Prov"),
        Form("/arenden/{nummer}", "hav-dodsfall", typeof(HavDodsfall), Dorr.Chef, [FordelaArende], "havDodsfallSkal=Prov"),
        Form("/arenden/{nummer}", "svar", typeof(RegistreraSvar), Dorr.Skriva, [HandlaggaArende], "svarsdag=2026-09-16&svar=Ja"),
        Form("/arenden/{nummer}", "flytt", typeof(RegistreraFlytt), Dorr.Skriva, [HandlaggaArende], "flyttdag=2026-09-16"),
        Form("/arenden/{nummer}", "foljupp", typeof(FoljUppNu), Dorr.Skriva, [HandlaggaArende], "insats=1"),
        Form("/arenden/{nummer}", "ankomstdag", typeof(AndraAnkomstdag), Dorr.Skriva, [HandlaggaArende], "ankomstdag=2026-09-15&ankomstdagSkal=Fel"),
        Form("/arenden/{nummer}", "omfordela", typeof(Omfordela), Dorr.Chef, [FordelaArende], "handlaggare=20&omfordelaSkal=Prov"),
        Form("/arenden/{nummer}", "skydd", typeof(AndraSkydd), Dorr.Skriva, [HandlaggaArende], "skydd=sekretessmarkering&skyddSkal=Prov"),
        Form("/arenden/{nummer}", "visa", typeof(VisaSkyddadeUppgifter), Dorr.Lasa, [LasaArende]),
        Form("/arenden/{nummer}", "jav", typeof(AnmalJav), Dorr.Lasa, [LasaArende]),
        Form("/arenden/{nummer}", "sparr", typeof(SparraFranPerson), Dorr.Lasa, [LasaArende]),
        Form("/arenden/{nummer}", "vanta-{uppgift}", typeof(LaggIVantan), Dorr.Uppgift, [HandlaggaArende], "orsak-{slut}=annat&vaknar-{slut}=2026-10-01"),
        Form("/arenden/{nummer}", "ta-upp-{uppgift}", typeof(TaUrVantan), Dorr.Uppgift, [HandlaggaArende]),

        Form("/arenden/{nummer}/oppna", "oppna", typeof(OppnaMedSkal), Dorr.Skal, [LasaArende]),
        Form("/arenden/{nummer}/lagg-till", "laggtill", typeof(LaggTillUppgift), Dorr.Skriva, [HandlaggaArende], "tillval=1:0:GorHembesok"),
        Form("/arenden/{nummer}/utskrift", "utskrift", typeof(SkrivUtAkten), Dorr.Lasa, [LasaArende], "del=ansokan"),
        Form("/arenden/{nummer}/kontakt", "kontakt", typeof(AndraKontakt), Dorr.Skriva, [HandlaggaArende], "gata=Provvägen+2&postnummer=128+58&ort=Skarpnäck&sprak=sv"),

        Form("/arenden/{nummer}/anteckningar", "anteckning", typeof(SkrivAnteckning), Dorr.Skriva, [HandlaggaArende], "nySlag=mote&nyDag=2026-09-16"),
        Form("/arenden/{nummer}/anteckningar", "invandakt", typeof(NoteraInvandning), Dorr.Skriva, [HandlaggaArende], "aktSlag=mote&aktDag=2026-09-16"),
        Form("/arenden/{nummer}/anteckningar/1", "ratta", typeof(RattaAnteckning), Dorr.Skriva, [HandlaggaArende], "rattaSlag=mote&rattaDag=2026-09-16"),
        Form("/arenden/{nummer}/anteckningar/1", "invand", typeof(NoteraInvandning), Dorr.Skriva, [HandlaggaArende], "invandSlag=mote&invandDag=2026-09-16"),
        Form("/arenden/{nummer}/anteckningar/1", "stryk", typeof(StrykAnteckning), Dorr.Skriva, [HandlaggaArende], "strykSkal=Prov"),
        Form("/arenden/{nummer}/beslut", "obehovlig", typeof(NoteraObehovlig), Dorr.Skriva, [HandlaggaArende], "obehovligtSkal=Prov"),
        Form("/arenden/{nummer}/handlingar", "makulera-1", typeof(MakuleraHandling), Dorr.Skriva, [HandlaggaArende], "id={handling}&makulera-1=Prov"),
        Form("/arenden/{nummer}/personen", "nyttombud", typeof(RegistreraOmbud), Dorr.Skriva, [HandlaggaArende]),
        Form("/arenden/{nummer}/personen", "styrk-1", typeof(StyrkOmbud), Dorr.Skriva, [HandlaggaArende], Andrar: true),
        Form("/arenden/{nummer}/personen", "avslutaombud-1", typeof(AvslutaOmbud), Dorr.Skriva, [HandlaggaArende], "upphort-1=2026-09-16", Andrar: true),
        Form("/arenden/{nummer}/personen", "samtycke", typeof(NoteraSamtycke), Dorr.Skriva, [HandlaggaArende], "samtyckeDag=2026-09-16"),
        Form("/arenden/{nummer}/personen", "aterkalla-1", typeof(AterkallaSamtycke), Dorr.Skriva, [HandlaggaArende], "aterkallatDag-1=2026-09-16", Andrar: true),
        Form("/arenden/{nummer}/personen", "narstaende", typeof(LaggTillNarstaende), Dorr.Skriva, [HandlaggaArende]),
        Form("/arenden/{nummer}/personen", "avslutanarstaende", typeof(AvslutaNarstaende), Dorr.Skriva, [HandlaggaArende], Andrar: true),

        Form("/arenden/{nummer}/utredning", "omrade", typeof(SkrivOmrade), Dorr.Skriva, [HandlaggaArende], "omrade=d6&beskrivning=Prov"),
        Form("/arenden/{nummer}/utredning", "vald", typeof(BesvaraValdsfraga), Dorr.Skriva, [HandlaggaArende], "utfall=fragad&datum=2026-09-16"),
        Form("/arenden/{nummer}/utredning", "bedomning", typeof(SkrivBedomning), Dorr.Skriva, [HandlaggaArende], "samladBedomning=Prov"),
        Form("/arenden/{nummer}/utredning", "avsluta", typeof(AvslutaUtredning), Dorr.Uppgift, [HandlaggaArende], "uppgift={uppgift}"),
        Form("/arenden/{nummer}/utredning", "resten", typeof(MarkeraRestenEjAktuell), Dorr.Skriva, [HandlaggaArende], Andrar: true),
        Form("/arenden/{nummer}/utredning", "tillagg", typeof(SkrivTillagg), Dorr.Skriva, [HandlaggaArende], "text=Prov&kalla=Prov&dag=2026-09-16"),
        Form("/arenden/{nummer}/utredning", "insatser", typeof(BeskrivInsatser), Dorr.Skriva, [HandlaggaArende], "rev-1=-1&text-1=Prov", Andrar: true),

        Form("/arenden/{nummer}/beslut", "forslag", typeof(SparaForslag), Dorr.Skriva, [HandlaggaArende], "utfall=bifall&omfattning=10&insats=1"),
        Form("/arenden/{nummer}/beslut", "fatta", typeof(FattaBeslut), Dorr.Uppgift, [Behorighet.FattaBeslut], "uppgift={uppgift}"),
        Form("/arenden/{nummer}/beslut", "till-chef", typeof(LamnaTillChef), Dorr.Uppgift, [Behorighet.FattaBeslut], "uppgift={uppgift}"),
        Form("/arenden/{nummer}/beslut", "aterlamna", typeof(AterlamnaForslag), Dorr.Uppgift, [Behorighet.FattaBeslut], "uppgift={uppgift}&vag=forslag&skal=Prov"),

        Form("/arenden/{nummer}/atkomst", "registrera", typeof(RegistreraJav), Dorr.Chef, [FordelaArende], "javAnvandare=20&javOrsak=Prov"),
        Form("/arenden/{nummer}/atkomst", "star-20", typeof(ProvaJav), Dorr.Chef, [FordelaArende]),
        Form("/arenden/{nummer}/atkomst", "havs-20", typeof(ProvaJav), Dorr.Chef, [FordelaArende], "havSkal20=Prov"),
        Form("/arenden/{nummer}/atkomst", "sparra", typeof(SparraFranPerson), Dorr.Lasa, [LasaArende], "sparrAnvandare=90"),
        Form("/arenden/{nummer}/atkomst", "namnge", typeof(NamngePerson), Dorr.Chef, [FordelaArende], "namngiven=20"),
        Form("/arenden/{nummer}/atkomst", "bort-20", typeof(TaBortNamngiven), Dorr.Chef, [FordelaArende]),

        Form("/uppgifter/{uppgift}", "uppgift", typeof(SlutforUppgift), Dorr.Uppgift, [HandlaggaArende, FordelaArende]),
        new("/uppgifter/{id:guid}/visning", "/uppgifter/{uppgift}/visning", "", typeof(ProvaFormular), Dorr.Lasa, [HandlaggaArende, FordelaArende]),
        new("/nodoppning/avsluta", "/nodoppning/avsluta", "", typeof(AvslutaNodoppning), Dorr.Formaga, Alla, "nummer={nummer}", Andrar: true),

        new("/utkast", "/utkast", "", typeof(SparaUtkast), Dorr.Skriva, [HandlaggaArende, FordelaArende, Behorighet.FattaBeslut], "__arende={nummer}&__utkast=anteckning:ny&nyText=Prov"),
        new("/utkast/registrering", "/utkast/registrering", "", typeof(Application.Ansokningar.SparaRegistreringsutkast), Dorr.Formaga, [RegistreraAnsokan], "onskemal1=Prov"),
        new("/utkast/registrering/kasta", "/utkast/registrering/kasta", "", typeof(Application.Ansokningar.KastaRegistreringsutkast), Dorr.Formaga, [RegistreraAnsokan]),
        new("/utkast/kasta", "/utkast/kasta", "", typeof(KastaUtkast), Dorr.Skriva, [HandlaggaArende, FordelaArende, Behorighet.FattaBeslut], "__arende={nummer}&__utkast=anteckning:ny"),

        Form("/sok", "sok", typeof(SokPersoner), Dorr.Formaga, [SokaPersoner], "sok=prov"),
        Form("/sok", "sok", typeof(SokIAnteckningar), Dorr.Formaga, [LasaArende], "sok=prov"),
        Form("/sok", "sok", typeof(SokArenden), Dorr.Formaga, [SokaPersoner], "sok=0001"),
        Form("/idag", "spara-vy", typeof(SparaVy), Dorr.Formaga, [LasaArende]),
        Form("/idag?vy=018f0000-0000-7000-8000-000000000000", "ta-bort-vy", typeof(TaBortVy), Dorr.Formaga, [LasaArende]),
        Form("/enheten", "angra", typeof(AngraFlytt), Dorr.Formaga, [FordelaArende], "flytt=018f0000-0000-7000-8000-000000000000"),
        Form("/enheten/flytta?fran=11&till=20", "flytta", typeof(FlyttaArenden), Dorr.Formaga, [FordelaArende]),
        Form("/franvaro", "registrera", typeof(RegistreraFranvaro), Dorr.Formaga, [HandlaggaArende, FordelaArende]),
        Form("/franvaro", "avsluta", typeof(AvslutaFranvaro), Dorr.Formaga, [HandlaggaArende, FordelaArende], "franvaro=1"),
        Form("/konto/sparrar", "ny", typeof(RegistreraSparr), Dorr.Formaga, [LasaArende], "sparrAnvandare=90"),
        Form("/konto/sparrar", "hav-1", typeof(AvslutaSparr), Dorr.Formaga, [FordelaArende, ForvaltaBehorigheter]),
        Form("/avvikelser", "ta-emot", typeof(TaEmotAvvikelse), Dorr.Formaga, [HandlaggaAvvikelse], "id=018f0000-0000-7000-8000-000000000000"),
        Form("/avvikelser/rapportera", "rapport", typeof(RapporteraAvvikelse), Dorr.Formaga, [Behorighet.RapporteraAvvikelse]),
        Form("/enheten/att-granska", "nod-1", typeof(GranskaNodoppning), Dorr.Formaga, [SeEnheten, GranskaLogg]),
        Form("/enheten/att-granska", "avbryt-1", typeof(AvbrytNodoppning), Dorr.Formaga, [SeEnheten, GranskaLogg]),
        Form("/enheten/att-granska", "godkann-1", typeof(AvgorUppdrag), Dorr.Formaga, [ForvaltaBehorigheter, FordelaArende]),
        Form("/forvaltning/incidenter", "forsok", typeof(ForsokIncidentIgen), Dorr.Formaga, [KoraProcess, SkotaProcesser], "incident=1"),
        Form("/forvaltning", "avsla-1", typeof(AvgorUppdrag), Dorr.Formaga, [ForvaltaBehorigheter, FordelaArende]),
        Form("/forvaltning/anvandare/90", "godkann-1", typeof(AvgorUppdrag), Dorr.Formaga, [ForvaltaBehorigheter, FordelaArende]),
        Form("/forvaltning/anvandare/90", "foresla", typeof(ForeslaUppdrag), Dorr.Formaga, [ForvaltaBehorigheter], "roll=Chef&enhet=1&from=2026-09-16"),
        Form("/forvaltning/anvandare/90", "sluta-0", typeof(AvslutaUppdrag), Dorr.Formaga, [ForvaltaBehorigheter], "enhet=1&roll=Chef&from=2026-01-01"),
        Form("/forvaltning/anvandare/90", "losenord", typeof(NollstallLosenord), Dorr.Formaga, [ForvaltaBehorigheter], "tillfalligt=ett+tillfälligt+lösenord", Andrar: true),
        Form("/forvaltning/anvandare/90", "nollstall", typeof(NollstallTvasteg), Dorr.Formaga, [ForvaltaBehorigheter], Andrar: true),
        Form("/forvaltning/anvandare/90", "stang", typeof(StangAnvandare), Dorr.Formaga, [ForvaltaBehorigheter], "bekrafta=ja", Andrar: true),
        Form("/forvaltning/ny", "ny", typeof(LaggUppAnvandare), Dorr.Formaga, [ForvaltaBehorigheter], "roll=Chef&enhet=1&from=2026-09-16&namn=Prov&titel=Prov"),
        Form("/konto/api-nycklar", "ny", typeof(SkapaMinApiNyckel), Dorr.Formaga, Alla, Losenordet),
        Form("/konto/api-nycklar", "bort-1", typeof(SparraMinApiNyckel), Dorr.Formaga, Alla),
        Form("/konto", "namn-Bw", typeof(NamngePasskey), Dorr.Formaga, Alla),
        Form("/konto", "bort-Bw", typeof(TaBortPasskey), Dorr.Formaga, Alla, Losenordet),
        Form("/konto", "session-018f0000000070008000000000000000", typeof(AvslutaSession), Dorr.Formaga, Alla),
    ];

    /// <summary>With a key of the user's own that carries every code.</summary>
    public static readonly IReadOnlyList<Apivag> Api =
    [
        new("/api/v1/arenden", "/api/v1/arenden", typeof(ListaArenden), Dorr.Formaga, [LasaArende]),
        new("/api/v1/arenden/{arendenummer}", "/api/v1/arenden/{nummer}", typeof(HamtaArendeoversikt), Dorr.Lasa, [LasaArende]),
        new("/api/v1/arenden/{arendenummer}/beslut", "/api/v1/arenden/{nummer}/beslut", typeof(ListaBeslut), Dorr.Lasa, [LasaArende]),
        new("/api/v1/arenden/{arendenummer}/insatser", "/api/v1/arenden/{nummer}/insatser", typeof(ListaInsatser), Dorr.Lasa, [LasaArende]),
        new("/api/v1/uppgifter", "/api/v1/uppgifter", typeof(ListaUppgifter), Dorr.Formaga, [LasaArende]),
        new("/api/v1/uppgifter/{id:guid}", "/api/v1/uppgifter/{uppgift}", typeof(HamtaUppgift), Dorr.Lasa, [HandlaggaArende, FordelaArende, LasaArende]),
        new("/api/v1/uppgifter/{id:guid}/ta", "/api/v1/uppgifter/{uppgift}/ta", typeof(TaUppgift), Dorr.Uppgift, [HandlaggaArende, FordelaArende], ""),
        new("/api/v1/uppgifter/{id:guid}/slutfor", "/api/v1/uppgifter/{uppgift}/slutfor", typeof(SlutforUppgift), Dorr.Uppgift, [HandlaggaArende, FordelaArende], """{"svar":{}}"""),
        new("/api/v1/personer/sok", "/api/v1/personer/sok", typeof(SokPersoner), Dorr.Formaga, [SokaPersoner], """{"namn":"test"}"""),
        new("/api/v1/ansokningar", "/api/v1/ansokningar", typeof(Application.Ansokningar.RegistreraAnsokan), Dorr.Formaga, [RegistreraAnsokan], JsonSerializer.Serialize(Web.Api.v1.Beskrivningar.Exempel.Ansokan, Web.Api.v1.Apijson.Val)),
    ];

    /// <summary>Forms that answer for themselves, and where that is proved.</summary>
    public static readonly IReadOnlyDictionary<(string Monster, string Blankett), string> Egna = new Dictionary<(string, string), string>
    {
        [("/logga-in", "logga-in")] = "inloggning: InloggningTests",
        [("/konto", "ny")] = "en nyckel läggs till med enhetens svar: PasskeyTests",
        [("/konto/losenord", "byt")] = "det egna lösenordet, med det förra: SessionTests",
        [("/konto/tva-steg", "")] = "det egna kontot: InloggningTests",
        [("/ansokningar/registrera", "registrera")] = "hela formuläret: RegistreringsformularTests; sidan nekas nedan",
        [("/arenden/{Nummer}/handlingar", "handling")] = "bär en fil: HandlingTests; sidan nekas nedan",
        [("/nodoppning", "nod")] = "varje försök räknas: NodoppningTests",
        [("/logga-ut", "")] = "var och en loggar ut sig själv",
        [("/konto/passkeys/val", "")] = "slumptal för den egna enheten: PasskeyTests",
        [("/logga-in/passkey", "")] = "slumptal: PasskeyTests",
    };

    /// <summary>Use cases that no form sends.</summary>
    public static readonly IReadOnlyDictionary<Type, string> UtanBlankett = new Dictionary<Type, string>
    {
        [typeof(Nodoppna)] = "egen: se Egna",
        [typeof(Application.Ansokningar.RegistreraAnsokan)] = "egen: se Egna",
        [typeof(LaggInHandling)] = "egen: se Egna",
        [typeof(LamnaForslag)] = "samma formulär som SparaForslag, efter det",
        [typeof(BeskrivInsats)] = "en rad i BeskrivInsatser",
        [typeof(LaggUppEnhet)] = "kommandoraden",
        [typeof(SkapaApiNyckel)] = "kommandoraden",
        [typeof(SparraApiNyckel)] = "kommandoraden",
        [typeof(Application.Audit.NoteraLoggprov)] = "kommandoraden",
        [typeof(RegistreraPasskey)] = "egen: se Egna",
        [typeof(BytLosenord)] = "egen: se Egna",
        [typeof(RegistreraTvasteg)] = "egen: se Egna",
        [typeof(RegistreraLosenord)] = "inloggningen",
        [typeof(RegistreraInloggning)] = "inloggningen",
        [typeof(OppnaSession)] = "inloggningen",
        [typeof(Utloggning)] = "egen: se Egna",
    };

    private static Skickvag Form(string adress, string blankett, Type anrop, Dorr dorr, Behorighet[] kraver, string falt = "", bool Andrar = false) =>
        new(Monster(adress), adress, blankett, anrop, dorr, kraver, falt, Andrar);

    private static string Monster(string adress)
    {
        var vag = adress.Split('?')[0];
        return vag.Replace("{nummer}", "{Nummer}", StringComparison.Ordinal).Replace("{uppgift}", "{Id:guid}", StringComparison.Ordinal)
            .Replace("/anteckningar/1", "/anteckningar/{Nr}", StringComparison.Ordinal)
            .Replace("/anvandare/90", "/anvandare/{Id:long}", StringComparison.Ordinal);
    }
}
