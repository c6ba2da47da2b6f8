/** En öppen <details>-meny stängs med Esc och när man klickar utanför. */
export function startaMenyer() {
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return;
    const oppen = document.querySelector('details[data-meny][open]');
    if (!oppen) return;
    const inne = oppen.contains(document.activeElement);
    oppen.open = false;
    if (inne) oppen.querySelector('summary').focus();
  });
  document.addEventListener('click', (e) => {
    for (const meny of document.querySelectorAll('details[data-meny][open]')) if (!meny.contains(e.target)) meny.open = false;
  });
  document.addEventListener('click', (e) => {
    if (e.target.closest?.('[data-skriv-ut]')) window.print();
  });
}
