// Felsammanfattningen får fokus, beroende fält visas när de gäller, och en knapp skickar bara en gång.

function fokuseraFel(rot) {
  rot.querySelector('[data-felsammanfattning]')?.focus();
}

/** Svaren på en fråga så som de skulle skickas: det som är dolt skickas inte. */
function svar(formular, namn) {
  return [...formular.elements]
    .filter((e) => e.name === namn && !e.disabled && (!['radio', 'checkbox'].includes(e.type) || e.checked))
    .flatMap((e) => (e.multiple ? [...e.selectedOptions].map((o) => o.value) : [e.value]));
}

/** Om delen gäller: ett villkor på en fråga följs här, de andra avgör servern (formularvisning). */
function galler(formular, del) {
  if (del.dataset.visasNar !== undefined) {
    const valda = svar(formular, del.dataset.visasNar);
    return del.dataset.visasVarde.split('|').some((v) => valda.includes(v)) === (del.dataset.visasLika === 'ja');
  }
  const visas = formular.querySelector('#formularvisning')?.dataset.visas.split(' ');
  return visas === undefined || del.dataset.visasFraga.split(' ').some((falt) => visas.includes(falt));
}

const beroende = '[data-visas-nar], [data-visas-fraga]';

function uppdateraBeroende(formular) {
  const delar = [...formular.querySelectorAll(beroende)];
  // En fråga kan bero på en annan som står före eller efter den: gå igenom tills inget ändras.
  for (let varv = 0; varv <= delar.length; varv++) {
    let andrat = false;
    for (const del of delar) {
      const dold = !galler(formular, del);
      andrat ||= dold !== del.hidden;
      del.hidden = dold;
    }
    // Det som inte visas skickas inte heller.
    for (const falt of formular.querySelectorAll(':is(input, select, textarea):is([data-visas-nar] *, [data-visas-fraga] *)'))
      falt.disabled = Boolean(falt.closest('[data-visas-nar][hidden], [data-visas-fraga][hidden]'));
    if (!andrat) return;
  }
}

let nastaFraga;

/** Ber servern om vad som gäller, en stund efter den sista ändringen. */
function fragaServern(element) {
  const visning = element.form?.querySelector('#formularvisning');
  if (!visning?.dataset.beror.split(' ').includes(element.name)) return;
  clearTimeout(nastaFraga);
  nastaFraga = setTimeout(() => visning.isConnected && visning.dispatchEvent(new CustomEvent('formularvisning')), 250);
}

function forbered(rot) {
  for (const formular of rot.querySelectorAll('form')) if (formular.querySelector(beroende)) uppdateraBeroende(formular);
}

/** Formulär där något är skrivet som inte är sparat. Det som just skickas räknas inte. */
const osparade = new Set();
let skickas = null;

function vaktaOsparat() {
  for (const formular of document.querySelectorAll('form:has([name="__blankett"])'))
    if (formular.getAttribute('role') !== 'search' && formular.querySelector('[data-felsammanfattning], .tvaskrivare')) osparade.add(formular);
  document.addEventListener('input', (e) => {
    const formular = e.target.form;
    // En sökning är inget att spara.
    if (formular?.elements.__blankett && formular.getAttribute('role') !== 'search') osparade.add(formular);
  });
  document.addEventListener('utkast:sparat', (e) => osparade.delete(e.target)); // finns på servern
  document.addEventListener('click', (e) => {
    if (e.target.closest?.('.tvaskrivare a, [data-kasta]')) osparade.clear(); // valet är gjort
  });
  window.addEventListener('beforeunload', (e) => {
    for (const formular of osparade) if (formular !== skickas && formular.isConnected) e.preventDefault();
  });
}

export function startaFormular() {
  vaktaOsparat();
  document.addEventListener('change', (e) => {
    if (e.target.form) uppdateraBeroende(e.target.form);
  });
  document.addEventListener('input', (e) => fragaServern(e.target));
  // Är sessionen slut svarar servern med inloggningen: den hör inte hemma mitt i ett formulär.
  document.addEventListener('htmx:before:response', (e) => {
    if (e.detail.ctx.response.raw.redirected) e.preventDefault();
  });
  document.addEventListener('submit', (e) => {
    if (e.defaultPrevented || e.target.method !== 'post' || e.target.target === '_blank') return;
    if (e.target.dataset.skickat !== undefined) {
      e.preventDefault();
      return;
    }
    e.target.dataset.skickat = '';
    skickas = e.target;
    setTimeout(() => {
      delete e.target.dataset.skickat;
      skickas = null;
    }, 5000); // ett svar som aldrig kommer låser inte formuläret
  });
  // Sidan kan visas igen från webbläsarens minne.
  window.addEventListener('pageshow', () => {
    for (const formular of document.querySelectorAll('form[data-skickat]')) delete formular.dataset.skickat;
    skickas = null;
  });
  document.addEventListener('htmx:after:swap', (e) => {
    const rot = e.target instanceof Element && e.target.isConnected ? e.target : document;
    forbered(rot.closest?.('form')?.parentElement ?? rot);
    fokuseraFel(rot);
  });
  forbered(document);
  fokuseraFel(document);
}
