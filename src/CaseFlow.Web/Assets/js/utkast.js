// Det som skrivs i ett formulär sparas som utkast på servern, aldrig i webbläsaren: en stund efter sista tangenten, och innan sidan lämnas.
const EFTER = 1000; // ms sedan det sista tecknet
const SENAST = 8000; // den som skriver utan uppehåll
const IGEN = 15_000; // servern svarade inte
const KEEPALIVE = 60_000; // webbläsarens gräns för det som skickas när sidan lämnas
const FINNS_KVAR = 'Det du skrivit finns kvar här.';

function inloggning() {
  const lank = document.createElement('a');
  lank.href = '/logga-in?till=' + encodeURIComponent(location.pathname + location.search);
  lank.target = '_blank';
  lank.rel = 'noopener';
  lank.textContent = 'Logga in i en ny flik';
  return lank;
}

/** Vad svaret betyder: om det är sparat, om det är någon idé att försöka igen, och vad man får veta. */
async function tolka(svar) {
  if (svar.type === 'opaqueredirect' || svar.status === 401)
    return { utloggad: true, text: `Utkastet kunde inte sparas – du är utloggad. ${FINNS_KVAR} `, lank: inloggning() };
  const sagt = svar.headers.get('content-type')?.startsWith('application/json') ? await svar.json() : {};
  if (svar.ok && sagt.tid) return { sparat: true, text: `Utkast sparat ${sagt.tid}` };
  if (svar.status >= 500 || svar.status === 429 || sagt.igen) return { igen: true, text: `Utkastet kunde inte sparas just nu. ${FINNS_KVAR} Det försöks igen.` };
  if (svar.status === 413) return { text: sagt.text ?? `Texten är för lång för ett utkast. ${FINNS_KVAR}` };
  return { slut: true, text: `${sagt.text ?? 'Utkastet kunde inte sparas. Läs in sidan igen.'} ${FINNS_KVAR}` };
}

function folj(formular) {
  const plats = formular.querySelector('[data-utkastlage]');
  let andrat = 0;
  let sparat = 0;
  let forst = 0;
  let vantar = null;
  let pagar = null;
  let slut = false;
  let utloggad = false;

  function visa({ text, lank, sparat: gick }) {
    plats.classList.toggle('utkastlage-fel', !gick);
    if (plats.textContent !== text + (lank?.textContent ?? '')) plats.replaceChildren(text, ...(lank ? [lank] : []));
  }

  const planera = (om) => {
    clearTimeout(vantar);
    vantar = setTimeout(spara, om);
  };

  function rord() {
    andrat++;
    forst ||= Date.now();
    if (!slut) planera(Math.max(0, Math.min(EFTER, forst + SENAST - Date.now())));
  }

  async function spara(sist = false) {
    clearTimeout(vantar);
    if (slut || andrat === sparat || (pagar && !sist)) return;
    const [nummer, avbryt] = [andrat, new AbortController()];
    [forst, pagar] = [0, avbryt];
    const kropp = new URLSearchParams(new FormData(formular)).toString();
    let utfall;
    try {
      const svar = await fetch(formular.dataset.utkast, {
        method: 'POST', body: kropp, redirect: 'manual', signal: avbryt.signal, keepalive: sist && kropp.length < KEEPALIVE,
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      });
      utfall = await tolka(svar);
    } catch {
      if (avbryt.signal.aborted) return;
      utfall = { igen: true, text: `Utkastet kunde inte sparas: servern svarar inte. ${FINNS_KVAR} Det försöks igen.` };
    } finally {
      if (pagar === avbryt) pagar = null;
    }
    slut = Boolean(utfall.slut);
    utloggad = Boolean(utfall.utloggad);
    if (utfall.sparat) sparat = Math.max(sparat, nummer);
    visa(utfall);
    if (utfall.sparat && andrat === sparat) formular.dispatchEvent(new CustomEvent('utkast:sparat', { bubbles: true }));
    else if (utfall.igen) planera(IGEN);
    else if (andrat !== nummer && !utloggad) planera(EFTER);
  }

  /** Formuläret skickas, eller utkastet slängs: det som är på väg behövs inte. */
  function sluta() {
    clearTimeout(vantar);
    pagar?.abort();
  }

  formular.addEventListener('input', rord);
  formular.addEventListener('change', rord);
  document.addEventListener('submit', (e) => {
    if (!e.defaultPrevented && e.target.method === 'post' && e.target.target !== '_blank') sluta();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      if (!formular.dataset.skickat && !utloggad) spara(true);
    } else if (utloggad) spara();
  });
  window.addEventListener('focus', () => utloggad && spara()); // inloggad igen i en annan flik
  window.addEventListener('online', () => spara());
  // Ett svar med fel i: det skrivna står på sidan och är inte sparat någonstans.
  if (formular.querySelector('[data-felsammanfattning], .tvaskrivare')) rord();
}

export function startaUtkast() {
  document.querySelectorAll('form[data-utkast]').forEach(folj);
}
