// The race as the server tells it: a snapshot, then what is new about ten times a second.
// Everyone who draws listens to `change`, which comes at most once a frame.

import { append, thin } from './series.js';

const SERIES = ['training', 'validation', 'throughput'];
const SILENCE = 25_000; // the server says something at least every 10 s
const AGAIN = 2_000;

const NONE = { race: null, state: 'idle', message: null, settings: null, facts: null, lanes: [], agreement: null };

class Race extends EventTarget {
  /** What the server told last. */
  now = NONE;
  /** connecting, live or lost */
  connection = 'connecting';
  #source = null;
  #watchdog = 0;
  #frame = 0;

  get active() {
    return this.now.state === 'running' || this.now.state === 'paused';
  }

  get mnist() {
    return this.now.lanes.some(lane => lane.boundary == null && lane.points == null);
  }

  connect() {
    this.#source?.close();
    this.#source = new EventSource('/api/events');
    this.#source.addEventListener('snapshot', event => this.#heard(() => { this.now = { ...NONE, ...JSON.parse(event.data) }; }));
    this.#source.addEventListener('update', event => this.#heard(() => this.#take(JSON.parse(event.data))));
    this.#source.addEventListener('tick', () => this.#heard(() => {}));
    this.#source.onerror = () => this.#lost();
  }

  #heard(apply) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost(), SILENCE);
    this.connection = 'live';
    apply();
    this.#changed();
  }

  // A dropped stream is taken up again by the browser itself, a refused one or a silent one by us.
  #lost() {
    this.connection = 'lost';
    this.#changed();
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.connect(), AGAIN);
  }

  #take(update) {
    if (update.race !== this.now.race) return; // a snapshot of the new race is on its way
    const { lanes = [], agreement, ...rest } = update;
    Object.assign(this.now, rest);
    for (const lane of lanes) this.#takeLane(lane);
    if (agreement) this.#takeAgreement(agreement);
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

  #changed() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.dispatchEvent(new Event('change'));
    });
  }
}

export const race = new Race();
