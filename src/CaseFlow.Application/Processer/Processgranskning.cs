using CaseFlow.Application.Audit;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>Whether the forms of a process and its drawing say the same: asked when a process is put in, so that a misspelt variable is a sentence
/// at start and not an ärende that took the wrong way.</summary>
internal sealed class Processgranskning
{
    private readonly Processpaket _paket;
    private readonly Processvariabler _variabler;
    private readonly Processvagar _vagar;
    private readonly bool _alltKant;

    private Processgranskning(Processpaket paket, bool helt)
    {
        (_paket, _variabler, _vagar) = (paket, new(paket), new(paket.Definition));
        _alltKant = helt && !_variabler.StartOkand;
    }

    /// <param name="helt">Every file could be read; else a variable may come from one that could not.</param>
    public static IEnumerable<string> Fel(Processpaket paket, bool helt) => new Processgranskning(paket, helt).Fel();

    private IEnumerable<string> Fel()
    {
        var uppgifter = _paket.Definition.Nodes.Where(n => n.UserTask?.Form is not null).ToLookup(n => n.UserTask!.Form!, StringComparer.Ordinal);
        foreach (var formular in _paket.Formularen)
        {
            var fel = Formulargranskning.Fel(formular, _alltKant ? _variabler.Exempel : null).Concat(uppgifter[formular.Nyckel].SelectMany(n => Handling(n, formular)));
            foreach (var ett in fel) yield return $"forms/{formular.Nyckel}.json: {ett}";
            if (!uppgifter[formular.Nyckel].Any())
                yield return $"forms/{formular.Nyckel}.json: ingen uppgift använder formuläret. Ta bort filen, eller skriv cf:form=\"{formular.Nyckel}\" på en uppgift.";
        }
        foreach (var fel in _paket.Definition.Nodes.SelectMany(Uttryck).SelectMany(Prova)) yield return fel;
        foreach (var fel in _paket.Rader(Delegationsrad.Tabell).SelectMany(Delegation)) yield return fel;
        // Ett överlapp stoppar ärendet den dag någon svarar så. En lucka får finnas: den sägs som varning när processen läggs in.
        foreach (var brist in _paket.Tabellbrister().Where(b => b.ArFel)) yield return brist.Text;
    }

    /// <summary>The delegationsordning's rows end in the beslut and in the log: one that cannot stand there stops every beslut it is asked about.</summary>
    private static IEnumerable<string> Delegation(DmnWrittenRow rad)
    {
        if (rad.Cells.Contains(Delegationsrad.Nivafalt) && Delegationsrad.Niva(rad.Cells[Delegationsrad.Nivafalt]) is Delegatniva.Ingen)
            yield return $"beslutstabellen {Delegationsrad.Tabell}, {rad.RuleId}: nivån är {Delegationsrad.Lagst} till {Delegationsrad.Hogst} (handläggare, biträdande enhetschef, enhetschef, nämnd).";
        if (rad.Cells.Contains(Delegationsrad.Punktfalt) && Delegationsrad.Punkt(rad.Cells[Delegationsrad.Punktfalt]) is null)
            yield return $"beslutstabellen {Delegationsrad.Tabell}, {rad.RuleId}: punkten skrivs med högst {Handelsejson.LangstaKod} tecken: bokstäverna a till z, siffror, punkt, kolon, bindestreck och understreck, till exempel 3.2.";
    }

    /// <summary>What the task's own handling reads must be asked for.</summary>
    private static IEnumerable<string> Handling(Node nod, Formulardefinition formular)
    {
        foreach (var laser in Handlingsfalt.Laser(nod.Id))
        {
            var falt = formular.Falt.FirstOrDefault(f => f.Namn == laser.Falt);
            if (falt is null)
            {
                if (!laser.Valfritt) yield return $"fältet {laser.Falt} saknas. Uppgiften {nod.Id} behöver det (typen {laser.Typ.Namn()}).";
                continue;
            }
            if (!laser.Passar(falt.Typ)) yield return $"fältet {falt.Namn}: typen är {falt.Typ.Namn()}. Uppgiften {nod.Id} läser det som {laser.Typ.Namn()}.";
            else if (!laser.Valfritt && !falt.Kravs) yield return $"fältet {falt.Namn}: uppgiften {nod.Id} kan inte vara utan svaret. Skriv \"kravs\": true. Gäller frågan bara ibland säger visasNar när.";
            if (laser.Koder.Count > 0 && Formulargranskning.Svar(falt).Except(laser.Koder, StringComparer.Ordinal).ToList() is { Count: > 0 } okanda)
                yield return $"fältet {falt.Namn}: uppgiften {nod.Id} förstår inte svaret {string.Join(", ", okanda)}. Den kan {string.Join(", ", laser.Koder)}.";
        }
    }

    /// <summary>Everything an element counts with, and where in the process it does so.</summary>
    private IEnumerable<(string Plats, string Nod, FeelExpression Uttryck)> Uttryck(Node nod)
    {
        var installning = _paket.Uppgift(nod.Id);
        (string Vad, FeelExpression? Uttryck)[] egna =
        [
            ("cf:due", nod.UserTask?.Due?.Expression), ("cf:group", nod.UserTask?.Group?.Expression), ("timern", (nod.Trigger as TimerTrigger)?.Spec.Expression),
            ("regel i process.json", installning.Regel), ("vaknar i process.json", installning.Vantar?.Vaknar),
            .. nod.Outgoing.Select(f => ($"flödet {f.Id}", f.Condition)),
        ];
        // En tidsgräns på en uppgift räknas när uppgiften öppnas, inte när den är besvarad.
        return egna.Where(e => e.Uttryck is not null).Select(e => ($"{nod.Id}, {e.Vad}", nod.AttachedTo ?? nod.Id, e.Uttryck!));
    }

    private IEnumerable<string> Prova((string Plats, string Nod, FeelExpression Uttryck) rakning)
    {
        foreach (var namn in rakning.Uttryck.Uses.References.Select(r => r.Name).Distinct(StringComparer.Ordinal))
        {
            var variabel = _variabler.Finn(namn);
            if (variabel is null)
            {
                if (_alltKant)
                    yield return $"{rakning.Plats}: variabeln {namn} finns inte. Inget formulär, ingen beslutstabell och ingen operation i processen ger den.";
            }
            else if (!variabel.FranStart && !variabel.Noder.Any(n => _vagar.KanKommaFore(n, rakning.Nod)))
            {
                yield return $"{rakning.Plats}: variabeln {namn} ges av {string.Join(", ", variabel.Noder)}, som aldrig kommer före.";
            }
        }
        foreach (var prov in rakning.Uttryck.Uses.TextTests.Where(t => t.Reference.Path.Length == 1))
        {
            if (_variabler.Finn(prov.Reference.Name) is { Varden: { } varden } variabel && !varden.Contains(prov.Text))
                yield return $"{rakning.Plats}: ”{prov.Text}” är inget svar på {variabel.Namn} i formuläret för {string.Join(", ", variabel.Noder)}. Välj bland {string.Join(", ", varden)}.";
        }
    }
}
