// Ärendet bredvid listan. Utan skript leder länken till samma sida med förhandsvisningen i.
// Att visa är att läsa ärendet: det loggas. Därför hämtas nästa rad först när man stannat på den.
const plats = () => document.getElementById('forhandsvisning');
const oppen = () => plats()?.querySelector('[data-forhandskort]') !== null && plats() !== null;
let vantar = null;
let hamtar = null;

function marke(rad) {
  for (const annan of document.querySelectorAll('[data-rad][data-visas]')) delete annan.dataset.visas;
  if (rad) rad.dataset.visas = '';
}

async function visa(lank, fokus) {
  hamtar?.abort();
  hamtar = new AbortController();
  try {
    const svar = await fetch(lank.dataset.forhandsvisa, { signal: hamtar.signal, credentials: 'same-origin' });
    if (!svar.ok || svar.redirected) throw new Error(String(svar.status));
    plats().innerHTML = await svar.text();
    marke(lank.closest('[data-rad]'));
    if (fokus) document.getElementById('forhandsrubrik')?.focus({ preventScroll: true });
  } catch (fel) {
    if (fel.name !== 'AbortError') location.assign(lank.href); // sessionen är slut, eller ärendet är inte längre ens eget
  }
}

function stang() {
  plats().replaceChildren();
  marke(null);
  document.querySelector('[data-rad][aria-current] [data-oppna]')?.focus({ preventScroll: true });
}

/** Visar ärendet i den valda raden, eller stänger om det redan visas. */
export function vaxlaForhandsvisning(rad) {
  const lank = rad?.querySelector('[data-forhandsvisa]');
  if (!lank || !plats()) return;
  if (rad.dataset.visas !== undefined) stang();
  else visa(lank, false);
}

/** Den som går med j och k ser nästa ärende när hon stannat. */
export function foljForhandsvisning(rad) {
  if (!oppen()) return;
  clearTimeout(vantar);
  vantar = setTimeout(() => {
    const lank = rad.querySelector('[data-forhandsvisa]');
    if (lank && rad.dataset.visas === undefined) visa(lank, false);
  }, 350);
}

export function startaForhandsvisning() {
  if (!plats()) return;
  const nummer = plats().querySelector('[data-forhandskort]')?.dataset.forhandskort;
  if (nummer) marke(document.querySelector(`[data-rad="${CSS.escape(nummer)}"]`));
  document.addEventListener('click', (e) => {
    if (e.defaultPrevented || e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    const lank = e.target.closest?.('[data-forhandsvisa]');
    if (lank) {
      e.preventDefault();
      visa(lank, true);
    } else if (e.target.closest?.('[data-stang-forhandsvisning]') && oppen()) {
      e.preventDefault();
      stang();
    }
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && !e.defaultPrevented && oppen() && !document.querySelector('details[data-meny][open]')) stang();
  });
}
