// Kör scenarier i bpmn-engine och skriver vad som besöktes, som JSON på stdout.
// Användning: node kor.mjs FRÅGOR.json, där frågorna är [{ "scenario", "xml", "now", "steps", "variables", "service" }].
import { readFileSync } from 'node:fs';
import { Engine } from 'bpmn-engine';
import { Klocka } from './klocka.mjs';
import { villkor } from './villkor.mjs';

/** Låter allt som motorn har lagt på kö bli gjort. Motorn är synkron sånär som på några löften. */
async function lugn() {
  for (let i = 0; i < 20; i++) await new Promise((klar) => setImmediate(klar));
}

function rakna(vad, id) {
  vad[id] = (vad[id] ?? 0) + 1;
}

function attribut(rest, namn) {
  return new RegExp(`(?:^|\\s)${namn}="([^"]*)"`).exec(rest)?.[1];
}

async function kor({ xml, steps, variables, service, now }) {
  service ??= {};
  const klocka = new Klocka(now);
  const besokt = {};
  const vantar = new Map();
  const fel = [];
  const variabler = { ...variables };
  // Varje beslut svarar med variabeln svar, som i provens AnswerFromVariable.
  const resultat = new Map([...xml.matchAll(/<bpmn:businessRuleTask ([^>]*)>/g)].map(([, rest]) => [attribut(rest, 'id'), attribut(rest, 'cf:resultVariable')]));
  const listor = new Map([...xml.matchAll(/<bpmn:\w+ [^>]*id="([^"]*)"[^>]*>\s*<bpmn:multiInstanceLoopCharacteristics[^>]*>\s*<bpmn:loopDataInputRef>([^<]*)</g)].map(([, id, lista]) => [id, lista]));
  const engine = new Engine({
    name: 'andra',
    source: xml,
    timers: klocka.timers,
    variables: variabler,
    expressions: { resolveExpression: (text) => (typeof text !== 'string' ? text : Array.isArray(variabler[text]) ? variabler[text] : villkor(text, variabler)), isExpression: () => false, hasExpression: () => false },
    // Ett skript räknar bara: var det står i processen är det som jämförs.
    scripts: { register() {}, getScript: (_, { type }) => (type === 'bpmn:ScriptTask' ? { execute: (__, klar) => klar() } : undefined) },
    extensions: {
      tjanster(element) {
        // Standardens lista (loopDataInputRef) är här motorns egen collection.
        const flera = element.behaviour.loopCharacteristics?.behaviour;
        if (flera && listor.has(element.id)) flera.collection = listor.get(element.id);
        if (!/^bpmn:(Service|Send|BusinessRule)Task$/.test(element.type)) return;
        element.behaviour.Service = function Tjanst() {
          return {
            execute(_, klar) {
              const svar = service[element.id];
              if (svar?.error) return klar(Object.assign(new Error(svar.error), { code: svar.error }));
              Object.assign(variabler, svar?.variables);
              if (resultat.has(element.id)) variabler[resultat.get(element.id)] = variabler.svar;
              return klar();
            },
          };
        };
      },
    },
  });
  engine.on('error', (e) => fel.push(e.message));

  engine.broker.subscribeTmp('event', '#', (nyckel, { content }) => {
    if (nyckel === 'flow.take' || nyckel === 'activity.end') rakna(besokt, content.id);
    if (nyckel === 'activity.wait') vantar.set(content.executionId, content.id);
    if (/^activity\.(leave|end|discard|catch|consumed|execution\.completed|execution\.discard)$/.test(nyckel)) vantar.delete(content.executionId);
  }, { noAck: true });

  const namn = new Map();
  for (const [, sort, rest] of xml.matchAll(/<bpmn:(message|signal) ([^>]*)>/g)) namn.set(`${sort} ${attribut(rest, 'name')}`, attribut(rest, 'id'));
  const till = (id) => engine.execution.signal({ id });

  const oppna = () => [...vantar].map(([executionId, id]) => ({ executionId, id }));
  for (const steg of steps) {
    Object.assign(variabler, steg.variables);
    switch (steg.do) {
      case 'start':
        await engine.execute();
        if (steg.name) till(namn.get(`message ${steg.name}`));
        break;
      case 'complete': {
        const uppgift = oppna().filter((o) => o.id === steg.task)[steg.index ?? 0];
        if (uppgift) engine.execution.signal({ id: uppgift.id, executionId: uppgift.executionId });
        break;
      }
      case 'message':
      case 'signal':
        if (steg.do === 'signal' && engine.state === 'idle') await engine.execute();
        if (engine.state === 'running') till(namn.get(`${steg.do} ${steg.name}`));
        break;
      case 'advance':
        await klocka.framat(steg.by, lugn);
        break;
      default:
        throw new Error(`Steget ${steg.do} finns inte i den andra motorn.`);
    }
    await lugn();
  }
  klocka.stanna();
  return { visited: besokt, state: engine.state, errors: fel };
}

const fragor = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const svar = {};
for (const fraga of fragor) {
  try {
    svar[fraga.scenario] = await kor(fraga);
  } catch (e) {
    svar[fraga.scenario] = { visited: {}, state: 'error', errors: [String(e.message ?? e)] };
  }
}
process.stdout.write(JSON.stringify(svar, null, 1));
process.exit(0);
