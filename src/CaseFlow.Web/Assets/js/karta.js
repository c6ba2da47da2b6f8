/*! Innehåller bpmn-js och diagram-js, Copyright (c) 2014-present Camunda Services GmbH, https://bpmn.io/license */
// Ritar processernas kartor. Utan skript, eller när en ritning inte går att läsa, säger listan under kartan samma sak.
import Viewer from 'bpmn-js/lib/Viewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import '../css/karta.css';

const SKALA = 0.85;
const LUFT = 16;

/** Kartan i läsbar storlek: är den bredare än rutan bläddrar man i den, med fokus och piltangenter. */
function passaIn(ruta, canvas) {
  const { inner } = canvas.viewbox();
  const [bredd, hojd] = [inner.width * SKALA + LUFT * 2, inner.height * SKALA + LUFT * 2];
  const yta = ruta.firstElementChild;
  yta.style.inlineSize = `${bredd}px`;
  yta.style.blockSize = `${hojd}px`;
  canvas.resized();
  canvas.viewbox({ x: inner.x - LUFT / SKALA, y: inner.y - LUFT / SKALA, width: bredd / SKALA, height: hojd / SKALA });
}

function visaNu(ruta) {
  const nu = ruta.querySelector('.karta-nu');
  if (!nu) return;
  const [plats, ram] = [nu.getBoundingClientRect(), ruta.getBoundingClientRect()];
  ruta.scrollTo({ left: ruta.scrollLeft + plats.left - ram.left - ram.width / 2 + plats.width / 2, top: ruta.scrollTop + plats.top - ram.top - ram.height / 2 + plats.height / 2 });
}

async function rita(ruta, typsnitt) {
  const xml = document.querySelector(`template[data-ritning="${CSS.escape(ruta.dataset.processkarta)}"]`)?.dataset.bpmn;
  if (!xml) return;
  const yta = document.createElement('div');
  ruta.replaceChildren(yta);
  ruta.hidden = false;
  const viewer = new Viewer({
    container: yta,
    bpmnRenderer: { defaultFillColor: 'var(--papper)', defaultStrokeColor: 'var(--kartlinje)', defaultLabelColor: 'var(--text)' },
    textRenderer: { defaultStyle: { fontFamily: typsnitt }, externalStyle: { fontFamily: typsnitt } },
  });
  try {
    await viewer.importXML(xml);
  } catch {
    ruta.hidden = true;
    return;
  }
  const canvas = viewer.get('canvas');
  const [finns, nu] = [viewer.get('elementRegistry'), ruta.dataset.nu.split(' ').filter(Boolean)];
  for (const id of ruta.dataset.passerat.split(' ').filter(Boolean)) if (finns.get(id) && !nu.includes(id)) canvas.addMarker(id, 'karta-passerat');
  for (const id of nu) if (finns.get(id)) canvas.addMarker(id, 'karta-nu');
  for (const { id, text, brist } of JSON.parse(ruta.dataset.antal ?? '[]')) {
    if (!finns.get(id)) continue;
    const antal = document.createElement('span');
    antal.className = brist ? 'kartantal kartantal-brist' : 'kartantal';
    antal.textContent = text;
    viewer.get('overlays').add(id, { position: { top: -12, left: -8 }, html: antal });
  }
  passaIn(ruta, canvas);
  visaNu(ruta);
  if (ruta.nextElementSibling?.matches('.kartfarger')) ruta.nextElementSibling.hidden = false;
}

// Texten mäts när den ritas: typsnittet måste vara hämtat då.
const typsnitt = getComputedStyle(document.body).fontFamily;
await document.fonts.load(`12px ${typsnitt}`, 'Ansökan');
for (const ruta of document.querySelectorAll('[data-processkarta]')) rita(ruta, typsnitt);
