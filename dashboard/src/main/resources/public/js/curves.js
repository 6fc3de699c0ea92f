// Loss and accuracy of all engines, against epochs (same curve) or against seconds (different clock).

import { html, nothing } from 'lit';
import { get, put } from './address.js';
import { drawingOrder, look, sign } from './engines.js';
import { loss, percent, seconds, tick } from './format.js';
import { Part } from './part.js';
import { race } from './race.js';
import { segments } from './segments.js';
import { means } from './series.js';
import './chart.js';

const MEANS = 120;

class Curves extends Part {
  static properties = { axis: { state: true }, scale: { state: true }, training: { state: true }, validation: { state: true } };

  constructor() {
    super();
    this.axis = get('axis') === 'seconds' ? 'seconds' : 'epoch';
    this.scale = get('scale') === 'linear' ? 'linear' : 'log';
    this.training = !['validation', 'none'].includes(get('curves'));
    this.validation = !['training', 'none'].includes(get('curves'));
  }

  render() {
    const { lanes } = race.now;
    this.hidden = !lanes.length;
    if (this.hidden) return nothing;
    return html`
      <div class="card__head">
        <h2>Learning curves</h2>
        <div class="toolbar end">
          ${this.#tick('training', 'Training')} ${this.#tick('validation', 'Validation')}
          ${segments('Loss scale', 'scale', { log: 'Log', linear: 'Linear' }, this.scale, this.#choose)}
          ${segments('Horizontal axis', 'axis', { epoch: 'Epochs', seconds: 'Seconds' }, this.axis, this.#choose)}
        </div>
      </div>
      ${this.#legend(lanes)}
      <div class="grid grid--2 pair">
        <race-chart .model=${this.#model('loss')} .note=${this.#lossNote(lanes)}></race-chart>
        <race-chart .model=${this.#model('accuracy')} .note=${this.#accuracyNote(lanes)}></race-chart>
      </div>`;
  }

  #tick(name, words) {
    return html`<label class="check"><input type="checkbox" .checked=${this[name]} @change=${event => this.#show(name, event.target.checked)}>${words}</label>`;
  }

  #show(name, shown) {
    this[name] = shown;
    const [training, validation] = [this.training && 'training', this.validation && 'validation'];
    put({ curves: training && validation ? 'both' : training || validation || 'none' });
  }

  #choose = (name, value) => {
    this[name] = value;
    put({ [name]: value });
  };

  #legend(lanes) {
    return html`<ul class="legend">
      ${lanes.map(lane => html`<li>${sign(lane.engine)}${lane.title}</li>`)}
      <li><svg class="sign" width="26" height="12" aria-hidden="true"><path d="M0 6H26" stroke="var(--ink-2)" stroke-width="1.8"/></svg>training, as at most ${MEANS} means</li>
      <li><svg class="sign" width="26" height="12" aria-hidden="true"><path d="M0 6H26" stroke="var(--ink-2)" stroke-width="1.8" stroke-dasharray="6 4"/></svg>validation, with markers</li>
    </ul>`;
  }

  #model(what) {
    const { lanes, settings } = race.now;
    const lines = drawingOrder(lanes).flatMap(lane => this.#linesOf(lane, what));
    const furthest = Math.max(...lanes.map(lane => lane.progress?.seconds ?? 0));
    const x = this.axis === 'seconds' ? { label: 'seconds the engine computed', max: furthest } : { label: 'epoch', max: settings?.epochs };
    return what === 'loss'
      ? { title: 'Loss', unit: settings?.loss?.replaceAll('_', ' '), label: `Loss against ${this.axis === 'seconds' ? 'seconds' : 'epochs'}`, x, y: { log: this.scale === 'log', format: loss }, lines }
      : { title: 'Accuracy', unit: 'per cent correct', label: `Accuracy against ${this.axis === 'seconds' ? 'seconds' : 'epochs'}`, x, y: { ...accuracyRange(lines), format: percent, tick: value => `${tick(value * 100)} %` }, lines };
  }

  #linesOf(lane, what) {
    const { token, core, width, dash, marker, radius } = look(lane.engine);
    const style = { token, core, width, radius };
    const training = means(lane.training, 'epoch', race.now.settings.epochs / MEANS);
    return [
      this.training && { name: `${lane.title} training`, ...style, xs: training[this.axis], ys: training[what] },
      this.validation && { name: `${lane.title} validation`, ...style, dash, marker, xs: lane.validation[this.axis], ys: lane.validation[what] },
    ].filter(Boolean);
  }

  #lossNote(lanes) {
    const last = lanes.map(lane => `${lane.title} ${loss(lane.validation.loss.at(-1) ?? null)}`);
    return this.axis === 'seconds' ? reached(lanes) : `Validation loss now: ${last.join(', ')}.`;
  }

  #accuracyNote(lanes) {
    return `Validation accuracy now: ${lanes.map(lane => `${lane.title} ${percent(lane.validation.accuracy.at(-1))} %`).join(', ')}.`;
  }
}

// Accuracies of thousands of samples lie close together near the top: the axis begins below where the curves soon come to.
function accuracyRange(lines) {
  if (race.planar) return { from: 0, to: 1.02 };
  const late = lines.flatMap(({ ys }) => ys.slice(Math.ceil(ys.length / 5))).filter(Number.isFinite);
  const low = late.length ? Math.min(...late) : 0;
  return { from: low > 0.5 ? Math.floor((low - 0.02) * 20) / 20 : 0, to: 1.005 };
}

/** When each engine got to the best validation loss that all of them have reached. */
function reached(lanes) {
  const goal = Math.max(...lanes.map(lane => Math.min(...lane.validation.loss.filter(Number.isFinite))));
  if (!Number.isFinite(goal)) return '';
  const when = lanes.map(lane => lane.validation.seconds[lane.validation.loss.findIndex(value => value <= goal)]);
  return `Validation loss ${loss(goal)} was reached after ${lanes.map((lane, i) => `${seconds(when[i])} s by ${lane.title}`).join(' and ')}.`;
}

customElements.define('race-curves', Curves);
