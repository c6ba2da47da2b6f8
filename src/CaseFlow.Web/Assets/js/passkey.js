// Nycklar (WebAuthn). Webbläsaren frågar enheten; svaret skickas med sidans formulär, som allt annat.
const FEL = 'Det gick inte. Försök igen, eller använd lösenordet.';

async function fraga(formular) {
  const svar = await fetch(formular.dataset.passkey, { method: 'POST', body: new URLSearchParams(new FormData(formular)), headers: { accept: 'application/json' } });
  // Lösenordet var fel: svaret säger det.
  if (svar.status === 422) throw Object.assign(new Error(), { text: await svar.text() });
  if (!svar.ok) throw new Error(String(svar.status));
  const val = await svar.json();
  return formular.dataset.passkeySlag === 'skapa'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(val) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(val) });
}

function koppla(formular) {
  const knapp = formular.querySelector('[data-passkey-knapp]');
  const fel = formular.querySelector('[data-passkey-fel]');
  const anvand = async () => {
    if (!formular.reportValidity() || knapp.disabled) return;
    fel.textContent = '';
    knapp.disabled = true;
    try {
      const nyckel = await fraga(formular);
      formular.elements.passkey.value = JSON.stringify(nyckel);
      formular.submit();
    } catch (orsak) {
      // Den som ångrar sig har inte gjort något fel.
      fel.textContent = orsak?.text ?? (orsak?.name === 'NotAllowedError' ? 'Avbrutet.' : orsak?.name === 'InvalidStateError' ? 'Enheten har redan en nyckel här.' : FEL);
      knapp.disabled = false;
    }
  };
  knapp.addEventListener('click', anvand);
  formular.addEventListener('submit', (h) => {
    h.preventDefault();
    anvand();
  });
  formular.hidden = false;
}

export function startaPasskeys() {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  document.querySelectorAll('form[data-passkey]').forEach(koppla);
}
