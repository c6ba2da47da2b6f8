/** En öppen <details>-meny stängs med Esc och när man klickar utanför. Fliken man är på syns, också när raden är bredare än skärmen. */
export function startaMenyer() {
  for (const flik of document.querySelectorAll('.vyer [aria-current]')) {
    const rad = flik.closest('.vyer');
    rad.scrollLeft = flik.offsetLeft - rad.offsetLeft - (rad.clientWidth - flik.offsetWidth) / 2;
  }
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
