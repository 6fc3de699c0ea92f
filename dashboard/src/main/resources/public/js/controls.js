// Start, then Pause and Resume in the same place, and Stop. Space pauses and resumes where it means nothing else.

import { html, nothing } from 'lit';
import { command } from './api.js';
import { Part } from './part.js';
import { race } from './race.js';

const PLAY = html`<svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true"><path d="M0 0l10 6-10 6z" fill="currentColor"/></svg>`;
const PAUSE = html`<svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true"><path d="M0 0h3.5v12H0zM6.5 0H10v12H6.5z" fill="currentColor"/></svg>`;
const STOP = html`<svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M0 0h10v10H0z" fill="currentColor"/></svg>`;

class Controls extends Part {
  static properties = { refusal: { state: true } };

  #asked = false;
  #back = () => {
    this.refusal = null;
  };
  #space = event => {
    if (event.key !== ' ' || !event.target.matches('body, main') || !race.active) return;
    event.preventDefault();
    this.#turn();
  };

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#space);
    race.addEventListener('back', this.#back);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#space);
    race.removeEventListener('back', this.#back);
  }

  render() {
    const { state } = race.now;
    return html`
      ${this.refusal ? html`<p class="error" role="alert">${this.refusal}</p>` : nothing}
      <button class="btn btn--primary" type="button" aria-keyshortcuts=${race.active ? 'Space' : nothing} aria-disabled=${race.awaited !== null || state === 'stopping'} @click=${this.#click}>
        ${state === 'running' ? PAUSE : PLAY}${{ running: 'Pause', paused: 'Resume', stopping: 'Stopping…' }[state] ?? (race.awaited === 'start' ? 'Starting…' : 'Start')}${race.active ? html` <kbd aria-hidden="true">Space</kbd>` : nothing}</button>
      <button class="btn" type="button" ?disabled=${!race.active} @click=${() => this.#ask('stop')}>${STOP}Stop</button>`;
  }

  // The second click of a double click on Start falls on what is Pause by then. A key's click counts 0.
  #click = event => {
    if (event.detail < 2) this.#turn();
  };

  #turn() {
    const { state } = race.now;
    if (state === 'running') this.#ask('pause');
    else if (state === 'paused') this.#ask('resume');
    else if (state !== 'stopping') document.querySelector('#settings')?.requestSubmit();
  }

  async #ask(verb) {
    if (this.#asked) return;
    this.#asked = true;
    this.refusal = null;
    try {
      await command(verb);
    } catch (refusal) {
      this.refusal = refusal.message;
    } finally {
      this.#asked = false;
    }
  }
}

customElements.define('race-controls', Controls);
