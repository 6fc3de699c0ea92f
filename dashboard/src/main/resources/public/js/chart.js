// One chart: a canvas drawn by uPlot, its readout at the cursor (mouse or arrow keys), a caption, and the same numbers as a table.
//
// model = {
//   title, unit, label: what it is in words,
//   x: { label, max }, y: { log, from, to, format },
//   lines: [{ name, xs, ys, token, core, width, dash, marker, radius }]   drawn in this order
// }

import { LitElement, html, nothing } from 'lit';
import uPlot from 'uplot';
import { axes, scales } from './axes.js';
import { markers } from './markers.js';
import { before } from './series.js';
import { numbers } from './table.js';
import { tick } from './format.js';
import { colour, theme } from './theme.js';

const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('uPlot.min.css', import.meta.resolve('uplot')) });
document.head.prepend(sheet);

class RaceChart extends LitElement {
  static properties = { model: { attribute: false }, note: { attribute: false }, open: { state: true }, keyed: { state: true }, read: { state: true } };

  #at = null;
  #plot = null;
  #drawnAs = '';
  #size = new ResizeObserver(() => this.#fit());
  #redraw = () => this.#plot?.redraw(false);

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.#redraw);
    this.#size.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
    this.#drawnAs = '';
  }

  render() {
    const { title, unit, label, x } = this.model;
    return html`
      <figure class="chart" aria-label=${label}>
        ${title ? html`<h3>${title} ${unit ? html`<span class="unit">${unit}</span>` : nothing}</h3>` : nothing}
        <div class="plot" role="img" tabindex="0" aria-label="${label}. Arrow keys move the cursor." @keydown=${this.#key} @blur=${this.#leave}></div>
        <div class="under"><output class="readout" aria-live=${this.keyed ? 'polite' : 'off'}>${this.read}</output><span>${x.label}</span></div>
        <figcaption class="cap"><span>${this.note}</span>
          <button class="link" type="button" aria-expanded=${!!this.open} @click=${() => { this.open = !this.open; }}>${this.open ? 'Hide table' : 'Show as table'}</button></figcaption>
        ${this.open ? numbers(this.model) : nothing}
      </figure>`;
  }

  updated(changed) {
    if (!changed.has('model') || document.hidden) return;
    const drawnAs = JSON.stringify([this.model.y.log, this.model.lines.map(({ xs, ys, ...style }) => style)]);
    if (drawnAs !== this.#drawnAs) this.#build(drawnAs);
    this.#plot.setData(this.#columns());
    // Who came before the first numbers is told them.
    if (this.#at !== null && this.read.endsWith(NOTHING)) this.read = this.#readout(this.#at);
  }

  #build(drawnAs) {
    this.#drawnAs = drawnAs;
    this.#plot?.destroy();
    const holder = this.querySelector('.plot');
    this.#plot = new uPlot({
      width: holder.clientWidth || 300,
      height: holder.clientHeight || 200,
      padding: [10, 18, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: scales(() => this.model),
      axes: axes(() => this.model),
      series: [{}, ...this.#strokes()],
      hooks: { drawSeries: [(plot, i) => markers(plot, i, this.#strokes()[i - 1])], setCursor: [plot => this.#moved(plot)] },
    }, null, holder);
    this.#size.disconnect();
    this.#size.observe(holder);
  }

  // A ribbon is drawn as two strokes over the same numbers: its edges, then its core.
  #strokes() {
    return this.model.lines.flatMap((line, i) => line.core
      ? [{ ...this.#stroke(line, line.token, line.width), line: i }, { ...this.#stroke(line, line.core, line.width - 2), line: i, marker: line.marker }]
      : [{ ...this.#stroke(line, line.token, line.width), line: i, marker: line.marker }]);
  }

  #stroke(line, token, width) {
    return { stroke: () => colour(token), width, dash: line.dash, spanGaps: true, points: { show: single }, token: line.token, radius: line.radius };
  }

  // uPlot wants one column of x for all: the union of everyone's.
  #columns() {
    const shown = this.model.lines.map(({ xs, ys }) => [xs, this.model.y.log ? ys.map(y => (y > 0 ? y : null)) : ys]);
    if (!shown.length) return [[]];
    const [xs, ...ys] = uPlot.join(shown);
    return [xs, ...this.#strokes().map(({ line }) => ys[line])];
  }

  #fit() {
    const holder = this.querySelector('.plot');
    if (holder?.clientWidth && this.#plot) this.#plot.setSize({ width: holder.clientWidth, height: holder.clientHeight });
  }

  // Read out when the cursor moves, not when the numbers under it do: who listens would hear ten a second.
  #moved(plot) {
    const { left } = plot.cursor;
    const atEnd = left >= plot.over.clientWidth - 1;
    const at = left == null || left < 0 ? null : atEnd ? plot.scales.x.max : plot.posToVal(left, 'x');
    if (at === this.#at) return;
    this.#at = at;
    this.read = at === null ? '' : this.#readout(at);
  }

  #readout(at) {
    const { x, y, lines } = this.model;
    const place = Math.min(at, Math.max(0, ...lines.map(({ xs }) => xs.at(-1) ?? 0)));
    const known = lines.map(line => [line, before(line.xs, place)]).filter(([, i]) => i >= 0);
    return `${x.label} ${tick(Number(place.toPrecision(3)))}${NOTHING}${known.map(([line, i]) => `${line.name} ${y.format(line.ys[i])}`).join(', ')}`;
  }

  #key(event) {
    const step = { ArrowLeft: -0.02, ArrowRight: 0.02, Home: -1, End: 1 }[event.key];
    if (event.key === 'Escape') this.#leave();
    if (!step) return;
    event.preventDefault();
    this.keyed = true;
    const width = this.#plot.over.clientWidth;
    const from = this.#plot.cursor.left >= 0 ? this.#plot.cursor.left : width / 2;
    this.#plot.setCursor({ left: Math.max(0, Math.min(width - 1, from + step * width)), top: 1 });
  }

  #leave() {
    this.keyed = false;
    this.#plot?.setCursor({ left: -10, top: -10 });
  }
}

// How a readout ends that has no numbers.
const NOTHING = ': ';

// One point makes no line, and would not be seen.
const single = (plot, i) => plot.data[i].filter(y => y != null).length === 1;

customElements.define('race-chart', RaceChart);
