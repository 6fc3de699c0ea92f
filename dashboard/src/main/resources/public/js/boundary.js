// What an engine's network answers over the whole plane: a map in two colours, the border where it says one half,
// and the points it was taught: circles for class 0, squares for class 1, a cross through those it gets wrong.

import { LitElement, html, nothing, svg } from 'lit';
import { contour } from './contour.js';
import { isOne, isWrong } from './points.js';
import { colour, theme } from './theme.js';

class Boundary extends LitElement {
  static properties = { engine: { attribute: false }, boundary: { attribute: false }, points: { attribute: false } };

  #paint = () => this.#map();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.#paint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.#paint);
  }

  render() {
    const { engine, boundary, points } = this;
    const wrong = points.filter(isWrong);
    return html`
      <figure class="chart">
        <h3>Decision boundary</h3>
        <div class="map" role="img" aria-label="${engine}: ${points.length - wrong.length} of ${points.length} points on the right side of the border">
          <canvas width=${boundary.size} height=${boundary.size}></canvas>
          <svg viewBox="0 0 ${boundary.size} ${boundary.size}" aria-hidden="true">
            <path class="border" d=${contour(heights(boundary), boundary.size, 0)}></path>
            ${points.map(point => this.#point(point))}
          </svg>
        </div>
        <figcaption class="cap"><span>${LEGEND}</span></figcaption>
      </figure>`;
  }

  #point(point) {
    const { from, to, size } = this.boundary;
    const x = (point.x - from) / (to - from) * size;
    const y = (to - point.y) / (to - from) * size;
    return svg`${isOne(point.target)
      ? svg`<rect class="one" x=${x - 1.5} y=${y - 1.5} width="3" height="3"></rect>`
      : svg`<circle class="zero" cx=${x} cy=${y} r="1.7"></circle>`}
      ${isWrong(point) ? svg`<path class="cross" d="M${x - 2.4} ${y - 2.4}l4.8 4.8M${x + 2.4} ${y - 2.4}l-4.8 4.8"></path>` : nothing}`;
  }

  updated() {
    this.#map();
  }

  // Row 0 holds the smallest x₂, and a picture begins at the top.
  #map() {
    const { size } = this.boundary;
    const values = bytes(this.boundary.values);
    const shades = ramp();
    const context = this.querySelector('canvas').getContext('2d');
    const image = context.createImageData(size, size);
    for (let i = 0; i < values.length; i++) {
      const row = size - 1 - Math.floor(i / size);
      image.data.set(shades[values[i]], 4 * (row * size + i % size));
    }
    context.putImageData(image, 0, 0);
  }
}

const bytes = text => Uint8Array.from(atob(text), byte => byte.charCodeAt(0));

const heights = ({ border }) => new Int16Array(bytes(border).buffer);

/** 256 shades from class 0 over the middle to class 1. */
function ramp() {
  const [low, middle, high] = ['map-neg', 'map-mid', 'map-pos'].map(token => colour(token).match(/[\d.]+/g).slice(0, 3).map(Number));
  const mix = (a, b, t) => [...a.map((value, i) => value + (b[i] - value) * t), 255];
  return Array.from({ length: 256 }, (_, i) => (i < 128 ? mix(low, middle, i / 127.5) : mix(middle, high, i / 127.5 - 1)));
}

const LEGEND = html`
  <span class="legend">
    <span><svg width="10" height="10" aria-hidden="true"><circle class="zero" cx="5" cy="5" r="4"/></svg>class 0</span>
    <span><svg width="10" height="10" aria-hidden="true"><rect class="one" x="1" y="1" width="8" height="8"/></svg>class 1</span>
    <span><svg width="22" height="10" aria-hidden="true"><path d="M0 5H22" stroke="var(--ink)" stroke-width="2"/></svg>border at ½</span>
    <span><svg width="10" height="10" aria-hidden="true"><path class="cross" d="M1 1l8 8M9 1l-8 8"/></svg>wrong</span>
  </span>`;

customElements.define('race-boundary', Boundary);
