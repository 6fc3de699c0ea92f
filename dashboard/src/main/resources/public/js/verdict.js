// Whose results are looked at, and which mistakes: the confusion matrix chooses, the gallery follows.

import { get, put } from './address.js';
import { race } from './race.js';

class Verdict extends EventTarget {
  /** null, or { truth, predicted } */
  mistake = null;
  #engine = get('engine');

  /** The lanes that have come to their result. */
  get lanes() {
    return race.now.lanes.filter(lane => lane.result);
  }

  get lane() {
    return this.lanes.find(lane => lane.engine === this.#engine) ?? this.lanes[0];
  }

  look(engine) {
    this.#engine = engine;
    put({ engine });
    this.pick(null);
  }

  pick(mistake) {
    this.mistake = mistake;
    this.dispatchEvent(new Event('change'));
  }
}

export const verdict = new Verdict();
