// En klocka som bara går när ett steg säger det: motorn frågar Date och sätter timers, och båda är våra.
import { ISOInterval } from '@0dep/piso';

const RiktigDate = globalThis.Date;

export class Klocka {
  #nu;
  #vantar = new Set();

  constructor(nu) {
    this.#nu = RiktigDate.parse(nu);
    const klocka = this;
    globalThis.Date = class extends RiktigDate {
      constructor(...delar) {
        if (delar.length === 0) super(klocka.#nu);
        else super(...delar);
      }

      static now() {
        return klocka.#nu;
      }
    };
    const satt = (owner, callback, delay, args) => {
      const ref = { owner, callback, args, delay, expireAt: new Date(this.#nu + delay), tid: this.#nu + delay };
      this.#vantar.add(ref);
      return ref;
    };
    const ta = (ref) => {
      this.#vantar.delete(ref);
    };
    this.timers = {
      get executing() {
        return [...klocka.#vantar];
      },
      setTimeout: (callback, delay, ...args) => satt(null, callback, delay, args),
      clearTimeout: ta,
      register: (owner) => ({ setTimeout: (callback, delay, ...args) => satt(owner, callback, delay, args), clearTimeout: ta }),
    };
  }

  /** Låter tiderna gå ut en i taget, i ordning, var och en vid sin egen tid. */
  async framat(varaktighet, lugn) {
    const start = new Date();
    const till = new ISOInterval(varaktighet).parse().getExpireAt(start, start).getTime();
    for (let gang = 0; gang < 1000; gang++) {
      const nasta = [...this.#vantar].filter((v) => v.tid <= till).sort((a, b) => a.tid - b.tid)[0];
      if (!nasta) break;
      this.#vantar.delete(nasta);
      this.#nu = Math.max(this.#nu, nasta.tid);
      nasta.callback(...nasta.args);
      await lugn();
    }
    this.#nu = till;
  }

  stanna() {
    this.#vantar.clear();
    globalThis.Date = RiktigDate;
  }
}
