// Hämtar paketen och bygger wwwroot/dist. Anropas av CaseFlow.Web.csproj när något i Assets/ har ändrats.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const har = dirname(fileURLToPath(import.meta.url));
const ut = join(har, '..', 'wwwroot', 'dist');
const las = join(har, '.las');
const hamtat = join(har, 'node_modules', '.hamtat');
const byggt = join(har, '.stamp');

const summa = (...filer) => filer.reduce((h, f) => h.update(readFileSync(join(har, f))), createHash('sha256')).digest('hex');
const vanta = (ms) => new Promise((klar) => setTimeout(klar, ms));

/** Två byggen på samma gång turas om: den andra väntar och har sedan inget att hämta. */
async function medLas(arbete) {
  for (;;) {
    try {
      mkdirSync(las);
      break;
    } catch (fel) {
      if (fel.code !== 'EEXIST') throw fel;
      let alder = 0;
      try {
        alder = Date.now() - statSync(las).mtimeMs;
      } catch {
        continue;
      }
      if (alder > 10_000) rmSync(las, { recursive: true, force: true }); // ägaren är borta: den förnyar låset varje sekund
      else await vanta(200);
    }
  }
  const fornya = setInterval(() => utimesSync(las, new Date(), new Date()), 1000);
  try {
    await arbete();
  } finally {
    clearInterval(fornya);
    rmSync(las, { recursive: true, force: true });
  }
}

function korNpm(...argument) {
  // execFile med skal: på Windows är npm ett kommandoskript. Argumenten är våra egna.
  execFileSync('npm', argument, { cwd: har, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

function hamtaPaket() {
  const nu = summa('package.json', 'package-lock.json');
  if (existsSync(hamtat) && readFileSync(hamtat, 'utf8') === nu) return;
  console.log('Hämtar paket för stilmallar och skript (npm ci) …');
  korNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(hamtat, nu);
}

async function byggBuntar() {
  const { build } = await import('esbuild');
  rmSync(ut, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: har,
    metafile: true,
    entryPoints: { app: 'js/app.js', stil: 'css/app.css', karta: 'js/karta.js' },
    outdir: ut,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    loader: { '.woff2': 'file' },
    assetNames: 'typsnitt/[name].[hash]', // innehållets summa i namnet: får sparas för alltid
    legalComments: 'linked', // licenserna ligger bredvid buntarna
    logLevel: 'warning',
  });
  samlaLicenser(Object.keys(metafile.inputs));
  ljustPaPapper(join(ut, 'stil.css'));
}

/** Licensen i dess helhet för varje paket som något i buntarna kommer ur: de kräver att den följer med. Ett paket utan licens stoppar bygget. */
function samlaLicenser(filer) {
  const paket = new Set(filer.map((f) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(f)?.[1]).filter(Boolean));
  const texter = [...paket].sort().map((namn) => {
    const mapp = join(har, 'node_modules', namn);
    const { version, license } = JSON.parse(readFileSync(join(mapp, 'package.json'), 'utf8'));
    const fil = readdirSync(mapp).find((f) => /^licen[cs]e(\.|$)/i.test(f));
    if (!fil) throw new Error(`${namn} har ingen licenstext.`);
    return `${namn} ${version} (${license})\n\n${readFileSync(join(mapp, fil), 'utf8').trim()}\n`;
  });
  writeFileSync(join(ut, 'LICENSER.txt'), texter.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Papper är vitt: det mörka temat, vårt och designsystemets, gäller bara skärmen. */
function ljustPaPapper(fil) {
  const css = readFileSync(fil, 'utf8');
  writeFileSync(fil, css.replaceAll('@media(prefers-color-scheme:dark)', '@media screen and (prefers-color-scheme:dark)'));
}

// Låset hålls synkront under npm ci (då tickar inte setInterval); därför hämtas paketen i en egen process.
if (process.argv[2] === 'hamta') {
  hamtaPaket();
} else {
  const { spawn } = await import('node:child_process');
  const hamtaVidSidan = () =>
    new Promise((klar, fel) => {
      const barn = spawn(process.execPath, [fileURLToPath(import.meta.url), 'hamta'], { stdio: 'inherit' });
      barn.on('error', fel);
      barn.on('exit', (kod) => (kod === 0 ? klar() : fel(new Error('npm ci gick inte att köra: kontrollera nätet och package-lock.json.'))));
    });
  try {
    await medLas(async () => {
      await hamtaVidSidan();
      await byggBuntar();
      writeFileSync(byggt, '');
    });
  } catch (fel) {
    console.error(fel.message);
    process.exitCode = 1;
  }
}
