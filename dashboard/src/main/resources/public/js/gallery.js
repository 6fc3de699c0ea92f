// The test digits that an engine's network got wrong, surest first: true → predicted, with the probability it gave, or
// the plain output where that is no probability.

import { html, nothing } from 'lit';
import { samples } from './api.js';
import { Part } from './part.js';
import { race } from './race.js';
import { verdict } from './verdict.js';

const SIDE = 28;
const PAGE = 32;

class Gallery extends Part {
  static properties = { shown: { state: true } };

  #pixels = new Map();
  #asked = new Set();
  #race = null;

  constructor() {
    super();
    this.shown = PAGE;
    verdict.addEventListener('change', () => {
      this.shown = PAGE;
      this.requestUpdate();
    });
  }

  render() {
    const { lane, mistake } = verdict;
    this.hidden = race.now.settings?.dataset !== 'mnist' || !lane;
    if (this.hidden) return nothing;
    const { wrong, wrongCount, probabilities } = lane.result;
    const kept = mistake ? wrong.filter(({ truth, predicted }) => truth === mistake.truth && predicted === mistake.predicted) : wrong;
    const page = kept.slice(0, this.shown);
    return html`
      <div class="card__head"><h2>Misclassified digits</h2><span class="card__sub">${this.#extent(page, kept, wrongCount)}</span>
        ${mistake ? html`<button class="btn end" type="button" @click=${() => verdict.pick(null)}>Show all mistakes</button>` : nothing}</div>
      <ul class="gallery">${page.map(digit => html`
        <li><canvas width=${SIDE} height=${SIDE} data-index=${digit.index} role="img" aria-label="Test image ${digit.index}"></canvas>
          <span><span><b>${digit.truth}</b> → ${digit.predicted}</span><span>${probabilities ? sureness(digit.output) : plain(digit.output)}</span></span></li>`)}</ul>
      <div class="card__foot"><p><b>True digit</b> → predicted digit, ${probabilities ? 'with the probability of the prediction in per cent' : 'with the output of the prediction, the largest of all'}.</p>
        ${kept.length > page.length ? html`<button class="link" type="button" @click=${() => { this.shown += PAGE; }}>Show ${Math.min(PAGE, kept.length - page.length)} more</button>` : nothing}</div>`;
  }

  #extent(page, kept, all) {
    const { lane, mistake } = verdict;
    const sum = mistake ? lane.result.confusion[mistake.truth][mistake.predicted] : all;
    const which = mistake ? `${mistake.truth} taken for ${mistake.predicted}: ` : '';
    return `${lane.title}, ${which}${page.length} of ${sum}, surest first${kept.length < sum && kept.length === page.length ? ' (of each cell the surest are kept)' : ''}`;
  }

  updated() {
    if (this.#race !== race.now.race) this.#forget();
    const canvases = [...this.querySelectorAll('canvas')];
    for (const canvas of canvases) this.#paint(canvas);
    this.#fetch(canvases.map(canvas => Number(canvas.dataset.index)).filter(index => !this.#asked.has(index)));
  }

  #forget() {
    this.#race = race.now.race;
    this.#pixels.clear();
    this.#asked.clear();
  }

  async #fetch(indices) {
    if (!indices.length) return;
    for (const index of indices) this.#asked.add(index);
    const of = this.#race;
    const bytes = await samples(indices).catch(() => null);
    if (!bytes || of !== this.#race) return;
    indices.forEach((index, i) => this.#pixels.set(index, bytes.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE)));
    this.requestUpdate();
  }

  #paint(canvas) {
    const pixels = this.#pixels.get(Number(canvas.dataset.index));
    if (!pixels || canvas.dataset.painted === canvas.dataset.index) return;
    const context = canvas.getContext('2d');
    const image = context.createImageData(SIDE, SIDE);
    pixels.forEach((value, i) => image.data.set([value, value, value, 255], 4 * i));
    context.putImageData(image, 0, 0);
    canvas.dataset.painted = canvas.dataset.index;
  }
}

const plain = output => (Number.isFinite(output) ? output.toFixed(2) : '–');

const sureness = probability => (probability > 0.995 ? '>99' : String(Math.floor(probability * 100)));

customElements.define('race-gallery', Gallery);
