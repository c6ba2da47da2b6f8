import htmx from 'htmx.org';

// Sidans säkerhetsregler tillåter inte kod i attribut. Den som skriver sådan får veta det direkt i stället för ett tyst fel.
function forbjudet() {
  throw new Error('Kod i hx-attribut är avstängd. Lägg beteendet i Assets/js.');
}

htmx.registerExtension('utan-eval', {
  init: (api) => api.initSecurity(null, forbjudet, forbjudet),
});
