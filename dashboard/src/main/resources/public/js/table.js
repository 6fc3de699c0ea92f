// A chart as a table: at some round places of x, as far as anything was measured, what each line was at or before it.

import { html } from 'lit';
import { tick } from './format.js';
import { before } from './series.js';

const ROWS = 25;

export function numbers({ label, x, y, lines }) {
  const furthest = Math.max(0, ...lines.map(({ xs }) => xs.at(-1) ?? 0));
  return html`
    <table class="table table--numbers">
      <caption>${label}: the last value at or before each place.</caption>
      <thead><tr><th scope="col" class="num">${x.label}</th>${lines.map(line => html`<th scope="col" class="num">${line.name}</th>`)}</tr></thead>
      <tbody>${places(furthest).map(place => html`
        <tr><th scope="row" class="num">${tick(place)}</th>${lines.map(line => html`<td class="num">${cell(line, place, y.format)}</td>`)}</tr>`)}
      </tbody>
    </table>`;
}

function places(max) {
  if (max === 0) return [0];
  const step = [1, 2, 2.5, 5, 10].map(unit => unit * 10 ** Math.floor(Math.log10(max / ROWS))).find(unit => max / unit <= ROWS);
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) => i * step);
}

function cell({ xs, ys }, place, format) {
  const i = before(xs, place + 1e-9);
  return i < 0 || place > xs.at(-1) + 1e-9 ? '' : format(ys[i]);
}
