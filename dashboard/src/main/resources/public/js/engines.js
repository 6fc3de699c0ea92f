// How the engines are told apart: by colour, and always by a second sign.
// On the epoch axis all draw the same curve; only a thin line on a wide ribbon lets both be seen.

import { html, svg } from 'lit';

const THIN = { css: 'is-vector', token: 'engine-vector', width: 1.7, dash: [7, 4], marker: 'circle', radius: 2.6 };
const RIBBON = { css: 'is-ojalgo', token: 'engine-ojalgo', core: 'engine-ojalgo-core', width: 6, dash: [12, 3], marker: 'square', radius: 4.6 };
const OTHER = { css: 'is-other', token: 'engine-other', width: 2.6, dash: [3, 3], marker: 'triangle', radius: 3.6 };

export const look = engine => ({ vector: THIN, ojalgo: RIBBON })[engine] ?? OTHER;

/** The ribbon lies under the thin line. */
export const drawingOrder = lanes => [...lanes].sort((a, b) => look(b.engine).width - look(a.engine).width);

/** The sign of an engine before its name, as in the charts. */
export const sign = engine => html`<svg class="sign ${look(engine).css}" width="26" height="12" aria-hidden="true">${SIGNS[look(engine).marker]}</svg>`;

const SIGNS = {
  circle: svg`<path d="M0 6H26" stroke="var(--c)" stroke-width="2"/><circle cx="13" cy="6" r="3.6" fill="var(--c)"/>`,
  square: svg`<path d="M0 6H26" stroke="var(--c)" stroke-width="6"/><path d="M0 6H26" stroke="var(--engine-ojalgo-core)" stroke-width="3.8"/><rect x="9" y="2" width="8" height="8" fill="var(--surface)" stroke="var(--c)" stroke-width="1.6"/>`,
  triangle: svg`<path d="M0 6H26" stroke="var(--c)" stroke-width="2.6"/><path d="M13 1.5l5 8.5H8z" fill="var(--surface)" stroke="var(--c)" stroke-width="1.6"/>`,
};
