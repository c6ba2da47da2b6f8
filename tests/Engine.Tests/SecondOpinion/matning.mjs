// Kör processer i bpmn-engine på beställning, ett kommando per rad på stdin och ett svar per rad på stdout.
//   { nr, gor: "las", xml }                     processen som resten gäller
//   { nr, gor: "starta" }                       -> { tillstand }
//   { nr, gor: "signalera", tillstand, id }     tillståndet läses in, uppgiften eller meddelandet tas emot -> { tillstand, klar }
//   { nr, gor: "steg", uppgifter, antal, json } hela processer i minnet -> { steg, ms }; json: tillståndet skrivs och läses mellan stegen
import { createInterface } from 'node:readline';
import { Engine } from 'bpmn-engine';
import { villkor } from './villkor.mjs';

let xml;
const variabler = { komplett: 'ja' };

const val = () => ({
  name: 'matning',
  expressions: { resolveExpression: (text) => (typeof text === 'string' ? villkor(text, variabler) : text), isExpression: () => false, hasExpression: () => false },
  extensions: {
    // En tjänst svarar genast: det är motorn som mäts.
    tjanster(element) {
      if (!/^bpmn:(Service|BusinessRule)Task$/.test(element.type)) return;
      element.behaviour.Service = function Tjanst() {
        return { execute: (_, klar) => klar() };
      };
    },
  },
});

async function starta() {
  const motor = new Engine({ source: xml, ...val() });
  await motor.execute();
  return motor;
}

async function lasIn(tillstand) {
  const motor = new Engine(val());
  motor.recover(JSON.parse(tillstand));
  await motor.resume();
  return motor;
}

/** Det som ska sparas. En motor som är kvar i minnet har timrar igång: den stannas. */
async function skriv(motor) {
  const tillstand = JSON.stringify(await motor.getState());
  const klar = motor.state === 'idle';
  motor.stop();
  return { tillstand, klar };
}

async function steg({ uppgifter, antal, json }) {
  const borjan = performance.now();
  let steg = 0;
  for (let i = 0; i < antal; i++) {
    let motor = await starta();
    steg++;
    for (const id of uppgifter) {
      if (json) motor = await lasIn((await skriv(motor)).tillstand);
      motor.execution.signal({ id });
      steg++;
    }
    if (motor.state !== 'idle') throw new Error(`processen är inte klar: ${motor.state}`);
  }
  return { steg, ms: performance.now() - borjan };
}

async function gor(fraga) {
  switch (fraga.gor) {
    case 'las':
      xml = fraga.xml;
      return {};
    case 'starta':
      return skriv(await starta());
    case 'signalera': {
      const motor = await lasIn(fraga.tillstand);
      motor.execution.signal({ id: fraga.id });
      return skriv(motor);
    }
    case 'steg':
      return steg(fraga);
    default:
      throw new Error(`kommandot ${fraga.gor} finns inte`);
  }
}

createInterface({ input: process.stdin }).on('line', async (rad) => {
  const fraga = JSON.parse(rad);
  const svar = await gor(fraga).catch((e) => ({ fel: String(e.stack ?? e) }));
  process.stdout.write(`${JSON.stringify({ nr: fraga.nr, ...svar })}\n`);
}).on('close', () => process.exit(0));
