// A part of the page: a custom element in the page's own tree, so that style.css dresses it,
// rendered again when the race has news.

import { LitElement } from 'lit';
import { race } from './race.js';

export class Part extends LitElement {
  #news = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    race.addEventListener('change', this.#news);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    race.removeEventListener('change', this.#news);
  }
}
