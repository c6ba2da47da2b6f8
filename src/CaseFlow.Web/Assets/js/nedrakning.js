// En nödöppning räknar ned. När tiden är ute läses sidan om: servern säger då att ärendet inte finns.
const MINUT = 60_000;

export function startaNedrakning() {
  const rad = document.querySelector('[data-nodoppnad]');
  const kvar = rad?.querySelector('[data-kvar]');
  if (!kvar) return;
  const till = Number(rad.dataset.nodoppnad);
  const visa = () => {
    const minuter = Math.ceil((till - Date.now()) / MINUT);
    if (till <= Date.now()) {
      clearInterval(klocka);
      location.assign(location.pathname + location.search);
      return;
    }
    const text = minuter <= 1 ? 'mindre än en minut kvar' : `${minuter} minuter kvar`;
    if (kvar.textContent !== text) kvar.textContent = text;
  };
  const klocka = setInterval(visa, 5000);
  visa();
}
