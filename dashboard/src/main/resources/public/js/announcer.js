// For those who listen: one sentence at each turn of the race, never ten a second.

import { Part } from './part.js';
import { finding } from './findings.js';
import { race } from './race.js';

class Announcer extends Part {
  #state = null;

  render() {
    const state = race.connection === 'lost' ? 'lost' : race.now.state;
    if (state === this.#state) return this.said;
    const first = this.#state === null;
    this.#state = state;
    this.said = first && state === 'idle' ? '' : this.#sentence(state);
    document.title = `${TITLES[state] ?? ''}Engine race · Cortado`;
    return this.said;
  }

  #sentence(state) {
    const { strong, text, end = '' } = finding(race.now);
    return { lost: 'The connection is lost. Reconnecting.', running: 'The race is running.', paused: 'The race is paused.', stopping: 'The race is stopping.' }[state] ?? `${strong} ${text}${end}`;
  }
}

const TITLES = { running: 'Running · ', paused: 'Paused · ', stopping: 'Stopping · ', finished: 'Finished · ', stopped: 'Stopped · ', failed: 'Failed · ', lost: 'Reconnecting · ' };

customElements.define('race-announcer', Announcer);
