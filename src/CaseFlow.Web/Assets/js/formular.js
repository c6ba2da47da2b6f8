// Felsammanfattningen får fokus, beroende fält visas när de gäller, och en knapp skickar bara en gång.

function fokuseraFel(rot) {
  rot.querySelector('[data-felsammanfattning]')?.focus();
}

/** Svaren på en fråga så som de skulle skickas. */
function svar(formular, namn) {
  return [...formular.elements]
    .filter((e) => e.name === namn && (!['radio', 'checkbox'].includes(e.type) || e.checked))
    .flatMap((e) => (e.multiple ? [...e.selectedOptions].map((o) => o.value) : [e.value]));
}

function uppdateraBeroende(formular) {
  // Ett fält som beror på ett dolt fält är också dolt: gå igenom i sidans ordning.
  for (const del of formular.querySelectorAll('[data-visas-nar]')) {
    const styr = formular.querySelector(`[data-falt="${CSS.escape(del.dataset.visasNar)}"]`);
    const lika = svar(formular, del.dataset.visasNar).includes(del.dataset.visasVarde);
    del.hidden = Boolean(styr?.closest('[hidden]')) || lika !== (del.dataset.visasLika === 'ja');
    // Det som inte visas skickas inte heller.
    for (const falt of del.querySelectorAll('input, select, textarea')) falt.disabled = del.hidden;
  }
}

function forbered(rot) {
  for (const formular of rot.querySelectorAll('form')) if (formular.querySelector('[data-visas-nar]')) uppdateraBeroende(formular);
}

/** Formulär där något är skrivet som inte är sparat. Det som just skickas räknas inte. */
const osparade = new Set();
let skickas = null;

function vaktaOsparat() {
  for (const formular of document.querySelectorAll('form:has([name="__blankett"])'))
    if (formular.querySelector('[data-felsammanfattning], .tvaskrivare')) osparade.add(formular);
  document.addEventListener('input', (e) => {
    if (e.target.form?.elements.__blankett) osparade.add(e.target.form);
  });
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
    const rot = e.target instanceof Element ? e.target : document;
    forbered(rot);
    fokuseraFel(rot);
  });
  forbered(document);
  fokuseraFel(document);
}
