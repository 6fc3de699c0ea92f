// For those who listen: one sentence at each turn of the race, never ten a second.

import { Part } from './part.js';
import { finding } from './findings.js';
import { race } from './race.js';

class Announcer extends Part {
  #state = null;

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#name);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#name);
  }

  render() {
    const state = race.connection === 'lost' ? 'lost' : race.now.state;
    if (state === this.#state) return this.said;
    const first = this.#state === null;
    this.#state = state;
    this.said = first && state === 'idle' ? '' : this.#sentence(state);
    this.#name();
    return this.said;
  }

  // A tab that nobody sees does not listen, and so must not go on saying how the race stood.
  #name = () => {
    document.title = `${document.hidden ? '' : TITLES[this.#state] ?? ''}Engine race · Cortado`;
  };

  #sentence(state) {
    const { strong, text, end = '' } = finding(race.now);
    return { lost: 'The connection is lost. Reconnecting.', running: 'The race is running.', paused: 'The race is paused.', stopping: 'The race is stopping.' }[state] ?? `${strong} ${text}${end}`;
  }
}

const TITLES = { running: 'Running · ', paused: 'Paused · ', stopping: 'Stopping · ', finished: 'Finished · ', stopped: 'Stopped · ', failed: 'Failed · ', lost: 'Reconnecting · ' };

customElements.define('race-announcer', Announcer);
