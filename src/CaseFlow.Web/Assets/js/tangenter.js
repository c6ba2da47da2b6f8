import { foljForhandsvisning, vaxlaForhandsvisning } from './forhandsvisning.js';

// j/k rad, Enter öppna (länken har fokus), f förhandsvisa, n nästa åtgärd, / gå till ärende, ? hjälp, Ctrl+Enter klar.
// Går att stänga av (WCAG 2.1.4), och är av i textfält.
const NYCKEL = 'caseflow.tangenter';

function lasVal() {
  try {
    return localStorage.getItem(NYCKEL) !== 'av';
  } catch {
    return true;
  }
}

function sparaVal(pa) {
  try {
    localStorage.setItem(NYCKEL, pa ? 'pa' : 'av');
  } catch {
    // Utan lagring gäller valet bara den här sidan.
  }
}

let pa = lasVal();

const rader = () => [...document.querySelectorAll('[data-rad]')].filter((rad) => rad.getClientRects().length > 0);
const vald = () => document.querySelector('[data-rad][aria-current]');

function valj(rad, fokus) {
  for (const annan of document.querySelectorAll('[data-rad][aria-current]')) if (annan !== rad) annan.removeAttribute('aria-current');
  rad.setAttribute('aria-current', 'true');
  if (!fokus) return;
  const lank = rad.querySelector('[data-oppna]');
  lank?.focus({ preventScroll: true });
  rad.scrollIntoView({ block: 'nearest' });
}

function flytta(steg) {
  const alla = rader();
  if (alla.length === 0) return;
  const nu = alla.indexOf(vald());
  const fokuserad = nu >= 0 && alla[nu].contains(document.activeElement);
  // Första trycket går till raden som redan är markerad.
  const till = nu < 0 ? 0 : fokuserad ? Math.min(Math.max(nu + steg, 0), alla.length - 1) : nu;
  valj(alla[till], true);
  foljForhandsvisning(alla[till]);
}

// Den som går tillbaka kommer till raden hon lämnade. Bara radens adress sparas, och bara tills fliken stängs.
const PLATS = `caseflow.rad:${location.pathname}${location.search}`;

function minnsRad() {
  try {
    const adress = vald()?.querySelector('[data-oppna]')?.getAttribute('href');
    if (adress) sessionStorage.setItem(PLATS, adress);
  } catch {
    // Utan lagring börjar hon om från den första raden.
  }
}

function aterRad() {
  if (performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') return;
  try {
    const adress = sessionStorage.getItem(PLATS);
    const rad = rader().find((r) => r.querySelector('[data-oppna]')?.getAttribute('href') === adress);
    if (rad) valj(rad, true);
  } catch {
    // Som ovan.
  }
}

const skriver = (mal) => mal.closest?.('input, textarea, select, [contenteditable]') !== null;

function tangent(e) {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
    const knapp = e.target.closest?.('form')?.querySelector('[data-klar]');
    if (knapp) {
      e.preventDefault();
      knapp.click();
    }
    return;
  }
  if (e.key === 'Escape' && e.target.matches?.('[data-sok]')) {
    e.target.blur();
    if (vald()) valj(vald(), true);
    return;
  }
  if (!pa || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || skriver(e.target)) return;
  const gor = {
    j: () => flytta(1),
    k: () => flytta(-1),
    f: () => vaxlaForhandsvisning(vald()),
    n: () => (vald() ?? document).querySelector('[data-nasta]')?.click(),
    '/': () => document.querySelector('[data-sok]')?.focus(),
    '?': () => document.getElementById('hjalp')?.togglePopover?.(),
  }[e.key];
  if (!gor) return;
  e.preventDefault();
  gor();
}

export function startaTangenter() {
  document.addEventListener('keydown', tangent);
  document.addEventListener('focusin', (e) => {
    const rad = e.target.closest?.('[data-rad]');
    if (rad) valj(rad, false);
  });
  window.addEventListener('pagehide', minnsRad);
  if (pa) aterRad();
  const reglage = document.querySelector('[data-tangentval]');
  if (reglage) {
    reglage.checked = pa;
    reglage.addEventListener('change', () => {
      pa = reglage.checked;
      sparaVal(pa);
    });
  }
}
