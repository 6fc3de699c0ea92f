// Truth against prediction, over all test samples. A cell off the diagonal opens its digits in the gallery.

import { html, nothing } from 'lit';
import { count, percent } from './format.js';
import { Part } from './part.js';
import { race } from './race.js';
import { segments } from './segments.js';
import { verdict } from './verdict.js';

class Confusion extends Part {
  static properties = { cells: { state: true } };

  constructor() {
    super();
    this.cells = 'counts';
    verdict.addEventListener('change', () => this.requestUpdate());
  }

  render() {
    const { lane, lanes } = verdict;
    this.hidden = race.planar || !lane;
    if (this.hidden) return nothing;
    const { confusion } = lane.result;
    return html`
      <div class="card__head"><h2>Confusion matrix</h2>
        <div class="toolbar end">
          ${lanes.length > 1 ? segments('Engine', 'engine', Object.fromEntries(lanes.map(({ engine, title }) => [engine, title])), lane.engine, (_, engine) => verdict.look(engine)) : nothing}
          ${segments('Cells show', 'cells', { counts: 'Counts', share: 'Row %' }, this.cells, (_, value) => { this.cells = value; })}
        </div></div>
      <div class="cmwrap"><span class="yl" aria-hidden="true">True digit</span>
        <table class="cm"><caption class="sr">Confusion matrix of ${lane.title}: rows are true digits, columns predicted ones</caption>
          <thead><tr><td class="corner"></td>${confusion.map((_, digit) => html`<th scope="col">${digit}</th>`)}<th scope="col" class="tot">Right</th></tr></thead>
          <tbody>${confusion.map((row, truth) => this.#row(row, truth))}</tbody>
        </table>
        <span class="xl" aria-hidden="true">Rows: true digit. Columns: predicted digit. Right: per cent.</span></div>
      <div class="card__foot"><p>${this.#sum(lane)}</p></div>`;
  }

  #row(row, truth) {
    const all = row.reduce((a, b) => a + b);
    const worst = Math.max(...row.filter((_, predicted) => predicted !== truth), 1);
    return html`<tr><th scope="row">${truth}</th>
      ${row.map((times, predicted) => this.#cell({ times, truth, predicted, share: times / all, heat: truth === predicted ? 92 : 8 + 50 * Math.sqrt(times / worst) * Math.min(1, times / 12) }))}
      <td class="tot">${(100 * row[truth] / all).toFixed(1)}</td></tr>`;
  }

  #cell({ times, truth, predicted, share, heat }) {
    if (!times) return html`<td class="none">·</td>`;
    const shown = this.cells === 'counts' ? times : (share * 100).toFixed(1);
    if (truth === predicted) return html`<td class="hi" data-heat=${heat}>${shown}</td>`;
    const { mistake } = verdict;
    const pressed = mistake?.truth === truth && mistake?.predicted === predicted;
    return html`<td data-heat=${heat}><button type="button" aria-pressed=${pressed} aria-label="${truth} taken for ${predicted}: ${times} times" @click=${() => verdict.pick(pressed ? null : { truth, predicted })}>${shown}</button></td>`;
  }

  // The page's policy forbids style attributes, not styles.
  updated() {
    for (const cell of this.querySelectorAll('[data-heat]')) cell.style.setProperty('--v', cell.dataset.heat);
  }

  #sum({ title, result }) {
    const right = result.confusion.reduce((sum, row, digit) => sum + row[digit], 0);
    const all = result.confusion.flat().reduce((a, b) => a + b);
    const mistakes = result.confusion.flatMap((row, truth) => row.map((times, predicted) => ({ times, truth, predicted }))).filter(({ truth, predicted }) => truth !== predicted);
    const { times, truth, predicted } = mistakes.sort((a, b) => b.times - a.times)[0];
    return `${title}: ${count(right)} of ${count(all)} right, ${percent(right / all)} %. Most frequent mistake: ${truth} taken for ${predicted}, ${times} times. A cell opens its digits in the gallery.`;
  }
}

customElements.define('race-confusion', Confusion);
