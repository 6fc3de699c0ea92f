// The race as the server tells it: a snapshot at every turn, and what is new about ten times a second.
// Everyone who draws listens to `change`; `back` says that the server is heard again.

import { append, thin } from './series.js';

const SERIES = ['training', 'validation', 'throughput'];
const SILENCE = 25_000; // the server says something at least every 10 s
const AGAIN = 2_000;

// Who asked for less motion sees one picture a second.
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const CALM = 1_000;

const NONE = { race: null, state: 'idle', message: null, settings: null, facts: null, lanes: [], agreement: null };

class Race extends EventTarget {
  /** What the server told last. */
  now = NONE;
  /** connecting, live or lost */
  connection = 'connecting';
  /** What the page itself waits for: settings to start with, or the server's answer to Start; null when nothing. */
  awaited = 'settings';
  #source = null;
  #watchdog = 0;
  #drawing = 0;

  get active() {
    return this.now.state === 'running' || this.now.state === 'paused';
  }

  /** Whether the samples are points in the plane. */
  get planar() {
    return this.now.lanes.some(lane => lane.points);
  }

  /** Listens while the page is seen, and no longer: a browser opens six connections to a server, for all its tabs together. */
  follow() {
    this.connection = 'connecting';
    if (document.hidden) this.#disconnect();
    else this.#connect();
    this.changed();
  }

  #disconnect() {
    clearTimeout(this.#watchdog);
    this.#source?.close();
  }

  #connect() {
    this.#disconnect();
    this.#source = new EventSource('/api/events');
    this.#source.addEventListener('snapshot', event => this.#heard(() => this.#begin(JSON.parse(event.data))));
    this.#source.addEventListener('update', event => this.#heard(() => this.#take(JSON.parse(event.data))));
    this.#source.addEventListener('tick', () => this.#heard(() => this.changed()));
    this.#source.onerror = () => this.#lost();
  }

  #heard(apply) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost(), SILENCE);
    const back = this.connection === 'lost';
    this.connection = 'live';
    apply();
    if (back) this.dispatchEvent(new Event('back'));
  }

  // A dropped stream is taken up again by the browser itself, a refused one or a silent one by us.
  #lost() {
    this.connection = 'lost';
    this.changed();
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#connect(), AGAIN);
  }

  #begin(snapshot) {
    this.now = { ...NONE, ...snapshot };
    this.changed();
  }

  #take(update) {
    if (update.race !== this.now.race) return; // a snapshot of the new race is on its way
    const { lanes = [], agreement, ...rest } = update;
    Object.assign(this.now, rest);
    for (const lane of lanes) this.#takeLane(lane);
    if (agreement) this.#takeAgreement(agreement);
    if (calm.matches) this.#drawing ||= setTimeout(() => this.changed(), CALM);
    else this.changed();
  }

  #takeLane(update) {
    const lane = this.now.lanes.find(known => known.engine === update.engine);
    if (!lane) return;
    for (const [name, value] of Object.entries(update)) {
      if (!SERIES.includes(name)) lane[name] = value;
      else if (value) lane[name] = thin(append(lane[name], value));
    }
  }

  #takeAgreement({ layer, ...points }) {
    const known = this.now.agreement ?? { epoch: [], weights: [] };
    this.now.agreement = thin(append(known, points));
    if (layer) known.layer = layer;
  }

  waitFor(what) {
    this.awaited = what;
    this.changed();
  }

  changed() {
    clearTimeout(this.#drawing);
    this.#drawing = 0;
    this.dispatchEvent(new Event('change'));
  }
}

export const race = new Race();

document.addEventListener('visibilitychange', () => race.follow());
